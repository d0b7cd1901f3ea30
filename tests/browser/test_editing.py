"""An editor writes, a reviewer approves, a translator publishes in French, and readers read it."""

import re

import pytest
from playwright.sync_api import Page, expect

PASSWORD = "biodiversity"
TITLE = "Otters return to a dredged canal"
FRENCH = (
    "Les loutres reviennent dans un canal dragué",
    "Un canal a été dragué moins souvent et les loutres sont revenues.",
    "Le dragage avait emporté les roseaux.",
    "Quatre loutres ont été vues en un an.",
)


@pytest.fixture
def sign_in(demo_site, open_page):
    """Sign in to the admin as one of the demo's people, each in a browser context of their own."""

    def run(role: str) -> Page:
        page = open_page(f"{demo_site.hub}/admin/login/")
        page.fill("input[name=username]", f"{role}@hub.example")
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        expect(page).to_have_url(f"{demo_site.hub}/admin/")
        return page

    return run


def write_case_study(page: Page, hub: str) -> None:
    page.goto(f"{hub}/admin/snippets/knowledge/casestudy/add/")
    page.fill("input[name=title]", TITLE)
    page.fill("textarea[name=summary]", "A canal was dredged less often, and otters came back.")
    for name, words in (("problem", "Dredging took the reeds away."), ("impact", "Four otters were seen in a year.")):
        page.locator(f"[data-contentpath={name}] [contenteditable=true]").first.click()
        page.keyboard.type(words)
    page.get_by_role("tab", name="Classification").click()
    page.get_by_label("6. Invasive alien species").first.check()
    page.locator("input[name=subjects]").first.check()
    page.get_by_role("tab", name="Content").click()


def submit(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=re.compile("^Submit")).click()
    expect(page.locator(".messages")).to_contain_text("submitted")


def approve(page: Page, hub: str, title: str) -> None:
    page.goto(f"{hub}/admin/")
    page.get_by_role("link", name=re.compile(title)).first.click()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator(".messages")).to_contain_text(title)


def translate_into_french(page: Page, hub: str) -> None:
    page.goto(f"{hub}/admin/snippets/knowledge/casestudy/?q=Otters")
    page.locator("main a", has_text=TITLE).first.click()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("link", name="Translate").click()
    page.get_by_label("French").check()
    page.locator("main button[type=submit], main input[type=submit]").first.click()
    expect(page.get_by_role("button", name="Submit for review in French")).to_be_visible()
    for words in FRENCH:
        page.get_by_role("button", name="Translate", exact=True).first.click()
        page.locator("main textarea").first.fill(words)
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.locator("main textarea")).to_have_count(0)
    page.get_by_role("button", name="Submit for review in French").click()
    expect(page.locator(".messages")).to_contain_text(re.compile("review", re.IGNORECASE))


@pytest.mark.feature("E1", "T1", "T4", "B2")
def test_a_case_study_goes_from_the_editors_desk_to_the_reader(demo_site, sign_in, open_page):
    editor = sign_in("editor")
    write_case_study(editor, demo_site.hub)
    submit(editor)
    hidden = open_page(f"{demo_site.frontend}/en/records?q=otters", script=False)
    assert hidden.get_by_role("link", name=TITLE).count() == 0

    approve(sign_in("reviewer"), demo_site.hub, TITLE)

    hidden.goto(f"{demo_site.frontend}/en/records?q=otters&order=TITLE")
    hidden.get_by_role("link", name=TITLE).first.click()
    expect(hidden.get_by_role("heading", level=1)).to_contain_text(TITLE)
    expect(hidden.get_by_text("Dredging took the reeds away.")).to_be_visible()

    translate_into_french(sign_in("translator"), demo_site.hub)
    french = hidden.url.replace("/en/", "/fr/")
    hidden.goto(french)
    expect(hidden.get_by_role("heading", level=1)).to_contain_text(TITLE)

    approve(sign_in("reviewer"), demo_site.hub, FRENCH[0])

    # Another reader: the browser of the first may keep the page for a minute.
    other = open_page(french, script=False)
    expect(other.get_by_role("heading", level=1)).to_contain_text(FRENCH[0])
    expect(other.get_by_text(FRENCH[2])).to_be_visible()


@pytest.mark.feature("A8")
def test_a_draft_is_previewed_in_the_real_frontend_and_only_there(demo_site, sign_in, open_page):
    editor = sign_in("editor")
    editor.goto(f"{demo_site.hub}/admin/snippets/knowledge/casestudy/?q=Rice+growers")
    editor.get_by_role("link", name=re.compile("Rice growers")).first.click()
    with editor.expect_response(re.compile("/en/preview")) as found:
        editor.get_by_role("button", name=re.compile("preview", re.IGNORECASE)).first.click()
    address = found.value.url

    reader = open_page(address, script=False)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Rice growers")
    assert reader.request.get(address).headers["cache-control"] == "no-store"
    reader.goto(f"{demo_site.frontend}/en/records?q=Rice+growers")
    assert reader.locator("main h3 a, main h2 a").count() == 0
