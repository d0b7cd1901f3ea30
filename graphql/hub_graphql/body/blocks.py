"""The blocks of a body as rows over their raw JSON: nothing is worked out before somebody asks."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ..core.rows import Scope
from ..knowledge.record_rows import RecordRow, find_records_of_editions
from .figures import FigureRow, figure
from .rich_text import clean_html


class BlockRow:
    """A block; subclasses read what they need from `value`."""

    __slots__ = ("id", "scope", "value")
    graphql_type: ClassVar[str]

    def __init__(self, scope: Scope, identifier: str, value: Any) -> None:
        self.scope = scope
        self.id = identifier
        self.value = value

    @property
    def rich_texts(self) -> list[str]:
        """The stored rich texts whose links are to be looked up."""
        return []

    @property
    def image_keys(self) -> list[int | None]:
        """Primary keys of pictures."""
        return []

    @property
    def record_keys(self) -> list[int | None]:
        """Primary keys of editions of records."""
        return []

    def words(self, name: str) -> str:
        """A plain text of the block, empty where it is missing."""
        return str(self.value.get(name) or "")


class HeadingRow(BlockRow):
    graphql_type = "HeadingBlock"

    @property
    def text(self) -> str:
        return self.words("text")

    @property
    def level(self) -> int:
        return 3 if self.words("level") == "3" else 2


class TextRow(BlockRow):
    graphql_type = "TextBlock"

    @property
    def rich_texts(self) -> list[str]:
        return [str(self.value or "")]

    @property
    def html(self) -> str:
        return clean_html(self.scope, str(self.value or ""))


class QuoteRow(BlockRow):
    graphql_type = "QuoteBlock"

    @property
    def text(self) -> str:
        return self.words("text")

    @property
    def attribution(self) -> str:
        return self.words("attribution")


class FigureBlockRow(BlockRow):
    graphql_type = "FigureBlock"

    @property
    def picture(self) -> dict[str, Any]:
        """The stored picture. Wagtail keeps the bare key where a block was once a plain image chooser."""
        stored = self.value.get("image")
        return stored if isinstance(stored, dict) else {"image": stored}

    @property
    def image_keys(self) -> list[int | None]:
        return [self.picture.get("image")]

    @property
    def figure(self) -> FigureRow | None:
        picture = self.picture
        return figure(
            self.scope,
            picture.get("image"),
            alt=str(picture.get("alt_text") or ""),
            is_decorative=bool(picture.get("decorative")),
        )

    @property
    def caption(self) -> str:
        return self.words("caption")


class TableRow(BlockRow):
    graphql_type = "TableBlock"

    @property
    def caption(self) -> str:
        return self.words("caption")

    @property
    def cells(self) -> list[list[str]]:
        """All rows, the header included: plain text, as Wagtail shows it too."""
        data = (self.value.get("table") or {}).get("data") or []
        return [["" if cell is None else str(cell) for cell in row] for row in data]

    @property
    def has_header(self) -> bool:
        return bool((self.value.get("table") or {}).get("first_row_is_table_header"))

    @property
    def header(self) -> list[str]:
        return self.cells[0] if self.has_header and self.cells else []

    @property
    def rows(self) -> list[list[str]]:
        return self.cells[1:] if self.has_header else self.cells


class CalloutRow(BlockRow):
    graphql_type = "CalloutBlock"

    @property
    def rich_texts(self) -> list[str]:
        return [self.words("text")]

    @property
    def tone(self) -> str:
        return self.words("tone") or "note"

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def html(self) -> str:
        return clean_html(self.scope, self.words("text"))


class EmbedRow(BlockRow):
    graphql_type = "EmbedBlock"

    @property
    def url(self) -> str:
        return self.words("url")

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def provider(self) -> str:
        return self.words("provider")


class RecordReferenceRow(BlockRow):
    graphql_type = "RecordReferenceBlock"

    @property
    def record_keys(self) -> list[int | None]:
        return [self.value.get("record")]

    @property
    def record(self) -> RecordRow | None:
        return self.scope.lookup(find_records_of_editions).get(self.value.get("record"))

    @property
    def note(self) -> str:
        return self.words("note")


BLOCKS: Mapping[str, type[BlockRow]] = {
    "heading": HeadingRow,
    "text": TextRow,
    "quote": QuoteRow,
    "figure": FigureBlockRow,
    "table": TableRow,
    "callout": CalloutRow,
    "embed": EmbedRow,
    "record": RecordReferenceRow,
}
