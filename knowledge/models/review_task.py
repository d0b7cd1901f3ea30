from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState

from .edition import Edition


class ReviewTask(AbstractGroupApprovalTask):
    """A step of review by the members of some groups: never of one's own work, and never twice by one person."""

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("Members of the chosen groups decide, except whoever asked for it or decided an earlier step")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """What `user` may decide on `obj`; nothing on what is locked, out of scope, or not for this person."""
        from ..permissions import is_in_scope

        state = obj.current_workflow_state
        if state is None or has_a_part_in(state, user):
            return []
        if obj.locked and obj.locked_by_id != user.pk:
            return []
        actions = super().get_actions(obj, user) if is_in_scope(user, obj, action="review") else []
        return [action for action in actions if action[0] != "approve"] if is_incomplete(obj) else actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **options: Any) -> Any:
        """Decide on the newest version, which is the one on the screen and the one that goes live.

        Wagtail notes the version with which the step began: whoever mends a comma while approving would be asked to
        approve again. Raises `PermissionDenied` for an approval of what lacks a required field: the views offer none.
        """
        task_state.revision = task_state.workflow_state.content_object.get_latest_revision()
        if action_name == "approve" and is_incomplete(task_state.revision.as_object()):
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **options)

    def get_task_states_user_can_moderate(self, user: Any, **options: Any) -> "models.QuerySet[TaskState]":
        """The open steps that `user` may decide."""
        return self.without_part_of(super().get_task_states_user_can_moderate(user, **options), user)

    @staticmethod
    def without_part_of(states: "models.QuerySet[TaskState]", user: Any) -> "models.QuerySet[TaskState]":
        """Those of `states` whose review `user` neither asked for nor has approved already."""
        approved = TaskState.objects.filter(
            workflow_state=OuterRef("workflow_state"),
            revision=OuterRef("revision"),
            finished_by=user,
            status=TaskState.STATUS_APPROVED,
        )
        return states.exclude(workflow_state__requested_by=user).exclude(Exists(approved))


def is_incomplete(thing: Any) -> bool:
    """Whether a curated thing lacks a required field; Wagtail sees to that for its pages."""
    return isinstance(thing, Edition) and bool(thing.missing_fields())


def has_a_part_in(state: WorkflowState, user: Any) -> bool:
    """Whether `user` asked for this review, or approved an earlier step of it for the same version."""
    if state.requested_by_id == user.pk:
        return True
    approved = state.task_states.filter(status=TaskState.STATUS_APPROVED, finished_by=user)
    if state.current_task_state is not None:
        approved = approved.filter(revision=state.current_task_state.revision_id)
    return bool(approved.exists())
