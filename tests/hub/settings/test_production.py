"""A hub that is not set up safely does not start, and says what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAFE = {
    "DJANGO_SETTINGS_MODULE": "hub.settings.production",
    "SECRET_KEY": "Rk2v-8sYpQmZ4tLx7WcB1nJd9HfGa6EuT3oKiVrXyMzCbNqSlPwD",
    "ALLOWED_HOSTS": "hub.example.org",
    "DATABASE_URL": "postgres://hub@127.0.0.1/hub",
    "CACHE_URL": "redis://127.0.0.1/0",
    "EMAIL_URL": "smtp://mail.example.org:25",
    "HUB_URL": "https://hub.example.org",
    "FRONTEND_URL": "https://www.example.org",
}
SETTINGS_OF_A_SERVER = """
import django; django.setup()
from django.conf import settings
from django.test import Client
print(settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS)
answer = Client().get("/admin/", headers={"host": "hub.example.org"})
print(answer.status_code, answer.headers["Location"])
print(Client().get("/admin/", headers={"host": "elsewhere.example.org"}, secure=True).status_code)
print(Client().get("/healthz").status_code)
"""


def run(*arguments: str, tmp_path: Path, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Run Python in a safe environment with `changes`; None takes a variable away."""
    inherited = {name: value for name, value in os.environ.items() if name not in {*SAFE, "DEBUG", "SINGLE_PROCESS"}}
    changed = inherited | {"HUB_VAR_DIR": str(tmp_path)} | SAFE | changes
    environment = {name: value for name, value in changed.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_deployment_check_is_clean(tmp_path):
    answer = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", tmp_path=tmp_path)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "no issues" in answer.stdout


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": None}, "Set SECRET_KEY"),
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "a" * 64}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "development-only-not-a-secret-0123456789-0123456789-0123456789"}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "test-only-not-a-secret-0123456789-0123456789-0123456789-0123456789"}, "Set SECRET_KEY"),
        ({"ALLOWED_HOSTS": None}, "Set ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "Name the hosts in ALLOWED_HOSTS"),
        ({"DEBUG": "true"}, "Take DEBUG out"),
        ({"DATABASE_URL": None}, "Set DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///var/hub.sqlite3"}, "Set DATABASE_URL"),
        ({"CACHE_URL": "locmemcache://hub"}, "CACHE_URL to Redis"),
        ({"EMAIL_URL": None}, "Set EMAIL_URL"),
        ({"HUB_URL": None}, "Set HUB_URL"),
        ({"FRONTEND_URL": None}, "Set FRONTEND_URL"),
    ],
)
def test_refuses_to_start_and_says_what_to_set(tmp_path, changes, sentence):
    answer = run("-c", "import hub.settings.production", tmp_path=tmp_path, **changes)

    assert answer.returncode == 1
    assert "ImproperlyConfigured" in answer.stderr
    assert sentence in answer.stderr
    assert answer.stderr.count("\n- ") == 1


def test_starts_on_sqlite_only_when_told_that_there_is_one_process(tmp_path):
    database = f"sqlite:///{tmp_path / 'hub.sqlite3'}"

    answer = run("manage.py", "check", tmp_path=tmp_path, DATABASE_URL=database, SINGLE_PROCESS="true")

    assert answer.returncode == 0, answer.stderr


def test_secures_cookies_and_transport_and_turns_strange_hosts_away(tmp_path):
    answer = run("-c", SETTINGS_OF_A_SERVER, tmp_path=tmp_path)

    assert answer.stdout.splitlines() == [
        "False True True 31536000",
        "301 https://hub.example.org/admin/",
        "400",
        "200",
    ]
