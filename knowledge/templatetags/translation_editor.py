"""What the editor of translations shows besides wagtail-localize's own."""

import json
from typing import Any

from django import template
from django.contrib.admin.utils import quote
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.models import WorkflowState
from wagtail_localize.models import Translation

from knowledge.translation.content import untranslated

register = template.Library()


class StatusPanel(StatusSidePanel):
    """Wagtail's panel of the status with the addresses that its own edit view gives it: of history and comparison."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        viewset = self.model.snippet_viewset
        history = reverse(viewset.get_url_name("workflow_history"), args=[quote(self.object.pk)])
        compare = viewset.get_url_name("revisions_compare")
        return context | {"workflow_history_url": history, "revisions_compare_url_name": compare}


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
def whole_status_panels(instance: Any, request: HttpRequest, panels: list[Any]) -> list[Any]:
    """`panels` of wagtail-localize's editor; its panel of the status would fail once changes were requested."""
    viewset = getattr(type(instance), "snippet_viewset", None)
    return [_whole(panel, instance, request) for panel in panels] if viewset else panels


def _whole(panel: Any, instance: Any, request: HttpRequest) -> Any:
    if not isinstance(panel, StatusSidePanel):
        return panel
    return StatusPanel(
        instance,
        request,
        live_object=instance,
        scheduled_object=instance.get_scheduled_revision_as_object(),
        locale=panel.locale,
        translations=panel.translations,
        usage_url=panel.usage_url,
        history_url=reverse(instance.snippet_viewset.get_url_name("history"), args=[quote(instance.pk)]),
        last_updated_info=panel.last_updated_info,
    )


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
