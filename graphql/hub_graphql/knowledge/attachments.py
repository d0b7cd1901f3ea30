"""Links, free tags and provenance of records, loaded for a whole list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hub.statements import fetch
from knowledge.models import Provenance, RecordTag, ResourceLink
from knowledge.sources import source_title

from ..core.rows import Batch, Scope
from ..vocabularies.concept_rows import ConceptRow, find_concepts
from .editions import EditionRow, load_editions


@dataclass(frozen=True, slots=True)
class LinkRow:
    url: str
    title: str
    language: str


@dataclass(slots=True, kw_only=True)
class ProvenanceRow:
    scope: Scope
    source: str
    identifier: str
    url: str
    licence_id: int | None
    as_of: str

    @property
    def source_title(self) -> str:
        return source_title(self.source)

    @property
    def licence(self) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(self.licence_id)


def load_links(batch: Batch, rows: Sequence[EditionRow]) -> Mapping[int, list[LinkRow]]:
    """Where each resource can be had, as its served edition says, or its original where that one says nothing."""
    links = fetch(_links, _served_and_original(rows))
    return _of_served_or_original(rows, ((pk, LinkRow(*link)) for pk, *link in links))


def _links(keys: Sequence[int]) -> Any:
    links = ResourceLink.objects.filter(record__in=keys).order_by("sort_order", "pk")
    return links.values_list("record_id", "url", "title", "language")


def load_tags(batch: Batch, rows: Sequence[EditionRow]) -> Mapping[int, list[str]]:
    """The free tags of each, those of the original where the served edition has none."""
    return _of_served_or_original(rows, fetch(_tags, _served_and_original(rows)))


def _tags(keys: Sequence[int]) -> Any:
    tags = RecordTag.objects.filter(content_object__in=keys).order_by("tag__name")
    return tags.values_list("content_object_id", "tag__name")


def load_provenance(batch: Batch, rows: Sequence[EditionRow]) -> Mapping[int, ProvenanceRow | None]:
    """Where each work was imported from: it hangs on the edition that was imported, and holds for all of them."""
    works = {edition.pk: row.pk for row in rows for edition in row.group(load_editions)}
    found: dict[int, ProvenanceRow | None] = {row.pk: None for row in rows}
    for pk, source, identifier, url, licence_id, as_of in fetch(_provenance, list(works)):
        found[works[pk]] = ProvenanceRow(
            scope=batch.scope,
            source=source,
            identifier=identifier,
            url=url,
            licence_id=licence_id,
            as_of=as_of.isoformat(),
        )
    batch.scope.lookup(find_concepts).announce(row.licence_id for row in found.values() if row)
    return found


def _provenance(keys: Sequence[int]) -> Any:
    stored = Provenance.objects.filter(record__in=keys).order_by("pk")
    return stored.values_list("record_id", "source", "identifier", "url", "licence_id", "as_of")


def _served_and_original(rows: Sequence[EditionRow]) -> list[int]:
    originals = [original.pk for row in rows if (original := row.original)]
    return [*(row.pk for row in rows), *originals]


def _of_served_or_original[V](rows: Sequence[EditionRow], pairs: Iterable[Sequence[Any]]) -> Mapping[int, list[V]]:
    found: defaultdict[int, list[V]] = defaultdict(list)
    for pk, value in pairs:
        found[pk].append(value)
    return {row.pk: found[row.pk] or (found[row.original.pk] if row.original else []) for row in rows}
