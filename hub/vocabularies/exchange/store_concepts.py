"""Schemes and concepts of a bundle."""

import re
from collections.abc import Iterable
from typing import Any

from ..closure import descend
from ..models import Concept, ConceptMapping, Scheme
from .data import HOUSE_SOURCE, Bundle, ConceptData, SchemeData
from .merge import Outcome, merge_map, merge_value
from .report import Report

MAPS = ("labels", "alternative_labels", "definitions")
PLAIN = ("notation", "uri")


def store_schemes(bundle: Bundle, report: Report) -> None:
    """Create what is new and fill what is empty; titles of a scheme that is there are left alone."""
    there = {scheme.identifier: scheme for scheme in Scheme.objects.all()}
    for data in bundle.schemes:
        if data.identifier not in there:
            there[data.identifier] = _create_scheme(data)
            report.add_new("schemes")
        else:
            report.add("schemes", data.identifier, {})


def _create_scheme(data: SchemeData) -> Scheme:
    return Scheme.objects.create(
        identifier=data.identifier,
        uri=data.uri,
        titles=data.titles,
        descriptions=data.descriptions,
        source=data.source[:500],
    )


def store_concepts(bundle: Bundle, report: Report) -> None:
    """Store the concepts of a bundle, then how they hang together."""
    schemes = {scheme.identifier: scheme for scheme in Scheme.objects.all()}
    stored = {concept.identifier: concept for concept in Concept.objects.select_related("scheme")}
    names = _by_label(stored.values())
    taken: list[tuple[Concept, ConceptData]] = []
    created, changed = [], []
    for data in bundle.concepts:
        if problem := _problem(data, schemes):
            report.reject(f"concept {data.identifier or '(no identifier)'}", problem)
            continue
        concept = stored.get(data.identifier) or names.get((data.scheme, _key(data.labels.get("en", ""))))
        if concept is None:
            concept = Concept(scheme=schemes[data.scheme], identifier=data.identifier)
            stored[data.identifier] = concept
            created.append(concept)
            _merge(concept, data, bundle.source)
            report.add_new("concepts")
        else:
            outcomes = _merge(concept, data, bundle.source)
            changed.append(concept)
            report.add("concepts", data.identifier, outcomes)
        taken.append((concept, data))
    Concept.objects.bulk_create(created, batch_size=500)
    fields = [*MAPS, *PLAIN, "sort_key", "imported_values"]
    Concept.objects.bulk_update([concept for concept in changed if concept.pk], fields, batch_size=200)
    _store_hierarchy(taken, stored, bundle.source, report)
    _store_mappings(taken, stored, report)


def _problem(data: ConceptData, schemes: dict[str, Scheme]) -> str:
    if not data.identifier:
        return "it has no identifier"
    if len(data.identifier) > 500:
        return "its identifier is longer than 500 characters"
    if not any(data.labels.values()):
        return "it has no label in any language"
    if data.scheme not in schemes:
        return f"its vocabulary {data.scheme!r} is not known"
    return ""


def _merge(concept: Concept, data: ConceptData, source: str) -> dict[str, Outcome]:
    memory: dict[str, Any] = concept.imported_values
    before = memory.get(source, {})
    others = [values for name, values in memory.items() if name != source]
    incoming = _house_wording_first(concept, data, source)
    outcomes: dict[str, Outcome] = {}
    for name in MAPS:
        rivals = [values.get(name, {}) for values in others]
        merged = merge_map(
            current=getattr(concept, name), incoming=incoming[name], before=before.get(name), others=rivals
        )
        setattr(concept, name, merged.value)
        outcomes[name] = merged.outcome
    for name in PLAIN:
        if incoming[name]:
            merged = merge_value(
                current=getattr(concept, name),
                incoming=incoming[name],
                before=before.get(name),
                others=[values.get(name) for values in others],
            )
            setattr(concept, name, merged.value)
            outcomes[name] = merged.outcome
    concept.imported_values = memory | {source: before | incoming}
    concept.sort_key = sort_key(concept)
    return outcomes


