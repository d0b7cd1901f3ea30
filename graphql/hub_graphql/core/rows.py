"""Plain rows that load what hangs on them for the whole list at once.

The rows of one list share a `Batch`. The first row asked for a group, such as its targets, loads that group for every
row of the batch in a constant number of statements; what was loaded forms a batch of its own, so that groups of groups
stay constant too. A `Lookup` does the same for things that many rows point at: they are announced first and loaded
together at the first need.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from hub.visibility.viewer import Viewer

type Loader[R, V] = Callable[[Batch, Sequence[R]], Mapping[Any, V]]
type Finder[K, V] = Callable[[Scope, Sequence[K]], Mapping[K, V]]


@dataclass(slots=True, kw_only=True)
class Scope:
    """What all rows of one request in one language share.

    `mentioned` holds the names of all fields that the document names anywhere: a loader may leave out what is not
    among them, and must never rely on more.
    """

    viewer: Viewer
    locale: str
    mentioned: frozenset[str] | None = None
    _lookups: dict[Any, Any] = field(default_factory=dict)
    _batches: dict[str, Any] = field(default_factory=dict)
    _all: list[Any] = field(default_factory=list)

    def enlist(self, batch: "Batch") -> None:
        """Note a batch, to be released with the scope."""
        self._all.append(batch)

    def release(self) -> None:
        """Part rows and batches, which hold each other: they go at once instead of waiting for the collector."""
        for batch in self._all:
            batch.clear()
        self._all.clear()
        self._lookups.clear()

    def batch(self, kind: str) -> "Batch":
        """The one batch of this scope for rows of which there are few, such as concepts: it grows as they come."""
        if kind not in self._batches:
            self._batches[kind] = Batch(self)
        found: Batch = self._batches[kind]
        return found

    def lookup[K: Hashable, V](self, find: Finder[K, V]) -> "Lookup[K, V]":
        """The one lookup of this scope that finds with `find`."""
        if find not in self._lookups:
            self._lookups[find] = Lookup(scope=self, find=find)
        found: Lookup[K, V] = self._lookups[find]
        return found

    def mentions(self, *names: str) -> bool:
        """Whether the document names one of these fields (in the camel case of the schema)."""
        return self.mentioned is None or not self.mentioned.isdisjoint(names)


class Lookup[K: Hashable, V]:
    """Things found by key, all that were announced at once."""

    __slots__ = ("_find", "_found", "_pending", "scope")

    def __init__(self, *, scope: Scope, find: Finder[K, V]) -> None:
        self.scope = scope
        self._find = find
        self._found: dict[K, V | None] = {}
        self._pending: dict[K, None] = {}

    def announce(self, keys: Iterable[K | None]) -> None:
        """Say that these keys will be asked for; None is skipped."""
        for key in keys:
            if key is not None and key not in self._found:
                self._pending[key] = None

    def get(self, key: K | None) -> V | None:
        """What stands under `key`, or None where there is nothing that the viewer may see."""
        if key is None:
            return None
        if key not in self._found:
            self.announce([key])
            keys = list(self._pending)
            found = self._find(self.scope, keys)
            self._found.update(dict.fromkeys(keys) | dict(found))
            for known in keys:
                self._pending.pop(known, None)
        return self._found[key]

    def know(self, found: Mapping[K, V]) -> None:
        """Take in what was found on another way."""
        self._found.update(found)

    def all(self, keys: Iterable[K]) -> list[V]:
        """What stands under these keys, in their order, without the gaps."""
        wanted = list(keys)
        self.announce(wanted)
        return [found for key in wanted if (found := self.get(key)) is not None]


class Batch:
    """Rows that load together. It may grow: rows that came later are loaded together at their own first need."""

    __slots__ = ("_groups", "rows", "scope")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.rows: dict[Any, Any] = {}
        self._groups: dict[Any, dict[Any, Any]] = {}
        scope.enlist(self)

    def clear(self) -> None:
        """Let go of all rows and groups."""
        self.rows.clear()
        self._groups.clear()

    def add[R: Row](self, rows: Iterable[R]) -> list[R]:
        """Take rows in and return them."""
        taken = list(rows)
        for row in taken:
            row.batch = self
            self.rows[row.pk] = row
        return taken

    def group[R: Row, V](self, load: Loader[R, V], row: R) -> V:
        """The group of `row`, loaded for all rows that still lack it."""
        values = self._groups.setdefault(load, {})
        if row.pk not in values:
            values.update(load(self, [other for key, other in self.rows.items() if key not in values]))
        value: V = values[row.pk]
        return value

    def seed[R: Row, V](self, load: Loader[R, V], values: Mapping[Any, V]) -> None:
        """Give a group beforehand, so that it is never loaded."""
        self._groups.setdefault(load, {}).update(values)


@dataclass(slots=True, eq=False)
class Row:
    """A row of a list; `pk` tells it from the others of its batch and never leaves the hub.

    Subclasses name their columns in the order of their fields, so that a tuple of the database becomes a row as it is.
    """

    columns: ClassVar[tuple[str, ...]] = ("pk",)

    pk: Any
    batch: Batch = field(init=False, repr=False)

    @property
    def scope(self) -> Scope:
        """What this request is about."""
        return self.batch.scope

    def group[V](self, load: "Loader[Any, V]") -> V:
        """What `load` brings for this row; loaded for the whole batch at the first need."""
        return self.batch.group(load, self)
