"""GBIF: the literature that uses or cites its data, as answers of the literature search (also as recorded calls)."""

from collections.abc import Iterator
from typing import Any

import ijson
from django.utils.translation import gettext as _

from ...enums import RecordType
from ..cleaning import plain_text
from ..data import BrokenData, Item, LinkData, RecordData
from ..dates import moment, partial_date
from ..files import FileReader
from ..json_records import NoRecordsError, payload_of, read_json_records

PREFIXES = {"recorded_interactions": "recorded_interactions.item.body.results.item"} | dict.fromkeys(
    ("offset", "limit", "endOfRecords", "count", "results", "facets"), "results.item"
)
DOI_ADDRESS = "https://doi.org/"


class GbifLiteratureReader(FileReader):
    source = "gbif-literature"
    metadata_licence = "CC-BY-4.0"

    def __iter__(self) -> Iterator[Item]:
        number = 0
        try:
            for number, record in enumerate(read_json_records(self.path, self, PREFIXES), start=1):
                yield _item(number, record)
        except NoRecordsError:
            yield BrokenData(where=_("the file"), reason=_("it holds no results of a literature search"))
        except ijson.JSONError as error:
            yield BrokenData(where=_("after item %(number)s") % {"number": number}, reason=str(error).splitlines()[0])


def _item(number: int, record: Any) -> Item:
    where = _("item %(number)s") % {"number": number}
    if not isinstance(record, dict):
        return BrokenData(where=where, reason=_("it is not an object"))
    identifier = str(record.get("id") or "").strip()
    if not identifier:
        return BrokenData(where=where, reason=_("it has no id"))
    try:
        return _record_data(identifier, f"{where} ({identifier})", record)
    except (AttributeError, TypeError) as error:
        return BrokenData(where=f"{where} ({identifier})", reason=_("not as expected: %(why)s") % {"why": error})


def _record_data(identifier: str, where: str, record: dict[str, Any]) -> RecordData:
    doi = str((record.get("identifiers") or {}).get("doi") or "").removeprefix(DOI_ADDRESS)
    pages = [str(address) for address in record.get("websites") or []]
    addresses = [DOI_ADDRESS + doi, *pages] if doi else pages
    language = str(record.get("language") or "")
    topics = [str(topic).replace("_", " ").lower() for topic in record.get("topics") or []]
    return RecordData(
        identifier=identifier,
        where=where,
        record_type=RecordType.RESEARCH_REPORT,
        payload=payload_of(record),
        title=str(record.get("title") or ""),
        summary=str(record.get("abstract") or ""),
        text_language=language,
        languages=(language,) if language else (),
        countries=tuple(str(code) for code in record.get("countriesOfCoverage") or []),
        keywords=tuple((str(word),) for word in [*(record.get("keywords") or []), *topics]),
        organisations=(str(record.get("publisher") or ""),),
        fields={
            "authors": _authors(record.get("authors") or []),
            "publisher": str(record.get("publisher") or ""),
            "journal": str(record.get("source") or ""),
            "publication_date": _date(record),
            "doi": doi,
            "is_peer_reviewed": _answer(record.get("peerReview")),
            "is_open_access": _answer(record.get("openAccess")),
        },
        links=tuple(LinkData(url=address) for address in addresses),
        url=f"https://www.gbif.org/resource/{identifier}",
        as_of=moment(record.get("modified") or record.get("added")),
    )


def _authors(people: list[dict[str, Any]]) -> list[str]:
    """Full names. Some have an e-mail address for a name, which is nobody's business."""
    names = (plain_text(f"{person.get('firstName') or ''} {person.get('lastName') or ''}") for person in people)
    return [name for name in names if name and "@" not in name]


def _date(record: dict[str, Any]) -> str:
    if published := partial_date(record.get("published")):
        return published
    parts = [record.get("year"), record.get("month"), record.get("day")]
    known = parts[: parts.index(None)] if None in parts else parts
    return partial_date("-".join(f"{part:02d}" if isinstance(part, int) else str(part) for part in known))


def _answer(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
