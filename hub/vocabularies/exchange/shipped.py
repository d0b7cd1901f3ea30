"""The vocabularies that come with the project, in `hub/vocabularies/data`."""

from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from django.conf import settings

from ..enums import MappingKind, PlaceKind
from .data import HOUSE_SOURCE, Bundle, ConceptData, PlaceData, SchemeData

DATA = Path(__file__).resolve().parent.parent / "data"
FLAGS = ("is_party", "is_ldc", "is_lldc", "is_sids")
CODES = ("iso2", "iso3", "m49")


def read_shipped() -> Bundle:
    """Everything the project ships; names of countries come from CLDR unless the file overrides them."""
    bundle = Bundle(source=HOUSE_SOURCE)
    for path in sorted((DATA / "schemes").glob("*.yaml")):
        _read_scheme(_load(path), bundle)
    places = _load(DATA / "places.yaml")
    territories = {code: Locale(code).territories for code, _name in settings.LANGUAGES}
    bundle.places += [_country(entry, territories) for entry in places["countries"]]
    bundle.places += [_region(entry) for entry in places["regions"]]
    return bundle


def _load(path: Path) -> Any:
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


def _read_scheme(entry: dict[str, Any], bundle: Bundle) -> None:
    bundle.schemes.append(
        SchemeData(
            identifier=entry["identifier"],
            titles=entry["title"],
            descriptions=entry.get("description", {}),
            uri=entry.get("uri", ""),
            source=entry.get("source", ""),
        )
    )
    bundle.concepts += [_concept(concept, entry["identifier"]) for concept in entry["concepts"]]


def _concept(entry: dict[str, Any], scheme: str) -> ConceptData:
    alternatives = {tag: [str(text) for text in texts] for tag, texts in entry.get("alternative", {}).items()}
    if entry.get("codes"):
        alternatives["und"] = [str(code) for code in entry["codes"]]
    return ConceptData(
        identifier=str(entry["identifier"]),
        scheme=scheme,
        labels=entry["label"],
        alternative_labels=alternatives,
        definitions=entry.get("definition", {}),
        notation=str(entry.get("notation", "")),
        uri=entry.get("uri", ""),
        broader=entry.get("broader", []),
        mappings=[(MappingKind(item["kind"]), item["concept"]) for item in entry.get("mappings", [])],
    )


def _country(entry: dict[str, Any], territories: dict[str, Any]) -> PlaceData:
    names = {code: names[entry["iso2"]] for code, names in territories.items() if entry["iso2"] in names}
    return PlaceData(
        identifier=str(entry["identifier"]),
        slug=str(entry["identifier"]),
        kind=PlaceKind.COUNTRY,
        names=names | entry.get("names", {}),
        facts={name: entry.get(name, "") for name in CODES} | {name: entry.get(name, False) for name in FLAGS},
    )


def _region(entry: dict[str, Any]) -> PlaceData:
    facts: dict[str, str | bool] = {"m49": entry.get("m49", ""), "is_party": entry.get("is_party", False)}
    return PlaceData(
        identifier=str(entry["identifier"]),
        slug=entry["slug"],
        kind=PlaceKind(entry["kind"]),
        names=entry["names"],
        facts=facts,
        members=[str(name) for name in entry.get("members", [])],
    )
