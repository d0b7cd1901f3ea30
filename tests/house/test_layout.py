"""The few things about the shape of this repository that would break something far away."""

import re
from importlib.metadata import distribution
from pathlib import Path

import graphql

import hub_graphql

ROOT = Path(__file__).resolve().parents[2]


def test_the_graphql_folder_is_not_a_package():
    assert not (ROOT / "graphql" / "__init__.py").exists(), (
        "Please delete graphql/__init__.py. The folder graphql/ is a second source root, not a package: with that "
        "file in it, `import graphql` would find the folder instead of graphql-core, and the hub would not start. "
        "Our own code goes into graphql/hub_graphql/."
    )


def test_import_graphql_means_graphql_core():
    assert Path(graphql.__file__).is_relative_to(Path(str(distribution("graphql-core").locate_file("graphql"))))
    assert Path(hub_graphql.__file__).is_relative_to(ROOT / "graphql")


def test_lock_files_have_hashes_and_name_no_address():
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        pinned = re.findall(r"^[a-zA-Z0-9._-]+==", text, re.MULTILINE)

        assert len(pinned) > 0
        assert not re.search(r"https?://|^--|@ (git|file)", text, re.MULTILINE), f"{lock.name} names an address"
        assert text.count("--hash=sha256:") >= len(pinned)


def test_the_frontend_lock_names_no_address():
    assert '"resolved": "http' not in (ROOT / "frontend" / "package-lock.json").read_text()


def test_no_module_has_a_name_that_says_nothing():
    sources = [path for folder in ("hub", "knowledge", "graphql", "tools") for path in (ROOT / folder).rglob("*.py")]
    empty_names = {"utils.py", "helpers.py", "signals.py", "misc.py", "common.py"}

    assert len(sources) > 50
    assert [str(path.relative_to(ROOT)) for path in sources if path.name in empty_names] == []
