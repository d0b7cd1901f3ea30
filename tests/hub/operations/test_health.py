"""`/healthz` and `/readyz`, with real parts that are really away."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import override_settings

ROOT = Path(__file__).resolve().parents[3]
ASK = """
import django; django.setup()
from django.test import Client
answer = Client().get("/readyz")
print(answer.status_code, answer.content.decode())
"""


@pytest.fixture
def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.feature("D7")
def test_healthz_answers_without_database_and_for_any_host_name(client):
    answer = client.get("/healthz", headers={"host": "10.0.0.7"})

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.feature("D7")
def test_readyz_is_ready_when_every_part_answers(client, db):
    answer = client.get("/readyz", headers={"host": "10.0.0.7"})

    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "parts": {"database": "ok", "cache": "ok"}})


@pytest.mark.feature("D7")
def test_readyz_asks_the_database_once_when_it_is_known_to_be_migrated(client, db, django_assert_num_queries):
    client.get("/readyz")

    with django_assert_num_queries(1):
        client.get("/readyz")


@pytest.mark.feature("D7")
def test_readyz_names_the_cache_that_does_not_answer(client, db, closed_port):
    redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": f"redis://127.0.0.1:{closed_port}"}

    with override_settings(CACHES={"default": redis}):
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "parts": {"database": "ok", "cache": "does not answer"}}


@pytest.mark.feature("D7")
def test_readyz_names_the_database_that_does_not_answer(closed_port):
    status, body = _ask_readyz(f"postgres://hub@127.0.0.1:{closed_port}/hub")

    assert status == "503"
    assert json.loads(body) == {"status": "not ready", "parts": {"database": "does not answer", "cache": "ok"}}


@pytest.mark.feature("D7")
def test_readyz_waits_for_the_migrations(tmp_path):
    status, body = _ask_readyz(f"sqlite:///{tmp_path / 'empty.sqlite3'}")

    assert status == "503"
    assert json.loads(body)["parts"]["database"].endswith("migrations to apply")


def _ask_readyz(database: str) -> list[str]:
    environment = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "hub.settings.test"}
    environment.pop("CACHE_URL", None)
    answer = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return answer.stdout.strip().split(" ", 1)
