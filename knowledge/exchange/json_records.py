"""Takes a JSON file of records apart, one record at a time, without holding the file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import ijson
import orjson

from .files import FileReader


class NoRecordsError(Exception):
    """The file is JSON, yet there is nothing in it where this source has its records."""


def read_json_records(path: Path, reader: FileReader, prefixes: Mapping[str, str]) -> Iterator[Any]:
    """The records of a file, wherever they stand in it.

    `prefixes` maps the first key of the file (nothing for a list) to the path of the records in ijson's notation.
    Raises `ijson.JSONError` where the file is broken, and `NoRecordsError` when none of the keys is there.
    """
    prefix = _prefix_of(path, prefixes)
    with path.open("rb") as file:
        for record in ijson.items(file, prefix, use_float=True):
            reader.position = file.tell()
            yield record


def payload_of(record: Any) -> str:
    """The record as JSON text."""
    return orjson.dumps(record).decode()


def _prefix_of(path: Path, prefixes: Mapping[str, str]) -> str:
    with path.open("rb") as file:
        for prefix, event, value in ijson.parse(file):
            if prefix == "" and event == "start_array" and "" in prefixes:
                return prefixes[""]
            if prefix == "" and event == "map_key" and value in prefixes:
                return prefixes[value]
    raise NoRecordsError
