"""Zenodo: training material, tools and guidance, as answers of its search for records."""

from collections.abc import Iterator
from typing import Any

import ijson
from django.utils.translation import gettext as _

from ...enums import RecordType, RelationKind
from ..cleaning import plain_text
from ..data import BrokenData, Item, LinkData, RecordData
from ..dates import bad_dates, moment, partial_date
from ..files import FileReader
from ..json_records import NoRecordsError, payload_of, read_json_records

PREFIXES = {"hits": "hits.hits.item", "aggregations": "hits.hits.item", "links": "hits.hits.item", "": "item"}
TAUGHT = {"lesson", "presentation", "video"}
TEACHING_WORDS = {"training material", "training materials", "lesson", "course", "workshop", "tutorial", "webinar"}
REPORTS = {"article", "preprint", "thesis", "conferencepaper", "workingpaper"}
RELATIONS = {
    "isPartOf": RelationKind.PART_OF,
    "references": RelationKind.REFERENCES,
    "cites": RelationKind.REFERENCES,
    "isNewVersionOf": RelationKind.SUPERSEDES,
    "isDerivedFrom": RelationKind.DERIVED_FROM,
}
ZENODO_DOI = "10.5281/zenodo."


class ZenodoReader(FileReader):
    source = "zenodo"
    metadata_licence = "CC0-1.0"

    def __iter__(self) -> Iterator[Item]:
        number = 0
        try:
            for number, record in enumerate(read_json_records(self.path, self, PREFIXES), start=1):
                yield _item(number, record)
        except NoRecordsError:
            yield BrokenData(where=_("the file"), reason=_("it holds no records of Zenodo"))
        except ijson.JSONError as error:
            yield BrokenData(where=_("after item %(number)s") % {"number": number}, reason=str(error).splitlines()[0])


def _item(number: int, record: Any) -> Item:
    where = _("item %(number)s") % {"number": number}
    if not isinstance(record, dict) or not isinstance(record.get("metadata"), dict):
        return BrokenData(where=where, reason=_("it has no metadata"))
    identifier = str(record.get("id") or record.get("recid") or "").strip()
    if not identifier:
        return BrokenData(where=where, reason=_("it has no id"))
    try:
        return _record_data(identifier, f"{where} ({identifier})", record, record["metadata"])
    except (AttributeError, TypeError) as error:
        return BrokenData(where=f"{where} ({identifier})", reason=_("not as expected: %(why)s") % {"why": error})


def _record_data(identifier: str, where: str, record: dict[str, Any], metadata: dict[str, Any]) -> RecordData:
    language = str(metadata.get("language") or "")
    keywords = [word.strip() for text in metadata.get("keywords") or [] for word in str(text).split(",")]
    kind = record_type_of(metadata.get("resource_type") or {}, keywords)
    page = str((record.get("links") or {}).get("self_html") or f"https://zenodo.org/records/{identifier}")
    publication_date = metadata.get("publication_date")
    return RecordData(
        identifier=identifier,
        where=where,
        record_type=kind,
        payload=payload_of(record),
        title=str(metadata.get("title") or record.get("title") or ""),
        summary=str(metadata.get("description") or ""),
        html=str(metadata.get("description") or ""),
        text_language=language,
        languages=(language,) if language else (),
        keywords=tuple((word,) for word in keywords if word),
        organisations=tuple(str(person.get("affiliation") or "") for person in metadata.get("creators") or []),
        licence=str((metadata.get("license") or {}).get("id") or ""),
        fields=_fields(metadata) | _fields_of_type(kind, metadata),
        links=(LinkData(url=page), *_files(record)),
        relations=_relations(metadata),
        unmapped=tuple(("date", text) for text in bad_dates([publication_date])),
        url=page,
        as_of=moment(record.get("modified") or record.get("updated")),
    )


def record_type_of(resource_type: dict[str, Any], keywords: list[str]) -> RecordType:
    """What is taught is an e-learning resource, by its type or its keywords; scholarly texts are reports; the rest are
    tools and guidance."""
    if resource_type.get("type") in TAUGHT or TEACHING_WORDS & {word.lower() for word in keywords}:
        return RecordType.E_LEARNING_RESOURCE
    if resource_type.get("subtype") in REPORTS:
        return RecordType.RESEARCH_REPORT
    return RecordType.TOOL_OR_GUIDANCE


def _fields(metadata: dict[str, Any]) -> dict[str, Any]:
    names = [plain_text(person.get("name")) for person in metadata.get("creators") or []]
    return {
        "authors": [name for name in names if name],
        "publisher": str(metadata.get("publisher") or "Zenodo"),
        "source": str((metadata.get("meeting") or {}).get("title") or ""),
        "publication_date": partial_date(metadata.get("publication_date")),
    }


def _fields_of_type(kind: RecordType, metadata: dict[str, Any]) -> dict[str, Any]:
    is_open = metadata.get("access_right") == "open"
    if kind == RecordType.E_LEARNING_RESOURCE:
        return {"is_free": is_open or None}
    if kind == RecordType.RESEARCH_REPORT:
        return {"doi": str(metadata.get("doi") or ""), "is_open_access": is_open}
    return {"version": str(metadata.get("version") or "")}


def _files(record: dict[str, Any]) -> list[LinkData]:
    files = record.get("files") or []
    return [
        LinkData(url=str((file.get("links") or {}).get("self") or ""), title=str(file.get("key") or ""))
        for file in files[:10]
    ]


def _relations(metadata: dict[str, Any]) -> tuple[tuple[RelationKind, str], ...]:
    """Relations to other records of Zenodo, by the number in their DOI."""
    found = []
    for other in metadata.get("related_identifiers") or []:
        kind, identifier = RELATIONS.get(other.get("relation") or ""), str(other.get("identifier") or "")
        if kind and ZENODO_DOI in identifier:
            found.append((kind, identifier.split(ZENODO_DOI)[1]))
    return tuple(found)
