"""Starting and stopping in any state, and never somebody else's process."""

import os
import subprocess

import pytest

from tools.checkout import find_program
from tools.services import base, java
from tools.services.redis import Redis


@pytest.fixture
def redis(tmp_path, monkeypatch):
    """A Redis of this test alone."""
    if find_program("redis-server", "valkey-server") is None:
        pytest.skip("Redis is missing: install the package redis-server.")
    monkeypatch.setattr(base, "FOLDER", tmp_path)
    service = Redis()
    yield service
    service.stop()


def test_start_and_stop_may_be_repeated(redis):
    redis.start()
    port = redis.port
    redis.start()

    assert redis.is_running()
    assert redis.port == port

    redis.stop()
    redis.stop()

    assert not redis.is_running()
    redis.start()
    assert (redis.is_running(), redis.port) == (True, port)


def test_a_stale_process_number_is_forgotten_and_the_process_behind_it_left_alone(redis):
    redis.folder.mkdir(parents=True)
    stale = redis.folder / "pid"
    bystander = subprocess.Popen(["sleep", "60"])
    stale.write_text(f"{bystander.pid}\n")

    assert not redis.is_running()
    redis.stop()

    assert not stale.exists()
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_a_process_that_has_ended_is_not_running():
    ended = subprocess.Popen(["true"])
    os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)

    assert base.command_line(ended.pid) == ""
    ended.wait()


@pytest.mark.parametrize(
    ("said", "version"), [('openjdk version "25.0.1" 2025-10-21', 25), ('java version "1.8.0"', 1)]
)
def test_the_version_of_a_java_is_read_from_what_it_says(tmp_path, said, version):
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
    program.chmod(0o755)

    assert java.java_version(tmp_path) == version


def test_a_folder_without_java_has_none(tmp_path):
    assert java.java_version(tmp_path) == 0
