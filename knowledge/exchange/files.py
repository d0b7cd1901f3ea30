"""A file that is read from beginning to end, in pieces, with a count of how far it has come."""

from datetime import UTC, datetime
from pathlib import Path


class FileReader:
    """What the readers of files have in common. `source` and `metadata_licence` are theirs to say."""

    source = ""
    metadata_licence = ""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.position = 0

    @property
    def size(self) -> int:
        """The length of the file in bytes."""
        return self.path.stat().st_size

    @property
    def as_of(self) -> datetime:
        """When the file was last written: the best that is known where a record gives no date of its own."""
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).replace(microsecond=0)
