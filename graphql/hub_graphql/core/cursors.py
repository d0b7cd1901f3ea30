"""Cursors: the place of a row in a named order, opaque to the caller."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.utils.translation import gettext as _

from .errors import CallerError


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderKey:
    """One column of an order: `attribute` is where a row keeps it, `parse` checks what a cursor brings back."""

    column: str
    attribute: str
    parse: Callable[[Any], Any]
    is_descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """A stable order: one key, or one and the primary key that settles ties."""

    name: str
    keys: tuple[OrderKey, ...]


def text(value: Any) -> str:
    """The value, if it is text; raises `ValueError` otherwise."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(value)
    return value


def number(value: Any) -> int:
    """The value, if it is a whole number; raises `ValueError` otherwise."""
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError(value)
    return value


def moment(value: Any) -> datetime:
    """The value as a point in time with its zone; raises `ValueError` otherwise."""
    found = datetime.fromisoformat(text(value))
    if found.tzinfo is None:
        raise ValueError(value)
    return found


def encode_cursor(row: Any, ordering: Ordering) -> str:
    """The cursor of `row` in `ordering`."""
    values = [ordering.name, *(getattr(row, key.attribute) for key in ordering.keys)]
    return urlsafe_b64encode(orjson.dumps(values, option=orjson.OPT_PASSTHROUGH_DATETIME, default=_plain)).decode()


def decode_cursor(cursor: str, ordering: Ordering, argument: str) -> list[Any]:
    """The values of the order's keys; raises `CallerError` naming `argument` for what is no cursor of this order."""
    try:
        name, *values = orjson.loads(urlsafe_b64decode(cursor))
        if name != ordering.name:
            raise ValueError(name)
        return [key.parse(value) for key, value in zip(ordering.keys, values, strict=True)]
    except (Error, ValueError, TypeError):
        raise CallerError(_("The argument “%(name)s” is not a cursor of this list.") % {"name": argument}) from None


def _plain(value: datetime) -> str:
    return value.isoformat()
