"""Mail about reviews: it names the language, and goes to those who may decide."""

from typing import Any

from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from ..models import Edition, Record
from ..permissions import is_in_scope
from .wording import kind_of


class NamesTheTranslation:
    """Tells Wagtail's templates what is under review: “French translation of the case study”, as its own type."""

    def get_context(self, instance: Any, **options: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(instance, **options)
        thing = context["object"]
        thing = thing.specific if isinstance(thing, Record) else thing
        return context | {"object": thing, "model_name": kind_of(thing)}


class StepSubmitted(NamesTheTranslation, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    """Asks those to decide who may: the group of the step, within the scope of their roles."""

    def get_recipient_users(self, task_state: TaskState, **options: Any) -> Any:
        people = super().get_recipient_users(task_state, **options)
        thing = task_state.workflow_state.content_object
        if not isinstance(thing, Edition):
            return people
        return [person for person in people.distinct() if is_in_scope(person, thing, action="review")]


class ReviewBegun(NamesTheTranslation, mail.WorkflowStateSubmissionEmailNotifier):
    pass


class ReviewPassed(NamesTheTranslation, mail.WorkflowStateApprovalEmailNotifier):
    pass


class ChangesRequested(NamesTheTranslation, mail.WorkflowStateRejectionEmailNotifier):
    pass


STEP_SUBMITTED, REVIEW_BEGUN, REVIEW_PASSED, CHANGES_REQUESTED = (
    StepSubmitted(), ReviewBegun(), ReviewPassed(), ChangesRequested(),
)  # fmt: skip


def connect_notices() -> None:
    """Put these in the place of Wagtail's, under the names by which Wagtail knows its own."""
    for signal, sender, uid, notifier in (
        (task_submitted, TaskState, "group_approval_task_submitted_email_notification", STEP_SUBMITTED),
        (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification", REVIEW_BEGUN),
        (workflow_approved, WorkflowState, "workflow_state_approved_email_notification", REVIEW_PASSED),
        (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification", CHANGES_REQUESTED),
    ):
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(notifier, sender=sender, dispatch_uid=uid)
