"""The one rule for importing over what editors may have changed: a three-way merge, value by value.

An importer remembers what it wrote last. Where the stored value still is what some import wrote, it may be replaced;
where it differs, an editor changed it, and it stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Outcome(Enum):
    """What became of a value."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Merged:
    """The value to store, and what became of it."""

    value: Any
    outcome: Outcome


def merge_value(*, current: Any, incoming: Any, before: Any, others: Iterable[Any] = ()) -> Merged:
    """Decide between a stored value and an incoming one.

    `before` is what the same source wrote last (None if nothing), `others` what other sources wrote. An empty stored
    value that no import has filled counts as untouched.
    """
    if current == incoming:
        return Merged(current, Outcome.UNCHANGED)
    untouched = current in (before, *others) or (before is None and not current)
    if incoming == before:
        return Merged(current, Outcome.UNCHANGED if untouched else Outcome.KEPT)
    return Merged(incoming, Outcome.CHANGED) if untouched else Merged(current, Outcome.KEPT)


def merge_set(*, current: Iterable[Any], incoming: Iterable[Any], before: Iterable[Any] | None) -> Merged:
    """Add what the source newly brings and take away what it no longer brings; what editors added or removed stays."""
    stored, brought, earlier = list(current), list(incoming), list(before or [])
    added = [item for item in brought if item not in earlier and item not in stored]
    value = [item for item in stored if item in brought or item not in earlier] + added
    removed_by_editor = any(item in earlier and item not in stored for item in brought)
    if value != stored:
        return Merged(value, Outcome.CHANGED)
    return Merged(stored, Outcome.KEPT if removed_by_editor else Outcome.UNCHANGED)


def merge_map(
    *,
    current: Mapping[str, Any],
    incoming: Mapping[str, Any],
    before: Mapping[str, Any] | None,
    others: Iterable[Mapping[str, Any]] = (),
) -> Merged:
    """Merge language by language; a language that the source does not bring is left alone."""
    rivals = list(others)
    value, outcomes = dict(current), set()
    for key, text in incoming.items():
        merged = _merge_entry(key, text, current, before or {}, rivals)
        outcomes.add(merged.outcome)
        value[key] = merged.value
    kept = {key: text for key, text in value.items() if text}
    return Merged(kept, strongest(outcomes))


def _merge_entry(
    key: str, text: Any, current: Mapping[str, Any], before: Mapping[str, Any], rivals: list[Mapping[str, Any]]
) -> Merged:
    if isinstance(text, list):
        return merge_set(current=current.get(key, []), incoming=text, before=before.get(key))
    return merge_value(
        current=current.get(key, ""),
        incoming=text,
        before=before.get(key),
        others=[rival[key] for rival in rivals if key in rival],
    )


def strongest(outcomes: Iterable[Outcome]) -> Outcome:
    """The one word for several outcomes: kept before changed before unchanged."""
    found = set(outcomes)
    return next((outcome for outcome in (Outcome.KEPT, Outcome.CHANGED) if outcome in found), Outcome.UNCHANGED)
