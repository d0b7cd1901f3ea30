"""Turns the short notation of the demo files into the blocks of a body."""

from collections.abc import Callable
from html import escape
from typing import Any
from uuid import uuid5

from ..models import Record
from .reading import NAMESPACE, translation_key


def prose(text: str | None) -> str:
    """Paragraphs separated by blank lines as HTML; text that is HTML already stays."""
    stripped = (text or "").strip()
    if stripped.startswith("<"):
        return stripped
    paragraphs = [" ".join(part.split()) for part in stripped.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs)


def body(key: str, blocks: list[dict[str, Any]], locale: str) -> list[dict[str, Any]]:
    """The raw data of a StreamField. The ids are the same in every language: translations hang on them."""
    raw = []
    for number, block in enumerate(blocks):
        ((name, value),) = block.items()
        content = CONVERTERS[name](value, locale)
        if content is not None:
            raw.append({"id": str(uuid5(NAMESPACE, f"{key}/{number}")), "type": name, "value": content})
    return raw


def _heading(value: Any, locale: str) -> dict[str, Any]:
    return {"text": value, "level": "2"} if isinstance(value, str) else {"level": "2"} | value


def _text(value: str, locale: str) -> str:
    return prose(value)


def _same(value: dict[str, Any], locale: str) -> dict[str, Any]:
    return dict(value)


def _table(value: dict[str, Any], locale: str) -> dict[str, Any]:
    cells = [[str(cell) for cell in row] for row in [value["header"], *value["rows"]]]
    table = {"data": cells, "first_row_is_table_header": True, "first_col_is_header": False, "table_caption": ""}
    return {"caption": value.get("caption", ""), "table": table | {"table_header_choice": "row"}}


def _callout(value: dict[str, Any], locale: str) -> dict[str, Any]:
    return {"tone": value.get("tone", "note"), "title": value.get("title", ""), "text": prose(value["text"])}


def _record(value: dict[str, Any], locale: str) -> dict[str, Any] | None:
    editions = Record.objects.filter(translation_key=translation_key(value["key"]))
    target = editions.filter(locale__language_code=locale).first() or editions.order_by("pk").first()
    return {"record": target.pk, "note": value.get("note", "")} if target else None


CONVERTERS: dict[str, Callable[[Any, str], Any]] = {
    "heading": _heading,
    "text": _text,
    "quote": _same,
    "table": _table,
    "callout": _callout,
    "embed": _same,
    "record": _record,
}