def _house_wording_first(concept: Concept, data: ConceptData, source: str) -> dict[str, Any]:
    house = concept.imported_values.get(HOUSE_SOURCE, {}) if source != HOUSE_SOURCE else {}
    labels, alternatives = dict(data.labels), {tag: list(texts) for tag, texts in data.alternative_labels.items()}
    definitions = {tag: text for tag, text in data.definitions.items() if tag not in house.get("definitions", {})}
    for tag in [tag for tag in labels if tag in house.get("labels", {})]:
        text = labels.pop(tag)
        known = [house["labels"][tag], *house.get("alternative_labels", {}).get(tag, [])]
        if _key(text) not in {_key(word) for word in known}:
            alternatives[tag] = [*alternatives.get(tag, []), text]
    return {
        "labels": labels,
        "alternative_labels": alternatives,
        "definitions": definitions,
        "notation": "" if house.get("notation") else data.notation,
        "uri": "" if house.get("uri") else data.uri,
    }


def sort_key(concept: Concept) -> str:
    """Numbers in their own order, `6` before `10` and `9-13` before `14-23`; without a notation, the English label."""
    numbered = re.sub(r"\d+", lambda number: number[0].zfill(6), concept.notation)
    return (numbered or concept.label_in("en")[0].casefold())[:100]


def _store_hierarchy(
    taken: list[tuple[Concept, ConceptData]], stored: dict[str, Concept], source: str, report: Report
) -> None:
    links = Concept.broader.through
    parents: dict[int, list[int]] = {}
    for child, parent in links.objects.values_list("from_concept_id", "to_concept_id"):
        parents.setdefault(child, []).append(parent)
    for concept, data in taken:
        for identifier in data.broader:
            broader = stored.get(identifier)
            if broader is None:
                report.reject(f"broader of {data.identifier}", f"{identifier} is not known")
            elif broader.pk not in parents.get(concept.pk, []):
                _link(concept, broader, parents, report)
        related = [stored[identifier] for identifier in data.related if identifier in stored]
        if related:
            concept.related.add(*related)


def _link(concept: Concept, broader: Concept, parents: dict[int, list[int]], report: Report) -> None:
    if concept.pk in descend(broader.pk, parents):
        what = f"{broader.identifier} as broader than {concept.identifier}"
        report.reject(what, "this would close a circle: a concept cannot be broader than itself")
        return
    concept.broader.add(broader)
    parents.setdefault(concept.pk, []).append(broader.pk)


def _store_mappings(taken: list[tuple[Concept, ConceptData]], stored: dict[str, Concept], report: Report) -> None:
    by_uri = {concept.uri: concept for concept in stored.values() if concept.uri}
    columns = ("concept_id", "kind", "target_id", "target_uri")
    there: set[tuple[int, str, int | None, str]] = set(ConceptMapping.objects.values_list(*columns))
    rows = []
    for concept, data in taken:
        for kind, name in data.mappings:
            target = stored.get(name) or by_uri.get(name)
            if target is None and ":" not in name:
                report.reject(f"mapping of {data.identifier}", f"{name} is neither a known concept nor a URI")
                continue
            key = (concept.pk, kind.value, target.pk if target else None, "" if target else name[:500])
            if key not in there and (target is None or target.pk != concept.pk):
                there.add(key)
                rows.append(ConceptMapping(concept_id=key[0], kind=key[1], target_id=key[2], target_uri=key[3]))
    ConceptMapping.objects.bulk_create(rows, batch_size=500)
    if rows:
        report.new["mappings"] += len(rows)


def _by_label(concepts: Iterable[Concept]) -> dict[tuple[str, str], Concept]:
    """A concept by its vocabulary and English label or synonym: another source may name it by another identifier."""
    found: dict[tuple[str, str], Concept] = {}
    for concept in concepts:
        words = [concept.labels.get("en", ""), *concept.alternative_labels.get("en", [])]
        for word in filter(None, words):
            if concept.imported_values.get(HOUSE_SOURCE):
                found.setdefault((concept.scheme.identifier, _key(word)), concept)
    return found


def _key(label: str) -> str:
    return " ".join(label.casefold().split())
