"""Where an edition stands between a first draft and being taken down again."""

from typing import TYPE_CHECKING

from wagtail.models import Revision, WorkflowState

from .enums import EditionStatus

if TYPE_CHECKING:
    from .models.edition import Edition

# Wagtail logs these decisions before it moves the workflow.
DECIDED: dict[str, EditionStatus] = {"wagtail.workflow.reject": EditionStatus.CHANGES_REQUESTED}


def status_after(action: str, edition: "Edition") -> EditionStatus:
    """The state of `edition` once `action` is done."""
    return DECIDED.get(action) or status_of(edition)


def status_of(edition: "Edition") -> EditionStatus:
    """The state of `edition` as the database has it now."""
    states = edition.workflow_states.active().values_list("status", flat=True)
    is_scheduled = edition.revisions.filter(approved_go_live_at__isnull=False).exists()
    return derive_status(edition, workflow_status=states.first() or "", is_scheduled=is_scheduled)


def statuses_of(editions: "list[Edition]") -> dict[int, EditionStatus]:
    """The state of each of `editions` of one table, by primary key, in two statements however many they are."""
    if not editions:
        return {}
    filed = {
        "base_content_type": editions[0].get_base_content_type(),
        "object_id__in": [str(edition.pk) for edition in editions],
    }
    workflows = dict(WorkflowState.objects.active().filter(**filed).values_list("object_id", "status"))
    waiting = Revision.objects.filter(**filed, approved_go_live_at__isnull=False)
    scheduled = set(waiting.values_list("object_id", flat=True))
    return {
        edition.pk: derive_status(
            edition, workflow_status=workflows.get(str(edition.pk), ""), is_scheduled=str(edition.pk) in scheduled
        )
        for edition in editions
    }


def derive_status(edition: "Edition", *, workflow_status: str, is_scheduled: bool) -> EditionStatus:
    """The state that follows from the columns of `edition`, its open workflow and its schedule."""
    if workflow_status == WorkflowState.STATUS_IN_PROGRESS:
        return EditionStatus.LIVE_IN_REVIEW if edition.live else EditionStatus.IN_REVIEW
    if workflow_status == WorkflowState.STATUS_NEEDS_CHANGES:
        return EditionStatus.CHANGES_REQUESTED
    if is_scheduled:
        return EditionStatus.SCHEDULED
    if edition.live:
        return EditionStatus.LIVE_WITH_DRAFT if edition.has_unpublished_changes else EditionStatus.LIVE
    return EditionStatus.EXPIRED if edition.expired else EditionStatus.DRAFT
