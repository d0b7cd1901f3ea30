"""How fast the reading API is beside hand-written SQL (a) and plain graphene-django (b), in one server on one database.

Run it with `python -m tests.benchmarks.bench_graphql [N]`. It measures on the database that DATABASE_URL names if there
are records in it, else on one of its own (SQLite) with N generated records. Printed are ratios, which hold on any
machine; the CPU is that of the server's processes, without those of a database server.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

COUNT = 20_000
ROUNDS = 8
REQUESTS = 30
PORT = 8793
GOAL = 0.5

FIELDS = """reference recordType title summary publicationDate
  language { localeServed isFallback translationMethod }
  targets { identifier label } subjects { identifier label } places { identifier name } organisations { slug name }"""
IN_FULL = """plainSummary authors publisher source rights isSyndicationAllowed isExample
  firstPublishedAt lastPublishedAt relevantInformationHtml links { url title }
  problemHtml impactHtml lessonsLearnedHtml startDate endDate"""
OUR_BODY = """body { __typename id ... on HeadingBlock { text level } ... on TextBlock { html }
  ... on QuoteBlock { text attribution } ... on TableBlock { caption header rows }
  ... on CalloutBlock { tone title html } ... on EmbedBlock { url title provider } }"""
RELATIONS = "relations { kind record { reference title } }"


@dataclass(slots=True, kw_only=True)
class Peer:
    """One way to answer, and what it took: seconds of CPU for each request of a round, seconds of each answer."""

    name: str
    path: str
    body: bytes = b""
    cpu: list[float] = field(default_factory=list)
    latency: list[float] = field(default_factory=list)

    def ask(self, connection: http.client.HTTPConnection) -> bytes:
        """The body of one answer."""
        method = "POST" if self.body else "GET"
        connection.request(method, self.path, self.body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        content = response.read()
        if response.status != 200 or b'"errors"' in content:
            raise SystemExit(f"{self.name}: {response.status} {content[:500]!r}")
        return content


def peers(reference: str) -> dict[str, list[Peer]]:
    """The three ways for each of the two questions."""
    single = f'(reference: "{reference}")'
    return {
        "list of 20": [
            Peer(name="ours", path="/graphql/", body=_post(f"{{ records(first: 20) {{ nodes {{ {FIELDS} }} }} }}")),
            Peer(name="(a) SQL", path="/peer/sql/list/"),
            Peer(
                name="(b) graphene-django",
                path="/peer/graphene-django/",
                body=_post(f"{{ records(first: 20) {{ {FIELDS} }} }}"),
            ),
        ],
        "one record": [
            Peer(
                name="ours",
                path="/graphql/",
                body=_post(
                    f"{{ record{single} {{ ... on CaseStudy {{ {FIELDS} {IN_FULL} {RELATIONS} {OUR_BODY} }} }} }}"
                ),
            ),
            Peer(name="(a) SQL", path=f"/peer/sql/record/{reference}/"),
            Peer(
                name="(b) graphene-django",
                path="/peer/graphene-django/",
                body=_post(f"{{ caseStudy{single} {{ {FIELDS} {IN_FULL} {RELATIONS} body }} }}"),
            ),
        ],
    }


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder, _database(Path(folder), count) as environment:
        reference = _manage(environment, "shell", "-v0", "-c", REFERENCE).strip().splitlines()[-1]
        with _server(environment) as pid:
            reached = [_measure(name, ways, pid) for name, ways in peers(reference).items()]
    return 0 if all(reached) else 1


def _measure(question: str, ways: list[Peer], pid: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    for peer in ways:
        for _warm in range(5):
            peer.ask(connection)
    for _round in range(ROUNDS):
        for peer in ways:
            before = _cpu(pid)
            for _request in range(REQUESTS):
                started = time.perf_counter()
                peer.ask(connection)
                peer.latency.append(time.perf_counter() - started)
            peer.cpu.append((_cpu(pid) - before) / REQUESTS)
    return _report(question, ways)


def _report(question: str, ways: list[Peer]) -> bool:
    ours, sql, plain = ways
    print(f"{question} (CPU of the server a request; latency at the median)")
    for peer in ways:
        cpu, latency = statistics.median(peer.cpu) * 1000, statistics.median(peer.latency) * 1000
        print(f"  {peer.name:22} {cpu:7.2f} ms CPU   {latency:7.2f} ms")
    ratios = {
        name: (_ratio(ours.cpu, other.cpu), _ratio(ours.latency, other.latency))
        for name, other in (("(a)", sql), ("(b)", plain))
    }
    for name, (cpu, latency) in ratios.items():
        print(f"  ours / {name}: CPU {cpu:.2f}, latency {latency:.2f}")
    reached = ratios["(b)"][0] <= GOAL
    print(f"  goal: ours / (b) at most {GOAL}: {'reached' if reached else 'MISSED'}")
    return reached


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(one) / statistics.median(other)


def _post(query: str) -> bytes:
    return json.dumps({"query": query}).encode()


REFERENCE = """
from knowledge.models import CaseStudy
print(CaseStudy.objects.visible_to(None).filter(locale__language_code="en").order_by("pk")[7].reference)
"""


@contextmanager
def _database(folder: Path, count: int) -> Iterator[dict[str, str]]:
    """The environment of a database that holds records."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.graphql_peer.settings"}
    if "DATABASE_URL" not in environment:
        environment["DATABASE_URL"] = f"sqlite:///{folder / 'bench.sqlite3'}"
    _manage(environment, "migrate", "-v0")
    there = "from knowledge.models import Record; print(Record.objects.count())"
    if int(_manage(environment, "shell", "-v0", "-c", there).strip().splitlines()[-1]) < count:
        print(f"Generating {count} records ...", flush=True)
        _manage(environment, "load_vocabularies")
        _manage(environment, "generate_records", str(count), "--yes")
    yield environment


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[int]:
    """The project's server with one worker of one thread; gives its process id."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(PORT), "--workers", "1"]
    command += ["--blocking-threads", "1", "--log-level", "error", "tests.benchmarks.graphql_peer.wsgi:application"]
    process = subprocess.Popen(command, env=environment)
    try:
        for _attempt in range(120):
            time.sleep(0.5)
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
                connection.request("GET", "/healthz")
                connection.getresponse().read()
                break
            except OSError:
                continue
        else:
            raise SystemExit("The server did not start.")
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=30)


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process and its children have used (Linux)."""
    total = 0.0
    for entry in [pid, *_children(pid)]:
        numbers = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
        total += (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")
    return total


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    own = [int(child) for task in tasks for child in task.read_text().split()]
    return own + [grandchild for child in own for grandchild in _children(child)]


def _manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(result.stderr[-2000:])
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
