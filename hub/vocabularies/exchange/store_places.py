"""Countries, regions and groups of a bundle."""

from typing import Any

from django.utils.text import slugify

from ..closure import descend
from ..enums import PlaceKind
from ..models import Place
from .data import HOUSE_SOURCE, Bundle, PlaceData
from .merge import Outcome, merge_map, merge_set, merge_value
from .report import Report

FACTS = ("iso2", "iso3", "m49", "is_party", "is_ldc", "is_lldc", "is_sids")


def store_places(bundle: Bundle, report: Report) -> None:
    """Store the places of a bundle, then who is a member of what."""
    stored = {place.identifier: place for place in Place.objects.all()}
    slugs = {place.slug for place in stored.values()}
    created, changed = [], []
    for data in bundle.places:
        place = stored.get(data.identifier)
        if place is None and (problem := _problem(data)):
            report.reject(f"place {data.identifier or '(no identifier)'}", problem)
        elif place is None:
            place = Place(identifier=data.identifier, kind=data.kind, slug=_free_slug(data, slugs))
            _merge(place, data, bundle.source)
            stored[data.identifier] = place
            created.append(place)
            report.add_new("places")
        else:
            report.add("places", data.identifier, _merge(place, data, bundle.source))
            changed.append(place)
    Place.objects.bulk_create(created, batch_size=500)
    fields = ["names", *FACTS, "imported_values"]
    Place.objects.bulk_update([place for place in changed if place.pk], fields, batch_size=200)
    _store_members(bundle, stored, report)


def _problem(data: PlaceData) -> str:
    if not data.identifier:
        return "it has no identifier"
    if data.kind is None:
        return "it is not known and the file does not say whether it is a country, a region or a group"
    return "" if any(data.names.values()) else "it has no name in any language"


def _free_slug(data: PlaceData, slugs: set[str]) -> str:
    base = data.slug or slugify(data.names.get("en", data.identifier))[:90]
    slug = next(name for name in [base, *(f"{base}-{n}" for n in range(2, len(slugs) + 3))] if name not in slugs)
    slugs.add(slug)
    return slug


def _merge(place: Place, data: PlaceData, source: str) -> dict[str, Outcome]:
    memory: dict[str, Any] = place.imported_values
    before = memory.get(source, {})
    others = [values for name, values in memory.items() if name != source]
    house = memory.get(HOUSE_SOURCE, {}).get("names", {}) if source != HOUSE_SOURCE else {}
    names = merge_map(
        current=place.names,
        incoming={tag: name for tag, name in data.names.items() if tag not in house},
        before=before.get("names"),
        others=[values.get("names", {}) for values in others],
    )
    place.names = names.value
    outcomes = {"names": names.outcome}
    for name, incoming in data.facts.items():
        rivals = [values["facts"][name] for values in others if name in values.get("facts", {})]
        earlier = before.get("facts", {}).get(name)
        merged = merge_value(current=getattr(place, name), incoming=incoming, before=earlier, others=rivals)
        setattr(place, name, merged.value)
        outcomes[name] = merged.outcome
    place.imported_values = memory | {source: before | {"names": data.names, "facts": data.facts}}
    return outcomes


def _store_members(bundle: Bundle, stored: dict[str, Place], report: Report) -> None:
    by_name = {place.slug: place for place in stored.values()} | stored
    links = Place.members.through
    there: dict[int, list[int]] = {}
    for container, member in links.objects.values_list("from_place_id", "to_place_id"):
        there.setdefault(container, []).append(member)
    rows, gone, remembered = [], [], []
    for data in [data for data in bundle.places if data.members and data.identifier in stored]:
        place = stored[data.identifier]
        found = _known_members(place, data, by_name, report)
        memory = place.imported_values[bundle.source]
        keys = [member.pk for member in found if place.pk not in descend(member.pk, there)]
        merged = merge_set(current=there.get(place.pk, []), incoming=keys, before=_keys(memory, by_name))
        old, new = set(there.get(place.pk, [])), set(merged.value)
        rows += [links(from_place_id=place.pk, to_place_id=pk) for pk in new - old]
        gone += [(place.pk, pk) for pk in old - new]
        there[place.pk] = merged.value
        memory["members"] = [member.identifier for member in found]
        remembered.append(place)
    links.objects.bulk_create(rows, batch_size=500)
    for container, member in gone:
        links.objects.filter(from_place_id=container, to_place_id=member).delete()
    Place.objects.bulk_update(remembered, ["imported_values"], batch_size=200)


def _keys(memory: dict[str, Any], by_name: dict[str, Place]) -> list[int]:
    return [by_name[name].pk for name in memory.get("members", []) if name in by_name]


def _known_members(place: Place, data: PlaceData, by_name: dict[str, Place], report: Report) -> list[Place]:
    for name in data.members:
        if name not in by_name:
            report.reject(f"member of {data.slug or data.identifier}", f"{name} is not a known place")
    if place.kind == PlaceKind.COUNTRY:
        report.reject(f"members of {data.identifier}", "a country has no members")
        return []
    return [by_name[name] for name in data.members if name in by_name and by_name[name].pk != place.pk]
