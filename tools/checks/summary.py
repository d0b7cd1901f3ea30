"""What came of the run, in one table and one line."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import parse

from tools.checkout import say

from .step import Result


def print_summary(results: Iterable[Result]) -> None:
    """One line for each step: what came of it, how long it took, and why it did not pass."""
    say("\n=== Summary")
    for result in results:
        note = result.note.splitlines()[0] if result.note else ""
        say(f"{result.outcome:8} {result.seconds:7.1f} s  {result.title}{f' ({note})' if note else ''}")


def count_tests(folder: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests in the JUnit reports of `folder`."""
    passed = failed = skipped = 0
    for report in folder.glob("*.xml"):
        for suite in _suites(report):
            missed = int(suite.get("skipped", 0))
            broken = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            passed += int(suite.get("tests", 0)) - missed - broken
            failed += broken
            skipped += missed
    return passed, failed, skipped


def _suites(report: Path) -> list[dict[str, str]]:
    try:
        root = parse(report).getroot()
    except ParseError:
        return []
    return [] if root is None else [dict(suite.attrib) for suite in root.iter("testsuite")]
