"""What is done to translations: one verb a function."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from hub.accounts.models import User

from ..models import Edition
from ..permissions import is_in_scope, may_publish_directly
from .content import begin, fill, fingerprint, untranslated
from .errors import (
    LockedTranslationError,
    ScheduledTranslationError,
    TranslationInReviewError,
    TranslationOutOfScopeError,
    TranslationRefusedError,
)


class Outcome(StrEnum):
    """What became of a translation that was saved."""

    DRAFT = "draft"  # saved, and nothing asked for
    INCOMPLETE = "incomplete"  # saved, but not sent to review: words are missing
    IN_REVIEW = "in_review"
    PUBLISHED = "published"  # there is no review for this type
    UNREVIEWED = "unreviewed"  # saved, but there is no review for this type and the actor may not publish
    UNCHANGED = "unchanged"  # it is live like this already


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A translation as a new draft, and what became of it."""

    target: Any
    outcome: Outcome


def save_translation(*, translation: Translation, actor: User | None, publish: bool) -> Saved:
    """Bring what has been translated into the target; with `publish`, send it to its review.

    A new target begins as a draft, an existing one gets a new revision: what readers see changes through the review
    only. `actor` is None when the installation itself acts. Raises `SourceDeletedError` of wagtail-localize, a
    `TranslationRefusedError` when the target is locked, scheduled, in review or out of the actor's scope, and
    `ValidationError` when the words do not fit, which is then shown beside them in the editor.
    """
    try:
        with transaction.atomic():
            return _save(translation, actor, publish=publish)
    except TranslationRefusedError:
        raise
    except ValidationError as error:
        _show_beside_segments(error, translation)
        raise


def _save(translation: Translation, actor: User | None, *, publish: bool) -> Saved:
    original = translation.source.as_instance()
    row = target_of(translation)
    if row is not None:
        refuse_unless_open(row, actor)
    target = begin(original, translation.target_locale) if row is None else row.get_latest_revision_as_object()
    before = "" if row is None else fingerprint(target)
    fill(target, original=original, translation=translation)
    if row is None or fingerprint(target) != before:
        _keep(target, translation, actor, is_new=row is None)
    outcome = _send_to_review(target, translation, actor) if publish else Outcome.DRAFT
    return Saved(target=target, outcome=outcome)


def target_of(translation: Translation) -> Any | None:
    """The row of the translated edition; None while there is none."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        return None


def refuse_unless_open(target: Any, actor: User | None) -> None:
    """Raise a `TranslationRefusedError` unless `actor` may save a new draft of `target` now."""
    if actor is not None and not is_in_scope(actor, target, action="change"):
        raise TranslationOutOfScopeError(target)
    if target.workflow_in_progress:
        raise TranslationInReviewError(target)
    lock = target.get_lock()
    if isinstance(lock, ScheduledForPublishLock):
        raise ScheduledTranslationError(target)
    if lock is not None and (actor is None or lock.for_user(actor)):
        raise LockedTranslationError(target)


def _keep(target: Any, translation: Translation, actor: User | None, *, is_new: bool) -> None:
    if isinstance(target, Page):
        _prepare_page(target, translation)
    elif is_new:
        target.created_by = actor
    if not target.live:
        # Nobody reads this row, and lists in the admin show it: Wagtail's own edit view saves it too.
        target.live_revision = None
        target.full_clean()
        target.save()
    revision = target.save_revision(user=actor, log_action="wagtail.create" if is_new else "wagtail.edit")
    TranslationLog.objects.create(source=translation.source, locale=translation.target_locale, revision=revision)


def _prepare_page(page: Page, translation: Translation) -> None:
    page.slug = find_available_slug(page.get_parent(), slugify(page.slug), ignore_page_id=page.pk)
    translation.source.sync_view_restrictions(translation.source.as_instance(), page)
    if page.alias_of_id:
        # An alias shows its source until its translation is approved; it only stops following it.
        page.alias_of = None
        page.save(update_fields=["alias_of"], clean=False)


def _send_to_review(target: Any, translation: Translation, actor: User | None) -> Outcome:
    if target.live and not target.has_unpublished_changes:
        return Outcome.UNCHANGED
    if untranslated(translation):
        return Outcome.INCOMPLETE
    workflow = target.get_workflow()
    if workflow is None:
        return _publish_without_review(target, actor)
    state = target.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(actor)
    else:
        workflow.start(target, actor)
    return Outcome.IN_REVIEW


def _publish_without_review(target: Any, actor: User | None) -> Outcome:
    if not _may_publish(target, actor):
        return Outcome.UNREVIEWED
    target.get_latest_revision().publish(user=actor, skip_permission_checks=True)
    return Outcome.PUBLISHED


def _may_publish(target: Any, actor: User | None) -> bool:
    if isinstance(target, Edition):
        model = type(target)
        return not model.is_review_compulsory if actor is None else may_publish_directly(actor, model=model)
    return actor is None or bool(target.permissions_for_user(actor).can_publish())


def _show_beside_segments(error: ValidationError, translation: Translation) -> None:
    """Put each message of `error` beside the words that caused it, in the editor of wagtail-localize."""
    strings = StringSegment.objects.filter(source=translation.source).get_translations(translation.target_locale)
    for field_name, problems in getattr(error, "error_dict", {}).items():
        for string in StringTranslation.objects.filter(pk__in=strings, context__path=field_name):
            string.set_field_error(problems)
