"""What of a block is handed to translators, where wagtail-localize would not know."""

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar

from wagtail_localize.segments import StringSegmentValue


class WordsOnly:
    """A struct block of which only the children named in `words` are translated; the rest is the same everywhere.

    Without it wagtail-localize would translate addresses kept in text blocks, and ask for a translation of every
    thing that is chosen, which a choice of a common base class cannot have.
    """

    words: ClassVar[tuple[str, ...]] = ()

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """One segment for each of the words that is there."""
        return [StringSegmentValue(name, value[name]) for name in self.words if value.get(name)]

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """`value` with the translated words in place."""
        for segment in segments:
            name, rest = segment.unwrap()
            if name in self.words:
                value[name] = rest.render_text()
        return value


class CaptionedTable(WordsOnly):
    """A captioned table, translated cell by cell. A cell is known by its text, so that rows may move."""

    words = ("caption",)

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """The caption, and each different cell that holds words; figures are the same in every language."""
        cells: dict[str, str] = {}
        _each_cell(value.get("table"), lambda text: cells.setdefault(_cell_key(text), text))
        found = [StringSegmentValue(f"table.{key}", text) for key, text in cells.items()]
        return [*super().get_translatable_segments(value), *found]

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """`value` with the caption and the cells translated."""
        unwrapped = [segment.unwrap()[1] for segment in segments if segment.path.startswith("table.")]
        texts = {segment.path: segment.render_text() for segment in unwrapped}
        _each_cell(value.get("table"), lambda text: texts.get(_cell_key(text), text))
        return super().restore_translated_segments(value, segments)


def _each_cell(table: Any, change: Callable[[str], str]) -> None:
    """Put what `change` makes of it in place of each cell of `table` that holds words."""
    for row in (table or {}).get("data") or []:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and any(letter.isalpha() for letter in cell):
                row[column] = change(cell)


def _cell_key(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
