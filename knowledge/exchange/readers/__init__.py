"""One reader for each source that the hub imports from."""

from collections.abc import Callable
from pathlib import Path

from ..data import Reader
from .faolex import FaolexReader
from .gbif_literature import GbifLiteratureReader
from .oai_pmh import OaiPmhReader
from .zenodo import ZenodoReader

READERS: dict[str, Callable[[Path], Reader]] = {
    reader.source: reader for reader in (FaolexReader, GbifLiteratureReader, ZenodoReader, OaiPmhReader)
}
