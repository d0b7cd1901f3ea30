"""A step of the run, and what came of it."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tools.checkout import ROOT, MissingPartError, complain, say, tool_environment


class Outcome(StrEnum):
    PASSED = "passed"
    FAILED = "FAILED"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One program to run.

    `prepare` returns what to add to the environment (an empty text takes a variable away) and raises
    `MissingPartError` when the machine lacks something. `verify` is asked after a success and returns a complaint
    or nothing.
    """

    title: str
    group: str
    command: tuple[str, ...]
    folder: Path = ROOT
    prepare: Callable[[], dict[str, str]] = field(default=dict)
    verify: Callable[[], str] = field(default=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    title: str
    outcome: Outcome
    seconds: float
    note: str = ""


def run(step: Step) -> Result:
    """Run one step with its output on the screen. What is missing skips it, or fails it where `CI` is set."""
    say(f"\n=== {step.title}")
    began = time.monotonic()
    try:
        environment = step.prepare()
    except MissingPartError as problem:
        complain(str(problem))
        outcome = Outcome.FAILED if in_ci() else Outcome.SKIPPED
        return Result(title=step.title, outcome=outcome, seconds=time.monotonic() - began, note=str(problem))
    merged = {name: value for name, value in tool_environment(**environment).items() if value}
    answer = subprocess.run(step.command, cwd=step.folder, env=merged, stdin=subprocess.DEVNULL, check=False)
    note = step.verify() if answer.returncode == 0 else f"ended with {answer.returncode}"
    if note:
        complain(note)
    return Result(
        title=step.title,
        outcome=Outcome.FAILED if note else Outcome.PASSED,
        seconds=time.monotonic() - began,
        note=note,
    )


def in_ci() -> bool:
    """Whether nothing may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}
