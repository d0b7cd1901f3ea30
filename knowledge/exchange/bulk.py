"""Inserts many rows at once, also into the two tables of a record, on SQLite and PostgreSQL.

Django's `bulk_create` refuses models that are spread over two tables. Here the keys are reserved first, so that rows
that point at each other (a record, its revision, its links) are all known before the first one is written.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models
from django.db.models.fields.related import ForeignKey

from ..models import Record

# Columns of these kinds go to the database as they are.
PLAIN_FIELDS = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, ForeignKey)


def reserve_keys(model: type[models.Model], count: int) -> list[int]:
    """`count` primary keys of `model` that nobody else gets.

    Must run inside a transaction: on SQLite the keys are safe because the transaction holds the only write lock.
    """
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)", [table, column, count]
            )
            return [int(row[0]) for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        last = int(row[0]) if row else 0
    return list(range(last + 1, last + 1 + count))


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert `rows` into the table of `model`; values are as the database takes them, in the order of `columns`."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", rows)  # noqa: S608


def insert_instances(model: type[models.Model], instances: Sequence[models.Model]) -> None:
    """Insert the part of `instances` that is stored in the table of `model`. Their keys must be set.

    `auto_now` columns are filled in; no signal is sent.
    """
    fields = model._meta.local_concrete_fields
    take = attrgetter(*(field.attname for field in fields))
    special = [(number, field) for number, field in enumerate(fields) if not _goes_as_it_is(field)]
    rows = []
    for instance in instances:
        row = list(take(instance))
        for number, field in special:
            row[number] = _prepared(field, instance)
        rows.append(row)
    insert_rows(model, [field.column for field in fields], rows)


def _goes_as_it_is(field: "models.Field[Any, Any]") -> bool:
    """Members of an enumeration are strings too, but the PostgreSQL driver would write their names."""
    return isinstance(field, PLAIN_FIELDS) and not field.choices and not hasattr(field, "stream_block")


def _prepared(field: "models.Field[Any, Any]", instance: models.Model) -> Any:
    value = field.pre_save(instance, True)
    if field.choices:
        return getattr(value, "value", value)
    return None if value is None else field.get_db_prep_save(value, connection)


def bulk_create_multi_table(records: Sequence[Record]) -> None:
    """Insert new records of any types: their rows in the common table, then their rows in the table of each type.

    Their keys must be reserved and set. Neither `save()` nor signals run, so `derive()` must have run before.
    """
    insert_instances(Record, records)
    by_model: dict[type[Record], list[Record]] = {}
    for record in records:
        by_model.setdefault(type(record), []).append(record)
    for model, instances in by_model.items():
        insert_instances(model, instances)
