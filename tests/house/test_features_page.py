"""`docs/features.md` says what is delivered, and the tests say the same."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| ([A-Z]\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
TITLE = re.compile(r"""\b(?:test|it)\(\s*['"`]([A-Z]\d+) """)


def rows_of_the_page() -> dict[str, list[str]]:
    """The paths of the tests that the page names for each row."""
    rows: dict[str, list[str]] = {}
    for row, _words, tests in ROW.findall((ROOT / "docs" / "features.md").read_text(encoding="utf-8")):
        assert row not in rows, f"{row} stands twice in docs/features.md"
        rows[row] = re.findall(r"`([^`]+)`", tests)
    return rows


def rows_of_the_tests() -> dict[str, set[str]]:
    """The paths of the tests that carry each row."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for row in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(row, set()).add(str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "frontend" / "tests").rglob("*.test.ts")):
        for row in TITLE.findall(path.read_text(encoding="utf-8")):
            found.setdefault(row, set()).add(str(path.relative_to(ROOT)))
    return found


def _marked(tree: ast.Module) -> set[str]:
    marks = [
        decorator
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.feature"
    ]
    return {argument.value for mark in marks for argument in mark.args if isinstance(argument, ast.Constant)}


def test_every_row_of_the_page_is_proven_by_the_test_it_names():
    tests = rows_of_the_tests()

    assert len(rows_of_the_page()) > 0
    for row, named in rows_of_the_page().items():
        assert named, f"{row} names no test"
        assert set(named) <= tests.get(row, set()), f'{row}: {named} has no test marked feature("{row}")'


def test_every_row_that_a_test_proves_is_on_the_page():
    unsaid = set(rows_of_the_tests()) - set(rows_of_the_page())

    assert unsaid == set(), "These rows have tests but no line in docs/features.md"
