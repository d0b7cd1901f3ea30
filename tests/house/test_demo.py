"""The demo comes up on a machine with no services, with content in six languages."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEN_MINUTES = 600


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def demo(*options: str, **ports: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CACHE_URL"}}
    return subprocess.run(
        [sys.executable, "-m", "tools.demo", *options],
        cwd=ROOT,
        env=environment | ports,
        capture_output=True,
        text=True,
        check=False,
        timeout=TEN_MINUTES,
    )


@pytest.mark.browser  # it needs the built frontend
@pytest.mark.feature("D1")
def test_the_demo_comes_up_from_nothing_answers_in_two_directions_and_stops(tmp_path):
    hub, frontend = free_port(), free_port()
    began = time.monotonic()

    answer = demo("--check", "--folder", str(tmp_path), HUB_PORT=str(hub), FRONTEND_PORT=str(frontend))

    assert answer.returncode == 0, answer.stdout[-2000:] + answer.stderr[-2000:]
    assert f"http://localhost:{frontend}/en answers" in answer.stdout
    assert f"http://localhost:{frontend}/ar answers" in answer.stdout
    assert time.monotonic() - began < TEN_MINUTES
    for port in (hub, frontend):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_busy_port_is_named_in_one_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as somebody_else:
        port = somebody_else.getsockname()[1]

        answer = demo("--check", "--folder", str(tmp_path), HUB_PORT=str(port), FRONTEND_PORT=str(free_port()))

    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        f"Port {port} is taken by another program; stop that, or choose another port with HUB_PORT=..."
    ]
