"""Reads that are worded once: the SQL of a queryset is compiled at its first use and only given other keys later.

Wording a query costs Django several times what a database needs to answer it, and most reads differ in nothing but the
keys that they are about. The queryset stays the one place where a read is written, visibility included.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

type Build = Callable[..., QuerySet[Any, Any]]

MAX_STATEMENTS = 1_000
# Stand for the keys while the queryset is compiled; no column holds them.
MARKS: dict[type, Any] = {
    int: -8_070_605_040_302_010,
    str: "\x01a key\x01",
    UUID: UUID("8f0e7c5a-0000-4000-8000-5a7c0e8f0001"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """Compiled SQL: its pieces between the parameters, and the parameters, where None in `keyed` is a list of keys."""

    pieces: tuple[str, ...]
    parameters: tuple[Any, ...]
    keyed: frozenset[int]
    converters: tuple[tuple[int, Any, Any], ...]

    def worded_for(self, keys: Sequence[Any]) -> tuple[str, list[Any]]:
        """The SQL and its parameters for these keys, which are in the form of the database."""
        sql = [self.pieces[0]]
        parameters: list[Any] = []
        marks = ", ".join(["%s"] * len(keys))
        for position, piece in enumerate(self.pieces[1:]):
            if position in self.keyed:
                sql.append(marks)
                parameters += keys
            else:
                sql.append("%s")
                parameters.append(self.parameters[position])
            sql.append(piece)
        return "".join(sql), parameters

    def converted(self, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """The rows as Django would give them: dates as dates, JSON as its content."""
        if not self.converters:
            yield from rows
            return
        for row in map(list, rows):
            for position, converters, expression in self.converters:
                value = row[position]
                for convert in converters:
                    value = convert(value, expression, connection)
                row[position] = value
            yield tuple(row)


def fetch(build: Build, keys: Sequence[Any], *context: Hashable) -> list[tuple[Any, ...]]:
    """The rows of `build(keys, *context)`, which is a queryset of `values_list` that looks for `keys` with `__in`.

    `build` must be a function of a module and depend on nothing but its arguments: it is called once for each context.
    All keys are whole numbers, texts or UUIDs; there is nothing to find where there are none.
    """
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return []
    kind = type(wanted[0])
    statement = _compiled(build, MARKS[kind], connection.vendor, context)
    if kind is UUID and not connection.features.has_native_uuid_field:
        wanted = [key.hex for key in wanted]
    return _run(statement, wanted)


def fetch_all(build: Build, *context: Hashable) -> list[tuple[Any, ...]]:
    """The rows of `build(*context)`, of which the same holds as for `fetch`; there are no keys."""
    return _run(_compiled(build, None, connection.vendor, context), [])


def _run(statement: Statement, keys: Sequence[Any]) -> list[tuple[Any, ...]]:
    sql, parameters = statement.worded_for(keys)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(statement.converted(cursor.fetchall()))


@lru_cache(maxsize=MAX_STATEMENTS)
def _compiled(build: Build, mark: Any, _vendor: str, context: tuple[Hashable, ...]) -> Statement:
    queryset = build(*context) if mark is None else build([mark], *context)
    compiler = queryset.query.get_compiler(using=connection.alias)
    sql, parameters = compiler.as_sql()
    stored_marks = (mark, mark.hex) if isinstance(mark, UUID) else (mark,)
    converters = compiler.get_converters([entry[0] for entry in compiler.select[: compiler.col_count]])
    pieces = tuple(sql.split("%s"))
    if len(pieces) != len(parameters) + 1:
        raise ValueError(sql)
    return Statement(
        pieces=pieces,
        parameters=tuple(parameters),
        keyed=frozenset(
            position for position, value in enumerate(parameters) if mark is not None and value in stored_marks
        ),
        converters=tuple((position, found[0], found[1]) for position, found in converters.items()),
    )
