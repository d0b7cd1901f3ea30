"""What the three services have in common: a folder, a port that stays, and a process that is surely ours."""

import os
import signal
import subprocess
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path

from tools.checkout import VAR, free_port, wait_until

FOLDER = VAR / "services"
# They outlive this process; while it lasts, it remembers them so that Python does not warn of forgotten children.
_STARTED: list[subprocess.Popen[bytes]] = []


class Service(ABC):
    """One server of this checkout. `start` and `stop` may be called in any state, any number of times."""

    name: str
    title: str
    variable: str
    ports: tuple[int, int]

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    @property
    def port(self) -> int:
        """The port that was given to this service; kept between starts while nobody else takes it."""
        kept = self._port_file.read_text().strip() if self._port_file.is_file() else ""
        return int(kept) if kept.isdigit() else self._choose_port()

    @property
    def _port_file(self) -> Path:
        return FOLDER / f"{self.name}.port"

    def _choose_port(self) -> int:
        FOLDER.mkdir(parents=True, exist_ok=True)
        port = free_port(*self.ports)
        self._port_file.write_text(f"{port}\n")
        return port

    @property
    @abstractmethod
    def url(self) -> str:
        """What the environment variable `variable` is set to."""

    @abstractmethod
    def is_running(self) -> bool:
        """Whether the server of this checkout answers; one of somebody else on the same port does not count."""

    @abstractmethod
    def start(self) -> None:
        """Start and wait until it answers. Raises `MissingPartError` when the machine lacks something."""

    @abstractmethod
    def stop(self) -> None:
        """Stop and wait until it is gone."""


def start_in_background(command: list[str], *, log: Path, pid_file: Path, folder: Path) -> None:
    """Start `command` so that it outlives this process; its number goes into `pid_file`, its output into `log`."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    _STARTED.append(process)
    pid_file.write_text(f"{process.pid}\n")


def recorded_process(pid_file: Path, *, mark: str) -> int | None:
    """The number in `pid_file` if that process lives and has `mark` in its command line; a stale file is removed."""
    text = pid_file.read_text().strip() if pid_file.is_file() else ""
    if text.isdigit() and mark in command_line(int(text)):
        return int(text)
    pid_file.unlink(missing_ok=True)
    return None


def command_line(process: int) -> str:
    """The command line of a process; empty when it is gone or has ended and waits to be collected."""
    answer = subprocess.run(
        ["ps", "-o", "stat=,args=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return "" if answer.stdout.startswith("Z") else answer.stdout


def end_process(process: int, *, seconds: float = 20) -> None:
    """Ask the process to end, and make it end when it has not done so after `seconds`."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGTERM)
        if not wait_until(lambda: not command_line(process), seconds=seconds):
            os.kill(process, signal.SIGKILL)
    for child in _STARTED:
        child.poll()


def last_lines(log: Path, count: int = 5) -> str:
    """The end of a log, for a message."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:]) if log.is_file() else ""
