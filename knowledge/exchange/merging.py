"""Brings a record up to date with its source, field by field, and leaves alone what an editor has changed."""

from typing import Any

from hub.vocabularies.exchange.merge import Merged, Outcome, merge_set, merge_value
from hub.vocabularies.models import Concept, Place

from ..models import Organisation, Record, ResourceLink
from .cleaning import plain_text
from .mapping import Vocabulary
from .preparation import MANY, Prepared
from .stored import Names, Stored

# Chosen concepts, of which a field holds one.
SINGLE = {"licence", "document_type", "jurisdiction", "policy_status"}
SETS = {*MANY, "tags", "links"}


def merge(prepared: Prepared, stored: Stored, names: Names) -> dict[str, Merged]:
    """What becomes of each field: unchanged, changed to the incoming value, or kept as an editor has it."""
    content = stored.content or {}
    before = stored.imported_values
    merged = {}
    for name, incoming in prepared.values.items():
        current = names.single(content.get(name)) if name in SINGLE else names.value(name, content)
        merged[name] = _merge_field(name, current, incoming, before.get(name))
    return merged


def _merge_field(name: str, current: Any, incoming: Any, before: Any) -> Merged:
    if name == "tags":
        return _merge_tags(current, incoming, before)
    if name in SETS:
        return merge_set(current=current, incoming=incoming, before=before)
    if name not in ("body", "relevant_information"):
        return merge_value(current=current, incoming=incoming, before=before)
    # The admin's editor writes the same words in other markup: words are compared, markup is stored.
    outcome = merge_value(current=_text(current), incoming=_text(incoming), before=before and _text(before)).outcome
    return Merged(incoming if outcome is Outcome.CHANGED else current, outcome)


def _text(value: Any) -> str:
    blocks = value if isinstance(value, list) else [{"value": value}]
    return " ".join(plain_text(block.get("value")) for block in blocks)


def _merge_tags(current: list[str], incoming: list[str], before: list[str] | None) -> Merged:
    """A tag is the same in capitals: the hub has each once, as it was first written."""
    written = {name.lower(): name for name in [*incoming, *current]}
    merged = merge_set(
        current=[name.lower() for name in current],
        incoming=[name.lower() for name in incoming],
        before=None if before is None else [name.lower() for name in before],
    )
    return Merged([written[name] for name in merged.value], merged.outcome)


def kept_fields(merged: dict[str, Merged]) -> list[str]:
    """The fields that an editor has changed, in alphabetical order."""
    return sorted(name for name, field in merged.items() if field.outcome is Outcome.KEPT)


def changed_fields(merged: dict[str, Merged]) -> list[str]:
    """The fields that the source has changed, in alphabetical order."""
    return sorted(name for name, field in merged.items() if field.outcome is Outcome.CHANGED)


def apply(record: Record, merged: dict[str, Merged], vocabulary: Vocabulary) -> None:
    """Write the changed fields into `record`, which is not saved."""
    for name in changed_fields(merged):
        value = merged[name].value
        if name in SINGLE:
            setattr(record, f"{name}_id", vocabulary.concept_keys.get(value))
        elif name == "links":
            record.links.set(
                [
                    ResourceLink(url=url, title=title, language=language, sort_order=number)
                    for number, (url, title, language) in enumerate(value)
                ]
            )
        elif name in MANY:
            setattr(record, name, _related(name, value))
        elif name == "tags":
            record.tags.set(value)
        else:
            setattr(record, name, value)
    record.derive()


def _related(name: str, identifiers: list[str]) -> list[Any]:
    if name == "organisations":
        return list(Organisation.objects.filter(slug__in=identifiers))
    model: Any = Place if name == "places" else Concept
    return list(model.objects.filter(identifier__in=identifiers))
