"""The journeys of a reader, in English and Arabic, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tools.checkout import free_port, wait_until

from .conftest import DESK, TELEPHONE
from .site import answers, end_process, start_process

WITH_AND_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
SIZES = pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])


@pytest.mark.feature("B2")
@WITH_AND_WITHOUT
@SIZES
def test_a_reader_finds_a_record_and_what_hangs_on_it(demo_site, open_page, script, size):
    page = open_page(f"{demo_site.frontend}/en", script=script, size=size)
    page.get_by_role("searchbox").first.fill("rats")
    page.get_by_role("searchbox").first.press("Enter")

    expect(page).to_have_url(re.compile(r"/en/records\?.*q=rats"))
    page.get_by_role("link", name=re.compile("Rats removed", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("rats", re.IGNORECASE))

    page.locator("main a[href*='/building-blocks/']").first.click()
    expect(page).to_have_url(re.compile("/en/building-blocks/"))
    cases = page.locator("main a[href*='/records/']")
    assert cases.count() >= 1

    cases.first.click()
    page.locator("main a[href*='/targets/']").first.click()
    expect(page).to_have_url(re.compile(r"/en/targets/\d+"))


@pytest.mark.feature("T10", "B11")
@WITH_AND_WITHOUT
@SIZES
def test_the_same_journey_in_arabic_runs_from_right_to_left(demo_site, open_page, script, size):
    page = open_page(f"{demo_site.frontend}/ar", script=script, size=size)
    root = page.locator("html")
    expect(root).to_have_attribute("dir", "rtl")
    expect(root).to_have_attribute("lang", "ar")

    page.locator("main a[href*='/ar/targets/']").first.click()
    expect(page).to_have_url(re.compile(r"/ar/targets/\d+"))
    page.goto(f"{demo_site.frontend}/ar/records")
    page.locator("main h2 a[href*='/ar/records/'], main h3 a[href*='/ar/records/']").first.click()

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.feature("T8")
def test_a_record_in_another_language_says_so_and_carries_its_language(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/zh/records?available=ru", script=False)
    addresses = page.locator("main a[href*='/zh/records/']")
    assert addresses.count() >= 1

    page.goto(f"{demo_site.frontend}/zh/records?q=Working%20for%20Water")
    page.locator("main h2 a, main h3 a").first.click()

    served = page.locator("main [lang='en']").first
    expect(served).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh")


@pytest.mark.feature("K6")
def test_target_3_marks_what_only_carries_aichi_11(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/records?target=GBF-TARGET-03", script=False)

    expect(page.locator("main").get_by_text(re.compile("Inferred from Aichi")).first).to_be_visible()


@pytest.mark.feature("K7", "K23")
def test_a_country_page_has_a_map_its_table_and_records_of_its_regions(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/countries/sc", script=False)

    expect(page.locator("svg[role='img'], svg[aria-labelledby], figure svg").first).to_be_visible()
    expect(page.locator("main table").first).to_be_visible()
    expect(page.get_by_text(re.compile("small island developing", re.IGNORECASE)).first).to_be_visible()


@pytest.mark.feature("B2")
def test_filters_narrow_and_can_be_taken_off_one_by_one(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/records?type=CASE_STUDY&target=GBF-TARGET-06", script=False)
    narrow = page.locator("main h2 a[href*='/records/'], main h3 a[href*='/records/']").count()
    page.goto(f"{demo_site.frontend}/en/records?type=CASE_STUDY")
    wide = page.locator("main h2 a[href*='/records/'], main h3 a[href*='/records/']").count()

    assert 1 <= narrow < wide


@pytest.mark.parametrize("path", ["/en/nothing-here", "/en/records/000000000000-nothing", "/ar/countries/xx", "/xx/y"])
def test_what_is_not_there_is_said_kindly(demo_site, open_page, path):
    page = open_page(f"{demo_site.frontend}{path}", script=False)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.request.get(f"{demo_site.frontend}{path}").status == 404


def test_a_wrong_slug_leads_to_the_right_address(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/records?q=rats", script=False)
    address = page.locator("main h2 a[href*='/records/'], main h3 a[href*='/records/']").first.get_attribute("href")
    reference = re.search(r"/records/([0-9a-z]{12})", address)[1]

    answer = page.request.get(f"{demo_site.frontend}/en/records/{reference}-wrong", max_redirects=0)

    assert answer.status == 301
    assert answer.headers["location"].endswith(address.rsplit("/", 1)[1])


@pytest.mark.parametrize(
    "query",
    ["q=" + "x" * 2000, "after=nonsense", "type=NOTHING", "from=yesterday", "q=%00", "target=%3Cscript%3E"],
)
def test_bad_input_is_answered_and_never_a_server_error(demo_site, open_page, query):
    page = open_page("about:blank")

    answer = page.request.get(f"{demo_site.frontend}/en/records?{query}")

    assert answer.status < 500
    assert "<script>" not in answer.text()


@pytest.mark.feature("B2")
def test_audience_level_and_licence_narrow_the_list_and_stay_chosen(demo_site, open_page):
    page = open_page(f"{demo_site.frontend}/en/records", script=False, size=TELEPHONE)
    page.locator(".filters > summary").click()
    page.get_by_text("More filters").click()
    page.get_by_label("Researchers").check()
    page.get_by_label("Local authorities").check()
    page.get_by_label("Licence").select_option("CC-BY-4.0")
    page.get_by_role("button", name="Show records").click()

    expect(page).to_have_url(re.compile("audience=AUDIENCE-RESEARCHERS.*licence=CC-BY-4.0"))
    chips = page.get_by_role("list", name="Chosen filters")
    for name in ("Researchers", "Local authorities", "Creative Commons Attribution 4.0"):
        expect(chips.get_by_role("link", name=re.compile(name))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(r"^\d+ records?$"))).to_be_visible()
    page.locator(".filters > summary").click()
    expect(page.get_by_label("Researchers")).to_be_checked()


def test_an_expired_preview_is_gone_and_says_how_to_get_another(demo_site, open_page):
    page = open_page("about:blank")

    answer = page.request.get(f"{demo_site.frontend}/en/preview?token=expired")

    assert answer.status == 410
    assert "Open it again from the editor." in answer.text()


@pytest.fixture
def lonely_frontend(demo_site, tmp_path):
    """The address of a frontend whose hub does not answer."""
    port = free_port(3500, 3599)
    address = f"http://localhost:{port}"
    nobody = f"http://localhost:{free_port(8500, 8599)}"
    environment = demo_site.environment | {"PORT": str(port), "ORIGIN": address, "HUB_URL": nobody}
    with (tmp_path / "log.txt").open("wb") as log:
        process = start_process(demo_site.commands[-1], environment, log)
    try:
        assert wait_until(lambda: answers(f"{address}/healthz"), seconds=30)
        yield address
    finally:
        end_process(process)


@pytest.mark.parametrize(
    ("locale", "title"),
    [("en", "The hub is not answering just now"), ("ar", "المركز لا يستجيب الآن")],
)
def test_without_the_hub_the_page_says_so_and_when_to_come_back(lonely_frontend, browser, locale, title):
    page = browser.new_page(java_script_enabled=False)
    for path in ("", "/records", "/targets/3", "/countries/sc"):
        answer = page.goto(f"{lonely_frontend}/{locale}{path}")

        assert answer.status == 503
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["cache-control"] == "no-store"
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", locale)
    page.close()
