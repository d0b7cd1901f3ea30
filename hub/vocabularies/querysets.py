"""Reading rules of vocabularies: what answers for what."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from .enums import ClosureBasis


class ConceptQuerySet(models.QuerySet[Any]):
    def in_scheme(self, identifier: str) -> "ConceptQuerySet":
        """The concepts of one vocabulary."""
        return self.filter(scheme__identifier=identifier)

    def answering(self, identifiers: Iterable[str], *, include_inferred: bool = True) -> "ConceptQuerySet":
        """Every concept that answers for one of `identifiers`: itself, narrower ones and, if wanted, mapped ones."""
        rows = Q(closure_up__ancestor__identifier__in=list(identifiers))
        if not include_inferred:
            rows &= Q(closure_up__basis=ClosureBasis.HIERARCHY)
        return self.filter(rows).distinct()


class PlaceQuerySet(models.QuerySet[Any]):
    def named(self, names: Iterable[str]) -> "PlaceQuerySet":
        """The places with these identifiers or slugs."""
        wanted = list(names)
        return self.filter(Q(identifier__in=wanted) | Q(slug__in=wanted))

    def answering(self, names: Iterable[str]) -> "PlaceQuerySet":
        """Every place that answers for one of `names`: itself, what lies in it, and each region that contains it."""
        asked = self.model._default_manager.all().named(names).values("pk")
        inside = Q(closure_up__container__in=asked)
        around = Q(closure_down__member__in=asked)
        return self.filter(inside | around).distinct()
