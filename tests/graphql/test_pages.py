"""Pages, menus, redirects and the site."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from hub.pages.models import ContentPage, HomePage, Menu, MenuItem
from tests.factories import CaseStudyFactory, ConceptFactory, locale

ABOUT = """query($path: String!, $locale: LocaleCode! = en) { page(path: $path, locale: $locale) {
  path title seoTitle language { localeRequested localeServed isFallback translationMethod originalLocale isStale
    availableLocales }
  ... on ContentPage { introduction bodyHtml body { __typename } }
} }"""


@pytest.fixture
def about(home_page):
    """An English page below the home page."""
    page = ContentPage(
        title="About",
        slug="about",
        introduction="What this is.",
        body=[("text", "<p>Words</p>"), ("quote", {"text": "So.", "attribution": ""})],
        locale=home_page.locale,
    )
    return home_page.add_child(instance=page)


def translate(page, code, **values):
    made = page.copy_for_translation(locale(code))
    for name, value in values.items():
        setattr(made, name, value)
    made.save_revision().publish()
    return made


def test_a_page_is_found_by_its_path_with_or_without_a_slash(ask, about):
    found = [ask(ABOUT, path=path)["page"] for path in ("/about", "/about/", "about")]

    assert found[0] == found[1] == found[2]
    assert found[0] == {
        "path": "/about",
        "title": "About",
        "seoTitle": "About",
        "introduction": "What this is.",
        "bodyHtml": "<p>Words</p>\n<blockquote><p>So.</p></blockquote>",
        "body": [{"__typename": "TextBlock"}, {"__typename": "QuoteBlock"}],
        "language": {
            "localeRequested": "en",
            "localeServed": "en",
            "isFallback": False,
            "translationMethod": "ORIGINAL",
            "originalLocale": "en",
            "isStale": False,
            "availableLocales": ["en"],
        },
    }
    assert ask(ABOUT, path="/nowhere") == {"page": None}


@pytest.mark.feature("T8")
def test_a_page_falls_back_and_is_found_by_the_path_of_any_of_its_languages(ask, home_page, about):
    translate(home_page, "fr")
    translate(about, "fr", title="À propos", slug="a-propos")

    french = ask(ABOUT, path="/about", locale="fr")["page"]
    arabic = ask(ABOUT, path="/a-propos", locale="ar")["page"]

    assert (french["path"], french["title"]) == ("/a-propos", "À propos")
    assert french["language"]["translationMethod"] == "HUMAN"
    assert french["language"]["availableLocales"] == ["en", "fr"]
    assert (arabic["path"], arabic["title"]) == ("/about", "About")
    assert arabic["language"]["isFallback"] is True


def test_an_alias_is_no_translation(ask, home_page, about):
    translate(home_page, "fr")
    about.copy_for_translation(locale("fr"), alias=True)

    page = ask(ABOUT, path="/about", locale="fr")["page"]

    assert page["language"]["localeServed"] == "en"
    assert page["language"]["availableLocales"] == ["en"]


def test_pages_that_are_not_live_or_not_public_are_not_there(ask, home_page, about):
    about.unpublish()
    assert ask(ABOUT, path="/about") == {"page": None}

    about.save_revision().publish()
    PageViewRestriction.objects.create(page=about, restriction_type="login")

    assert ask(ABOUT, path="/about") == {"page": None}


@pytest.mark.feature("A1")
def test_the_blocks_of_the_home_page(ask, home_page, site):
    group = ConceptFactory(in_scheme="gbf-targets", identifier="GBF-GROUP-1")
    target = ConceptFactory(in_scheme="gbf-targets", notation="3", broader=[group])
    CaseStudyFactory(title="Old", targets=[target])
    CaseStudyFactory(title="New", targets=[target])
    home_page.blocks = [
        ("search", {"title": "Search", "introduction": "", "placeholder": "goats"}),
        ("targets", {"title": "Targets"}),
        ("new_records", {"title": "New", "count": 1}),
        ("call_to_action", {"title": "Do", "text": "", "link_label": "How", "link_url": "/about", "is_primary": True}),
        ("text", {"title": "", "text": f'<p><a linktype="page" id="{home_page.pk}">Home</a></p>'}),
    ]
    home_page.save()

    page = ask("""{ page(path: "/", locale: fr) { ... on HomePage { blocks {
      ... on SearchHomeBlock { placeholder }
      ... on TargetsHomeBlock { groups { identifier narrower { notation recordCount } } }
      ... on NewRecordsHomeBlock { records { title } }
      ... on CallToActionHomeBlock { linkUrl isPrimary }
      ... on TextHomeBlock { html }
    } } } }""")["page"]

    assert page["blocks"] == [
        {"placeholder": "goats"},
        {"groups": [{"identifier": "GBF-GROUP-1", "narrower": [{"notation": "3", "recordCount": 2}]}]},
        {"records": [{"title": "New"}]},
        {"linkUrl": "/fr/about", "isPrimary": True},
        {"html": '<p><a href="/fr">Home</a></p>'},
    ]


@pytest.mark.feature("A16")
def test_menus_have_their_labels_and_paths_in_the_language_asked_for(ask, home_page, about):
    menu = Menu.objects.create(identifier="main")
    hidden = home_page.add_child(instance=ContentPage(title="Soon", slug="soon", live=False, locale=home_page.locale))
    entries = [
        {"labels": {"en": "Records", "fr": "Fiches"}, "path": "/records"},
        {"labels": {"en": "About"}, "page": about},
        {"labels": {"en": "Soon"}, "page": hidden},
        {"labels": {"en": "Elsewhere"}, "path": "https://www.cbd.int/"},
    ]
    for order, entry in enumerate(entries):
        MenuItem.objects.create(menu=menu, sort_order=order, **entry)

    query = '{ menu(identifier: "main", locale: fr) { label url children { label } } }'

    assert ask(query)["menu"] == [
        {"label": "Fiches", "url": "/fr/records", "children": []},
        {"label": "About", "url": "/fr/about", "children": []},
        {"label": "Elsewhere", "url": "https://www.cbd.int/", "children": []},
    ]
    assert ask('{ menu(identifier: "none") { label } }') == {"menu": []}


@pytest.mark.feature("A16")
def test_redirects_are_found_with_and_without_a_locale(ask, home_page, about):
    Redirect.add_redirect("/old", redirect_to=about)
    Redirect.add_redirect("/fr/vieux", redirect_to="https://example.org/new", is_permanent=False)
    Redirect.add_redirect(
        "/gone",
        redirect_to=home_page.add_child(
            instance=ContentPage(title="Soon", slug="soon", live=False, locale=home_page.locale)
        ),
    )
    query = "query($path: String!) { redirect(path: $path) { oldPath url isPermanent } }"

    def found(path):
        return ask(query, path=path)["redirect"]

    assert found("/old") == {"oldPath": "/old", "url": "/en/about", "isPermanent": True}
    assert found("/fr/old/") == {"oldPath": "/old", "url": "/fr/about", "isPermanent": True}
    assert found("/fr/vieux") == {"oldPath": "/fr/vieux", "url": "https://example.org/new", "isPermanent": False}
    assert found("/en/vieux") is None
    assert found("/gone") is None


@pytest.mark.feature("A16")
def test_the_site_names_itself_and_its_languages(ask):
    site = ask("{ site { name url defaultLocale locales { code name isRightToLeft } } }")["site"]

    assert site["name"] == "Biodiversity Knowledge Hub"
    assert site["defaultLocale"] == "en"
    assert [entry["code"] for entry in site["locales"]] == ["en", "fr", "es", "ar", "ru", "zh"]
    assert [entry["code"] for entry in site["locales"] if entry["isRightToLeft"]] == ["ar"]


def test_a_translation_older_than_its_source_is_stale(ask, home_page, about):
    translate(home_page, "fr")
    translate(about, "fr", slug="a-propos")
    assert ask(ABOUT, path="/about", locale="fr")["page"]["language"]["isStale"] is False

    about.title = "About us"
    about.save_revision().publish()

    assert ask(ABOUT, path="/about", locale="fr")["page"]["language"]["isStale"] is True
    assert isinstance(home_page, HomePage)
