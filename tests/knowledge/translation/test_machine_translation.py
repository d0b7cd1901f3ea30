"""Readers are told when a machine translated, and when a person has read it since."""

import pytest
from django.urls import reverse

from knowledge.enums import TranslationMethod

from .doors import edition_in, translation_of

pytestmark = pytest.mark.django_db

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


@pytest.fixture
def tom(people, desk, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    return desk(people.translator)


@pytest.fixture
def flore(people, desk):
    return desk(people.french_reviewer)


@pytest.fixture
def french(law, tom):
    """Translated by the machine, and sent to review."""
    tom.translate(law, "fr")
    tom.client.post(reverse("wagtail_localize:machine_translate", args=[translation_of(law, "fr").pk]))
    tom.submit(edition_in(law, "fr"))
    return edition_in(law, "fr")


def test_what_a_machine_wrote_is_marked(law, french):
    assert french.title == "act Islands"
    assert french.translation_method == TranslationMethod.MACHINE
    assert french.workflow_in_progress


def test_an_approval_says_that_a_person_has_read_it(law, french, people, desk):
    desk(people.french_reviewer).decide(french, "approve")
    desk(people.reviewer).decide(edition_in(law, "fr"), "approve")

    french = edition_in(law, "fr")
    assert french.live
    assert french.translation_method == TranslationMethod.MACHINE_REVIEWED
    assert french.live_revision.content["translation_method"] == TranslationMethod.MACHINE_REVIEWED


def test_what_a_person_wrote_over_it_is_human(law, tom, people):
    tom.translate(law, "fr")
    tom.client.post(reverse("wagtail_localize:machine_translate", args=[translation_of(law, "fr").pk]))
    texts = {segment.string.data: "mots" for segment in translation_of(law, "fr").source.stringsegment_set.all()}
    tom.write(law, texts, code="fr")

    tom.submit(edition_in(law, "fr"))

    assert edition_in(law, "fr").translation_method == TranslationMethod.HUMAN


def test_an_unchanged_text_stays_reviewed(law, french, tom, people, desk):
    desk(people.french_reviewer).decide(french, "approve")
    desk(people.reviewer).decide(edition_in(law, "fr"), "approve")

    tom.submit(french)

    french = edition_in(law, "fr")
    assert french.translation_method == TranslationMethod.MACHINE_REVIEWED
    assert not french.workflow_in_progress
