"""The log of a record: who did what, when, from which state to which, and why."""

import pytest
from django.urls import reverse
from wagtail.admin.models import EditingSession

from knowledge.models import CaseStudy, EditionLogEntry
from tests.knowledge.desk import complete_form, decide, make_draft, make_person, make_place, signed_in, url

pytestmark = pytest.mark.django_db


@pytest.mark.feature("E15")
def test_the_log_tells_the_life_of_a_record(editor, reviewer, administrator):
    client = signed_in(editor)
    client.post(url("add", CaseStudy), complete_form())
    record = CaseStudy.objects.get()
    client.post(url("edit", record), complete_form() | {"action-submit": "1"})
    decide(record, reviewer, "reject", "Name the source.")
    client.post(url("edit", record), complete_form(title="With its source") | {"action-submit": "1"})
    decide(CaseStudy.objects.get(), reviewer, "approve", "Thank you.")
    signed_in(administrator).post(url("unpublish", record))

    entries = EditionLogEntry.objects.order_by("timestamp", "pk")
    told = [(entry.action, entry.user, entry.from_status, entry.to_status, entry.reason) for entry in entries]

    assert told == [
        ("wagtail.create", editor, "", "draft", ""),
        ("wagtail.edit", editor, "draft", "draft", ""),
        ("wagtail.workflow.start", editor, "draft", "in_review", ""),
        ("wagtail.workflow.reject", reviewer, "in_review", "changes_requested", "Name the source."),
        ("wagtail.edit", editor, "changes_requested", "changes_requested", ""),
        ("wagtail.workflow.resume", editor, "changes_requested", "in_review", ""),
        ("wagtail.workflow.approve", reviewer, "in_review", "in_review", "Thank you."),
        ("wagtail.publish", reviewer, "in_review", "live", ""),
        ("wagtail.unpublish", administrator, "live", "draft", ""),
    ]
    assert all(entry.timestamp for entry in entries)


@pytest.mark.feature("E15")
def test_the_history_shows_states_reasons_and_people(editor, reviewer):
    client = signed_in(editor)
    client.post(url("add", CaseStudy), complete_form())
    record = CaseStudy.objects.get()
    client.post(url("edit", record), complete_form() | {"action-submit": "1"})
    decide(record, reviewer, "reject", "Name the source.")

    page = client.get(url("history", record)).content.decode()

    for shown in ("in review", "changes requested", "Name the source.", "Reviewer"):
        assert shown in page


@pytest.mark.feature("E15")
def test_nothing_in_the_log_is_written_by_nobody_when_somebody_did_it(editor):
    signed_in(editor).post(url("add", CaseStudy), complete_form())

    assert set(EditionLogEntry.objects.values_list("user", flat=True)) == {editor.pk}


def ping(client, record, session):
    address = reverse("wagtailadmin_editing_sessions:ping", args=["knowledge", "casestudy", record.pk, session.pk])
    return client.post(address, {"is_editing": "1"})


@pytest.mark.feature("E14")
def test_the_second_editor_is_told_about_the_first(editor):
    record = make_draft(author=editor)
    second = make_person("second", "editor")
    for user in (editor, second):
        assert signed_in(user).get(url("edit", record)).status_code == 200
    first_session, second_session = EditingSession.objects.order_by("pk")
    ping(signed_in(editor), record, first_session)

    told = ping(signed_in(second), record, second_session).json()

    assert [other["is_editing"] for other in told["other_sessions"]] == [True]
    assert told["other_sessions"][0]["session_id"] == first_session.pk
    assert "Editor" in told["html"]


@pytest.mark.feature("E14")
def test_the_second_editor_is_told_of_a_newer_version(editor):
    record = make_draft(author=editor)
    second = make_person("second", "editor")
    seen = record.latest_revision_id
    signed_in(second).get(url("edit", record))
    signed_in(editor).post(url("edit", record), complete_form(title="Newer"))
    session = EditingSession.objects.get(user=second)
    address = reverse("wagtailadmin_editing_sessions:ping", args=["knowledge", "casestudy", record.pk, session.pk])

    told = signed_in(second).post(address, {"is_editing": "1", "revision_id": seen}).json()

    newest = CaseStudy.objects.get().latest_revision_id
    assert [other["revision_id"] for other in told["other_sessions"]] == [newest]


@pytest.mark.feature("E14", "D5")
def test_who_may_not_edit_is_told_nothing(editor):
    record = make_draft(author=editor)
    signed_in(editor).get(url("edit", record))
    stranger = make_person("stranger", "editor", places=[make_place("pe")])

    assert ping(signed_in(stranger), record, EditingSession.objects.get()).status_code == 404


@pytest.mark.feature("E14")
def test_what_somebody_locked_is_not_changed_by_another(editor, reviewer):
    record = make_draft(author=editor, title="Locked")
    signed_in(reviewer).post(url("lock", record))
    assert CaseStudy.objects.get().locked_by == reviewer

    answer = signed_in(editor).post(url("edit", record), complete_form(title="Changed"))

    assert answer.status_code == 200
    assert CaseStudy.objects.get().get_latest_revision_as_object().title == "Locked"
