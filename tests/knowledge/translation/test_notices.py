"""Mail about the review of a translation."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from knowledge.translation.wording import described, kind_of

from .doors import edition_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


@pytest.fixture
def submitted(study, tom):
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    mail.outbox.clear()
    tom.submit(edition_in(study, "fr"))
    return edition_in(study, "fr")


@pytest.mark.feature("T4")
def test_reviewers_of_the_language_are_told_which(submitted, people):
    told = {message.to[0]: message for message in mail.outbox}

    assert sorted(told) == ["ada@example.org", "flore@example.org", "rita@example.org"]
    message = told["flore@example.org"]
    assert message.subject == (
        'The French translation of the case study "fr: Goats off an island" has been submitted for approval in '
        'moderation stage "Review of content"'
    )
    assert f"/admin/snippets/knowledge/casestudy/edit/{submitted.pk}/" in message.body


@pytest.mark.feature("T4")
def test_the_message_is_in_the_language_of_the_reader(study, tom, people):
    profile = UserProfile.get_for_user(people.french_reviewer)
    profile.preferred_language = "fr"
    profile.save()
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    mail.outbox.clear()

    tom.submit(edition_in(study, "fr"))

    subject = next(message.subject for message in mail.outbox if message.to == ["flore@example.org"])
    assert "Français" in subject


def test_the_translator_is_told_what_became_of_it(submitted, people, desk):
    mail.outbox.clear()

    desk(people.french_reviewer).decide(submitted, "reject", "An accent is missing")

    (message,) = mail.outbox
    assert message.to == ["tom@example.org"]
    assert "French translation of the case study" in message.subject
    assert "An accent is missing" in message.body


def test_originals_keep_their_wording(study, submitted):
    assert described(study) == "Goats off an island"
    assert str(kind_of(study)) == "case study"
    assert described(submitted) == "French translation of “Goats off an island”"
