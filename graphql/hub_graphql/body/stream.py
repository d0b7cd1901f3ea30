"""Bodies read from the raw JSON of a StreamField, block by block, without building Wagtail's values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from django.db.models import Model, TextField
from django.db.models.functions import Cast

from hub.statements import fetch
from knowledge.models import Record

from ..core.rows import Batch, Scope
from ..knowledge.record_rows import RecordRow, find_records_of_editions
from .blocks import BLOCKS, BlockRow
from .figures import FigureRow, figure, find_images
from .html import body_html
from .rich_text import announce_links

type RawBlock = dict[str, Any]


def body_of(row: RecordRow) -> list[BlockRow]:
    """The blocks of a record."""
    return row.group(load_bodies)


def body_html_of(row: RecordRow) -> str:
    """The body of a record as one piece of HTML."""
    return body_html(row.scope, body_of(row))


def cover_of(row: RecordRow) -> FigureRow | None:
    """The cover picture of a record; those of the whole batch are looked up together."""
    row.scope.lookup(find_images).announce(other.cover_id for other in row.batch.rows.values())
    return figure(row.scope, row.cover_id, alt=row.cover_alt_text, is_decorative=row.is_cover_decorative)


def load_bodies(batch: Batch, rows: Sequence[RecordRow]) -> Mapping[int, list[BlockRow]]:
    """The bodies of a batch of records."""
    stored = raw_streams(Record, "body", [row.pk for row in rows])
    return {pk: read_blocks(batch.scope, raw) for pk, raw in stored.items()}


def raw_streams(model: type[Model], column: str, keys: Sequence[int]) -> dict[int, list[RawBlock]]:
    """What a StreamField holds, as stored, by primary key."""
    return {pk: orjson.loads(text) if text else [] for pk, text in fetch(_streams, keys, model, column)}


def _streams(keys: Sequence[int], model: type[Model], column: str) -> Any:
    return model._default_manager.filter(pk__in=keys).order_by().values_list("pk", Cast(column, TextField()))


def read_blocks(scope: Scope, raw: Iterable[RawBlock]) -> list[BlockRow]:
    """The blocks of one stream, with all that they point at announced; blocks of unknown types are left out."""
    made = [
        BLOCKS[item["type"]](scope, str(item.get("id") or position), item["value"])
        for position, item in enumerate(raw)
        if item["type"] in BLOCKS
    ]
    announce_links(scope, (text for block in made for text in block.rich_texts))
    scope.lookup(find_images).announce(key for block in made for key in block.image_keys)
    scope.lookup(find_records_of_editions).announce(key for block in made for key in block.record_keys)
    return made
