"""Bodies as typed blocks and as clean HTML."""

# ruff: noqa: UP031 - a GraphQL document is full of braces

import pytest
from django.test import Client

from hub.pages.models import ContentPage
from knowledge.addresses import record_path
from tests.factories import BuildingBlockFactory, CaseStudyFactory, OrganisationFactory, locale, translated

from .library import body, picture

BLOCKS = """query($r: String!, $l: LocaleCode! = en) { record(reference: $r, locale: $l) { bodyHtml body {
  __typename id
  ... on HeadingBlock { text level }
  ... on TextBlock { html }
  ... on QuoteBlock { text attribution }
  ... on FigureBlock { caption figure { alt isDecorative renditions { url width height mimeType } } }
  ... on TableBlock { caption header rows }
  ... on CalloutBlock { tone title html }
  ... on EmbedBlock { url title provider }
  ... on RecordReferenceBlock { note record { title } }
} } }"""


@pytest.mark.feature("A1", "A15")
def test_each_block_is_served_as_its_own_type(ask, site):
    other = CaseStudyFactory(title="Plan")
    work = CaseStudyFactory(body=body(picture().pk, other.pk, site.root_page_id))

    blocks = ask(BLOCKS, r=work.reference)["record"]["body"]
    figure = blocks[3].pop("figure")

    link = f'<p>See <a href="{record_path("en", other.reference, "plan")}">this</a> and <a href="/en">that</a>.</p>'
    assert blocks == [
        {"__typename": "HeadingBlock", "id": "1", "text": "What was done", "level": 2},
        {"__typename": "TextBlock", "id": "2", "html": link},
        {"__typename": "QuoteBlock", "id": "3", "text": "It worked.", "attribution": "A warden"},
        {"__typename": "FigureBlock", "id": "4", "caption": "In 2024"},
        {"__typename": "TableBlock", "id": "5", "caption": "Counts", "header": ["A", "B"], "rows": [["1", ""]]},
        {"__typename": "CalloutBlock", "id": "6", "tone": "WARNING", "title": "Mind", "html": link},
        {
            "__typename": "EmbedBlock",
            "id": "7",
            "url": "https://example.org/film",
            "title": "Film",
            "provider": "X",
        },
        {"__typename": "RecordReferenceBlock", "id": "8", "note": "The plan behind it", "record": {"title": "Plan"}},
    ]
    assert (figure["alt"], figure["isDecorative"]) == ("A hill", False)
    assert [(size["width"], size["height"]) for size in figure["renditions"]] == [(320, 160), (640, 320)]


@pytest.mark.feature("A15")
def test_the_body_as_one_piece_of_html_is_clean(ask, site):
    other = CaseStudyFactory(title="Plan <b>")
    blocks = body(picture().pk, other.pk, site.root_page_id)
    blocks[0]["value"]["text"] = "Tom & <script>alert(1)</script>"
    blocks[1]["value"] += (
        '<script>alert(2)</script><p onclick="x()" style="color:red">Plain</p><iframe src="x"></iframe>'
    )
    blocks[6]["value"]["url"] = "javascript:alert(3)"
    work = CaseStudyFactory(body=blocks)

    html = ask(BLOCKS, r=work.reference)["record"]["bodyHtml"]

    assert "<h2>Tom &amp; &lt;script&gt;alert(1)&lt;/script&gt;</h2>" in html
    assert "<p>Plain</p>" in html
    assert "<script" not in html
    assert "alert(2)" not in html
    assert "javascript:" not in html
    assert "iframe" not in html
    assert "linktype" not in html
    assert '<th scope="col">A</th>' in html
    assert "<blockquote><p>It worked.</p><footer>A warden</footer></blockquote>" in html
    assert 'alt="A hill"' in html
    assert "Plan &lt;b&gt;</a> The plan behind it" in html


