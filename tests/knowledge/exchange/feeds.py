"""Small files of each source, written as the sources write them."""

import json
from html import escape
from pathlib import Path
from typing import Any

from knowledge.exchange.readers import READERS
from knowledge.exchange.report import Report
from knowledge.exchange.store import import_records
from knowledge.models import Provenance

LAW = {
    "faolexId": "LEX-1",
    "country_ISO3": "COL",
    "titleOfText": "Decreto Nº 1 - Modifica la ley de los humedales del país.",
    "typeOfTextCode": "L",
    "typeOfText_en": "Legislation",
    "abstract": "El presente Decreto modifica el que reglamenta la ley de los humedales.",
    "recordLanguage": "S",
    "documentLanguage_en": "Spanish",
    "year": "2008",
}


def law(identifier: str = "LEX-1", attributes: str = 'action="add"', **metas: Any) -> str:
    """One record of FAOLEX; a list gives a name several times, None leaves it out."""
    pairs = LAW | {"faolexId": identifier} | metas
    lines = [
        f'<meta name="{name}" content="{escape(text)}"/>'
        for name, value in pairs.items()
        if value is not None
        for text in (value if isinstance(value, list) else [value])
    ]
    start = f'<record url="http://faolex.example/{identifier}.doc" {attributes}>'
    return f"{start}\n<metadata>{''.join(lines)}</metadata></record>"


def faolex(path: Path, *records: str) -> Path:
    """A feed with a document type, as FAOLEX sends it."""
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE gsafeed PUBLIC "-//Google//DTD GSA Feeds//EN" "">\n'
    path.write_text(head + "<gsafeed><group>\n" + "\n".join(records) + "\n</group></gsafeed>\n", encoding="utf-8")
    return path


def article(identifier: str = "a-1", **values: Any) -> dict[str, Any]:
    """One result of GBIF's literature search."""
    return {
        "id": identifier,
        "title": "Wetlands of the delta",
        "abstract": "An assessment of the wetlands of the delta and of what lives in them.",
        "language": "eng",
        "countriesOfCoverage": ["CO"],
        "authors": [{"firstName": "Ada", "lastName": "Diaz"}],
        "identifiers": {},
        "published": "2024-06-20T00:00:00.000+00:00",
        "modified": "2024-10-02T20:59:19.730+00:00",
        "openAccess": False,
        "peerReview": True,
    } | values


def as_json(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def deposit(identifier: int = 1, **metadata: Any) -> dict[str, Any]:
    """One record of Zenodo."""
    described = {
        "title": "Counting birds",
        "description": "<p>How to count the birds of a wetland.</p>",
        "publication_date": "2023-11-17",
        "creators": [{"name": "Diaz, Ada", "affiliation": None}],
        "language": "eng",
        "license": {"id": "cc-by-4.0"},
        "resource_type": {"type": "presentation"},
    }
    return {"id": identifier, "metadata": described | metadata, "modified": "2024-02-28T23:29:32+00:00"}


def zenodo(path: Path, *records: Any) -> Path:
    return as_json(path, {"hits": {"hits": list(records), "total": len(records)}, "links": {}})


def book(identifier: str = "oai:1", elements: str = "<dc:title>On wetlands</dc:title>", status: str = "") -> str:
    """One record of a library; deleted ones have no metadata."""
    header = (
        f"<header{status}><identifier>{identifier}</identifier><datestamp>2004-02-03T10:58:05Z</datestamp></header>"
    )
    body = f"<metadata><oai_dc:dc>{elements}</oai_dc:dc></metadata>" if not status else ""
    return f"<record>{header}{body}</record>"


def library(path: Path, *records: str) -> Path:
    """An answer to ListRecords that declares its namespaces once, at the top."""
    spaces = (
        'xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"'
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH {spaces}><ListRecords>\n'
    path.write_text(head + "\n".join(records) + "\n</ListRecords></OAI-PMH>\n", encoding="utf-8")
    return path


def take(source: str, path: Path, **options: Any) -> Report:
    """Import a file as the system."""
    return import_records(READERS[source](path), actor=None, **options)


def imported(identifier: str) -> Any:
    """The record with this identifier at its source, as its own type."""
    return Provenance.objects.get(identifier=identifier).record.specific
