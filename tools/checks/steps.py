"""The steps, in the order in which they tell most soonest."""

import sys

from tools.checkout import BIN, ROOT, VAR

from .needs import chromium, only_embedded, real_services
from .step import Step

PYTHON = sys.executable
FRONTEND = ROOT / "frontend"
REPORTS = VAR / "checks"
# One worker takes a whole file, so that what a file sets up once is set up once.
IN_PARALLEL = ("-n", "2", "--dist", "loadfile")
# These ask no database, and one run of them is enough.
WITHOUT_DATABASE = ("--ignore=tests/house", "--ignore=tests/tools", "--ignore=tests/hub/settings")
DOCUMENTS = ROOT / "graphql" / "documents.json"


class _CommittedDocuments:
    """Compares the trusted documents with what they were when the run began."""

    def __init__(self) -> None:
        self._before = DOCUMENTS.read_bytes() if DOCUMENTS.is_file() else b""

    def differ(self) -> str:
        same = DOCUMENTS.is_file() and DOCUMENTS.read_bytes() == self._before
        return "" if same else "graphql/documents.json was out of date; the build has written it anew: commit it."


def all_steps() -> list[Step]:
    """Every step of a full run."""
    return [*_lint(), *_house(), *_frontend(), *_tests()]


def _lint() -> list[Step]:
    def step(title: str, *command: str, **environment: str) -> Step:
        program = (str(BIN / command[0]), *command[1:])
        return Step(title=title, group="lint", command=program, prepare=lambda: environment)

    return [
        step("Style", "ruff", "check", "."),
        step("Layout of the code", "ruff", "format", "--check", "."),
        step("Types", "mypy", "hub", "knowledge", "graphql/hub_graphql", "tools"),
        step("Floors", "lint-imports", PYTHONPATH=str(ROOT / "graphql")),
    ]


def _house() -> list[Step]:
    def step(title: str, *command: str) -> Step:
        return Step(title=title, group="house", command=(PYTHON, "manage.py", *command), prepare=only_embedded)

    return [
        step("Migrations", "makemigrations", "--check", "--dry-run"),
        step("The committed schema", "export_graphql_schema", "--check"),
    ]


def _frontend() -> list[Step]:
    def step(title: str, *script: str) -> Step:
        return Step(title=title, group="frontend", command=("npm", "run", *script), folder=FRONTEND)

    report = f"--outputFile.junit={REPORTS / 'frontend.xml'}"
    return [
        step("Frontend: layout of the code", "lint"),
        step("Frontend: types", "check"),
        step("Frontend: tests", "test", "--", "--reporter=default", "--reporter=junit", report),
        Step(
            title="Frontend: build",
            group="frontend",
            command=("npm", "run", "build"),
            folder=FRONTEND,
            verify=_CommittedDocuments().differ,
        ),
    ]


def _tests() -> list[Step]:
    return [
        Step(
            title="Tests on SQLite, nothing else running",
            group="tests",
            command=_pytest("embedded", *IN_PARALLEL, "-m", "not browser and not postgresql"),
            prepare=only_embedded,
        ),
        Step(
            title="Tests on PostgreSQL, Redis and OpenSearch",
            group="tests",
            command=_pytest("services", *IN_PARALLEL, "-m", "not browser", *WITHOUT_DATABASE),
            prepare=real_services,
        ),
        Step(
            title="Tests in a browser",
            group="tests",
            command=_pytest("browser", "-m", "browser"),
            prepare=chromium,
        ),
    ]


def _pytest(report: str, *options: str) -> tuple[str, ...]:
    return (PYTHON, "-m", "pytest", "-q", "--durations=5", f"--junitxml={REPORTS / report}.xml", *options)
