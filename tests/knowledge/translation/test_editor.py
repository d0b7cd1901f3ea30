"""What translators and reviewers see when they open a translation."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from .doors import edition_in, messages_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


@pytest.fixture
def french(study, tom):
    tom.translate(study, "fr")
    return edition_in(study, "fr")


def props_of(response) -> dict:
    return json.loads(BeautifulSoup(response.content, "html.parser").select_one(".js-translation-editor")["data-props"])


def test_the_editor_submits_for_review_and_publishes_nothing(study, french, tom, people, desk):
    for opened in (tom.open(french), desk(people.administrator).open(french)):
        assert props_of(opened)["perms"]["canPublish"] is True
        assert '"Publish in ": "Submit for review in "' in opened.text


def test_every_segment_has_its_place_in_the_editor(study, french, tom):
    segments = props_of(tom.open(french))["segments"]

    strings = {segment["source"] for segment in segments if segment["type"] == "string"}
    assert strings == {
        "Goats off an island", "The goats were taken off.", "Goats ate the seedlings.", "The forest is back.",
        "Seabirds nest again", "How it went", "Goats by year", "Year", "Goats", "none", "A goat on a rock",
        "The last one", "A goat", "Ten hunters",
    }  # fmt: skip
    assert {segment["type"] for segment in segments} == {"string", "synchronised_value"}


def test_reviewers_get_the_buttons_to_decide(study, french, tom, people, desk):
    tom.write_all(study, code="fr")
    tom.submit(french)

    page = desk(people.french_reviewer).open(french)

    assert page.status_code == 200
    assert "js-translation-editor" not in page.text
    actions = {action[0] for action in page.context["object"].current_workflow_task.get_actions(
        page.context["object"], people.french_reviewer
    )}  # fmt: skip
    assert actions == {"approve", "reject"}
    assert 'data-workflow-action-name="approve"' in page.text or "action/approve" in page.text


def test_the_translator_meanwhile_reads_that_it_is_in_review(study, french, tom):
    tom.write_all(study, code="fr")
    tom.submit(french)

    page = tom.open(french)

    assert page.status_code == 200
    assert "js-translation-editor" not in page.text


def test_the_ways_to_translations_are_on_the_page_of_the_source(study, tom, people, desk):
    page = tom.open(study)
    assert (
        reverse("wagtail_localize:submit_snippet_translation", args=["knowledge", "casestudy", study.pk]) in page.text
    )
    assert "Update translations" not in page.text

    tom.translate(study, "fr")

    assert "Update translations" in tom.open(study).text


def test_the_form_of_the_update_promises_a_review(study, french, tom):
    source_id = french_source(study)
    page = tom.client.get(reverse("wagtail_localize:update_translations", args=[source_id]))

    assert "Send what is complete to review" in page.text
    assert "Publish immediately" not in page.text


def test_the_update_says_what_became_of_each_language(study, tom):
    tom.translate(study, "fr", "es")
    tom.write_all(study, code="fr")

    shown = messages_in(tom.update_translations(study, publish=True))

    assert "Spanish: a draft, 14 passages to translate." in shown
    assert "French: sent to review." in shown
    assert edition_in(study, "fr").workflow_in_progress
    assert not edition_in(study, "es").workflow_in_progress


def french_source(study) -> int:
    from wagtail_localize.models import TranslationSource

    return TranslationSource.objects.get_for_instance(study).pk
