"""Works out which concept or place answers for which. Called by every action that changes a vocabulary."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from django.db import transaction

from .enums import ClosureBasis, MappingKind
from .models import Concept, ConceptClosure, ConceptMapping, Place, PlaceClosure

Children = Mapping[int, Iterable[int]]


def descend(start: int, children: Children) -> dict[int, int]:
    """Every node below `start` with its shortest distance, `start` included at 0. Cycles end where they began."""
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for child in children.get(node, ()):
            if child not in distance:
                distance[child] = distance[node] + 1
                queue.append(child)
    return distance


@transaction.atomic
def rebuild_concept_closure() -> int:
    """Write `ConceptClosure` anew from the hierarchy and the mappings; returns the number of rows."""
    children = _children(Concept.broader.through.objects.values_list("to_concept_id", "from_concept_id"))
    substitutes = _substitutes()
    rows: list[ConceptClosure] = []
    for pk in Concept.objects.values_list("pk", flat=True):
        below = descend(pk, children)
        rows += [_row(pk, other, distance, ClosureBasis.HIERARCHY) for other, distance in below.items()]
        rows += [
            _row(pk, other, distance, ClosureBasis.MAPPING)
            for other, distance in _inferred(below, substitutes, children).items()
        ]
    ConceptClosure.objects.all().delete()
    ConceptClosure.objects.bulk_create(rows, batch_size=2000)
    return len(rows)


@transaction.atomic
def rebuild_place_closure() -> int:
    """Write `PlaceClosure` anew from the memberships; returns the number of rows."""
    children = _children(Place.members.through.objects.values_list("from_place_id", "to_place_id"))
    rows = [
        PlaceClosure(container_id=pk, member_id=member, distance=distance)
        for pk in Place.objects.values_list("pk", flat=True)
        for member, distance in descend(pk, children).items()
    ]
    PlaceClosure.objects.all().delete()
    PlaceClosure.objects.bulk_create(rows, batch_size=2000)
    return len(rows)


def _row(ancestor: int, descendant: int, distance: int, basis: ClosureBasis) -> ConceptClosure:
    return ConceptClosure(ancestor_id=ancestor, descendant_id=descendant, distance=distance, basis=basis)


def _children(pairs: Iterable[tuple[int, int]]) -> Children:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for parent, child in pairs:
        children[parent].append(child)
    return children


def _substitutes() -> Children:
    """Concept to the concepts of other schemes that may stand for it, read in both directions of each mapping."""
    pairs = []
    stored = ConceptMapping.objects.filter(target__isnull=False).values_list("concept_id", "kind", "target_id")
    for concept, kind, target in stored:
        if MappingKind(kind).is_substitutable:
            pairs.append((concept, target))
        if MappingKind(kind).inverse.is_substitutable:
            pairs.append((target, concept))
    return _children(pairs)


def _inferred(below: Mapping[int, int], substitutes: Children, children: Children) -> dict[int, int]:
    """One mapping step away from a concept or what is narrower, and what is narrower there. Never two steps:
    close matches are not transitive (SKOS Reference, section 10)."""
    found: dict[int, int] = {}
    for node, distance in below.items():
        for substitute in substitutes.get(node, ()):
            for other, further in descend(substitute, children).items():
                if other not in below:
                    found[other] = min(found.get(other, 32000), distance + 1 + further)
    return found
