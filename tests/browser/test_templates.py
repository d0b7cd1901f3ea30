"""What holds for every template: accessible in six languages, light, without script, within the screen."""

import re
from pathlib import Path

import pytest

from .conftest import DESK

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LOCALES = ("en", "fr", "es", "ar", "ru", "zh")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIXED = {
    "home": "",
    "records": "/records",
    "records filtered": "/records?target=GBF-TARGET-03&place=africa",
    "records none": "/records?q=qqqqqq",
    "building blocks": "/building-blocks",
    "targets": "/targets",
    "target": "/targets/3",
    "subjects": "/subjects",
    "subject": "/subjects/CBD-SUBJECT-IAS",
    "countries": "/countries",
    "country": "/countries/sc",
    "organisations": "/organisations",
    "organisation": "/organisations/iucn",
    "about": "/about",
    "not found": "/nothing-here",
}
TYPES = (
    "BEST_PRACTICE",
    "CASE_STUDY",
    "TOOL_OR_GUIDANCE",
    "RESEARCH_REPORT",
    "E_LEARNING_RESOURCE",
    "POLICY_DOCUMENT",
)
KILOBYTE = 1000


@pytest.fixture(scope="session")
def templates(demo_site, browser) -> dict[str, str]:
    """One address below the locale for each template: a record of each type and a building block among them."""
    page = browser.new_page(java_script_enabled=False)
    found = dict(FIXED)
    for record_type in TYPES:
        page.goto(f"{demo_site.frontend}/en/records?type={record_type}")
        found[record_type] = below_locale(page, "/records/")
    page.goto(f"{demo_site.frontend}/en/building-blocks")
    found["building block"] = below_locale(page, "/building-blocks/")
    page.close()
    return found


def below_locale(page, part: str) -> str:
    return page.locator(f"main a[href*='{part}']").first.get_attribute("href").removeprefix("/en")


@pytest.mark.feature("B1", "T10")
@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_on_any_template(demo_site, browser, templates, locale):
    context = browser.new_context(viewport=DESK, bypass_csp=True)
    page = context.new_page()
    found = {}
    for name, path in templates.items():
        page.goto(f"{demo_site.frontend}/{locale}{path}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        answer = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
        if answer["violations"]:
            found[name] = [
                f"{violation['id']}: {node['html'][:160]}"
                for violation in answer["violations"]
                for node in violation["nodes"][:3]
            ]
    context.close()

    assert found == {}


@pytest.mark.feature("B3")
def test_no_reading_page_weighs_more_than_60_kb_and_none_has_a_script(demo_site, browser, templates):
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    for name, path in templates.items():
        sizes = {}
        page.on("response", lambda answer, into=sizes: into.__setitem__(answer.url, answer))
        page.goto(f"{demo_site.frontend}/en{path}", wait_until="networkidle")

        weights = {url: answer.request.sizes()["responseBodySize"] for url, answer in sizes.items() if answer.ok}
        documents = sum(size for url, size in weights.items() if not re.search(r"\.(webp|png|jpe?g|avif|ico|svg)", url))

        assert documents <= 60 * KILOBYTE, (name, weights)
        assert sum(weights.values()) <= 150 * KILOBYTE, (name, weights)
        assert page.locator("script:not([type='application/ld+json'])").count() == 0, name
    context.close()


@pytest.mark.feature("B1", "B11")
@pytest.mark.parametrize("locale", ["en", "ar", "zh"])
def test_every_template_fits_320_pixels_and_names_its_language(demo_site, browser, templates, locale):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    wide = {}
    for name, path in templates.items():
        page.goto(f"{demo_site.frontend}/{locale}{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
        assert page.locator("html").get_attribute("lang") == locale
        assert page.locator("html").get_attribute("dir") == ("rtl" if locale == "ar" else "ltr")
    context.close()

    assert wide == {}


@pytest.mark.feature("B1")
def test_the_keyboard_reaches_the_main_part_first_and_focus_is_seen(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en")
    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
