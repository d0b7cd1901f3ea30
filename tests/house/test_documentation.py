"""What the documentation shows can be followed."""

import json
import re
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_somewhere(page):
    links = re.findall(r"(?<!!)\[[^\]]+\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_query_of_the_readme_fits_the_contract():
    schema = build_schema((ROOT / "graphql" / "schema.graphql").read_text(encoding="utf-8"))
    bodies = re.findall(r"--data '(\{.*\})'", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert len(bodies) == 1
    assert validate(schema, parse(json.loads(bodies[0])["query"])) == []


def test_every_command_of_the_readme_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {target for page in PAGES for target in re.findall(r"`?make ([a-z-]+)`", page.read_text(encoding="utf-8"))}

    assert {"demo", "test", "services", "bench", "help"} <= named
    assert named <= targets
