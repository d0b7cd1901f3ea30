"""Free tags by name, made where they are missing."""

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Lower
from taggit.models import Tag

NAME_LENGTH = 100


def tag_keys(names: Iterable[str]) -> dict[str, int]:
    """The primary key of the tag of each name, by the name in lower case; a tag that is there in other case is it."""
    wanted = {name.lower(): name for name in names}
    # SQLite lowers ASCII only: other letters are found when they are written the same way.
    same = Q(lower__in=wanted) | Q(name__in=wanted.values())
    known = Tag.objects.annotate(lower=Lower("name")).filter(same).order_by("-pk")
    keys = {name.lower(): key for name, key in known.values_list("name", "pk")}
    # Always in the same order: two imports at once then wait for each other and never lock each other out.
    for lower, name in sorted(wanted.items()):
        if lower not in keys:
            keys[lower] = Tag.objects.create(name=name).pk
    return keys
