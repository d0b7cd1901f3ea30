"""What editors find in the menu “Knowledge”."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from ..models import (
    RECORD_MODELS,
    BestPractice,
    BuildingBlock,
    CaseStudy,
    ELearningResource,
    Organisation,
    PolicyDocument,
    Record,
    ResearchReport,
    ToolOrGuidance,
)
from ..permissions import EditionPermissionPolicy, editable_by
from . import views
from .choosers import EditionChooserViewSet
from .panels import building_block_edit_handler, record_edit_handler
from .tags import TagViewSet

ICONS: dict[type[Record], str] = {
    BestPractice: "success",
    CaseStudy: "doc-full",
    ToolOrGuidance: "cogs",
    ResearchReport: "clipboard-list",
    ELearningResource: "desktop",
    PolicyDocument: "doc-full-inverse",
}


class EditionViewSet(SnippetViewSet):
    """What all curated things have in common in the admin."""

    index_view_class = views.EditionIndexView
    add_view_class = views.EditionCreateView
    copy_view_class = views.EditionCopyView
    edit_view_class = views.EditionEditView
    preview_on_add_view_class = views.EditionPreviewOnCreateView
    history_view_class = views.EditionHistoryView
    chooser_viewset_class = EditionChooserViewSet
    search_fields = ("title", "reference")
    list_per_page = 25
    chooser_per_page = 15

    @property
    def permission_policy(self) -> EditionPermissionPolicy:
        return EditionPermissionPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return editable_by(request.user, model=self.model)

    def construct_view(self, view_class: type[Any], **options: Any) -> Any:
        return super().construct_view(views.scoped(view_class), **options)


class RecordViewSet(EditionViewSet):
    """All records in one list; each leads to the page of its own type."""

    model = Record
    icon = "list-ul"
    menu_label = _("All records")
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[Any]:
        as_view = views.RecordRedirectView.as_view
        return [
            path("", self.index_view, name="list"),
            path("results/", self.index_results_view, name="list_results"),
            *[
                path(f"{name}/<int:pk>/", as_view(view_name=name), name=name)
                for name in ("edit", "history", "usage", "delete")
            ],
        ]

    def get_common_view_kwargs(self, **options: Any) -> dict[str, Any]:
        return {**super().get_common_view_kwargs(**options), "add_url_name": None, "copy_url_name": None}


def record_viewset(model: type[Record]) -> EditionViewSet:
    """The admin of one type of record."""
    return EditionViewSet(model=model, icon=ICONS[model], edit_handler=record_edit_handler(model))


class BuildingBlockViewSet(EditionViewSet):
    model = BuildingBlock
    icon = "grip"
    edit_handler = building_block_edit_handler()


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ("__str__", "acronym", "organisation_type", "country", BooleanColumn("is_example"))
    list_filter = ("organisation_type", "country")
    search_fields = ("slug", "acronym")
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("names", help_text=_("Its own name in each language it has one in.")),
                    FieldPanel("acronym", help_text=_("As it is known, such as IUCN.")),
                    FieldPanel("profiles"),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldPanel("organisation_type", help_text=_("The nearest of the nine kinds.")),
                    FieldPanel("country", help_text=_("Where its seat is; empty for international bodies.")),
                    MultiFieldPanel(
                        [
                            FieldPanel("website", help_text=_("Full address, beginning with https://.")),
                            FieldPanel("ror"),
                            FieldPanel("slug", help_text=_("Last part of its address; made from the name if empty.")),
                        ],
                        heading=_("Addresses"),
                    ),
                    FieldPanel("is_example", help_text=_("Invented to show how the hub works.")),
                ],
                heading=_("Facts"),
            ),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Organisation]":
        return Organisation.objects.select_related("organisation_type", "country")


class KnowledgeGroup(SnippetViewSetGroup):
    menu_label = _("Knowledge")
    menu_icon = "doc-full-inverse"
    menu_order = 150
    items = (
        RecordViewSet(),
        *(record_viewset(model) for model in RECORD_MODELS.values()),
        BuildingBlockViewSet(),
        OrganisationViewSet(),
        TagViewSet(),
    )
