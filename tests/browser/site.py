"""A whole hub for the browser: database with demo content, hub and frontend as real processes."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import IO

from tools.checkout import BIN, ROOT, free_port, tool_environment, wait_until

BUILD = ROOT / "frontend" / "build" / "index.js"


class Site:
    """The addresses of a running hub and frontend, and the processes behind them."""

    def __init__(self, folder: Path) -> None:
        hub, frontend = free_port(8400, 8499), free_port(3400, 3499)
        self.hub, self.frontend = f"http://localhost:{hub}", f"http://localhost:{frontend}"
        self.folder = folder
        self.environment = tool_environment(
            DJANGO_SETTINGS_MODULE="hub.settings.dev",
            DEBUG="false",
            HUB_VAR_DIR=str(folder),
            DATABASE_URL=f"sqlite:///{folder / 'hub.sqlite3'}",
            CACHE_URL="locmemcache://hub",
            EMAIL_URL=f"filemail:///{folder / 'mail'}",
            HUB_URL=self.hub,
            FRONTEND_URL=self.frontend,
            ORIGIN=self.frontend,
            HOST="127.0.0.1",
            PORT=str(frontend),
        )
        self.commands = [
            [
                *(str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(hub)),
                *("--blocking-threads", "4", "--no-ws", "hub.wsgi:application"),
            ],
            ["node", str(folder / "build" / BUILD.name)],
        ]
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Fill the database, start both processes and wait until they answer."""
        # A copy: whoever builds the frontend anew meanwhile does not pull the pages from under the tests.
        shutil.copytree(BUILD.parent, self.folder / "build")
        self.manage("migrate", "--verbosity", "0")
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        self.manage("load_demo")
        with (self.folder / "log.txt").open("ab") as log:
            for command in self.commands:
                self.processes.append(start_process(command, self.environment, log))
        if not wait_until(lambda: answers(f"{self.hub}/readyz") and answers(f"{self.frontend}/en"), seconds=90):
            raise RuntimeError(f"The hub did not answer:\n{(self.folder / 'log.txt').read_text()[-4000:]}")

    def manage(self, *arguments: str) -> str:
        """Run a management command against the site's database and return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return done.stdout

    def stop(self) -> None:
        """End both processes."""
        for process in self.processes:
            end_process(process)


def start_process(command: list[str], environment: dict[str, str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start `command` as the head of a group of processes, since node and the servers start others."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End the whole group that `process` is the head of."""
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=30)


def answers(address: str) -> bool:
    """Whether `address` answers 200."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status == 200
    except OSError:
        return False


def chromium_path() -> str | None:
    """The browser that the run names, or one on the path."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)
