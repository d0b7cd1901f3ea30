"""Why a record answers a filter: one reason for each concept or place that was asked and answered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from .answers import Answer, MatchBasis
from .concept_fields import fields_for
from .filters import RecordFilter
from .models import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What was asked, what the record carries instead, and on what basis; primary keys."""

    asked_concept: int | None = None
    found_concept: int | None = None
    asked_place: int | None = None
    found_place: int | None = None
    basis: MatchBasis

    @property
    def is_inferred(self) -> bool:
        """Whether nobody said it of the record: it follows from a mapping between vocabularies."""
        return self.basis == MatchBasis.MAPPING


def match_reasons(record_filter: RecordFilter, works: Sequence[UUID]) -> Mapping[UUID, list[Match]]:
    """For each of these works, the nearest reason for each concept and place of the filter that it answers.

    Takes three statements at most, however many works and criteria there are.
    """
    answers = [answer for found in record_filter.concepts for answer in found.answers]
    concepts = _nearest(answers, _carried_concepts(record_filter, works))
    places = _nearest(record_filter.places, _carried_places(record_filter, works))
    reasons: dict[UUID, list[Match]] = {work: [] for work in works}
    for work, answer in concepts:
        reasons[work].append(Match(asked_concept=answer.asked, found_concept=answer.found, basis=answer.basis))
    for work, answer in places:
        reasons[work].append(Match(asked_place=answer.asked, found_place=answer.found, basis=answer.basis))
    return reasons


def _nearest(answers: Iterable[Answer], carried: Iterable[tuple[UUID, int]]) -> Iterable[tuple[UUID, Answer]]:
    by_found: defaultdict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_found[answer.found].append(answer)
    best: dict[tuple[UUID, int], Answer] = {}
    for work, found in carried:
        for answer in by_found[found]:
            known = best.get((work, answer.asked))
            if known is None or answer.nearness < known.nearness:
                best[work, answer.asked] = answer
    return sorted(((work, answer) for (work, _asked), answer in best.items()), key=lambda pair: pair[1].nearness)


def _carried_concepts(record_filter: RecordFilter, works: Sequence[UUID]) -> list[tuple[UUID, int]]:
    carriers = Record.objects.visible_to(record_filter.viewer).filter(translation_key__in=works).order_by()
    asked = {answer.found for answers in record_filter.concepts for answer in answers.answers}
    paths = fields_for(scheme for answers in record_filter.concepts for scheme in answers.schemes)
    parts = [carriers.filter(**{f"{path}__in": asked}).values_list("translation_key", path) for path in paths]
    carried = list(parts[0].union(*parts[1:])) if parts else []
    types = {kind: key for answers in record_filter.concepts for kind, key in answers.record_types.items()}
    if types:
        typed = carriers.filter(record_type__in=list(types)).values_list("translation_key", "record_type")
        carried += [(work, types[kind]) for work, kind in typed]
    return carried


def _carried_places(record_filter: RecordFilter, works: Sequence[UUID]) -> list[tuple[UUID, int]]:
    found = {answer.found for answer in record_filter.places}
    if not found:
        return []
    carriers = Record.objects.visible_to(record_filter.viewer).filter(translation_key__in=works).order_by()
    return list(carriers.filter(places__in=found).values_list("translation_key", "places"))
