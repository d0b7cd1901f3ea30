"""What is refused leaves everything as it was."""

import pytest
from django.utils import timezone
from wagtail.models import TaskState
from wagtail_localize.models import StringTranslation

from hub.accounts.actions import grant_role
from hub.accounts.enums import RoleName
from knowledge.translation.actions import save_translation
from knowledge.translation.errors import (
    LockedTranslationError,
    ScheduledTranslationError,
    TranslationInReviewError,
    TranslationOutOfScopeError,
)

from .doors import edition_in, messages_in, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


@pytest.fixture
def french(study, tom):
    """A complete French draft."""
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    return edition_in(study, "fr")


def lock(edition, person) -> None:
    type(edition).objects.filter(pk=edition.pk).update(locked=True, locked_by=person, locked_at=timezone.now())


def test_a_locked_translation_is_left_alone(study, french, tom, people):
    lock(french, people.administrator)
    before = french.latest_revision

    response = tom.submit(french)

    assert "The translation into French is locked by ada. Nothing was changed." in messages_in(response)
    french.refresh_from_db()
    assert (french.latest_revision, french.locked, french.workflow_in_progress) == (before, True, False)


def test_synchronising_leaves_a_locked_translation_alone_and_says_so(study, french, tom, people):
    lock(french, people.administrator)
    study.summary = "All goats were taken off."
    study.save_revision().publish()

    response = tom.update_translations(study, publish=True)

    assert "The translation into French is locked by ada. Nothing was changed." in messages_in(response)
    assert edition_in(study, "fr").latest_revision == french.latest_revision


def test_who_locked_it_may_go_on(study, french, tom, people):
    lock(french, people.translator)

    tom.submit(french)

    assert edition_in(study, "fr").workflow_in_progress


def test_a_translation_in_review_is_left_alone(study, french, tom, people):
    tom.submit(french)
    before = edition_in(study, "fr").latest_revision

    with pytest.raises(TranslationInReviewError):
        save_translation(translation=translation_of(study, "fr"), actor=people.administrator, publish=True)

    assert edition_in(study, "fr").latest_revision == before


def test_a_scheduled_translation_is_left_alone(study, french, people):
    french.go_live_at = timezone.now() + timezone.timedelta(days=1)
    french.save_revision().publish()
    before = edition_in(study, "fr").latest_revision

    with pytest.raises(ScheduledTranslationError):
        save_translation(translation=translation_of(study, "fr"), actor=people.translator, publish=True)

    assert edition_in(study, "fr").latest_revision == before


def test_an_unnamed_actor_respects_locks_too(study, french, people):
    lock(french, people.administrator)

    with pytest.raises(LockedTranslationError):
        save_translation(translation=translation_of(study, "fr"), actor=None, publish=True)


@pytest.mark.feature("T4")
def test_only_reviewers_of_the_language_approve(study, french, tom, people, desk):
    tom.submit(french)
    french = edition_in(study, "fr")

    desk(people.spanish_reviewer).decide(french, "approve")

    french.refresh_from_db()
    assert not french.live
    assert TaskState.objects.for_instance(french).get().status == TaskState.STATUS_IN_PROGRESS

    desk(people.french_reviewer).decide(french, "approve")

    assert edition_in(study, "fr").live


@pytest.mark.feature("T4")
def test_a_reviewer_of_every_language_approves(study, french, tom, people, desk):
    tom.submit(french)

    desk(people.reviewer).decide(edition_in(study, "fr"), "approve")

    assert edition_in(study, "fr").live


@pytest.mark.feature("T4")
def test_nobody_approves_the_own_translation(study, french, tom, people, desk):
    grant_role(user=people.translator, name=RoleName.REVIEWER, actor=None)
    tom.submit(french)

    desk(people.translator).decide(edition_in(study, "fr"), "approve")

    assert not edition_in(study, "fr").live


def test_a_translator_of_another_language_changes_no_words(study, tom, person, desk):
    tom.translate(study, "fr")
    sara = desk(person("sara", RoleName.TRANSLATOR, ("es",)))

    answers = sara.write_all(study, code="fr")

    assert {answer.status_code for answer in answers} == {403}
    assert not StringTranslation.objects.exists()
    assert sara.open(edition_in(study, "fr")).status_code == 302


def test_a_translator_of_another_language_cannot_submit(study, french, person):
    sara = person("sara", RoleName.TRANSLATOR, ("es",))

    with pytest.raises(TranslationOutOfScopeError):
        save_translation(translation=translation_of(study, "fr"), actor=sara, publish=True)

    assert not edition_in(study, "fr").workflow_in_progress


def test_an_editor_may_not_send_for_translation_without_the_permission(study, person, desk):
    pat = desk(person("pat", RoleName.PRACTITIONER))

    response = pat.translate(study, "fr")

    assert response.status_code == 302
    assert study.get_translations().count() == 0
