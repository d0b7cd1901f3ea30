"""Which concepts and places answer for those that somebody asks for, and on what basis."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.vocabularies.enums import ClosureBasis, PlaceKind
from hub.vocabularies.models import ConceptClosure, Place, PlaceClosure

from .concept_fields import RECORD_TYPE_BY_CONCEPT
from .enums import RecordType


class MatchBasis(models.TextChoices):
    """Why something answers for what was asked, the nearest first."""

    DIRECT = "direct", _("it carries what was asked")
    NARROWER = "narrower", _("it carries something narrower")
    MEMBER = "member", _("it is about a place within the one asked")
    REGION = "region", _("it is about a whole region around the place asked")
    MAPPING = "mapping", _("it carries something mapped to what was asked, from another vocabulary")


NEARNESS = {basis: rank for rank, basis in enumerate(MatchBasis.values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What carries `found` answers for who asks for `asked` (primary keys)."""

    asked: int
    found: int
    basis: MatchBasis
    distance: int

    @property
    def nearness(self) -> tuple[int, int]:
        """Sorts the better answer first."""
        return NEARNESS[self.basis], self.distance


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptAnswers:
    """The answers for one list of identifiers, with what is needed to look for them."""

    answers: tuple[Answer, ...]
    schemes: frozenset[str]
    record_types: Mapping[RecordType, int]


def concept_answers(lists: Collection[Collection[str]], *, include_inferred: bool) -> list[ConceptAnswers]:
    """For each list of concept identifiers, what answers for any of them. One statement, however many lists."""
    asked = {identifier for identifiers in lists for identifier in identifiers}
    rows = ConceptClosure.objects.filter(ancestor__identifier__in=asked)
    if not include_inferred:
        rows = rows.filter(basis=ClosureBasis.HIERARCHY)
    columns = (
        "ancestor__identifier",
        "ancestor_id",
        "descendant_id",
        "descendant__identifier",
        "descendant__scheme__identifier",
        "basis",
        "distance",
    )
    found: defaultdict[str, list[tuple[Answer, str, str]]] = defaultdict(list)
    for name, ancestor, descendant, identifier, scheme, basis, distance in rows.values_list(*columns):
        answer = Answer(asked=ancestor, found=descendant, basis=_concept_basis(basis, distance), distance=distance)
        found[name].append((answer, identifier, scheme))
    return [_gather(row for identifier in identifiers for row in found[identifier]) for identifiers in lists]


def place_answers(names: Collection[str]) -> list[Answer]:
    """What answers for places given by identifier or slug."""
    return place_answers_of(Place.objects.named(names).values_list("pk", flat=True)) if names else []


def place_answers_of(places: Iterable[int]) -> list[Answer]:
    """What answers for places (primary keys): themselves, what lies in them, and regions and groups around them."""
    asked = list(places)
    inside = PlaceClosure.objects.filter(container__in=asked).values_list("container_id", "member_id", "distance")
    around = PlaceClosure.objects.filter(member__in=asked, distance__gt=0).exclude(container__kind=PlaceKind.COUNTRY)
    answers = [
        Answer(asked=place, found=member, basis=MatchBasis.MEMBER if distance else MatchBasis.DIRECT, distance=distance)
        for place, member, distance in inside
    ]
    return answers + [
        Answer(asked=place, found=container, basis=MatchBasis.REGION, distance=distance)
        for place, container, distance in around.values_list("member_id", "container_id", "distance")
    ]


def _concept_basis(basis: str, distance: int) -> MatchBasis:
    if basis == ClosureBasis.MAPPING:
        return MatchBasis.MAPPING
    return MatchBasis.NARROWER if distance else MatchBasis.DIRECT


def _gather(rows: Iterable[tuple[Answer, str, str]]) -> ConceptAnswers:
    kept = list(rows)
    return ConceptAnswers(
        answers=tuple(answer for answer, _identifier, _scheme in kept),
        schemes=frozenset(scheme for _answer, _identifier, scheme in kept),
        record_types={
            RECORD_TYPE_BY_CONCEPT[identifier]: answer.found
            for answer, identifier, _scheme in kept
            if identifier in RECORD_TYPE_BY_CONCEPT
        },
    )
