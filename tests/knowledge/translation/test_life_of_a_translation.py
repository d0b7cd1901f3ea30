"""From the form “Translate” to the reader, through the doors of the admin."""

import pytest
from wagtail.models import WorkflowState

from knowledge.enums import TranslationMethod
from knowledge.models import CaseStudy

from .doors import edition_in, messages_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


@pytest.fixture
def flore(people, desk):
    return desk(people.french_reviewer)


@pytest.fixture
def french(study, tom):
    """The French draft, sent to review."""
    tom.translate(study, "fr", "es")
    tom.write_all(study, code="fr")
    tom.submit(edition_in(study, "fr"))
    return edition_in(study, "fr")


@pytest.fixture
def live_french(french, flore):
    flore.decide(french, "approve")
    return edition_in(french, "fr")


@pytest.mark.feature("T1")
def test_submitting_for_translation_publishes_nothing(study, tom, people):
    response = tom.translate(study, "fr", "es")

    assert response.status_code == 302
    for code in ("fr", "es"):
        draft = edition_in(study, code)
        assert (draft.live, draft.live_revision, draft.first_published_at) == (False, None, None)
        assert draft.last_published_at is None
        assert draft.translation_method == TranslationMethod.HUMAN
        assert draft.source_digest == study.text_digest
        assert draft.reference == study.reference
        assert draft.private_notes == ""
        assert draft.created_by == people.translator
        assert draft.current_workflow_state is None


@pytest.mark.feature("T1", "T4")
def test_french_goes_live_alone(study, tom, flore, french):
    assert french.workflow_in_progress
    assert not french.live

    response = flore.decide(french, "approve")

    assert response.status_code == 302
    french = edition_in(study, "fr")
    assert french.live
    assert french.title == "fr: Goats off an island"
    assert not edition_in(study, "es").live
    english = CaseStudy.objects.get(pk=study.pk)
    assert (english.title, english.live_revision) == ("Goats off an island", study.live_revision)
    assert english.updated_at == study.updated_at


def test_what_all_languages_share_and_what_is_translated(study, live_french, block):
    french = live_french

    assert french.publisher == "Island Trust"
    assert french.problem == "<p>fr: Goats ate the seedlings.</p>"
    assert french.impact.count("fr: ") == 2
    assert [subject.identifier for subject in french.subjects.all()] == ["CBD-SUBJECT-ISL"]
    assert [tag.name for tag in french.tags.all()] == ["goats"]
    assert [(link.url, link.title) for link in french.links.all()] == [("https://example.org/report", "Report")]
    assert [(use.building_block, use.note) for use in french.building_block_uses.all()] == [(block, "fr: Ten hunters")]
    assert french.cover_alt_text == "fr: A goat"
    heading, table, figure = french.body
    assert heading.value["text"] == "fr: How it went"
    assert table.value["caption"] == "fr: Goats by year"
    assert table.value["table"]["data"] == [["fr: Year", "fr: Goats"], ["2021", "300"], ["2024", "fr: none"]]
    assert figure.value["image"].contextual_alt_text == "fr: A goat on a rock"
    assert figure.value["caption"] == "fr: The last one"


@pytest.mark.feature("T1")
def test_a_changed_source_leaves_the_live_translation_alone(study, tom, live_french):
    edit_and_publish(study, summary="All goats were taken off in 2024.")

    tom.update_translations(study, publish=True)

    french = edition_in(study, "fr")
    assert french.live
    assert french.summary == "fr: The goats were taken off."
    assert french.live_revision == live_french.live_revision
    assert stale_languages() == ["fr"]
    draft = french.get_latest_revision_as_object()
    assert draft.summary == "All goats were taken off in 2024."
    assert not french.workflow_in_progress


@pytest.mark.feature("T1", "T4")
def test_the_updated_translation_passes_its_review_again(study, tom, flore, live_french):
    edit_and_publish(study, summary="All goats were taken off in 2024.")
    tom.update_translations(study)
    tom.write(study, {"All goats were taken off in 2024.": "Plus une chèvre depuis 2024."}, code="fr")

    tom.submit(live_french)

    french = edition_in(study, "fr")
    assert french.workflow_in_progress
    assert french.summary == "fr: The goats were taken off."
    assert stale_languages() == ["es", "fr"]

    flore.decide(french, "approve")

    french = edition_in(study, "fr")
    assert french.summary == "Plus une chèvre depuis 2024."
    assert french.title == "fr: Goats off an island"
    assert stale_languages() == ["es"]


