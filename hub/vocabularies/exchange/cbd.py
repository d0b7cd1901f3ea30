"""Reads a folder with the recorded vocabularies of the clearing-house mechanism (see its README for the sources)."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..enums import MappingKind, PlaceKind
from .data import Bundle, ConceptData, PlaceData, Rejection, SchemeData

# Group of terms in cbd_vocabularies_un6.json -> our vocabulary and its title where the project ships none.
SCHEMES = {
    "cbdSubjects": ("subjects", "Subjects"),
    "gbfTargets": ("gbf-targets", "Global targets"),
    "gbfGoals": ("gbf-goals", "Global goals"),
    "aichiTargets": ("aichi-targets", "Aichi targets"),
    "sdgGoals": ("sdgs", "Sustainable Development Goals"),
    "organizationTypes": ("organisation-types", "Types of organisation"),
    "jurisdictions": ("jurisdictions", "Jurisdictions"),
    "documentTypes": ("document-types", "Types of document"),
}
DOMAINS = {
    "orgTypes": "organisation-types",
    "govTypes": "organisation-types",
    "jurisdictions": "jurisdictions",
}
# "GBF-T06. ", "Aichi-T1。", "1. ": the number stands in the notation already.
NUMBERING = re.compile(r"^\s*(?:(?:GBF|KMGBF|Aichi|Aïchi|آيشي|Айчи)[-–][^\s.。]+|\d{1,2})\s*[.。]\s*")
CROSSWALK_KINDS = {"AICHI-TARGET": MappingKind.CLOSE}
DECISION_SCHEMES = {
    "actors": "Actors of decisions",
    "statuses": "Statuses of decisions",
    "types": "Types of decisions",
    "sessions": "Sessions of the bodies of the Convention",
}


class FolderError(ValueError):
    """The folder is not one of recorded vocabularies, or a file in it cannot be read."""


def read_folder(folder: Path) -> Bundle:
    """Read every file of `folder` that is known.

    Raises `FolderError` when none is there or one is not what its name says, naming the file and the problem.
    """
    readers = [(name, reader) for name, reader in READERS.items() if (folder / name).is_file()]
    if not readers:
        raise FolderError(f"{folder} holds none of the known files: {', '.join(READERS)}")
    bundle = Bundle(source="cbd")
    for name, reader in readers:
        try:
            reader(folder / name, bundle)
        except (json.JSONDecodeError, KeyError, TypeError, UnicodeDecodeError, csv.Error) as error:
            raise FolderError(f"{folder / name} cannot be read: {type(error).__name__}: {error}") from error
    return bundle


def _terms(path: Path, bundle: Bundle) -> None:
    seen_schemes = set()
    for term in _json(path):
        group = term["group"]
        if group in ("regions", "countries"):
            bundle.add_place(_place(term, group))
        elif group in SCHEMES:
            scheme, title = SCHEMES[group]
            if scheme not in seen_schemes:
                seen_schemes.add(scheme)
                bundle.schemes.append(SchemeData(identifier=scheme, titles={"en": title}, source=str(path.name)))
            bundle.add_concept(_term(term, scheme))
        else:
            bundle.rejected.append(Rejection(what=f"term {term['identifier']}", reason=f"unknown group {group!r}"))


def _term(term: dict[str, Any], scheme: str) -> ConceptData:
    alternate = {tag: [text] for tag, text in term.get("alternate", {}).items() if text}
    return ConceptData(
        identifier=term["identifier"],
        scheme=scheme,
        labels=_unnumbered(term["labels"]),
        alternative_labels=alternate,
    )


def _place(term: dict[str, Any], group: str) -> PlaceData:
    country = group == "countries"
    return PlaceData(
        identifier=term["identifier"],
        names=_clean(term["labels"]),
        kind=PlaceKind.COUNTRY if country and term["identifier"] != "eu" else PlaceKind.GROUP,
        slug=term["identifier"] if country else "",
    )


def _regions(path: Path, bundle: Bundle) -> None:
    for entry in _json(path):
        domain, name = entry["domain"], entry["label"]
        if domain == "regions" or name.startswith("Global -"):
            bundle.add_place(_place(entry, "regions"))
        elif domain in DOMAINS or "communities" in name:
            scheme = DOMAINS.get(domain, "organisation-types")
            bundle.add_concept(_term(entry, scheme))
        else:
            reason = f"it is of the domain {domain!r}, which is neither a place nor a vocabulary of the hub"
            bundle.rejected.append(Rejection(what=f"{name} ({entry['identifier']})", reason=reason))


def _parties(path: Path, bundle: Bundle) -> None:
    groups: dict[str, list[str]] = {}
    for entry in _json(path)["parties"]:
        identifier = entry["cbdThesaurusIdentifier"]
        groups.setdefault(entry.get("cbdRegionalGroupId") or "", []).append(identifier)
        country = identifier != "eu"
        facts = {"iso2": entry["iso2"], "iso3": entry["iso3"], "m49": entry["isoNumeric"]} if country else {}
        flags = {f"is_{name}": entry[name] for name in ("ldc", "lldc", "sids")} if country else {}
        bundle.add_place(
            PlaceData(
                identifier=identifier,
                names=_clean(entry["names"]),
                kind=PlaceKind.COUNTRY if country else PlaceKind.GROUP,
                slug=identifier,
                facts={name: value for name, value in facts.items() if value} | flags | {"is_party": entry["isParty"]},
            )
        )
    names = {place.identifier: place.names for place in bundle.places}
    for group in filter(None, groups):
        bundle.add_place(
            PlaceData(identifier=group, names=names.get(group, {}), kind=PlaceKind.GROUP, members=groups[group])
        )


def _english_texts(path: Path, bundle: Bundle) -> None:
    scheme = {"gbf_goals.json": "gbf-goals", "gbf_targets.json": "gbf-targets"}[path.name]
    for entry in _json(path):
        labels = _unnumbered(entry["shortTitle"])
        bundle.add_concept(
            ConceptData(
                identifier=entry["identifier"],
                scheme=scheme,
                labels=labels,
                definitions={"en": entry["description"]} if entry.get("description") else {},
            )
        )


def _aichi(path: Path, bundle: Bundle) -> None:
    for entry in _json(path)["targets"]:
        bundle.add_concept(
            ConceptData(
                identifier=f"AICHI-TARGET-{entry['id']:02}",
                scheme="aichi-targets",
                labels=_clean(entry["title"]),
                definitions=_clean(entry["action"]),
                broader=[f"AICHI-GOAL-{entry['goal']['en']}"],
            )
        )


def _subjects(path: Path, bundle: Bundle) -> None:
    for row in _csv(path):
        broader = [row["broader"]] if row["broader"] else []
        label = {"en": row["label_en"].strip()}
        bundle.add_concept(ConceptData(identifier=row["identifier"], scheme="subjects", labels=label, broader=broader))


def _crosswalk(path: Path, bundle: Bundle) -> None:
    for number, row in enumerate(_csv(path), start=2):
        other, scheme = row["related_identifier_normalised"], row["related_scheme"]
        if not other:
            what = f"line {number} of {path.name} ({row['gbf_target']})"
            bundle.rejected.append(Rejection(what=what, reason="it names no related identifier"))
            continue
        kind = CROSSWALK_KINDS.get(scheme, MappingKind.RELATED)
        if scheme == "SDG-TARGET":
            bundle.add_concept(_sdg_target(other))
        bundle.add_concept(
            ConceptData(
                identifier=row["gbf_target"],
                scheme="gbf-targets",
                labels={"en": row["gbf_short_name"]},
                mappings=[(kind, other)],
            )
        )


def _sdg_target(identifier: str) -> ConceptData:
    number = identifier.removeprefix("SDG-TARGET-")
    goal = f"SDG-GOAL-{number.split('.')[0].zfill(2)}"
    label = {"en": f"SDG target {number}"}
    return ConceptData(identifier=identifier, scheme="sdgs", labels=label, notation=number, broader=[goal])


def _indicators(path: Path, bundle: Bundle) -> None:
    title = {"en": "Indicators of the monitoring framework"}
    bundle.schemes.append(SchemeData(identifier="kmgbf-indicators", titles=title, source=path.name))
    for row in _csv(path):
        label = row["title"].removeprefix(row["code"]).strip()
        bundle.add_concept(
            ConceptData(
                identifier=row["identifier"],
                scheme="kmgbf-indicators",
                labels={"en": label or row["code"]},
                notation=row["code"][:100],
            )
        )


def _decisions(path: Path, bundle: Bundle) -> None:
    content = _json(path)
    for group, title in DECISION_SCHEMES.items():
        scheme = f"decision-{group}"
        bundle.schemes.append(SchemeData(identifier=scheme, titles={"en": title}, source=path.name))
        for entry in content[group]:
            identifier = f"{scheme}:{entry['code']}"
            bundle.add_concept(
                ConceptData(identifier=identifier, scheme=scheme, labels={"en": entry["title"]}, notation=entry["code"])
            )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _clean(texts: dict[str, str]) -> dict[str, str]:
    return {tag: " ".join(text.split()) for tag, text in texts.items() if text and text.strip()}


def _unnumbered(texts: dict[str, str]) -> dict[str, str]:
    return {tag: NUMBERING.sub("", text) for tag, text in _clean(texts).items()}


# In this order: names before what refers to them.
READERS = {
    "cbd_vocabularies_un6.json": _terms,
    "regions-and-groups.json": _regions,
    "parties.json": _parties,
    "gbf_goals.json": _english_texts,
    "gbf_targets.json": _english_texts,
    "aichi_targets.json": _aichi,
    "cbd_subjects_tree.csv": _subjects,
    "kmgbf_indicators.csv": _indicators,
    "decision_tracking_vocabularies.json": _decisions,
    "gbf_aichi_sdg_crosswalk.csv": _crosswalk,
}
