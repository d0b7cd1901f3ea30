"""What the editor of translations shows besides wagtail-localize's own."""

import json
from typing import Any

from django import template
from django.contrib.admin.utils import quote
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.side_panels import StatusSidePanel
from wagtail.models import Page, WorkflowMixin

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
def with_button(props: str, instance: Any) -> str:
    """The properties of wagtail-localize's editor with its main button, where that sends to review.

    wagtail-localize shows it to those who may publish; sending to review is for everybody who may edit.
    """
    if not passes_review(instance):
        return props
    values = json.loads(props)
    values["perms"]["canPublish"] = True
    return json.dumps(values)


@register.simple_tag
def whole_status_panels(instance: Any, request: HttpRequest, panels: list[Any]) -> list[Any]:
    """`panels` of wagtail-localize's editor; its panel of the status would fail once changes were requested."""
    if isinstance(instance, Page) or not isinstance(instance, WorkflowMixin):
        return panels
    return [_whole(panel, instance, request) for panel in panels]


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
