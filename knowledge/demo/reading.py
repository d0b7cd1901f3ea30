"""The files of the demo content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import yaml

FOLDER = Path(__file__).resolve().parent
NAMESPACE = UUID("6f0f6c7e-3d1b-5d0c-9a55-0c6c1e9a7b11")


def read_file(name: str) -> Any:
    """The content of one YAML file of the folder, such as `pages.yaml`."""
    with (FOLDER / name).open(encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


def read_works(folder: str) -> Iterator[dict[str, Any]]:
    """Every work of `records` or `building_blocks`, in the order of their keys."""
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        yield read_file(f"{folder}/{path.name}")


def translation_key(key: str) -> UUID:
    """The key that the editions of a work share; the same everywhere, so that addresses of the demo are stable."""
    return uuid5(NAMESPACE, key)
