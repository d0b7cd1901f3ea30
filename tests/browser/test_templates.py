"""What holds for every template: accessible in six languages, light, without script, within the screen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

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

# Texts that run out of the screen, or out of a box that hides what runs over; tables scroll in a region of their own.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((part) => {
    if (part.closest('.scroll table') || part.matches('.hidden, .skip') || !part.checkVisibility()) return false
    const { left, right } = part.getBoundingClientRect()
    const hides = getComputedStyle(part).overflowX === 'hidden' && part.scrollWidth > part.clientWidth + 1
    return left < -1 || right > innerWidth + 1 || hides
}).map((part) => part.outerHTML.slice(0, 120))"""

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
REACHABLE = f"""() => [...document.querySelectorAll("{FOCUSABLE}")].filter((part) =>
    part.checkVisibility({{ contentVisibilityAuto: true, visibilityProperty: true }})).length"""

# Which part has the focus, and whether an outline of three pixels or more stands around it within the window.
FOCUSED = f"""() => {{
    const part = document.activeElement
    const {{ outlineStyle, outlineWidth }} = getComputedStyle(part)
    const {{ top, bottom }} = part.getBoundingClientRect()
    const isShown = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3 && bottom > 0 && top < innerHeight
    const place = [...document.querySelectorAll("{FOCUSABLE}")].indexOf(part)
    return [`${{place}} ${{part.outerHTML.slice(0, 80)}}`, isShown]
}}"""


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
@pytest.mark.parametrize("locale", LOCALES)
def test_no_reading_page_weighs_more_than_60_kb_and_none_has_a_script(demo_site, browser, templates, locale):
    heavy = {}
    for name, path in templates.items():
        # A context of its own: what another page has left in the cache counts here too.
        context = browser.new_context(viewport=DESK)
        page = context.new_page()
        answers = []
        page.on("response", lambda answer, into=answers: into.append(answer))
        page.goto(f"{demo_site.frontend}/{locale}{path}", wait_until="load")

        weights = {answer.url: len(answer.body()) for answer in answers if is_read(answer)}
        sent = sum(answer.request.sizes()["responseBodySize"] for answer in answers)
        if sum(weights.values()) > 60 * KILOBYTE or sent > 150 * KILOBYTE:
            heavy[name] = (sent, weights)
        assert len(weights) >= 2, (name, weights)
        assert page.locator("script:not([type='application/ld+json'])").count() == 0, name
        context.close()

    assert heavy == {}


def is_read(answer) -> bool:
    """Whether an answer is a page or its style; redirects and pictures are not."""
    is_redirect = 300 <= answer.status < 400
    return not is_redirect and answer.request.resource_type in ("document", "stylesheet")


@pytest.mark.feature("B1", "B11")
@pytest.mark.parametrize("locale", LOCALES)
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
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_every_template_loses_nothing_at_twice_the_size(demo_site, browser, templates, locale):
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    lost = {}
    for name, path in templates.items():
        page.goto(f"{demo_site.frontend}/{locale}{path}")
        if cut := page.evaluate(CUT_OFF):
            lost[name] = cut
    context.close()

    assert lost == {}


@pytest.mark.feature("B1")
def test_a_wide_table_is_scrolled_by_the_keyboard_and_says_what_it_is(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/countries/sc", size={"width": 320, "height": 700})
    table = page.get_by_role("region", name=re.compile("Records by type"))
    table.focus()
    page.keyboard.press("ArrowRight")

    page.wait_for_function("document.activeElement.scrollLeft > 0")


@pytest.mark.feature("B1")
@pytest.mark.parametrize("width", [1180, 1280])
def test_the_menu_and_the_languages_stand_on_one_line_on_a_desk(demo_site, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    lines = {}
    for locale in LOCALES:
        page.goto(f"{demo_site.frontend}/{locale}/targets")
        entries = page.locator(".masthead li:visible")
        middles = [box["y"] + box["height"] / 2 for box in (entry.bounding_box() for entry in entries.all())]
        assert len(middles) == 12
        if max(middles) - min(middles) > 12:
            lines[locale] = middles
    page.close()

    assert lines == {}


@pytest.mark.feature("B1")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/records?audience=AUDIENCE-YOUTH", "/countries/sc", "/targets/3"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(demo_site, open_page, path, scheme):
    page = open_page(f"{demo_site.frontend}/en{path}", color_scheme=scheme)
    reachable = page.evaluate(REACHABLE)
    seen = set()
    for _step in range(reachable):
        page.keyboard.press("Tab")
        place, is_shown = page.evaluate(FOCUSED)
        assert is_shown, place
        seen.add(place)

    assert len(seen) == reachable


@pytest.mark.feature("B1")
def test_the_keyboard_reaches__the_main_part_first_and_focus_is_seen(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en")
    page.keyboard.press("Tab")

    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.feature("B1")
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_dark_scheme_has_contrast_enough(demo_site, browser, templates, locale):
    context = browser.new_context(viewport=DESK, color_scheme="dark", bypass_csp=True)
    page = context.new_page()
    weak = {}
    for name, path in templates.items():
        page.goto(f"{demo_site.frontend}/{locale}{path}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {runOnly: ['color-contrast']})")["violations"]
        if found:
            weak[name] = [node["html"][:160] for node in found[0]["nodes"]]
    context.close()

    assert weak == {}


@pytest.mark.feature("B1")
@pytest.mark.parametrize("path", ["/records/", "/countries/sc", "/records?target=GBF-TARGET-03"])
def test_on_paper_there_is_the_text_and_no_navigation(demo_site, browser, templates, path):
    address = templates["CASE_STUDY"] if path == "/records/" else path
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    page.goto(f"{demo_site.frontend}/en{address}")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main p:visible").first).to_be_visible()
    for part in page.locator("nav, .menu, form, summary, .skip").all():
        expect(part).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
