"""Reads what the hub already has of the records that a batch brings, in a few statements for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from taggit.models import Tag
from wagtail.models import Revision

from ..models import Provenance, Record
from .mapping import Vocabulary
from .preparation import MANY


@dataclass(slots=True, kw_only=True)
class Stored:
    """One imported record as it is now. `content` is its newest version, which may be an editor's draft."""

    provenance_id: int
    record_id: int
    record_type: str
    imported_values: dict[str, Any]
    content: dict[str, Any] | None
    is_live: bool
    is_locked: bool
    has_draft: bool


def read_stored(source: str, identifiers: Iterable[str]) -> dict[str, Stored]:
    """The records of `source` with these identifiers, by identifier."""
    columns = (
        *("identifier", "pk", "record_id", "imported_values"),
        *("record__record_type", "record__live", "record__locked", "record__has_unpublished_changes"),
        "record__latest_revision_id",
    )
    rows = Provenance.objects.filter(source=source, identifier__in=list(identifiers)).values_list(*columns)
    revisions = {row[0]: row[8] for row in rows if row[8]}
    contents = dict(Revision.objects.filter(pk__in=revisions.values()).values_list("pk", "content"))
    return {
        identifier: Stored(
            provenance_id=provenance_id,
            record_id=record_id,
            record_type=record_type,
            imported_values=imported_values,
            content=contents.get(revision_id) or _content_of(record_id),
            is_live=is_live,
            is_locked=is_locked,
            has_draft=has_draft,
        )
        for (
            identifier,
            provenance_id,
            record_id,
            imported_values,
            record_type,
            is_live,
            is_locked,
            has_draft,
            revision_id,
        ) in rows
    }


def _content_of(record_id: int) -> dict[str, Any]:
    """The content of a record whose revisions were purged."""
    content: dict[str, Any] = Record.objects.get(pk=record_id).specific.serializable_data()
    return content


class Names:
    """What the keys in a revision stand for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.concepts = {key: identifier for identifier, key in vocabulary.concept_keys.items()}
        self.places = {key: identifier for identifier, key in vocabulary.place_keys.items()}
        self.organisations = {key: slug for slug, key in vocabulary.organisation_keys.items()}
        self._tags: dict[int, str] = {}

    def read_tags(self, contents: Iterable[dict[str, Any]]) -> None:
        """Learn the names of the tags of these revisions at once."""
        wanted = {item["tag"] for content in contents for item in content.get("tagged_items", [])}
        self._tags = dict(Tag.objects.filter(pk__in=wanted).values_list("pk", "name"))

    def value(self, name: str, content: dict[str, Any]) -> Any:
        """The canonical value of a field in a revision."""
        if name == "tags":
            return [self._tags.get(item["tag"], "") for item in content.get("tagged_items", [])]
        if name == "links":
            return [[link["url"], link["title"], link["language"]] for link in content.get("links", [])]
        stored = content.get(name)
        if name == "body":
            return orjson.loads(stored) if isinstance(stored, str) and stored else stored or []
        if name in MANY:
            known = {"places": self.places, "organisations": self.organisations}.get(name, self.concepts)
            return sorted(known.get(int(key), str(key)) for key in stored or [])
        return stored

    def single(self, key: Any) -> str:
        """The identifier of one chosen concept, or nothing."""
        return self.concepts.get(int(key), str(key)) if key else ""
