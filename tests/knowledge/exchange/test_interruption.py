"""An import that is killed, and two at once: on a database file of their own, with real processes."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from .feeds import faolex, law

PROJECT = Path(__file__).resolve().parents[3]
COUNT = 3000
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="Copies the database of the tests, which SQLite can."),
]


@pytest.fixture
def hub(words, tmp_path) -> Path:
    """A folder with a database as the tests have it, and a feed that takes a while."""
    connection.ensure_connection()
    copy = sqlite3.connect(tmp_path / "hub.sqlite3")
    connection.connection.backup(copy)
    copy.close()
    faolex(tmp_path / "feed.xml", *(law(f"LEX-{number}", keyword_en=["fees"]) for number in range(COUNT)))
    return tmp_path


def start(hub: Path) -> "subprocess.Popen[str]":
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "hub.settings.dev", "HUB_VAR_DIR": str(hub)}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "manage.py", "import_records", "faolex", str(hub / "feed.xml"), "--publish"]
    return subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)


def count(hub: Path, table: str, distinct: str = "*") -> int:
    database = sqlite3.connect(hub / "hub.sqlite3", timeout=30)
    try:
        return int(database.execute(f"SELECT COUNT({distinct}) FROM {table}").fetchone()[0])
    finally:
        database.close()


def assert_complete(hub: Path) -> None:
    tables = ("knowledge_record", "knowledge_policydocument", "knowledge_provenance", "wagtailcore_revision")
    assert [count(hub, table) for table in tables] == [COUNT] * 4
    assert count(hub, "knowledge_provenance", "DISTINCT identifier") == COUNT
    assert count(hub, "knowledge_recordtag") == COUNT


def test_a_run_that_was_killed_is_completed_by_the_next_with_nothing_twice(hub):
    process = start(hub)
    deadline = time.monotonic() + 120
    while count(hub, "knowledge_record") == 0 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    process.communicate()
    done = count(hub, "knowledge_record")
    assert 0 < done < COUNT
    assert count(hub, "knowledge_provenance") == done

    output, _errors = start(hub).communicate(timeout=300)

    assert output.splitlines()[0] == f"{COUNT - done} new, 0 changed, {done} unchanged, 0 relations added"
    assert_complete(hub)


def test_two_runs_at_once_do_no_harm(hub):
    first, second = start(hub), start(hub)

    outputs = [process.communicate(timeout=300)[0].splitlines()[0] for process in (first, second)]

    assert [process.returncode for process in (first, second)] == [0, 0]
    assert sum(int(line.split()[0]) for line in outputs) == COUNT
    assert_complete(hub)
