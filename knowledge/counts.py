"""How many works answer for a concept, a place or an organisation: one statement for a whole batch of them.

A work counts once, whatever its editions, as soon as one edition that the viewer may read carries what is counted.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from hub.visibility.viewer import Viewer
from hub.vocabularies.enums import ClosureBasis, PlaceKind
from hub.vocabularies.models import Concept, ConceptClosure

from .concept_fields import RECORD_TYPE_BY_CONCEPT, fields_for
from .models import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptCount:
    """`direct` works carry the concept or a narrower one; `inferred` ones only something mapped to it."""

    direct: int = 0
    inferred: int = 0


def count_by_concept(concepts: Sequence[int], *, viewer: Viewer) -> dict[int, ConceptCount]:
    """The number of works for each concept (primary keys), 0 included. Takes three statements at most."""
    found = dict.fromkeys(concepts, ConceptCount())
    parts = _carriers_of_concepts(concepts, viewer) + _carriers_of_types(concepts, viewer)
    if not parts:
        return found
    sql = (
        "SELECT asked, SUM(CASE WHEN inferred = 0 THEN 1 ELSE 0 END), SUM(inferred) FROM "
        "(SELECT asked, work, MIN(inferred) AS inferred FROM ({parts}) carried GROUP BY asked, work) works "
        "GROUP BY asked"
    )
    for asked, direct, inferred in _run(sql, parts):
        found[asked] = ConceptCount(direct=int(direct), inferred=int(inferred))
    return found


def count_by_place(places: Sequence[int], *, viewer: Viewer) -> dict[int, Mapping[str, int]]:
    """For each place (primary keys) the number of works of each record type that answer for it: that carry it,
    a place within it, or a region or group around it."""
    visible = Record.objects.visible_to(viewer).order_by()
    inside = visible.filter(places__closure_up__container__in=places)
    around = visible.filter(
        places__closure_down__member__in=places, places__kind__in=[PlaceKind.REGION, PlaceKind.GROUP]
    )
    parts = [
        inside.values("record_type", work=F("translation_key"), asked=F("places__closure_up__container")),
        around.values("record_type", work=F("translation_key"), asked=F("places__closure_down__member")),
    ]
    sql = "SELECT asked, record_type, COUNT(*) FROM ({parts}) carried GROUP BY asked, record_type"
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for asked, kind, number in _run(sql, parts, distinct=True):
        counts[asked][kind] = int(number)
    return {place: counts[place] for place in places}


def count_by_organisation(organisations: Sequence[int], *, viewer: Viewer) -> dict[int, int]:
    """The number of works of each organisation (primary keys), 0 included."""
    works = (
        Record.objects.visible_to(viewer)
        .filter(organisations__in=organisations)
        .order_by()
        .values_list("organisations")
        .annotate(works=Count("translation_key", distinct=True))
    )
    return dict.fromkeys(organisations, 0) | dict(works)


def _carriers_of_concepts(concepts: Collection[int], viewer: Viewer) -> "list[QuerySet[Any]]":
    """Rows of asked concept, work and whether it is inferred: one queryset for each field that can hold an answer."""
    below = Concept.objects.filter(closure_up__ancestor__in=concepts)
    schemes = below.order_by().values_list("scheme__identifier", flat=True).distinct()
    visible = Record.objects.visible_to(viewer).order_by()
    return [
        visible.filter(**{f"{path}__closure_up__ancestor__in": concepts}).values(
            asked=F(f"{path}__closure_up__ancestor"),
            work=F("translation_key"),
            inferred=_is_inferred(f"{path}__closure_up__basis"),
        )
        for path in fields_for(schemes)
    ]


def _carriers_of_types(concepts: Collection[int], viewer: Viewer) -> "list[QuerySet[Any]]":
    rows = ConceptClosure.objects.filter(
        ancestor__in=concepts, descendant__identifier__in=list(RECORD_TYPE_BY_CONCEPT)
    ).values_list("ancestor_id", "descendant__identifier", _is_inferred("basis"))
    visible = Record.objects.visible_to(viewer).order_by()
    return [
        visible.filter(record_type=RECORD_TYPE_BY_CONCEPT[identifier]).values(
            asked=Value(asked, output_field=IntegerField()),
            work=F("translation_key"),
            inferred=Value(inferred, output_field=IntegerField()),
        )
        for asked, identifier, inferred in rows
    ]


def _is_inferred(path: str) -> Case:
    return Case(When(**{path: ClosureBasis.MAPPING}, then=Value(1)), default=Value(0), output_field=IntegerField())


def _run(sql: str, parts: "Sequence[QuerySet[Any]]", *, distinct: bool = False) -> list[tuple[Any, ...]]:
    """Run `sql` with the union of `parts` in its place: Django aggregates over no union."""
    union = parts[0].union(*parts[1:], all=not distinct) if parts[1:] else parts[0]
    inner, parameters = union.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{parts}", inner), parameters)
        return list(cursor.fetchall())
