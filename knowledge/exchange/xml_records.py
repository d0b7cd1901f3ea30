"""Takes an XML file of records apart, one record at a time.

A parser of whole files must stop at the first stray ampersand. A harvest of 100,000 records should not: the file is
split at the tags of its records, and each is parsed by itself, so that a broken one costs nothing but itself. Little
memory is used, and the payload is kept as it arrived.

Only such fragments reach the parser. They follow a root element of our own making, where a declaration of a document
type is an error, so no entity can be declared and nothing be fetched: what defusedxml guards against cannot be
written. Its parser, which is in Python, would make the whole import slower by a sixth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, fromstring

from django.utils.translation import gettext as _

from .files import FileReader

CHUNK = 1 << 16
LONGEST_RECORD = 1 << 23
START = re.compile(rb"<(?:[\w.-]+:)?record(?=[\s>/])")
END = re.compile(rb"</(?:[\w.-]+:)?record\s*>")
NAMESPACE = re.compile(rb"""\sxmlns(?::[\w.-]+)?\s*=\s*(?:"[^"]*"|'[^']*')""")
ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlRecord:
    """One record of the file: its first line, its text as it arrived, and either its element or what is wrong."""

    line: int
    text: str
    element: Element | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    line: int
    raw: bytes
    is_whole: bool


class XmlRecords:
    """The records of a file; `preamble` is what stands before the first, once that has been reached."""

    def __init__(self, path: Path, reader: FileReader) -> None:
        self.path, self.reader = path, reader
        self.preamble = b""
        self._head, self._encoding = b"<records>", "utf-8"

    def __iter__(self) -> Iterator[XmlRecord]:
        with self.path.open("rb") as file:
            for piece in self._pieces(file):
                yield self._read(piece)

    def _pieces(self, file: BinaryIO) -> Iterator[_Piece]:
        buffer, line, is_first = b"", 1, True
        while True:
            chunk = file.read(CHUNK)
            buffer += chunk
            self.reader.position = file.tell()
            while start := START.search(buffer):
                if is_first:
                    self._take_preamble(buffer[: start.start()])
                    is_first = False
                end = END.search(buffer, start.end())
                # A record does not hold records: where another one begins first, this one was never closed.
                other = START.search(buffer, start.end(), end.start() if end else len(buffer))
                is_too_long = len(buffer) - start.start() > LONGEST_RECORD
                if not (end or other or is_too_long) and chunk:
                    break
                stop = other.start() if other else end.end() if end else len(buffer)
                line += buffer.count(b"\n", 0, start.start())
                yield _Piece(line, buffer[start.start() : stop], is_whole=bool(end) and not other)
                line += buffer.count(b"\n", start.start(), stop)
                buffer = buffer[stop:]
            if not chunk:
                if is_first:
                    self._take_preamble(buffer)
                return
            if not START.search(buffer) and not is_first:
                kept = buffer.rfind(b"<")
                line += buffer.count(b"\n", 0, kept if kept >= 0 else len(buffer))
                buffer = buffer[kept:] if kept >= 0 else b""

    def _take_preamble(self, raw: bytes) -> None:
        self.preamble = raw
        declared = ENCODING.match(raw.removeprefix(BYTE_ORDER_MARK))
        self._encoding = declared[1].decode("ascii") if declared else "utf-8"
        spaces = {match.split(b"=")[0].strip(): match for match in NAMESPACE.findall(raw)}
        declaration = f'<?xml version="1.0" encoding="{self._encoding}"?>'.encode()
        self._head = declaration + b"<records" + b"".join(spaces.values()) + b">"

    def _read(self, piece: _Piece) -> XmlRecord:
        text = piece.raw.decode(self._encoding, errors="replace").replace("\x00", "")
        if not piece.is_whole:
            return XmlRecord(line=piece.line, text=text, problem=_("the record is not closed"))
        if DECLARATION.search(piece.raw):
            return XmlRecord(line=piece.line, text=text, problem=_("it declares a document type or an entity"))
        try:
            root = fromstring(self._head + piece.raw + b"</records>")  # noqa: S314 - nothing is declared, see above
        except ParseError as error:
            row, _column = error.position
            words = _("not well-formed at line %(line)s: %(problem)s") % {
                "line": piece.line + row - 1,
                "problem": str(error).split(":")[0],
            }
            return XmlRecord(line=piece.line, text=text, problem=words)
        except (LookupError, ValueError) as error:
            return XmlRecord(line=piece.line, text=text, problem=str(error))
        return XmlRecord(line=piece.line, text=text, element=root[0])
