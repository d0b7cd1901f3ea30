"""Vocabularies and their concepts as plain rows, and what loads them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Count

from hub.languages.chain import pick
from hub.statements import fetch
from hub.vocabularies.enums import MappingKind
from hub.vocabularies.models import Concept, ConceptMapping, Scheme
from knowledge.counts import ConceptCount, count_by_concept

from ..core.ids import global_id
from ..core.rows import Batch, Row, Scope


@dataclass(slots=True, eq=False)
class SchemeRow(Row):
    columns: ClassVar[tuple[str, ...]] = ("pk", "identifier", "uri", "titles", "descriptions")

    identifier: str
    uri: str
    titles: dict[str, str]
    descriptions: dict[str, str]

    @property
    def title(self) -> str:
        return pick(self.titles, self.scope.locale)[0] or self.identifier

    @property
    def description(self) -> str:
        return pick(self.descriptions, self.scope.locale)[0]

    @property
    def concept_count(self) -> int:
        return self.group(load_scheme_sizes)


@dataclass(slots=True, eq=False)
class ConceptRow(Row):
    columns: ClassVar[tuple[str, ...]] = ("pk", "identifier", "uri", "notation", "scheme_id", "sort_key", "labels")
    graphql_type: ClassVar[str] = "Concept"

    identifier: str
    uri: str
    notation: str
    scheme_id: int
    sort_key: str
    labels: dict[str, str]

    @property
    def id(self) -> str:
        return global_id("Concept", self.identifier)

    @property
    def scheme(self) -> SchemeRow | None:
        return self.scope.lookup(find_schemes).get(self.scheme_id)

    @property
    def label(self) -> str:
        return pick(self.labels, self.scope.locale)[0] or self.identifier

    @property
    def label_locale(self) -> str:
        return pick(self.labels, self.scope.locale)[1]

    @property
    def alternative_labels(self) -> list[str]:
        """Synonyms in the language asked for only: those of another would be no help to a reader of this one."""
        labels: list[str] = self.group(load_wording)[0].get(self.scope.locale, [])
        return labels

    @property
    def definition(self) -> str:
        return pick(self.group(load_wording)[1], self.scope.locale)[0]

    @property
    def definition_locale(self) -> str:
        return pick(self.group(load_wording)[1], self.scope.locale)[1]

    @property
    def broader(self) -> "list[ConceptRow]":
        return concepts_of(self.scope, self.group(load_broader))

    @property
    def narrower(self) -> "list[ConceptRow]":
        return concepts_of(self.scope, self.group(load_narrower))

    @property
    def mappings(self) -> "list[MappingRow]":
        return self.group(load_mappings)

    @property
    def record_count(self) -> int:
        return self.group(load_record_counts).direct

    @property
    def inferred_record_count(self) -> int:
        return self.group(load_record_counts).inferred


@dataclass(slots=True, kw_only=True)
class MappingRow:
    """A correspondence as seen from the concept it hangs on."""

    scope: Scope
    kind: str
    other_id: int | None
    outside_uri: str

    @property
    def concept(self) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(self.other_id)

    @property
    def uri(self) -> str:
        concept = self.concept
        return concept.uri if concept else self.outside_uri


def find_schemes(scope: Scope, keys: Sequence[int]) -> Mapping[int, SchemeRow]:
    """Vocabularies by primary key."""
    return {row.pk: row for row in take_schemes(scope, fetch(_schemes, keys))}


def _schemes(keys: Sequence[int]) -> Any:
    return Scheme.objects.filter(pk__in=keys).values_list(*SchemeRow.columns)


def take_schemes(scope: Scope, found: Iterable[Sequence[Any]]) -> list[SchemeRow]:
    """What was found of vocabularies, in the order of the columns, as rows of the scope."""
    return scope.batch("schemes").add(SchemeRow(*values) for values in found)


def load_scheme_sizes(batch: Batch, rows: Sequence[SchemeRow]) -> Mapping[int, int]:
    """How many concepts each vocabulary has."""
    sizes = Scheme.objects.filter(pk__in=[row.pk for row in rows]).annotate(size=Count("concepts"))
    return dict(sizes.values_list("pk", "size"))


def find_concepts(scope: Scope, keys: Sequence[int]) -> Mapping[int, ConceptRow]:
    """Concepts by primary key."""
    return {row.pk: row for row in take_concepts(scope, fetch(_concepts, keys))}


def _concepts(keys: Sequence[int]) -> Any:
    return Concept.objects.filter(pk__in=keys).order_by().values_list(*ConceptRow.columns)


def find_concepts_by_identifier(scope: Scope, keys: Sequence[str]) -> Mapping[str, ConceptRow]:
    """Concepts by their stable identifier."""
    return {row.identifier: row for row in take_concepts(scope, fetch(_concepts_by_identifier, keys))}


def _concepts_by_identifier(keys: Sequence[str]) -> Any:
    return Concept.objects.filter(identifier__in=keys).order_by().values_list(*ConceptRow.columns)


def read_concepts(scope: Scope, queryset: Any) -> list[ConceptRow]:
    """The concepts of `queryset` as rows of the scope."""
    return take_concepts(scope, queryset.values_list(*ConceptRow.columns))


def take_concepts(scope: Scope, found: Iterable[Sequence[Any]]) -> list[ConceptRow]:
    """What was found of concepts, in the order of the columns, as rows of the scope; known ones stay what they are."""
    batch = scope.batch("concepts")
    made = [ConceptRow(*values) for values in found]
    batch.add(row for row in made if row.pk not in batch.rows)
    rows: list[ConceptRow] = [batch.rows[row.pk] for row in made]
    lookup = scope.lookup(find_concepts)
    lookup.know({row.pk: row for row in rows})
    schemes = scope.lookup(find_schemes)
    schemes.announce(row.scheme_id for row in rows)
    return rows


def concepts_of(scope: Scope, keys: Iterable[int]) -> list[ConceptRow]:
    """The concepts with these primary keys, in the order of their vocabulary."""
    return sorted(scope.lookup(find_concepts).all(keys), key=vocabulary_order)


def vocabulary_order(row: ConceptRow) -> tuple[int, str, str]:
    """The order in which a vocabulary lists its concepts."""
    return (row.scheme_id, row.sort_key, row.identifier)


def load_wording(batch: Batch, rows: Sequence[ConceptRow]) -> Mapping[int, tuple[dict[str, Any], dict[str, str]]]:
    """Alternative labels and definitions, which are long and rarely asked for."""
    wording = Concept.objects.filter(pk__in=[row.pk for row in rows])
    return {pk: (labels, texts) for pk, labels, texts in wording.values_list("pk", "alternative_labels", "definitions")}


def load_broader(batch: Batch, rows: Sequence[ConceptRow]) -> Mapping[int, list[int]]:
    """The keys of the broader concepts of each."""
    return _hierarchy(batch, rows, "from_concept_id", "to_concept_id")


def load_narrower(batch: Batch, rows: Sequence[ConceptRow]) -> Mapping[int, list[int]]:
    """The keys of the narrower concepts of each."""
    return _hierarchy(batch, rows, "to_concept_id", "from_concept_id")


def _hierarchy(batch: Batch, rows: Sequence[ConceptRow], near: str, far: str) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {row.pk: [] for row in rows}
    links = Concept.broader.through.objects.filter(**{f"{near}__in": list(found)})
    for here, there in links.values_list(near, far):
        found[here].append(there)
    batch.scope.lookup(find_concepts).announce(key for keys in found.values() for key in keys)
    return found


def load_mappings(batch: Batch, rows: Sequence[ConceptRow]) -> Mapping[int, list[MappingRow]]:
    """Correspondences said here or at the other end, each read from here and once."""
    scope = batch.scope
    said: dict[int, dict[tuple[str, int | None, str], None]] = {row.pk: {} for row in rows}
    here = ConceptMapping.objects.filter(concept__in=list(said)).order_by("pk")
    for pk, kind, target, uri in here.values_list("concept_id", "kind", "target_id", "target_uri"):
        said[pk][kind, target, uri] = None
    there = ConceptMapping.objects.filter(target__in=list(said)).order_by("pk")
    for pk, kind, source in there.values_list("target_id", "kind", "concept_id"):
        said[pk][str(MappingKind(kind).inverse), source, ""] = None
    found: defaultdict[int, list[MappingRow]] = defaultdict(list)
    for pk, mappings in said.items():
        scope.lookup(find_concepts).announce(other for _kind, other, _uri in mappings)
        found[pk] = [
            MappingRow(scope=scope, kind=kind, other_id=other, outside_uri=uri) for kind, other, uri in mappings
        ]
    return found


def load_record_counts(batch: Batch, rows: Sequence[ConceptRow]) -> Mapping[int, ConceptCount]:
    """How many records answer for each concept."""
    return count_by_concept([row.pk for row in rows], viewer=batch.scope.viewer)
