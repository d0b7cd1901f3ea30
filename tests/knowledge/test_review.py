"""How many approvals each type needs, and who may give them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import TaskState, Workflow, WorkflowContentType

from knowledge.actions import publish
from knowledge.enums import EditionStatus
from knowledge.errors import LockedError, NotAllowedError, ReviewNeededError
from knowledge.models import RECORD_MODELS, BuildingBlock, CaseStudy, PolicyDocument, ReviewTask
from knowledge.statuses import status_of
from knowledge.workflows import set_up_workflows
from tests.knowledge.desk import (
    complete_form,
    decide,
    is_refused,
    make_draft,
    make_person,
    publish_form,
    signed_in,
    submit,
    url,
)

pytestmark = pytest.mark.django_db


def is_live(record):
    record.refresh_from_db()
    return record.live


@pytest.mark.feature("E1")
@pytest.mark.parametrize(
    "model", [*(model for model in RECORD_MODELS.values() if model is not PolicyDocument)], ids=lambda m: m.__name__
)
def test_one_approval_publishes_what_is_no_policy_document(model, editor, reviewer):
    record = make_draft(model, author=editor)
    submit(record, editor)

    answer = decide(record, reviewer)

    assert not is_refused(answer)
    assert is_live(record)
    assert record.live_revision == record.latest_revision


@pytest.mark.feature("E1")
def test_a_policy_document_needs_two_approvals_by_two_people(editor, reviewer, second_reviewer):
    law = make_draft(PolicyDocument, author=editor)
    submit(law, editor)

    first = decide(law, reviewer)
    assert (is_refused(first), is_live(law)) == (False, False)
    assert law.current_workflow_task.name == "Legal review"

    again = decide(law, reviewer)
    assert (is_refused(again), is_live(law)) == (True, False)

    second = decide(law, second_reviewer)
    assert (is_refused(second), is_live(law)) == (False, True)


@pytest.mark.feature("E1")
def test_nobody_approves_what_he_or_she_submitted(reviewer, second_reviewer):
    record = make_draft(author=reviewer)
    submit(record, reviewer)

    own = decide(record, reviewer)

    assert (is_refused(own), is_live(record)) == (True, False)
    assert list(TaskState.objects.reviewable_by(reviewer)) == []
    assert not is_refused(decide(record, second_reviewer))
    assert is_live(record)


def test_not_even_someone_with_every_right_approves_his_or_her_own_work(desk):
    from hub.accounts.models import User

    chief = User.objects.create_superuser(username="chief", email="chief@hub.example", password="pass")
    record = make_draft(author=chief)
    submit(record, chief)

    assert (is_refused(decide(record, chief)), is_live(record)) == (True, False)


@pytest.mark.feature("E1")
def test_an_editor_cannot_approve(editor):
    record = make_draft(author=editor)
    submit(record, editor)

    assert (is_refused(decide(record, make_person("other", "editor"))), is_live(record)) == (True, False)


@pytest.mark.feature("E1")
def test_a_reviewer_mends_and_approves_in_one_go(editor, reviewer):
    record = make_draft(author=editor)
    submit(record, editor)
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    signed_in(reviewer).post(url("edit", record), complete_form(title="Mended") | decision)

    assert is_live(record)
    assert record.title == "Mended"


@pytest.mark.feature("E1")
def test_a_change_by_the_second_reviewer_goes_back_to_the_first(editor, reviewer, second_reviewer):
    law = make_draft(PolicyDocument, author=editor)
    submit(law, editor)
    decide(law, reviewer)
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve"}

    signed_in(second_reviewer).post(url("edit", law), complete_form(PolicyDocument, title="Changed") | decision)

    assert not is_live(law)
    assert law.current_workflow_task.name == "Review of content"
    assert not is_refused(decide(law, reviewer))
    assert is_live(law)


@pytest.mark.feature("E1")
def test_a_record_that_was_sent_back_starts_again_at_the_same_step(editor, reviewer):
    record = make_draft(author=editor)
    submit(record, editor)

    decide(record, reviewer, "reject", "Name the source.")
    assert status_of(record) == EditionStatus.CHANGES_REQUESTED

    signed_in(editor).post(url("edit", record), complete_form() | {"action-submit": "1"})
    assert status_of(CaseStudy.objects.get()) == EditionStatus.IN_REVIEW
    assert not is_refused(decide(CaseStudy.objects.get(), reviewer))
    assert is_live(record)


def test_what_somebody_locked_cannot_be_approved_by_another(editor, reviewer, second_reviewer):
    record = make_draft(author=editor)
    submit(record, editor)
    record.locked, record.locked_by = True, second_reviewer
    record.save()

    assert (is_refused(decide(record, reviewer)), is_live(record)) == (True, False)


@pytest.mark.feature("E1")
def test_nobody_publishes_a_policy_document_past_its_review(administrator):
    law = make_draft(PolicyDocument, author=administrator)
    client = signed_in(administrator)

    page = client.get(url("edit", law)).content.decode()
    client.post(url("edit", law), publish_form(law))

    assert 'name="action-publish"' not in page
    assert 'name="action-submit"' in page
    assert not is_live(law)


def test_an_administrator_publishes_other_types_at_once_and_an_editor_does_not(administrator, editor):
    mine, theirs = make_draft(author=administrator), make_draft(author=editor)

    signed_in(administrator).post(url("edit", mine), publish_form(mine))
    signed_in(editor).post(url("edit", theirs), publish_form(theirs))

    assert (is_live(mine), is_live(theirs)) == (True, False)


def test_the_action_publishes_for_those_who_may(administrator, editor):
    record = make_draft(author=editor)

    with pytest.raises(NotAllowedError):
        publish(edition=record, actor=editor)
    assert not is_live(record)

    assert publish(edition=record, actor=administrator).live is True


def test_the_action_refuses_what_is_locked_or_in_review(administrator, editor, reviewer):
    locked, reviewed = make_draft(author=editor), make_draft(author=editor)
    locked.locked, locked.locked_by = True, reviewer
    locked.save()
    reviewed.locked = False
    submit(reviewed, editor)
    for group in administrator.groups.all():
        ReviewTask.objects.get(name="Review of content").groups.remove(group)

    for record in (locked, reviewed):
        with pytest.raises(LockedError):
            publish(edition=record, actor=administrator)
        assert not is_live(record)


def test_the_action_refuses_a_policy_document(administrator):
    law = make_draft(PolicyDocument, author=administrator)

    with pytest.raises(ReviewNeededError):
        publish(edition=law, actor=administrator)
    assert not is_live(law)


def test_the_action_does_not_publish_what_was_never_finished(administrator):
    record = CaseStudy(title="Half done", live=False, locale_id=1)
    record.save()

    with pytest.raises(ValidationError):
        publish(edition=record, actor=administrator)
    assert not is_live(record)


def test_setting_up_twice_changes_nothing_and_keeps_what_an_administrator_chose(desk):
    own = Workflow.objects.create(name="Our own")
    attached = WorkflowContentType.objects.get(content_type__model="casestudy")
    attached.workflow = own
    attached.save()

    assert set_up_workflows() == desk
    assert Workflow.objects.filter(name__in=["One approval", "Two approvals"]).count() == 2
    assert ReviewTask.objects.count() == 2
    assert CaseStudy.get_default_workflow() == own


def test_a_compulsory_review_comes_back_when_it_was_taken_off(desk):
    WorkflowContentType.objects.filter(content_type__model="policydocument").delete()

    set_up_workflows()

    assert [task.name for task in PolicyDocument.get_default_workflow().tasks] == ["Review of content", "Legal review"]
    assert [task.name for task in BuildingBlock.get_default_workflow().tasks] == ["Review of content"]


@pytest.mark.feature("K1")
@pytest.mark.parametrize("field", ["summary", "problem", "subjects"])
def test_what_lost_a_required_field_during_the_review_is_not_approved(field, editor, reviewer):
    record = make_draft(CaseStudy, author=editor)
    submit(record, editor)
    draft = record.get_latest_revision_as_object()
    setattr(draft, field, [] if field == "subjects" else "<p></p>")
    draft.save_revision(user=reviewer)

    answer = decide(record, reviewer)

    assert is_refused(answer)
    assert not is_live(record)
    assert record.workflow_in_progress