def test_shared_fields_follow_the_source_through_the_review(study, tom, flore, live_french, vocabulary):
    study.subjects = [vocabulary.aliens]
    study.tags.clear()
    study.places = []
    edit_and_publish(study, publisher="Sea Trust")

    tom.update_translations(study, publish=True)

    french = edition_in(study, "fr")
    assert french.publisher == "Island Trust"
    assert french.workflow_in_progress

    flore.decide(french, "approve")

    french = edition_in(study, "fr")
    assert french.publisher == "Sea Trust"
    assert [subject.identifier for subject in french.subjects.all()] == ["CBD-SUBJECT-IAS"]
    assert french.places.count() == 0
    assert french.tags.count() == 0
    assert french.building_block_uses.count() == french.links.count() == 1


@pytest.mark.feature("T4")
def test_incomplete_words_stay_a_draft(study, tom):
    tom.translate(study, "fr")
    tom.write(study, {"Goats off an island": "Plus de chèvres"}, code="fr")

    response = tom.submit(edition_in(study, "fr"))

    french = edition_in(study, "fr")
    assert french.title == "Plus de chèvres"
    assert not french.workflow_in_progress
    assert not french.live
    assert "passages that are missing" in messages_in(response)


@pytest.mark.feature("T4")
def test_requested_changes_resume_the_same_review(study, tom, flore, french):
    flore.decide(french, "reject", "“chevres” wants an accent")
    french = edition_in(study, "fr")
    state = french.current_workflow_state
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    page = tom.open(french)
    assert "“chevres” wants an accent" in page.text

    tom.write(study, {"Goats off an island": "Plus de chèvres"}, code="fr")
    tom.submit(french)

    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state.revision == edition_in(study, "fr").latest_revision
    flore.decide(edition_in(study, "fr"), "approve")
    assert edition_in(study, "fr").title == "Plus de chèvres"


@pytest.mark.feature("T1")
def test_unpublishing_the_source_leaves_the_translation(study, live_french, people, desk):
    response = desk(people.administrator).unpublish(study)

    assert response.status_code == 302
    assert not edition_in(study, "en").live
    assert edition_in(study, "fr").live


def test_sending_what_is_live_already_changes_nothing(study, tom, live_french):
    response = tom.submit(live_french)

    french = edition_in(study, "fr")
    assert french.latest_revision == live_french.latest_revision
    assert not french.workflow_in_progress
    assert "live like this already" in messages_in(response)


def test_words_that_do_not_fit_are_shown_beside_them(study, tom):
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    tom.write(study, {"Goats off an island": "x" * 301}, code="fr")
    before = edition_in(study, "fr").latest_revision

    tom.submit(edition_in(study, "fr"))

    french = edition_in(study, "fr")
    assert french.latest_revision == before
    assert "at most 300 characters" in tom.open(french).text


def test_policy_documents_pass_two_reviews(law, tom, people, desk):
    tom.translate(law, "fr")
    tom.write_all(law, code="fr")
    tom.submit(edition_in(law, "fr"))

    desk(people.french_reviewer).decide(edition_in(law, "fr"), "approve")
    assert not edition_in(law, "fr").live

    desk(people.reviewer).decide(edition_in(law, "fr"), "approve")
    french = edition_in(law, "fr")
    assert french.live
    assert french.reference_number == "No. 7"


def test_building_blocks_are_translated_the_same_way(block, tom, flore):
    tom.translate(block, "fr")
    tom.write_all(block, code="fr")
    tom.submit(edition_in(block, "fr"))
    assert not edition_in(block, "fr").live

    flore.decide(edition_in(block, "fr"), "approve")

    assert edition_in(block, "fr").title == "fr: Hunters as wardens"


def stale_languages() -> list[str]:
    """The languages of the translations whose source has changed since."""
    return sorted(CaseStudy.objects.stale().values_list("locale__language_code", flat=True))


def edit_and_publish(study, **fields):
    """A new version of the source, as an approval would publish it."""
    for name, value in fields.items():
        setattr(study, name, value)
    study.save_revision().publish()
