"""Building blocks as plain rows, the case studies that use them, and what loads both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from hub.statements import fetch
from hub.visibility.viewer import Viewer
from knowledge.models import BuildingBlock
from knowledge.relations import uses_in_case_studies, uses_of_blocks

from ..core.ids import global_id
from ..core.rows import Batch, Scope
from ..vocabularies.concept_rows import ConceptRow, concepts_of
from .editions import EDITION_COLUMNS, EditionRow
from .memberships import load_block_memberships
from .record_rows import RecordRow, find_records

BLOCK_PROSE = ("how_it_works", "enabling_factors", "lessons_learned")


@dataclass(slots=True, eq=False)
class BuildingBlockRow(EditionRow):
    model: ClassVar[type[BuildingBlock]] = BuildingBlock
    columns: ClassVar[tuple[str, ...]] = EDITION_COLUMNS
    graphql_type: ClassVar[str] = "BuildingBlock"

    @property
    def id(self) -> str:
        return global_id("BuildingBlock", self.reference)

    @property
    def targets(self) -> list[ConceptRow]:
        return concepts_of(self.scope, self.group(load_block_memberships).get("targets", ()))

    @property
    def subjects(self) -> list[ConceptRow]:
        return concepts_of(self.scope, self.group(load_block_memberships).get("subjects", ()))

    @property
    def case_studies(self) -> list[RecordRow]:
        return self.scope.lookup(find_records).all(self.group(load_users))

    @property
    def case_study_count(self) -> int:
        return len(self.group(load_users))


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """A building block as one case study used it."""

    building_block: BuildingBlockRow
    note: str


def read_building_blocks(scope: Scope, queryset: Any) -> list[BuildingBlockRow]:
    """The editions of `queryset` as the rows of a new batch."""
    columns = queryset.values_list(*BuildingBlockRow.columns)
    return Batch(scope).add(BuildingBlockRow(*values) for values in columns)


def find_building_blocks(scope: Scope, keys: Sequence[UUID]) -> Mapping[UUID, BuildingBlockRow]:
    """The served editions of the building blocks with these translation keys."""
    found = fetch(_served_blocks, keys, scope.locale, scope.viewer)
    rows = Batch(scope).add(BuildingBlockRow(*values) for values in found)
    return {row.translation_key: row for row in rows}


def _served_blocks(keys: Sequence[UUID], locale: str, viewer: Viewer) -> Any:
    works = BuildingBlock.objects.filter(translation_key__in=keys)
    return works.served_in(locale, viewer).values_list(*BuildingBlockRow.columns)


def load_block_prose(batch: Batch, rows: Sequence[BuildingBlockRow]) -> Mapping[int, dict[str, Any]]:
    """The rich texts of each."""
    stored = BuildingBlock.objects.filter(pk__in=[row.pk for row in rows])
    return {values["pk"]: values for values in stored.values("pk", *BLOCK_PROSE)}


def load_users(batch: Batch, rows: Sequence[BuildingBlockRow]) -> Mapping[int, list[UUID]]:
    """The case studies that use each block, by their keys, the newest first."""
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    keys = [row.translation_key for row in rows]
    for block, case_study in uses_of_blocks(keys, viewer=batch.scope.viewer):
        found[block].append(case_study)
    if batch.scope.mentions("caseStudies"):
        batch.scope.lookup(find_records).announce(key for users in found.values() for key in users)
    return {row.pk: found[row.translation_key] for row in rows}


def load_uses(batch: Batch, rows: Sequence[RecordRow]) -> Mapping[int, list[UseRow]]:
    """The building blocks of each case study with the words of its served edition about them."""
    scope = batch.scope
    works = {row.translation_key: row for row in rows}
    uses = uses_in_case_studies({key: row.pk for key, row in works.items()}, viewer=scope.viewer)
    blocks = scope.lookup(find_building_blocks)
    blocks.announce(use.block for found in uses.values() for use in found)
    return {
        row.pk: [
            UseRow(building_block=block, note=use.note)
            for use in uses.get(key, ())
            if (block := blocks.get(use.block)) is not None
        ]
        for key, row in works.items()
    }


def find_building_blocks_of_editions(scope: Scope, keys: Sequence[int]) -> Mapping[int, BuildingBlockRow]:
    """The served editions of the building blocks that have an edition with one of these primary keys."""
    works = dict(BuildingBlock.objects.filter(pk__in=keys).values_list("pk", "translation_key"))
    rows = scope.lookup(find_building_blocks)
    rows.announce(works.values())
    return {pk: row for pk, work in works.items() if (row := rows.get(work)) is not None}
