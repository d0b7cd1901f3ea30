"""FAOLEX: laws and policies of the world on food, agriculture and natural resources, as the feed of its search."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from hub.languages.chain import LOCALES

from ...enums import RecordType, RelationKind
from ..data import BrokenData, DeletedData, Item, LinkData, RecordData
from ..dates import bad_dates, partial_date
from ..files import FileReader
from ..xml_records import XmlRecord, XmlRecords

LICENCE = "CC-BY-NC-SA-3.0-IGO"
PUBLISHER = "FAOLEX"
LANGUAGE_LETTERS = {"E": "en", "F": "fr", "S": "es", "A": "ar", "R": "ru", "C": "zh", "P": "pt", "G": "de", "I": "it"}
DOCUMENT_TYPES = {
    "L": "POLICY-TYPE-LAW",
    "C": "POLICY-TYPE-LAW",
    "R": "POLICY-TYPE-REGULATION",
    "P": "POLICY-TYPE-POLICY",
    "A": "POLICY-TYPE-INTERNATIONAL-AGREEMENT",
}
# The broad fields of FAOLEX that lie within one subject of the Convention; the others say too little.
SUBJECTS = {
    "AG": "CBD-SUBJECT-AGR",
    "AN": "CBD-SUBJECT-AGR",
    "AT": "CBD-SUBJECT-CHPO",
    "FO": "CBD-SUBJECT-FOR",
    "PL": "CBD-SUBJECT-AGR",
    "SE": "CBD-SUBJECT-MAR",
    "WA": "CBD-SUBJECT-WTR",
    "WB": "CBD-SUBJECT-INS",
    "WT": "CBD-SUBJECT-CHPO",
}
RELATIONS = {
    "amends": RelationKind.REFERENCES,
    "implement": RelationKind.REFERENCES,
    "repeals": RelationKind.SUPERSEDES,
}
# A dash that was lost on the way: it arrives as the sign for “unreadable” and a quotation mark.
LOST_DASH = re.compile('\ufffd"')
Metadata = dict[str, list[str]]


class FaolexReader(FileReader):
    source = "faolex"
    metadata_licence = LICENCE

    def __iter__(self) -> Iterator[Item]:
        for record in XmlRecords(self.path, self):
            yield self._item(record)

    def _item(self, record: XmlRecord) -> Item:
        where = _("line %(line)s") % {"line": record.line}
        if record.element is None:
            return BrokenData(where=where, reason=record.problem)
        metadata = _metadata(record.element)
        identifier = _first(metadata, "faolexId")
        if not identifier:
            return BrokenData(where=where, reason=_("it has no faolexId"))
        where = f"{where} ({identifier})"
        if record.element.get("action") == "delete":
            return DeletedData(identifier=identifier, where=where)
        return _record_data(identifier, where, metadata, record)


def _metadata(element: Element) -> Metadata:
    """The values of each name, in order: most names may come several times."""
    found: Metadata = {}
    for meta in element.iter("meta"):
        if content := (meta.get("content") or "").strip():
            found.setdefault(meta.get("name") or "", []).append(content)
    return found


def _first(metadata: Metadata, name: str) -> str:
    return metadata.get(name, [""])[0]


def _record_data(identifier: str, where: str, metadata: Metadata, record: XmlRecord) -> RecordData:
    language = LANGUAGE_LETTERS.get(_first(metadata, "recordLanguage"), "")
    type_code, field = _first(metadata, "typeOfTextCode"), _first(metadata, "subjectSelectionCode")
    unmapped = [("date", text) for text in bad_dates(_dates(metadata))]
    if type_code not in DOCUMENT_TYPES:
        unmapped.append(("document type", _first(metadata, "typeOfText_en") or type_code))
    if field and field not in SUBJECTS:
        unmapped.append(("subject", _first(metadata, "subjectSelection_en") or field))
    unmapped += [("place", name) for name in metadata.get("territorialSubdivision_en", [])]
    address = record.element.get("url", "") if record.element is not None else ""
    return RecordData(
        identifier=identifier,
        where=where,
        record_type=RecordType.POLICY_DOCUMENT,
        payload=record.text,
        title=LOST_DASH.sub("–", _first(metadata, "titleOfText")),
        summary=LOST_DASH.sub("–", " ".join(metadata.get("abstract", []))),
        text_language=language,
        languages=tuple(metadata.get("documentLanguage_en", [language])),
        countries=tuple(metadata.get("country_ISO3") or metadata.get("country_en") or ()),
        keywords=_keywords(metadata),
        subjects=(SUBJECTS[field],) if field in SUBJECTS else (),
        licence=LICENCE,
        concepts={"document_type": DOCUMENT_TYPES.get(type_code, "")} | _standing(metadata),
        fields=_fields(metadata),
        links=(LinkData(url=address, title=_first(metadata, "linksToFullText"), language=language),),
        relations=tuple((kind, other) for name, kind in RELATIONS.items() for other in metadata.get(name, [])),
        unmapped=tuple(unmapped),
        url=_first(metadata, "localizedCardURL") or address,
    )


def _dates(metadata: Metadata) -> list[str]:
    return [*metadata.get("year", []), *metadata.get("originalYear", [])]


def _fields(metadata: Metadata) -> dict[str, str]:
    """`year` is that of the text as it stands, `originalYear` that of its first adoption."""
    year = partial_date(_first(metadata, "year"))
    printed = _first(metadata, "serialImprint")
    return {
        "publisher": PUBLISHER,
        "source": printed,
        "publication_date": year or partial_date(printed),
        "adoption_date": partial_date(_first(metadata, "originalYear")) or year,
        "entry_into_force_date": partial_date(_first(metadata, "entryIntoForce")),
        "relevant_information": _first(metadata, "longTitleOfText"),
    }


def _standing(metadata: Metadata) -> dict[str, str]:
    """Only what the feed says: it marks what is repealed, and is silent on the rest."""
    several = len(metadata.get("country_en", [])) > 1 or "country_ISO3" not in metadata
    national = "JURISDICTION-MULTILATERAL" if several else "JURISDICTION-NATIONAL"
    return {
        "jurisdiction": "JURISDICTION-SUBNATIONAL" if "territorialSubdivision_en" in metadata else national,
        "policy_status": "POLICY-STATUS-REPEALED" if "repealed" in metadata else "",
    }


def _keywords(metadata: Metadata) -> tuple[tuple[str, ...], ...]:
    """Each keyword with its labels. The lists run side by side; where they do not, each label is a term of its own."""
    lists = [metadata[name] for locale in LOCALES if (name := f"keyword_{locale}") in metadata]
    if len({len(labels) for labels in lists}) > 1:
        longest = max(lists, key=len)
        return tuple((label,) for label in longest)
    return tuple(tuple(filter(None, labels)) for labels in zip_longest(*lists))
