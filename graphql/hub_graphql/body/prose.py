"""The rich-text fields of records and building blocks as clean HTML."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..core.rows import Batch
from ..knowledge.building_block_rows import BuildingBlockRow, load_block_prose
from ..knowledge.record_rows import RecordRow, load_details
from .rich_text import announce_links, clean_html


def detail_prose(row: RecordRow, column: str) -> str:
    """A rich text that all records or only those of this type have."""
    return clean_html(row.scope, row.group(load_announced_details)[column])


def block_prose(row: BuildingBlockRow, column: str) -> str:
    """A rich text of a building block."""
    return clean_html(row.scope, row.group(load_announced_prose)[column])


def load_announced_details(batch: Batch, rows: Sequence[RecordRow]) -> Mapping[int, dict[str, Any]]:
    """What each type adds, with the links in its texts announced for the whole batch."""
    return _announced(batch, {row.pk: row.group(load_details) for row in rows})


def load_announced_prose(batch: Batch, rows: Sequence[BuildingBlockRow]) -> Mapping[int, dict[str, Any]]:
    """The texts of building blocks, with their links announced for the whole batch."""
    return _announced(batch, {row.pk: row.group(load_block_prose) for row in rows})


def _announced(batch: Batch, found: Mapping[int, dict[str, Any]]) -> Mapping[int, dict[str, Any]]:
    texts = (text for values in found.values() for text in values.values() if isinstance(text, str))
    announce_links(batch.scope, texts)
    return found
