"""PostgreSQL, of which the tests and the bench make databases of their own."""

import hashlib
import os
import pwd
import re
import shutil
import subprocess
from pathlib import Path

from tools.checkout import ROOT, MissingPartError, find_program, port_answers, wait_until

from .base import FOLDER, Service, last_lines

USER = "hub"
DATABASE = "hub"
# The data can be made again at any time, so the disk is not waited for.
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
checkpoint_timeout = 30min
autovacuum_naptime = 10min
"""


class PostgreSQL(Service):
    name = "postgresql"
    title = "PostgreSQL"
    variable = "DATABASE_URL"
    ports = (5440, 5499)

    @property
    def url(self) -> str:
        return f"postgres://{USER}@127.0.0.1:{self.port}/{DATABASE}"

    @property
    def data(self) -> Path:
        """The cluster. The server refuses to run as root, and its own user may not see into the checkout."""
        if os.geteuid() == 0 and not _may_enter(FOLDER):
            mark = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
            return Path("/var/tmp") / f"knowledge-hub-postgresql-{mark}"  # noqa: S108 - the name is ours, the mode 0700
        return self.folder

    def is_running(self) -> bool:
        control = _find("pg_ctl")
        if control is None or not _can_run() or not (self.data / "PG_VERSION").is_file():
            return False
        return self._run(control, "status", "-D", str(self.data)).returncode == 0 and port_answers(self.port)

    def start(self) -> None:
        control, make = _find("pg_ctl"), _find("initdb")
        if control is None or make is None:
            raise MissingPartError("PostgreSQL is missing: install the package postgresql.")
        if self.is_running():
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        if not (self.data / "PG_VERSION").is_file():
            self._make_cluster(make)
        port = self._choose_port() if port_answers(self.port) else self.port
        self._demand(control, "start", "-w", "-s", "-D", str(self.data), "-l", str(self.log), "-o", f"-p {port}")
        if not wait_until(self.is_running, seconds=20):
            raise MissingPartError(f"PostgreSQL does not answer; the end of {self.log}:\n{last_lines(self.log)}")
        self._make_database()

    def stop(self) -> None:
        control = _find("pg_ctl")
        if control is not None and _can_run() and (self.data / "PG_VERSION").is_file():
            self._run(control, "stop", "-w", "-s", "-m", "fast", "-D", str(self.data))

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    def _make_cluster(self, make: Path) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True, mode=0o700)
        if os.geteuid() == 0:
            owner = _owner()
            os.chown(self.data, owner.pw_uid, owner.pw_gid)
        self._demand(
            make, "-D", str(self.data), "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"
        )
        with (self.data / "postgresql.conf").open("a") as configuration:
            configuration.write(CONFIGURATION)

    def _make_database(self) -> None:
        import psycopg

        with psycopg.connect(host="127.0.0.1", port=self.port, user=USER, dbname="postgres", autocommit=True) as link:
            found = link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if not found:
                link.execute("CREATE DATABASE hub")

    def _demand(self, program: Path, *arguments: str) -> None:
        answer = self._run(program, *arguments)
        if answer.returncode != 0:
            raise MissingPartError(f"{program.name} failed: {answer.stderr.strip()}\n{last_lines(self.log)}")

    def _run(self, program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        # A pipe for its output would be kept open by the server, so what is said goes through a file.
        said = FOLDER / "postgresql.said"
        with said.open("w") as output:
            answer = subprocess.run(
                [*_as_owner(), str(program), *arguments],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
                check=False,
            )
        return subprocess.CompletedProcess(answer.args, answer.returncode, "", said.read_text(errors="replace"))


def _find(program: str) -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    brew = sorted(Path("/opt/homebrew/opt").glob("postgresql*/bin"), key=_version, reverse=True)
    return find_program(program, folders=(*versions, *brew))


def _version(folder: Path) -> int:
    numbers = re.findall(r"\d+", str(folder))
    return int(numbers[-1]) if numbers else 0


def _owner() -> pwd.struct_passwd:
    """The user who holds the server when we are root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise MissingPartError("PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.")


def _can_run() -> bool:
    """Whether there is a way to run it: as root it takes setpriv."""
    return os.geteuid() != 0 or find_program("setpriv") is not None


def _as_owner() -> list[str]:
    """What goes before a command so that it runs as somebody who is not root."""
    if os.geteuid() != 0:
        return []
    setpriv = find_program("setpriv")
    if setpriv is None:
        raise MissingPartError("PostgreSQL refuses to run as root, and setpriv (package util-linux) is missing.")
    owner = _owner()
    return [str(setpriv), f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", "--"]


def _may_enter(folder: Path) -> bool:
    """Whether the server's user can reach `folder` through all folders above it."""
    folder.mkdir(parents=True, exist_ok=True)
    return subprocess.run([*_as_owner(), "test", "-x", str(folder)], check=False).returncode == 0
