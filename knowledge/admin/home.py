"""“Waiting for you” on the home page of the admin."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState, WorkflowState

from hub.accounts.models import User

from ..models import BuildingBlock, Edition, Record, ReviewTask
from ..permissions import editable_by
from ..translation.wording import kind_of

SHOWN = 20
# The tables under which Wagtail files workflows of records, building blocks and pages.
BASES: tuple[type[Any], ...] = (Record, BuildingBlock, Page)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """Something that waits: for a decision, or for its author to mend it."""

    title: str
    kind: str
    language: str
    task: str
    comment: str
    person: str
    since: datetime
    url: str
    is_decision: bool


class WaitingPanel(Component):
    name = "waiting_for_you"
    template_name = "knowledge/waiting_panel.html"
    order = 100

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"rows": rows_waiting_for(parent_context["request"].user)}


def rows_waiting_for(user: User) -> list[WaitingRow]:
    """What `user` may decide and what came back to him or her, newest first. The number of statements is fixed."""
    states = [*_decisions(user)[: SHOWN * 2], *_sent_back(user)[:SHOWN]]
    things = _things(user, states)
    rows = [_row(state, things[key]) for state in states if (key := _key(state)) in things]
    return sorted(rows, key=lambda row: row.since, reverse=True)[:SHOWN]


def _decisions(user: User) -> "QuerySet[TaskState]":
    mine = ReviewTask.objects.filter(active=True)
    if not user.is_superuser:
        mine = mine.filter(groups__in=user.groups.all())
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=mine.values("task_ptr"))
    return _ready_to_show(ReviewTask.without_part_of(states, user))


def _sent_back(user: User) -> "QuerySet[TaskState]":
    states = TaskState.objects.filter(
        status=TaskState.STATUS_REJECTED,
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        workflow_state__requested_by=user,
        workflowstate__isnull=False,
    )
    return _ready_to_show(states)


def _ready_to_show(states: "QuerySet[TaskState]") -> "QuerySet[TaskState]":
    return states.select_related("task", "workflow_state__requested_by", "finished_by").order_by("-started_at")


def _key(state: TaskState) -> tuple[int, str]:
    return state.workflow_state.base_content_type_id, state.workflow_state.object_id


def _things(user: User, states: list[TaskState]) -> dict[tuple[int, str], Any]:
    found: dict[tuple[int, str], Any] = {}
    for base in BASES:
        content_type = ContentType.objects.get_for_model(base, for_concrete_model=False)
        keys = [state.workflow_state.object_id for state in states if _key(state)[0] == content_type.pk]
        rows = _readable(user, base).filter(pk__in=keys).select_related("locale")
        found |= {(content_type.pk, str(thing.pk)): thing for thing in rows}
    return found


def _readable(user: User, base: type[Any]) -> "QuerySet[Any]":
    return editable_by(user, model=base) if issubclass(base, Edition) else base.objects.all()


def _row(state: TaskState, thing: Any) -> WaitingRow:
    is_decision = state.status == TaskState.STATUS_IN_PROGRESS
    person = state.workflow_state.requested_by if is_decision else state.finished_by
    return WaitingRow(
        title=thing.draft_title if isinstance(thing, Page) else thing.title,
        kind=kind_of(thing),
        language=thing.locale.get_display_name(),
        task=state.task.name,
        comment=state.comment,
        person=str(person or _("the system")),
        since=state.started_at if is_decision else state.finished_at,
        url=_edit_url(thing),
        is_decision=is_decision,
    )


def _edit_url(thing: Any) -> str:
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    model = Record.model_of(thing.record_type) if isinstance(thing, Record) else type(thing)
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[thing.pk])
