"""`make demo`: a hub with demo content on this machine, started and stopped under one command.

`--check` starts everything, fetches a page in English and one in Arabic, and stops.
"""

import argparse
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from tools.checkout import BIN, ROOT, VAR, MissingPartError, complain, port_answers, say, tool_environment, wait_until

FRONTEND = ROOT / "frontend"
BUILT = FRONTEND / "build" / "index.js"
PYTHON = sys.executable
ACCOUNTS = """
import django; django.setup()
from knowledge.demo.site import DEMO_PASSWORD
from knowledge.demo.reading import read_file
for person in read_file("people.yaml"):
    print(f"  {person['role']:14} {person['email']} / {DEMO_PASSWORD}")
"""


class Demo:
    """The addresses and the folder of one demo."""

    def __init__(self, *, folder: Path, hub_port: int, frontend_port: int) -> None:
        self.folder = folder
        self.ports = {"HUB_PORT": hub_port, "FRONTEND_PORT": frontend_port}
        self.hub = f"http://localhost:{hub_port}"
        self.frontend = f"http://localhost:{frontend_port}"
        self.environment = tool_environment(
            DJANGO_SETTINGS_MODULE="hub.settings.dev",
            HUB_VAR_DIR=str(self.folder),
            DATABASE_URL=f"sqlite:///{self.folder / 'hub.sqlite3'}",
            CACHE_URL="locmemcache://hub",
            LOG_LEVEL="WARNING",
            EMAIL_URL=f"filemail:///{self.folder / 'mail'}",
            HUB_PORT=str(hub_port),
            FRONTEND_PORT=str(frontend_port),
            HUB_URL=self.hub,
            FRONTEND_URL=self.frontend,
            ORIGIN=self.frontend,
        )

    def refuse_busy_ports(self) -> None:
        """Raise `MissingPartError` naming the first port that somebody else has."""
        for variable, port in self.ports.items():
            if port_answers(port):
                raise MissingPartError(
                    f"Port {port} is taken by another program; stop that, or choose another port with {variable}=..."
                )

    def prepare(self) -> None:
        """Build the frontend, and bring the database and its content up to date."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not frontend_is_built():
            say("Frontend: building")
            self._run("npm", "run", "build", "--silent", folder="frontend")
        say(f"Database: migrating {self.folder / 'hub.sqlite3'}")
        self._run(PYTHON, "manage.py", "migrate", "--verbosity", "0")
        say("Content: loading")
        self._run(PYTHON, "manage.py", "load_demo")

    def _run(self, *command: str, folder: str = ".") -> None:
        answer = subprocess.run(command, cwd=ROOT / folder, env=self.environment, stdin=subprocess.DEVNULL, check=False)
        if answer.returncode != 0:
            raise MissingPartError(f"`{' '.join(command)}` failed; what it says stands above.")

    def start(self) -> subprocess.Popen[bytes]:
        """Start hub, worker and frontend in a session of their own, so that Ctrl-C reaches only this process."""
        return subprocess.Popen(
            [str(BIN / "honcho"), "start", "hub", "worker", "frontend"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def answers(self) -> bool:
        """Whether the hub is ready and the frontend shows its home page."""
        return fetch(f"{self.hub}/readyz")[0] == 200 and fetch(f"{self.frontend}/en")[0] == 200

    def print_welcome(self) -> None:
        """Say where everything is and who may sign in."""
        say("\nThe hub is here. Ctrl-C stops it.\n")
        say(f"  Pages    {self.frontend}/en   {self.frontend}/ar")
        say(f"  Admin    {self.hub}/admin/")
        say(f"  GraphQL  {self.hub}/graphql/")
        say(f"  Mail     {self.folder / 'mail'}, one file a letter")
        say("\nAccounts of the demo (address / password):")
        self._run(PYTHON, "-c", ACCOUNTS)
        say("")


def frontend_is_built() -> bool:
    """Whether the build is newer than everything it is made of."""
    if not BUILT.is_file():
        return False
    folders = [FRONTEND / name for name in ("src", "messages", "static", "scripts")]
    sources = [*FRONTEND.glob("*.*"), ROOT / "graphql" / "schema.graphql"]
    sources += [path for folder in folders for path in folder.rglob("*")]
    return all(path.stat().st_mtime <= BUILT.stat().st_mtime for path in sources if path.is_file())


def fetch(address: str) -> tuple[int, str]:
    """Status and text of a page; status 0 when nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, ""
    except OSError:
        return 0, ""


def stop(processes: subprocess.Popen[bytes]) -> None:
    """End the three processes and wait until they are gone."""
    if processes.poll() is None:
        processes.terminate()
    try:
        processes.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(processes.pid, signal.SIGKILL)
        processes.wait()


def check_pages(demo: Demo) -> None:
    """Raise `MissingPartError` unless a page in English and one in Arabic arrive, each in its direction."""
    for locale, direction in (("en", "ltr"), ("ar", "rtl")):
        status, page = fetch(f"{demo.frontend}/{locale}")
        if status != 200 or f'dir="{direction}"' not in page or f'lang="{locale}"' not in page:
            raise MissingPartError(f"{demo.frontend}/{locale} answered {status} and is not the page it should be.")
        say(f"{demo.frontend}/{locale} answers")


def run(demo: Demo, *, only_check: bool) -> None:
    """Prepare, start, and stay until somebody asks to stop or a process ends."""
    demo.refuse_busy_ports()
    demo.prepare()
    say("Starting hub, worker and frontend")
    processes = demo.start()
    try:
        if not wait_until(lambda: processes.poll() is not None or demo.answers(), seconds=90):
            raise MissingPartError("The hub did not answer within 90 seconds; what its processes say stands above.")
        if processes.poll() is not None:
            raise MissingPartError("One of the processes ended at once; what it says stands above.")
        if only_check:
            check_pages(demo)
            return
        demo.print_welcome()
        processes.wait()
        raise MissingPartError("One of the processes ended, so the others were stopped.")
    finally:
        stop(processes)


def interrupt(_number: int, _frame: FrameType | None) -> None:
    """Treat every request to end as Ctrl-C, also where a shell had Ctrl-C ignored."""
    raise KeyboardInterrupt


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description="A hub with demo content.")
    parser.add_argument("--check", action="store_true", help="start, fetch a page in English and Arabic, stop")
    parser.add_argument("--folder", type=Path, default=VAR / "demo", help="where database, files and mail go")
    options = parser.parse_args()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    demo = Demo(
        folder=options.folder.resolve(),
        hub_port=int(os.environ.get("HUB_PORT", "8000")),
        frontend_port=int(os.environ.get("FRONTEND_PORT", "3000")),
    )
    try:
        run(demo, only_check=options.check)
    except KeyboardInterrupt:
        say("\nStopped.")
    except MissingPartError as problem:
        complain(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
