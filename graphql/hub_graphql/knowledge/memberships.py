"""Which concepts, places and organisations the records of a list carry: all that is asked for in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import CharField, Value

from hub.statements import fetch
from knowledge.enums import RecordType
from knowledge.models import BuildingBlock, Record, ToolOrGuidance

from ..core.rows import Batch
from ..vocabularies.concept_rows import find_concepts
from ..vocabularies.place_rows import find_places
from .organisation_rows import find_organisations

type Memberships = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Membership:
    """A relation to many things: its name here, the field of the schema that asks for it, and its table."""

    kind: str
    field: str
    through: type[models.Model]
    owner: str
    member: str
    finder: Any


RECORD_MEMBERSHIPS = (
    Membership("targets", "targets", Record.targets.through, "record_id", "concept_id", find_concepts),
    Membership("aichi_targets", "aichiTargets", Record.aichi_targets.through, "record_id", "concept_id", find_concepts),
    Membership("subjects", "subjects", Record.subjects.through, "record_id", "concept_id", find_concepts),
    Membership("audiences", "audiences", Record.audiences.through, "record_id", "concept_id", find_concepts),
    Membership("languages", "languages", Record.languages.through, "record_id", "concept_id", find_concepts),
    Membership("places", "places", Record.places.through, "record_id", "place_id", find_places),
    Membership(
        "organisations",
        "organisations",
        Record.organisations.through,
        "record_id",
        "organisation_id",
        find_organisations,
    ),
)
TOOL_MEMBERSHIPS = (
    Membership(
        "purposes", "purposes", ToolOrGuidance.purposes.through, "toolorguidance_id", "concept_id", find_concepts
    ),
)
BLOCK_MEMBERSHIPS = (
    Membership("targets", "targets", BuildingBlock.targets.through, "buildingblock_id", "concept_id", find_concepts),
    Membership("subjects", "subjects", BuildingBlock.subjects.through, "buildingblock_id", "concept_id", find_concepts),
)


def load_memberships(batch: Batch, rows: Sequence[Any]) -> Mapping[int, Memberships]:
    """What each record carries, by kind, as primary keys in the order in which they were given."""
    wanted: tuple[Membership, ...] = RECORD_MEMBERSHIPS
    if any(row.record_type == RecordType.TOOL_OR_GUIDANCE for row in rows):
        wanted += TOOL_MEMBERSHIPS
    return _load(batch, rows, wanted)


def _pairs(keys: Sequence[int], asked: Sequence[Membership]) -> Any:
    parts = [
        membership.through._default_manager.filter(**{f"{membership.owner}__in": keys})
        .order_by()
        .values_list(Value(membership.kind, output_field=CharField()), membership.owner, membership.member, "pk")
        for membership in asked
    ]
    return parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]


def load_block_memberships(batch: Batch, rows: Sequence[Any]) -> Mapping[int, Memberships]:
    """The same for building blocks."""
    return _load(batch, rows, BLOCK_MEMBERSHIPS)


def _load(batch: Batch, rows: Sequence[Any], memberships: Sequence[Membership]) -> Mapping[int, Memberships]:
    asked = [membership for membership in memberships if batch.scope.mentions(membership.field)]
    found: dict[int, Memberships] = {row.pk: {} for row in rows}
    if not asked:
        return found
    for kind, owner, member, _order in sorted(fetch(_pairs, list(found), tuple(asked)), key=lambda pair: pair[3]):
        found[owner].setdefault(kind, []).append(member)
    for membership in asked:
        announced = (key for members in found.values() for key in members.get(membership.kind, ()))
        batch.scope.lookup(membership.finder).announce(announced)
    return found
