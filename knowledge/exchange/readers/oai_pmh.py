"""OAI-PMH: records of a library in Dublin Core, as the answer to ListRecords or GetRecord."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from ...enums import RecordType
from ..cleaning import plain_text, unique, web_address
from ..data import BrokenData, DeletedData, Item, LinkData, RecordData
from ..dates import bad_dates, moment, partial_date
from ..files import FileReader
from ..xml_records import XmlRecord, XmlRecords

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
ERROR = re.compile(rb"<error[^>]*code=[\"'](\w+)[\"'][^>]*>([^<]*)")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s<>\"]+")
TYPES = {
    RecordType.E_LEARNING_RESOURCE: {"learning object", "lecture", "interactiveresource", "course", "presentation"},
    RecordType.TOOL_OR_GUIDANCE: {"software", "dataset", "manual", "image", "guideline"},
}
# A full timestamp among the dates is the moment of cataloguing, not of publication.
TIMESTAMP = re.compile(r"T\d\d:\d\d")
NO_LANGUAGE = {"other", "n/a", "-", "und"}
Elements = dict[str, list[str]]


class OaiPmhReader(FileReader):
    source = "oai-pmh"
    # The protocol says nothing about the descriptions; repositories state it elsewhere.
    metadata_licence = ""

    def __iter__(self) -> Iterator[Item]:
        records = XmlRecords(self.path, self)
        is_empty = True
        for record in records:
            is_empty = False
            yield _item(record)
        if is_empty:
            error = ERROR.search(records.preamble)
            words = b": ".join(error.groups()).decode(errors="replace") if error else _("it holds no record")
            yield BrokenData(where=_("the file"), reason=plain_text(words))


def _item(record: XmlRecord) -> Item:
    where = _("line %(line)s") % {"line": record.line}
    if record.element is None:
        return BrokenData(where=where, reason=record.problem)
    header = _child(record.element, "header")
    identifier = plain_text(_text(header, "identifier"))
    if header is None or not identifier:
        return BrokenData(where=where, reason=_("it has no identifier"))
    where = f"{where} ({identifier})"
    if header.get("status") == "deleted":
        return DeletedData(identifier=identifier, where=where)
    elements = _elements(record.element)
    if not elements:
        return BrokenData(where=where, reason=_("it has no Dublin Core metadata"))
    return _record_data(identifier, where, elements, record, _text(header, "datestamp"))


def _child(element: Element, name: str) -> Element | None:
    """The child of that name, in whatever namespace: some repositories forget to declare theirs."""
    return next((child for child in element if child.tag.rpartition("}")[2] == name), None)


def _text(element: Element | None, name: str) -> str:
    child = _child(element, name) if element is not None else None
    return (child.text or "") if child is not None else ""


def _elements(record: Element) -> Elements:
    """The Dublin Core elements by name: each may be repeated, and many repeat the same text."""
    found: Elements = {}
    for element in record.iter():
        name = element.tag.removeprefix(DUBLIN_CORE)
        text = " ".join("".join(element.itertext()).split())
        if name != element.tag and text and text != "-" and text not in found.get(name, ()):
            found.setdefault(name, []).append(text)
    return found


def _record_data(identifier: str, where: str, elements: Elements, record: XmlRecord, datestamp: str) -> RecordData:
    title, *other_titles = elements.get("title") or [""]
    names = elements.get("identifier", [])
    addresses = [web_address(name) for name in [*names, *elements.get("relation", [])]]
    addresses += [_address_of_format(text) for text in elements.get("format", [])]
    links = unique([address for address in addresses if address])
    languages = [code for code in elements.get("language", []) if code.lower() not in NO_LANGUAGE]
    kind = _type_of(elements.get("type", []))
    rights = " ".join(elements.get("rights", []))
    return RecordData(
        identifier=identifier,
        where=where,
        record_type=kind,
        payload=record.text,
        title=title,
        summary="\n".join(elements.get("description", [])),
        text_language=languages[0] if languages else "",
        languages=tuple(languages),
        countries=tuple(elements.get("coverage", ())),
        keywords=tuple((word.strip(),) for text in elements.get("subject", []) for word in text.split(";")),
        organisations=tuple(elements.get("publisher", ())),
        licence=rights,
        fields={
            "authors": elements.get("creator") or elements.get("contributor", []),
            "publisher": "; ".join(elements.get("publisher", [])),
            "source": "; ".join(elements.get("source") or elements.get("relation", [])),
            "publication_date": _publication_date(elements.get("date", [])),
            "rights": rights,
            "relevant_information": "; ".join(other_titles),
        }
        | ({"doi": _doi(names)} if kind == RecordType.RESEARCH_REPORT else {}),
        links=tuple(LinkData(url=address) for address in links[:10]),
        unmapped=tuple(("date", text) for text in bad_dates(elements.get("date", []))),
        url=links[0] if links else "",
        as_of=moment(datestamp),
    )


def _type_of(types: list[str]) -> RecordType:
    told = {text.rpartition("/")[2].lower() for text in types}
    return next((kind for kind, names in TYPES.items() if told & names), RecordType.RESEARCH_REPORT)


def _address_of_format(text: str) -> str:
    """Some repositories write the media type and the address of the file into one element."""
    start = text.find("http")
    return web_address(text[start:]) if start > 0 else ""


def _publication_date(dates: list[str]) -> str:
    written = [found for text in dates if not TIMESTAMP.search(text) and (found := partial_date(text))]
    stamped = [found for text in dates if (found := partial_date(text))]
    return min(written or stamped or [""])


def _doi(names: list[str]) -> str:
    return next((match[0] for name in names if (match := DOI.search(name))), "")
