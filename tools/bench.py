"""`make bench`: every benchmark in `tests/benchmarks`, one after the other; each prints its own ratios."""

import subprocess
import sys

from tools.checkout import ROOT, complain, say, tool_environment


def main() -> int:
    benchmarks = sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    failed = []
    for benchmark in benchmarks:
        say(f"\n=== {benchmark.stem}")
        command = [sys.executable, "-m", f"tests.benchmarks.{benchmark.stem}"]
        if subprocess.run(command, cwd=ROOT, env=tool_environment(), check=False).returncode != 0:
            failed.append(benchmark.stem)
    if failed:
        complain(f"These did not end well: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
