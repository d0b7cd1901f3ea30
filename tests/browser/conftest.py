"""A running hub and a real browser. What is missing is said in one sentence; with CI=true it fails."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .site import BUILD, Site, chromium_path

DESK = {"width": 1280, "height": 900}
TELEPHONE = {"width": 360, "height": 740}
ARGUMENTS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]

# A page that is not there is asked for on purpose; the table editor of Wagtail has no words of its own for English.
KNOWN = ("status of 404", "docs.handsontable.com/i18n")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, running on ports of its own."""
    if not BUILD.is_file():
        missing("The frontend is not built, so no page was opened in a browser: run `npm run build` in frontend/.")
    site = Site(tmp_path_factory.mktemp("site"))
    try:
        site.start()
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for the whole run."""
    path = chromium_path()
    if path is None:
        missing("Chromium is missing, so no page was opened in a browser: install the package chromium.")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *sandbox])
        yield started
        started.close()


def missing(sentence: str) -> None:
    """Skip with the sentence, or fail with it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a context of its own; what the console calls an error fails the test."""
    contexts = []
    problems: list[str] = []

    def run(address: str, *, script: bool = True, size: dict[str, int] = DESK, **options: Any) -> Page:
        context = browser.new_context(java_script_enabled=script, viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        return page

    run.problems = problems
    yield run
    for context in contexts:
        context.close()
    assert [problem for problem in problems if not any(known in problem for known in KNOWN)] == []
