"""The edit view of a translation: wagtail-localize's editor, and Wagtail's own while a review is going on."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, WorkflowState
from wagtail_localize import wagtail_hooks as localize_hooks
from wagtail_localize.models import Translation

from hub.accounts.models import User

from .actions import Outcome, save_translation
from .content import untranslated
from .errors import TranslationRefusedError
from .wording import language_of


def before_edit(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """The answer in place of Wagtail's edit view, or None to let it answer.

    It answers while a review is going on: its buttons to decide are there, and wagtail-localize's editor fails on
    what is in moderation. That editor's button to publish sends to review here.
    """
    if getattr(instance, "workflow_in_progress", False):
        return None
    translation = translation_into(instance)
    if translation is not None and request.method == "POST" and request.POST.get("action") == "publish":
        return _send(request, translation, instance)
    if translation is not None and request.method == "GET":
        _show_requested_changes(request, instance)
    hook = localize_hooks.before_edit_page if isinstance(instance, Page) else localize_hooks.before_edit_snippet
    answer: HttpResponse | None = hook(request, instance)
    return answer


def _show_requested_changes(request: HttpRequest, instance: Any) -> None:
    state = getattr(instance, "current_workflow_state", None)
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        comment = state.current_task_state.comment or _("no reason was given.")
        messages.warning(request, _("Changes were requested: %(comment)s") % {"comment": comment})


def translation_into(instance: Any) -> Translation | None:
    """The translation that is going on into `instance`, if any."""
    key, locale = getattr(instance, "translation_key", None), getattr(instance, "locale_id", None)
    if key is None:
        return None
    return Translation.objects.filter(source__object_id=key, target_locale=locale, enabled=True).first()


def _send(request: HttpRequest, translation: Translation, instance: Any) -> HttpResponse:
    try:
        saved = save_translation(translation=translation, actor=cast(User, request.user), publish=True)
    except TranslationRefusedError as refusal:
        messages.error(request, str(refusal.message))
    except ValidationError:
        messages.error(request, _("Some words do not fit. The editor shows which; nothing was changed."))
    else:
        level = messages.WARNING if saved.outcome in {Outcome.INCOMPLETE, Outcome.UNREVIEWED} else messages.SUCCESS
        messages.add_message(request, level, message_of(saved.outcome, translation, saved.target))
    return HttpResponseRedirect(request.path)


def message_of(outcome: Outcome, translation: Translation, target: Any) -> str:
    """What became of a translation, for the person who sent it."""
    names = {"title": str(target), "language": language_of(target)}
    if outcome is Outcome.INCOMPLETE:
        missing = untranslated(translation)
        text = ngettext(
            "“%(title)s” (%(language)s) is saved as a draft. It goes to review once the last passage is translated.",
            "“%(title)s” (%(language)s) is saved as a draft. It goes to review once the %(missing)s passages that "
            "are missing are translated.",
            missing,
        )
        return text % (names | {"missing": missing})
    return _message_templates()[outcome] % names


def _message_templates() -> dict[Outcome, str]:
    return {
        Outcome.DRAFT: _("“%(title)s” (%(language)s) is saved as a draft."),
        Outcome.IN_REVIEW: _("“%(title)s” (%(language)s) was sent to review."),
        Outcome.PUBLISHED: _("“%(title)s” (%(language)s) is published."),
        Outcome.UNREVIEWED: _(
            "“%(title)s” (%(language)s) is saved as a draft: this type has no review, and you may not publish."
        ),
        Outcome.UNCHANGED: _("“%(title)s” (%(language)s) is live like this already."),
    }
