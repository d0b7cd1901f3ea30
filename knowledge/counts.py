"""How many works answer for a concept, a place or an organisation, for a whole batch of them at once.

A work counts once, whatever its editions, as soon as one edition that the viewer may read carries what is counted.
What carries what is read once, and the counting is done on sets of works kept as bits of whole numbers: the unions
that a hierarchy needs cost next to nothing there, and seconds in SQL.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, TextField
from django.db.models.functions import Cast

from hub.visibility.viewer import Viewer
from hub.vocabularies.enums import ClosureBasis
from hub.vocabularies.models import ConceptClosure

from .answers import place_answers_of
from .concept_fields import RECORD_TYPE_BY_CONCEPT, fields_for
from .models import Record

# As text, the key of a work is not made into a UUID row by row.
WORK = Cast("translation_key", TextField())


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptCount:
    """`direct` works carry the concept or a narrower one; `inferred` ones only something mapped to it."""

    direct: int = 0
    inferred: int = 0


@dataclass(slots=True)
class WorkSets:
    """Sets of works under any keys, each as a whole number with one bit for each work."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _members: defaultdict[Any, list[int]] = field(default_factory=lambda: defaultdict(list))
    _bits: dict[Any, int] = field(default_factory=dict)

    def add(self, key: Any, work: str) -> None:
        """Say that `work` belongs under `key`. To be done before the first question."""
        self._members[key].append(self._numbers.setdefault(work, len(self._numbers)))

    def union(self, keys: Iterable[Any]) -> int:
        """The works under any of `keys`."""
        found = 0
        for key in keys:
            found |= self._of(key)
        return found

    def _of(self, key: Any) -> int:
        if key not in self._bits:
            packed = bytearray(len(self._numbers) // 8 + 1)
            for number in self._members.get(key, ()):
                packed[number >> 3] |= 1 << (number & 7)
            self._bits[key] = int.from_bytes(packed, "little")
        return self._bits[key]


def count_by_concept(concepts: Sequence[int], *, viewer: Viewer) -> dict[int, ConceptCount]:
    """The number of works for each concept (primary keys), 0 included. Takes three statements at most."""
    answers = ConceptClosure.objects.filter(ancestor__in=concepts).values_list(
        "ancestor_id", "descendant_id", "basis", "descendant__identifier", "descendant__scheme__identifier"
    )
    narrower: defaultdict[int, list[int]] = defaultdict(list)
    mapped: defaultdict[int, list[int]] = defaultdict(list)
    identifiers: dict[int, str] = {}
    schemes: dict[str, None] = {}
    for asked, found, basis, identifier, scheme in answers:
        (narrower if basis == ClosureBasis.HIERARCHY else mapped)[asked].append(found)
        identifiers[found] = identifier
        schemes[scheme] = None
    works = _works_by_concept(identifiers, schemes, viewer)
    return {
        concept: _concept_count(works.union(narrower[concept]), works.union(mapped[concept])) for concept in concepts
    }


def count_by_place(places: Sequence[int], *, viewer: Viewer) -> dict[int, Mapping[str, int]]:
    """For each place (primary keys) the number of works of each record type that answer for it: that carry it,
    a place within it, or a region or group around it. Takes three statements."""
    answering: defaultdict[int, list[int]] = defaultdict(list)
    for answer in place_answers_of(places):
        answering[answer.asked].append(answer.found)
    wanted = {found for answers in answering.values() for found in answers}
    carriers = Record.objects.visible_to(viewer).filter(places__in=wanted).order_by()
    works = WorkSets()
    kinds: set[str] = set()
    for place, work, kind in carriers.values_list("places", WORK, "record_type"):
        works.add(place, work)
        works.add(kind, work)
        kinds.add(kind)
    return {place: _counts(works, answering[place], kinds) for place in places}


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


def _works_by_concept(identifiers: Mapping[int, str], schemes: Iterable[str], viewer: Viewer) -> WorkSets:
    """The works that carry each of these concepts, in whichever field it stands."""
    visible = Record.objects.visible_to(viewer).order_by()
    parts: list[QuerySet[Any]] = [
        visible.filter(**{f"{path}__in": list(identifiers)}).values_list(path, WORK) for path in fields_for(schemes)
    ]
    works = WorkSets()
    for concept, work in parts[0].union(*parts[1:], all=True) if parts else ():
        works.add(concept, work)
    types = {RECORD_TYPE_BY_CONCEPT[name]: pk for pk, name in identifiers.items() if name in RECORD_TYPE_BY_CONCEPT}
    if types:
        for kind, work in visible.filter(record_type__in=list(types)).values_list("record_type", WORK):
            works.add(types[kind], work)
    return works


def _concept_count(direct: int, inferred: int) -> ConceptCount:
    return ConceptCount(direct=direct.bit_count(), inferred=(inferred & ~direct).bit_count())


def _counts(works: WorkSets, places: Iterable[int], kinds: Iterable[str]) -> dict[str, int]:
    found = works.union(places)
    counts = {kind: (found & works.union([kind])).bit_count() for kind in kinds}
    return {kind: number for kind, number in counts.items() if number}
