"""Each language goes live and expires on its own day."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision
from wagtail.test.utils.form_data import rich_text

from knowledge.models import CaseStudy
from tests.knowledge.desk import form_of

from .doors import edit_url, edition_in

pytestmark = [pytest.mark.django_db, pytest.mark.feature("E16")]


@pytest.fixture
def french(study, people, desk):
    """A French translation in review, with a day to go live and a day to expire."""
    tom = desk(people.translator)
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    draft = edition_in(study, "fr").get_latest_revision_as_object()
    draft.go_live_at, draft.expire_at = in_days(1), in_days(9)
    draft.save_revision(user=people.translator)
    tom.submit(draft)
    return edition_in(study, "fr")


def in_days(days: int):
    return timezone.now() + timedelta(days=days)


def pass_days(days: int) -> None:
    """What was to happen within so many days is due now."""
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at -= timedelta(days=days)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
    for edition in CaseStudy.objects.filter(expire_at__isnull=False):
        CaseStudy.objects.filter(pk=edition.pk).update(expire_at=edition.expire_at - timedelta(days=days))
    call_command("publish_scheduled")


def test_a_translation_goes_live_and_expires_on_its_own_days(study, french, people, desk):
    desk(people.french_reviewer).decide(french, "approve")
    assert not edition_in(study, "fr").live

    pass_days(2)
    assert edition_in(study, "fr").live
    assert edition_in(study, "fr").title == "fr: Goats off an island"

    pass_days(9)
    assert not edition_in(study, "fr").live
    assert edition_in(study, "en").live


def test_the_day_of_a_source_is_not_carried(study, people, desk):
    study.expire_at = in_days(5)
    study.save_revision().publish()

    desk(people.translator).translate(study, "fr")

    assert edition_in(study, "fr").expire_at is None


def test_a_reviewer_sets_the_day_in_the_form(study, people, desk):
    tom, flore = desk(people.translator), desk(people.french_reviewer)
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    tom.submit(edition_in(study, "fr"))
    day = in_days(3).strftime("%Y-%m-%d %H:%M")
    form = form_of(
        CaseStudy,
        title="Plus de chèvres",
        summary="Court.",
        problem=rich_text("<p>Chèvres.</p>"),
        impact=rich_text("<p>Forêt.</p>"),
        subjects=[subject.pk for subject in study.subjects.all()],
        translation_method="human",
        go_live_at=day,
    )

    answer = flore.client.post(edit_url(study_in_french := edition_in(study, "fr")), form)

    assert answer.status_code == 302
    flore.decide(edition_in(study, "fr"), "approve")
    french = edition_in(study, "fr")
    assert not french.live
    assert french.scheduled_revision.approved_go_live_at.strftime("%Y-%m-%d %H:%M") == day
    assert french.pk == study_in_french.pk
