"""A step passes, fails or is left out, and continuous integration leaves nothing out."""

import sys

import pytest

from tools.checkout import MissingPartError
from tools.checks.step import Outcome, Step, run


def no_browser() -> dict[str, str]:
    raise MissingPartError("Chromium is missing: install the package chromium.")


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)


def test_a_step_that_ends_well_passes():
    result = run(Step(title="Well", group="lint", command=(sys.executable, "-c", "")))

    assert (result.outcome, result.note) == (Outcome.PASSED, "")


def test_a_step_that_ends_badly_fails():
    result = run(Step(title="Badly", group="lint", command=(sys.executable, "-c", "raise SystemExit(3)")))

    assert (result.outcome, result.note) == (Outcome.FAILED, "ended with 3")


def test_a_complaint_after_the_end_fails_the_step():
    step = Step(title="Stale", group="house", command=(sys.executable, "-c", ""), verify=lambda: "The file is old.")

    assert run(step).outcome is Outcome.FAILED


def test_what_is_missing_is_said_in_one_sentence_and_skips(capfd):
    result = run(Step(title="Browser", group="tests", command=("false",), prepare=no_browser))

    assert result.outcome is Outcome.SKIPPED
    assert capfd.readouterr().err == "Chromium is missing: install the package chromium.\n"


def test_what_is_missing_fails_in_continuous_integration(monkeypatch):
    monkeypatch.setenv("CI", "true")

    result = run(Step(title="Browser", group="tests", command=("false",), prepare=no_browser))

    assert result.outcome is Outcome.FAILED


def test_an_empty_value_takes_a_variable_away(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere")
    look = "import os, sys; sys.exit('DATABASE_URL' in os.environ)"

    result = run(
        Step(title="Alone", group="tests", command=(sys.executable, "-c", look), prepare=lambda: {"DATABASE_URL": ""})
    )

    assert result.outcome is Outcome.PASSED