@pytest.mark.feature("A15")
def test_internal_links_lead_to_the_readers_own_language(ask, site, home_page):
    other, block = CaseStudyFactory(title="Plan"), BuildingBlockFactory(title="Wardens")
    translated(other, "fr", title="Le plan")
    organisation = OrganisationFactory(slug="trust")
    about = home_page.add_child(instance=ContentPage(title="About", slug="about", locale=home_page.locale))
    accueil = home_page.copy_for_translation(locale("fr"))
    accueil.save_revision().publish()
    a_propos = about.copy_for_translation(locale("fr"))
    a_propos.slug = "a-propos"
    a_propos.save_revision().publish()
    links = (
        f'<p><a linktype="record" id="{other.pk}">r</a> <a id="{block.pk}" linktype="building-block">b</a> '
        f'<a linktype="organisation" id="{organisation.pk}">o</a> <a linktype="page" id="{about.pk}">p</a> '
        f'<a href="/records?x=1">l</a> <a href="https://example.org/?a=1&amp;b=2">e</a> '
        f'<a href="mailto:a@example.org">m</a></p>'
    )
    work = CaseStudyFactory(problem=links)
    query = (
        "query($r: String!, $l: LocaleCode!) { record(reference: $r, locale: $l) { ... on CaseStudy { problemHtml } } }"
    )

    french = ask(query, r=work.reference, l="fr")["record"]["problemHtml"]
    arabic = ask(query, r=work.reference, l="ar")["record"]["problemHtml"]

    assert french == (
        f'<p><a href="/fr/records/{other.reference}-le-plan">r</a> '
        f'<a href="/fr/building-blocks/{block.reference}-wardens">b</a> '
        f'<a href="/fr/organisations/trust">o</a> <a href="/fr/a-propos">p</a> <a href="/fr/records?x=1">l</a> '
        f'<a href="https://example.org/?a=1&amp;b=2">e</a> <a href="mailto:a@example.org">m</a></p>'
    )
    assert f'<a href="/ar/records/{other.reference}-plan">r</a>' in arabic
    assert '<a href="/ar/about">p</a>' in arabic


@pytest.mark.feature("A15")
@pytest.mark.parametrize(
    "broken",
    ['linktype="record" id="999"', 'linktype="page" id="999"', 'linktype="page"', 'linktype="unheard-of" id="1"'],
)
def test_a_link_whose_target_is_gone_leaves_only_its_words(ask, broken):
    work = CaseStudyFactory(problem=f"<p>See <a {broken}>this</a>.</p>")

    record = ask('{ record(reference: "%s") { ... on CaseStudy { problemHtml } } }' % work.reference)["record"]

    assert record["problemHtml"] == "<p>See this.</p>"


@pytest.mark.feature("A15")
def test_a_link_to_a_draft_leaves_only_its_words(ask, home_page):
    draft = CaseStudyFactory(live=False)
    page = home_page.add_child(instance=ContentPage(title="Soon", slug="soon", live=False, locale=home_page.locale))
    work = CaseStudyFactory(
        problem=f'<p><a linktype="record" id="{draft.pk}">This</a>, <a linktype="page" id="{page.pk}">that</a></p>',
        body=[{"type": "record", "id": "1", "value": {"record": draft.pk, "note": "Why"}}],
    )

    record = ask(
        '{ record(reference: "%s") { body { ... on RecordReferenceBlock { record { title } } } bodyHtml '
        "... on CaseStudy { problemHtml } } }" % work.reference
    )["record"]

    assert record == {"problemHtml": "<p>This, that</p>", "body": [{"record": None}], "bodyHtml": ""}


@pytest.mark.feature("B9")
def test_decoration_has_no_words_and_a_deleted_picture_is_null(ask):
    image = picture()
    stored = {"image": image.pk, "alt_text": "Old words", "decorative": True}
    work = CaseStudyFactory(
        cover=image,
        is_cover_decorative=True,
        body=[
            {"type": "figure", "id": "1", "value": {"image": stored, "caption": ""}},
            {"type": "figure", "id": "2", "value": {"image": stored | {"image": 999}, "caption": ""}},
        ],
    )
    query = (
        '{ record(reference: "%s") { cover { alt isDecorative } '
        "body { ... on FigureBlock { figure { alt isDecorative } } } } }" % work.reference
    )

    record = ask(query)["record"]

    assert record["cover"] == {"alt": "", "isDecorative": True}
    assert record["body"] == [{"figure": {"alt": "", "isDecorative": True}}, {"figure": None}]


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_small_picture_keeps_its_size_and_a_size_is_made_when_a_browser_asks_for_it(ask):
    small, large = picture(200, 100), picture(1000, 500)
    query = '{ record(reference: "%s") { cover { renditions { url width height mimeType } } } }'
    little = CaseStudyFactory(cover=small, is_cover_decorative=True)
    big = CaseStudyFactory(cover=large, is_cover_decorative=True)

    (only,) = ask(query % little.reference)["record"]["cover"]["renditions"]
    sizes = ask(query % big.reference)["record"]["cover"]["renditions"]
    assert (only["width"], only["height"], only["mimeType"]) == (200, 100, "image/webp")
    assert [(size["width"], size["height"]) for size in sizes] == [(320, 160), (640, 320), (960, 480)]

    answer = Client().get(sizes[0]["url"].removeprefix("http://localhost:8000"))
    made = ask(query % big.reference)["record"]["cover"]["renditions"][0]

    assert answer.status_code == 302
    assert made == {"url": f"http://localhost:8000{answer.url}", "width": 320, "height": 160, "mimeType": "image/webp"}
    assert Client().get(sizes[1]["url"].replace("width-640", "width-4000")).status_code == 403
