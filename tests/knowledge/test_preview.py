"""Drafts in the frontend: what the token opens, for how long, and what it never shows."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import override_settings
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from knowledge.models import BuildingBlock, CaseStudy, Organisation
from knowledge.preview import SALT, load_preview, store_preview
from tests.knowledge.desk import complete_form, make_concept, make_draft, make_person, make_place, signed_in, url

pytestmark = pytest.mark.django_db


def open_preview(client, record, form):
    """Send the form as the editor's preview does, then follow the way to the frontend up to its door."""
    assert client.post(url("preview_on_edit", record), form).json() == {"is_valid": True, "is_available": True}
    return client.get(url("preview_on_edit", record))


def token_of(answer):
    return parse_qs(urlsplit(answer.url).query)["token"][0]


@pytest.mark.feature("A8")
@override_settings(FRONTEND_URL="https://hub.example")
def test_the_preview_leads_to_the_frontend_in_the_language_of_the_draft(editor):
    record = make_draft(author=editor, locale="ar")

    answer = open_preview(signed_in(editor), record, complete_form(title="Not saved yet"))

    assert answer.status_code == 302
    assert answer.url.startswith("https://hub.example/ar/preview?token=")
    assert "no-store" in answer.headers["Cache-Control"]
    assert load_preview(token_of(answer)).title == "Not saved yet"
    assert CaseStudy.objects.get().title == "Goats"


@pytest.mark.feature("A8")
def test_the_token_brings_the_whole_draft_without_saving_it(editor):
    kenya, subject = make_place("ke"), make_concept("CBD-SUBJECT-MAR")
    trust = Organisation.objects.create(names={"en": "Island Trust"})
    record = make_draft(author=editor, places=(kenya,), subjects=(subject,))
    record.organisations.set([trust])
    record.tags.add("goats")

    seen = load_preview(store_preview(record))

    assert type(seen) is CaseStudy
    assert (seen.pk, seen.reference, seen.locale) == (record.pk, record.reference, record.locale)
    assert list(seen.places.all()) == [kenya]
    assert list(seen.subjects.all()) == [subject]
    assert list(seen.organisations.all()) == [trust]
    assert [item.tag.name for item in seen.tagged_items.all()] == ["goats"]


@pytest.mark.feature("A8")
def test_the_token_expires(editor):
    token = store_preview(make_draft(author=editor))

    with override_settings(PREVIEW_MAX_AGE=-1):
        assert load_preview(token) is None
    assert load_preview(token) is not None
    cache.clear()
    assert load_preview(token) is None


@pytest.mark.feature("A8")
def test_a_forged_token_or_one_for_something_else_opens_nothing(editor):
    token = store_preview(make_draft(author=editor))
    label, key = signing.loads(token, salt=SALT)

    assert load_preview("") is None
    assert load_preview(key) is None
    assert load_preview(token[:-2] + "xx") is None
    assert load_preview(signing.dumps([label, key], salt="something.else")) is None
    assert load_preview(signing.dumps([label, "guessed"], salt=SALT)) is None


@pytest.mark.feature("A8")
def test_two_previews_of_one_draft_have_tokens_of_their_own(editor):
    record = make_draft(author=editor)
    first = store_preview(record)
    record.title = "Later"
    second = store_preview(record)

    assert (load_preview(first).title, load_preview(second).title) == ("Goats", "Later")


@pytest.mark.feature("K19")
def test_private_notes_are_in_no_preview(editor):
    record = make_draft(author=editor)
    form = complete_form(private_notes="Ask the ministry first")
    client = signed_in(editor)

    answer = open_preview(client, record, form)
    page = client.get(url("preview_on_edit", record), {"mode": "hub"}).content.decode()

    assert load_preview(token_of(answer)).private_notes == ""
    assert "Goats on an island" in page
    assert "Ask the ministry" not in page


@pytest.mark.feature("A8")
def test_a_building_block_is_previewed_like_a_record(editor):
    block = BuildingBlock.objects.create(title="Wardens", summary="x", locale_id=1)

    seen = load_preview(store_preview(block))

    assert (type(seen), seen.pk, seen.title) == (BuildingBlock, block.pk, "Wardens")


@pytest.mark.feature("A8")
def test_a_preview_begins_before_the_first_save(editor):
    client = signed_in(editor)
    client.post(url("preview_on_add", CaseStudy), complete_form(title="Brand new"))

    seen = load_preview(token_of(client.get(url("preview_on_add", CaseStudy))))

    assert (seen.title, seen.pk) == ("Brand new", None)
    assert CaseStudy.objects.count() == 0


@pytest.mark.feature("A8", "D5")
def test_nobody_previews_what_he_or_she_may_not_edit(editor):
    record = make_draft(author=editor)
    stranger = signed_in(make_person("stranger", "editor", places=[make_place("pe")]))

    assert stranger.get(url("preview_on_edit", record)).status_code == 302
    assert stranger.get(url("preview_on_edit", record)).url == "/admin/"


@pytest.mark.feature("E19")
def test_the_page_in_the_hub_carries_the_checker_with_the_rules_of_axe(editor):
    record = make_draft(author=editor, locale="ar")
    client = signed_in(editor)
    client.post(url("preview_on_edit", record), complete_form())

    answer = client.get(url("preview_on_edit", record), {"mode": "hub", "in_preview_panel": "true"})

    page = answer.content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "checker-axe-configuration" in page
    assert "image-alt" in page
    assert "private" in answer.headers["Cache-Control"]


@pytest.mark.feature("E19", "B9")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves a temporary file open
def test_a_picture_without_words_has_no_alternative_for_the_checker_to_accept(editor):
    picture = Image.objects.create(title="DSC_0001.jpg", file=get_test_image_file())
    record = make_draft(author=editor)
    silent = {"type": "figure", "value": {"image": {"image": picture.pk, "alt_text": "", "decorative": False}}}
    decorative = {"type": "figure", "value": {"image": {"image": picture.pk, "alt_text": "", "decorative": True}}}
    record.body = [silent, decorative]
    record.save_revision(clean=False)
    revision = record.get_latest_revision()

    page = signed_in(editor).get(url("revisions_view", record, revision.pk), {"mode": "hub"}).content.decode()

    images = [line for line in page.splitlines() if "<img" in line]
    assert len(images) == 2
    assert "alt=" not in images[0]
    assert 'alt=""' in images[1]
    assert "DSC_0001" not in " ".join(line.split("alt=")[-1] for line in images)


@pytest.mark.feature("E19")
def test_the_panel_of_the_editor_checks_with_the_same_rules(editor):
    page = signed_in(editor).get(url("edit", make_draft(author=editor))).content.decode()

    assert "checker-axe-configuration" in page
    assert "A picture has no text alternative" in page
