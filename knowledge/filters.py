"""What readers may filter records by, as one queryset, and why a record answers.

A filter is about works: a work answers when any of its editions that the viewer may read carries what is asked, and is
then shown in the edition served to that viewer. Only dates and words are looked for in the served edition itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Q

from hub.visibility.viewer import Viewer

from .answers import Answer, ConceptAnswers, concept_answers, place_answers
from .concept_fields import fields_for
from .models import CaseStudyBuildingBlock, Record
from .partial_dates import first_day_after, prefixes
from .querysets import EditionQuerySet


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCriteria:
    """What is asked for. Each tuple is OR-ed, empty ones ask for nothing, and all that is asked is AND-ed.

    `concepts` is a tuple of such tuples. Concepts and places are given by identifier (places by slug too),
    organisations by slug, building blocks by reference, dates as `2024`, `2024-03` or `2024-03-15`.
    """

    types: tuple[str, ...] = ()
    concepts: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    available_in: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    building_blocks: tuple[str, ...] = ()
    published_from: str = ""
    published_to: str = ""
    text: str = ""
    include_inferred: bool = True


@dataclass(kw_only=True)
class RecordFilter:
    """Criteria with the vocabularies looked up, once for the list and its reasons."""

    criteria: RecordCriteria
    viewer: Viewer
    _works: EditionQuerySet = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._works = Record.objects.visible_to(self.viewer)

    @cached_property
    def concepts(self) -> list[ConceptAnswers]:
        """What answers for each list of concepts."""
        if not self.criteria.concepts:
            return []
        return concept_answers(self.criteria.concepts, include_inferred=self.criteria.include_inferred)

    @cached_property
    def places(self) -> list[Answer]:
        """What answers for the places."""
        return place_answers(self.criteria.places) if self.criteria.places else []

    def apply(self, served: EditionQuerySet) -> EditionQuerySet:
        """The editions among `served` (one a work) whose works answer to all criteria."""
        return served.filter(*self._about_works(), *self._about_editions())

    def count(self, served: EditionQuerySet) -> int:
        """How many works among `served` answer. Where no edition is looked at, it need not be found out either."""
        if self._about_editions():
            return self.apply(served).order_by().count()
        works = self._works.filter(*self._about_works()).order_by()
        return int(works.aggregate(works=Count("translation_key", distinct=True))["works"])

    def _about_works(self) -> list[Q]:
        wanted = [self._carrying_concepts(answers) for answers in self.concepts]
        asked = self.criteria
        if asked.types:
            wanted.append(Q(record_type__in=asked.types))
        if asked.places:
            wanted.append(self._carrying("places", [answer.found for answer in self.places]))
        if asked.organisations:
            wanted.append(self._carrying("organisations__slug", asked.organisations))
        if asked.available_in:
            wanted.append(self._carrying("locale__language_code", asked.available_in))
        if asked.building_blocks:
            wanted.append(self._using_blocks(asked.building_blocks))
        return wanted

    def _about_editions(self) -> list[Q]:
        asked = self.criteria
        wanted = [Q(title__icontains=word) | Q(summary__icontains=word) for word in asked.text.split()]
        if asked.published_from:
            since = Q(publication_date__gte=asked.published_from)
            wanted.append(since | Q(publication_date__in=prefixes(asked.published_from)))
        if asked.published_to:
            wanted.append(Q(publication_date__lt=first_day_after(asked.published_to)) & ~Q(publication_date=""))
        return wanted

    def _carrying(self, path: str, values: Sequence[Any]) -> Q:
        return Q(translation_key__in=self._works.filter(**{f"{path}__in": values}).values("translation_key"))

    def _carrying_concepts(self, answers: ConceptAnswers) -> Q:
        keys = [answer.found for answer in answers.answers]
        wanted = Q(record_type__in=list(answers.record_types))
        for path in fields_for(answers.schemes):
            wanted |= self._carrying(path, keys)
        return wanted

    def _using_blocks(self, references: Sequence[str]) -> Q:
        uses = CaseStudyBuildingBlock.objects.filter(building_block__reference__in=references)
        return self._carrying("pk", uses.values("case_study"))
