"""`python -m tools.checks [--only lint|house|frontend|tests]`"""

import argparse
import shutil
import sys

from tools.checkout import say
from tools.services import SERVICES

from .step import Outcome, Result, run
from .steps import REPORTS, all_steps
from .summary import count_tests, print_summary


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.checks", description="Every check and every test.")
    parser.add_argument("--only", choices=["lint", "house", "frontend", "tests"], help="one group of steps")
    only = parser.parse_args().only
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    ran_before = {name for name, service in SERVICES.items() if service.is_running()}
    try:
        results = [run(step) for step in all_steps() if only in (None, step.group)]
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130
    finally:
        for name in SERVICES.keys() - ran_before:
            SERVICES[name].stop()
    return report(results)


def report(results: list[Result]) -> int:
    """Print the summary; 1 when a step failed."""
    print_summary(results)
    passed, failed, skipped = count_tests(REPORTS)
    broken = sum(result.outcome is Outcome.FAILED for result in results)
    say(f"\n{len(results)} steps, {broken} failed")
    say(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
