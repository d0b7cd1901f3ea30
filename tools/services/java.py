"""A Java that is new enough, wherever the machine keeps it."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.checkout import MissingPartError, find_program

OLDEST = 21


def find_java() -> Path:
    """The home of the newest Java from version 21 on. Raises `MissingPartError` when there is none."""
    found = max(((java_version(home), home) for home in _homes()), default=(0, Path("/")))
    if found[0] < OLDEST:
        raise MissingPartError(
            f"OpenSearch needs Java {OLDEST} or newer, and none is in JAVA_HOME, /usr/lib/jvm or on the path."
        )
    return found[1]


def java_version(home: Path) -> int:
    """The major version of the Java in `home`; 0 when there is none that starts."""
    program = home / "bin" / "java"
    if not program.is_file():
        return 0
    said = subprocess.run([str(program), "-version"], capture_output=True, text=True, check=False).stderr
    number = re.search(r'version "(\d+)', said)
    return int(number[1]) if number else 0


def _homes() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home)
    for folder in (Path("/usr/lib/jvm"), Path("/opt/java")):
        yield from (entry.resolve() for entry in folder.glob("*"))
    yield from Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")
    if program := find_program("java"):
        yield program.resolve().parent.parent
