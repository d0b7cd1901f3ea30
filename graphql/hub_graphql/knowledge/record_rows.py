"""Records as plain rows, and what loads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from hub.statements import fetch
from hub.visibility.viewer import Viewer
from knowledge.enums import RecordType
from knowledge.models import RECORD_MODELS, Record

from ..core.ids import global_id
from ..core.rows import Batch, Scope
from ..vocabularies.concept_rows import ConceptRow, concepts_of, find_concepts, find_concepts_by_identifier
from ..vocabularies.place_rows import PlaceRow, places_of
from .attachments import LinkRow, ProvenanceRow, load_links, load_provenance, load_tags
from .editions import EDITION_COLUMNS, EditionRow
from .memberships import load_memberships
from .organisation_rows import OrganisationRow, find_organisations

TYPE_NAMES = {kind.value: RECORD_MODELS[kind].__name__ for kind in RecordType}

# What each type's own table adds; the words among them are rich text.
DETAIL_COLUMNS: dict[str, tuple[str, ...]] = {
    RecordType.BEST_PRACTICE: ("context", "approach", "lessons_learned", "replicability", "scale_id"),
    RecordType.CASE_STUDY: (
        "problem",
        "impact",
        "lessons_learned",
        "start_date",
        "end_date",
        "scale_id",
        "cost_usd",
        "area_hectares",
    ),
    RecordType.TOOL_OR_GUIDANCE: ("how_to_use", "requirements", "file_format", "version"),
    RecordType.RESEARCH_REPORT: ("methods", "key_findings", "doi", "journal", "is_peer_reviewed", "is_open_access"),
    RecordType.E_LEARNING_RESOURCE: (
        "learning_objectives",
        "prerequisites",
        "provider",
        "duration_minutes",
        "is_free",
        "has_certificate",
        "format",
    ),
    RecordType.POLICY_DOCUMENT: (
        "obligations",
        "responsible_authorities",
        "document_type_id",
        "jurisdiction_id",
        "policy_status_id",
        "adoption_date",
        "entry_into_force_date",
        "reference_number",
    ),
}
CONCEPT_DETAILS = ("scale_id", "document_type_id", "jurisdiction_id", "policy_status_id")
COMMON_PROSE = ("relevant_information",)


@dataclass(slots=True, eq=False)
class RecordRow(EditionRow):
    model: ClassVar[type[Record]] = Record
    columns: ClassVar[tuple[str, ...]] = (
        *EDITION_COLUMNS,
        "record_type",
        "plain_summary",
        "authors",
        "publisher",
        "source",
        "publication_date",
        "rights",
        "licence_id",
        "expertise_level_id",
        "is_syndication_allowed",
        "cover_id",
        "cover_alt_text",
        "is_cover_decorative",
    )

    record_type: str
    plain_summary: str
    authors: list[str]
    publisher: str
    source: str
    publication_date: str
    rights: str
    licence_id: int | None
    expertise_level_id: int | None
    is_syndication_allowed: bool
    cover_id: int | None
    cover_alt_text: str
    is_cover_decorative: bool

    @property
    def graphql_type(self) -> str:
        return TYPE_NAMES[self.record_type]

    @property
    def id(self) -> str:
        return global_id("Record", self.reference)

    @property
    def type_concept(self) -> ConceptRow | None:
        identifier = RecordType(self.record_type).concept_identifier
        return self.scope.lookup(find_concepts_by_identifier).get(identifier)

    @property
    def licence(self) -> ConceptRow | None:
        return self._concept(self.licence_id)

    @property
    def expertise_level(self) -> ConceptRow | None:
        return self._concept(self.expertise_level_id)

    @property
    def targets(self) -> list[ConceptRow]:
        return self._concepts("targets")

    @property
    def aichi_targets(self) -> list[ConceptRow]:
        return self._concepts("aichi_targets")

    @property
    def subjects(self) -> list[ConceptRow]:
        return self._concepts("subjects")

    @property
    def audiences(self) -> list[ConceptRow]:
        return self._concepts("audiences")

    @property
    def languages(self) -> list[ConceptRow]:
        return self._concepts("languages")

    @property
    def purposes(self) -> list[ConceptRow]:
        return self._concepts("purposes")

    @property
    def places(self) -> list[PlaceRow]:
        return places_of(self.scope, self.group(load_memberships).get("places", ()))

    @property
    def organisations(self) -> list[OrganisationRow]:
        return self.scope.lookup(find_organisations).all(self.group(load_memberships).get("organisations", ()))

    @property
    def tags(self) -> list[str]:
        return self.group(load_tags)

    @property
    def links(self) -> list[LinkRow]:
        return self.group(load_links)

    @property
    def provenance(self) -> ProvenanceRow | None:
        return self.group(load_provenance)

    def detail(self, column: str) -> Any:
        """The value of a column that only this type of record has."""
        return self.group(load_details)[column]

    def concept_detail(self, column: str) -> ConceptRow | None:
        """The concept that a column of this type of record points at."""
        return self._concept(self.detail(column))

    def _concept(self, key: int | None) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(key)

    def _concepts(self, kind: str) -> list[ConceptRow]:
        return concepts_of(self.scope, self.group(load_memberships).get(kind, ()))


def read_records(scope: Scope, queryset: Any) -> list[RecordRow]:
    """The editions of `queryset` as the rows of a new batch."""
    return take_records(scope, queryset.values_list(*RecordRow.columns))


def take_records(scope: Scope, found: Iterable[Sequence[Any]]) -> list[RecordRow]:
    """What was found of editions, in the order of the columns, as a new batch, with what they point at announced."""
    taken = Batch(scope).add(RecordRow(*values) for values in found)
    concepts = scope.lookup(find_concepts)
    if scope.mentions("licence"):
        concepts.announce(row.licence_id for row in taken)
    if scope.mentions("expertiseLevel"):
        concepts.announce(row.expertise_level_id for row in taken)
    if scope.mentions("typeConcept"):
        types = {RecordType(row.record_type).concept_identifier for row in taken}
        scope.lookup(find_concepts_by_identifier).announce(types)
    return taken


def find_records(scope: Scope, keys: Sequence[UUID]) -> Mapping[UUID, RecordRow]:
    """The served editions of the works with these translation keys."""
    served = take_records(scope, fetch(_served_records, keys, scope.locale, scope.viewer))
    return {row.translation_key: row for row in served}


def _served_records(keys: Sequence[UUID], locale: str, viewer: Viewer) -> Any:
    works = Record.objects.filter(translation_key__in=keys)
    return works.served_in(locale, viewer).values_list(*RecordRow.columns)


def find_record(scope: Scope, reference: str) -> RecordRow | None:
    """The served edition of the record with this reference; None when there is none to be read."""
    found = fetch(_served_record, [reference], scope.locale, scope.viewer)
    return next(iter(take_records(scope, found)), None)


def _served_record(references: Sequence[str], locale: str, viewer: Viewer) -> Any:
    works = Record.objects.filter(reference__in=references)
    return works.served_in(locale, viewer).values_list(*RecordRow.columns)


def find_records_of_editions(scope: Scope, keys: Sequence[int]) -> Mapping[int, RecordRow]:
    """The served editions of the works that have an edition, in any language, with one of these primary keys."""
    works: dict[int, UUID] = dict(fetch(_works, keys))
    rows = scope.lookup(find_records)
    rows.announce(works.values())
    return {pk: row for pk, work in works.items() if (row := rows.get(work)) is not None}


def _works(keys: Sequence[int]) -> Any:
    return Record.objects.filter(pk__in=keys).values_list("pk", "translation_key")


def load_details(batch: Batch, rows: Sequence[RecordRow]) -> Mapping[int, dict[str, Any]]:
    """What the table of each row's own type adds: one statement for each type in the batch."""
    found: dict[int, dict[str, Any]] = {}
    for kind, columns in DETAIL_COLUMNS.items():
        keys = [row.pk for row in rows if row.record_type == kind]
        if keys:
            names = (*COMMON_PROSE, *columns)
            found |= {pk: dict(zip(names, values, strict=True)) for pk, *values in fetch(_details, keys, kind)}
    concepts = batch.scope.lookup(find_concepts)
    for values in found.values():
        concepts.announce(values.get(column) for column in CONCEPT_DETAILS)
    return found


def _details(keys: Sequence[int], kind: str) -> Any:
    stored = RECORD_MODELS[RecordType(kind)]._default_manager.filter(pk__in=keys)
    return stored.values_list("pk", *COMMON_PROSE, *DETAIL_COLUMNS[kind])
