"""What the editor of translations shows besides wagtail-localize's own."""

import json
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import WorkflowState
from wagtail_localize.models import Translation

from knowledge.translation.content import untranslated

register = template.Library()


@register.filter
def passes_review(instance: Any) -> bool:
    """Whether `instance` goes live through a review."""
    return bool(getattr(instance, "has_workflow", False))


@register.filter
def without_publishing(props: str, instance: Any) -> str:
    """The properties of wagtail-localize's editor without its button to publish, where a review is passed instead."""
    if not passes_review(instance):
        return props
    values = json.loads(props)
    values["perms"]["canPublish"] = False
    return json.dumps(values)


@register.simple_tag
def review_note(translation: Translation, instance: Any) -> str:
    """What stands between this translation and its review."""
    state = instance.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        comment = state.current_task_state.comment
        return _("Changes were requested: %(comment)s") % {"comment": comment or _("no reason was given.")}
    if missing := untranslated(translation):
        text = ngettext(
            "%(missing)s passage is not translated yet. What readers see does not change before a reviewer approves.",
            "%(missing)s passages are not translated yet. What readers see does not change before a reviewer approves.",
            missing,
        )
        return text % {"missing": missing}
    return _("Everything is translated. What readers see does not change before a reviewer approves.")
