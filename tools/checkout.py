"""Where things are in this checkout, and the few words every tool says with them."""

import os
import shutil
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
BIN = ROOT / ".venv" / "bin"


class MissingPartError(Exception):
    """Something that has to be on the machine is not; the message is the sentence to show."""


def say(sentence: str) -> None:
    """Print one line at once, also when the output goes into a pipe."""
    print(sentence, flush=True)


def complain(sentence: str) -> None:
    """Print one line to the error stream."""
    print(sentence, file=sys.stderr, flush=True)


def tool_environment(**extra: str) -> dict[str, str]:
    """The environment for child processes: Python, Node and npm of `.venv` come first, caches stay in the checkout."""
    environment = dict(os.environ)
    environment.pop("PYENV_VERSION", None)
    environment["PATH"] = f"{BIN}{os.pathsep}{environment.get('PATH', '')}"
    environment.setdefault("npm_config_cache", str(ROOT / ".tools" / "npm-cache"))
    return environment | extra


def find_program(*names: str, folders: tuple[Path, ...] = ()) -> Path | None:
    """The first of `names` that is in one of `folders` or on the path."""
    for name in names:
        for folder in folders:
            if (folder / name).is_file() and os.access(folder / name, os.X_OK):
                return folder / name
        if found := shutil.which(name):
            return Path(found)
    return None


def port_answers(port: int) -> bool:
    """Whether something on this machine listens on `port`."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port(first: int, last: int) -> int:
    """A port from `first` to `last` on which nothing listens; two checkouts start looking at different places."""
    span = last - first + 1
    start = crc32(str(ROOT).encode()) % span
    for step in range(span):
        port = first + (start + step) % span
        if not port_answers(port):
            return port
    raise MissingPartError(f"All ports from {first} to {last} are taken.")


def wait_until(answers: Callable[[], bool], *, seconds: float) -> bool:
    """Ask `answers` four times a second; False when `seconds` have passed without a yes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answers():
            return True
        time.sleep(0.25)
    return False
