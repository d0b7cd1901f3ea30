"""Reading rules of curated things: who sees which edition, and which edition stands in for which."""

from typing import Any

from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

from hub.languages.chain import fallback_chain
from hub.visibility.viewer import Viewer


class EditionQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Viewer) -> "EditionQuerySet":
        """The editions that `viewer` may read. Everybody reads what is live, and nothing else."""
        return self.filter(live=True)

    def served_in(self, locale: str, viewer: Viewer) -> "EditionQuerySet":
        """One edition a work: the best that `viewer` may read, along the fallback chain of `locale`."""
        chain = fallback_chain(locale)
        editions = self.model._default_manager.all().visible_to(viewer)
        better = editions.annotate(rank=locale_rank(chain)).filter(
            translation_key=OuterRef("translation_key"), rank__lt=OuterRef("rank")
        )
        return self.visible_to(viewer).annotate(rank=locale_rank(chain)).filter(~Exists(better))

    def in_language(self, locale: str) -> "EditionQuerySet":
        """Editions written in `locale`, whoever may read them."""
        return self.filter(locale__language_code=locale)

    def stale(self) -> "EditionQuerySet":
        """Translations whose source has changed since they were made."""
        source = self.model._default_manager.filter(
            translation_key=OuterRef("translation_key"), translation_method="original"
        ).exclude(text_digest=OuterRef("source_digest"))
        return self.filter(~Q(translation_method="original"), Exists(source))


def locale_rank(chain: list[str]) -> Case:
    """0 for the first locale of `chain`, 1 for the second, and so on."""
    steps = [When(locale__language_code=code, then=Value(position)) for position, code in enumerate(chain)]
    return Case(*steps, default=Value(len(chain)), output_field=IntegerField())


# The stable order of lists: by the day it first went live, which is never empty for what is live, then by key.
NEWEST_FIRST = ("-first_published_at", "-pk")
