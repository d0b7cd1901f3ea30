"""What the knowledge app adds to the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.snippets.models import register_snippet

from .admin.bulk_actions import ScopedDeleteBulkAction
from .admin.checker import check_records_too
from .admin.choosers import suggest_organisations
from .admin.home import WaitingPanel
from .admin.viewsets import KnowledgeGroup
from .models import Edition, EditionLogEntry
from .permissions import may_publish_directly

# Wagtail's own come first, so that ours take their place.
AFTER_WAGTAIL = 100
REPLACED_PANELS = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)

register_snippet(KnowledgeGroup)
hooks.register("register_bulk_action", ScopedDeleteBulkAction, order=AFTER_WAGTAIL)


@hooks.register("register_admin_urls")
def register_suggestions() -> list[URLPattern]:
    return [path("knowledge/organisations/suggest/", suggest_organisations, name="suggest_organisations")]


@hooks.register("construct_homepage_panels")
def put_waiting_first(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's two lists of reviews ask the database for every row; one list of ours takes their place."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED_PANELS)]
    panels.append(WaitingPanel())


@hooks.register("construct_snippet_action_menu")
def leave_publishing_to_those_who_may(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    model = context["model"]
    if issubclass(model, Edition) and not may_publish_directly(request.user, model=model):
        menu_items[:] = [item for item in menu_items if not isinstance(item, PublishMenuItem)]


@hooks.register("construct_wagtail_userbar")
def check_accessibility(request: HttpRequest, items: list[Any], page: Any) -> None:
    check_records_too(items)


@hooks.register("register_log_actions")
def register_log(actions: LogActionRegistry) -> None:
    actions.register_model(Edition, EditionLogEntry)
    actions.register_action("knowledge.import", _("Import"), _("Imported from its source"))
    actions.register_action("knowledge.tag.promote", _("Turn tag into concept"), _("Tag was turned into a concept"))
