"""OpenSearch 3 without a container: Maven Central has it as a library with a runner."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from tools.checkout import ROOT, MissingPartError, find_program, port_answers, say, tool_environment, wait_until

from .base import Service, end_process, last_lines, recorded_process, start_in_background
from .java import find_java

POM = ROOT / "tools" / "opensearch" / "pom.xml"
LIBRARY = ROOT / ".tools" / "opensearch"
CLUSTER = "knowledge-hub"


class OpenSearch(Service):
    name = "opensearch"
    title = "OpenSearch"
    variable = "OPENSEARCH_URL"
    ports = (9201, 9299)  # the runner takes no others

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def is_running(self) -> bool:
        return self._process() is not None and self._answers()

    def _process(self) -> int | None:
        return recorded_process(self.folder / "pid", mark=str(self.folder))

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_cluster/health", timeout=5) as answer:
                return json.load(answer)["status"] in ("green", "yellow")
        except (urllib.error.URLError, OSError, ValueError):
            return False

    def start(self) -> None:
        java = find_java()
        if self.is_running():
            return
        self.stop()
        fetch_library(java)
        self.folder.mkdir(parents=True, exist_ok=True)
        port = self._choose_port() if port_answers(self.port) else self.port
        log = self.folder / "log"
        start_in_background(
            _command(java, self.folder, port), log=log, pid_file=self.folder / "pid", folder=self.folder
        )
        if not wait_until(self.is_running, seconds=120):
            self.stop()
            raise MissingPartError(
                f"OpenSearch did not answer within two minutes; the end of {log}:\n{last_lines(log)}"
            )

    def stop(self) -> None:
        process = self._process()
        if process is not None:
            end_process(process)


def fetch_library(java: Path) -> None:
    """Bring the jars into `.tools/opensearch`, once per version of the pom."""
    stamp = LIBRARY / "pom.xml"
    if stamp.is_file() and stamp.read_bytes() == POM.read_bytes():
        return
    maven = find_program("mvn")
    if maven is None:
        raise MissingPartError("Maven is missing, which fetches OpenSearch: install the package maven.")
    say("  fetching OpenSearch (71 MB, once)")
    shutil.rmtree(LIBRARY, ignore_errors=True)
    LIBRARY.mkdir(parents=True)
    answer = subprocess.run(
        _fetch_command(maven), capture_output=True, text=True, check=False, env=tool_environment(JAVA_HOME=str(java))
    )
    if answer.returncode != 0:
        raise MissingPartError(f"Maven could not fetch OpenSearch:\n{answer.stdout[-1500:]}{answer.stderr[-500:]}")
    shutil.copy(POM, stamp)


def _fetch_command(maven: Path) -> list[str]:
    return [
        str(maven),
        "--quiet",
        "--batch-mode",
        f"--file={POM}",
        f"-Dmaven.repo.local={ROOT / '.tools' / 'maven'}",
        f"-DoutputDirectory={LIBRARY}",
        "dependency:copy-dependencies",
    ]


def _command(java: Path, folder: Path, port: int) -> list[str]:
    # The runner counts its nodes from 1 and adds that number to the base port.
    return [
        str(java / "bin" / "java"),
        "-Xms512m",
        "-Xmx1g",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        f"{LIBRARY}/*",
        "org.codelibs.opensearch.runner.OpenSearchRunner",
        *("-numOfNode", "1"),
        *("-clusterName", CLUSTER),
        *("-basePath", str(folder / "data")),
        *("-baseHttpPort", str(port - 1)),
    ]
