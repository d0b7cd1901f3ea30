"""What every reader hands over, whatever the source looked like. Nothing here is cleaned or mapped yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from ..enums import RecordType, RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkData:
    """Where the thing itself can be had."""

    url: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordData:
    """A record as its source describes it.

    `fields` holds plain columns of the record type by name; `concepts` one concept identifier a field. `html` is a
    longer description with markup. `keywords` are terms, each as the tuple of its labels in whatever languages the
    source gives; `text_language` is the language of title and summary, `languages` those of the thing itself.
    """

    identifier: str
    where: str
    record_type: RecordType
    payload: str
    title: str
    summary: str = ""
    html: str = ""
    text_language: str = ""
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    keywords: tuple[tuple[str, ...], ...] = ()
    subjects: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    licence: str = ""
    concepts: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    links: tuple[LinkData, ...] = ()
    relations: tuple[tuple[RelationKind, str], ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    url: str = ""
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedData:
    """The source says that it no longer has this record."""

    identifier: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenData:
    """Something in the file that cannot be read as a record, and why."""

    where: str
    reason: str


Item = RecordData | DeletedData | BrokenData


class Reader(Protocol):
    """A file of one source, read from beginning to end in little memory."""

    source: str
    # The licence of the descriptions themselves, by its SPDX identifier; the things described have their own.
    metadata_licence: str

    @property
    def size(self) -> int:
        """The length of the file in bytes."""

    @property
    def position(self) -> int:
        """How many bytes of it have been read."""

    @property
    def as_of(self) -> datetime:
        """The moment the file describes; used where a record gives none of its own."""

    def __iter__(self) -> Iterator[Item]: ...
