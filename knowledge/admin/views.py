"""Views of Wagtail with the rules of this hub: rows within one's scope, and no way past a compulsory review."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.ui.tables import BaseColumn, BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.views.generic.history import LogEntryUserColumn
from wagtail.admin.widgets.button import Button, ButtonWithDropdown
from wagtail.models import Locale
from wagtail.snippets.views import snippets

from ..models import Record
from ..permissions import is_in_scope, may_publish_directly
from .columns import columns_for, fill_columns
from .filters import filterset_for

LIST_COLUMNS = (
    "title", "reference", "updated_at", "locale", "translation_key", "live", "expired", "has_unpublished_changes",
)  # fmt: skip


class ScopedViewMixin(View):
    """Refuses every view of one object to those whose roles do not reach it."""

    scope_action = "change"

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        if "pk" in options:
            edition = get_object_or_404(self.model, pk=unquote(str(options["pk"])))
            if not is_in_scope(request.user, edition, action=self.scope_action):
                raise PermissionDenied
        return super().dispatch(request, *args, **options)


# What a view does, where it is more than to change: the name of Wagtail's class says it.
ACTION_OF_VIEW: Sequence[tuple[type[View], str]] = (
    (snippets.DeleteView, "delete"),
    (snippets.UnpublishView, "publish"),
    (snippets.RevisionsUnscheduleView, "publish"),
)


def scoped(view_class: type[View]) -> type[View]:
    """`view_class` with the rule of scopes in front."""
    actions = [action for known, action in ACTION_OF_VIEW if issubclass(view_class, known)]
    members = {"scope_action": actions[0]} if actions else {}
    return type(f"Scoped{view_class.__name__}", (ScopedViewMixin, view_class), members)


class EditionIndexView(snippets.IndexView):
    """A list that asks the same number of questions for ten rows and for a hundred."""

    default_ordering = "-updated_at"

    @cached_property
    def columns(self) -> list[BaseColumn]:
        title = self._get_title_column("title", accessor="title")
        boxes = [] if self.model is Record else [BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet")]
        return [*boxes, title, *columns_for(self.model)]

    @cached_property
    def filterset_class(self) -> Any:
        return filterset_for(self.model)

    def get_base_queryset(self) -> "QuerySet[Any]":
        names = [*LIST_COLUMNS, *(["record_type"] if issubclass(self.model, Record) else [])]
        return super().get_base_queryset().only(*names)

    def paginate_queryset(self, queryset: Any, page_size: Any) -> Any:
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = fill_columns(list(rows))
        return paginator, page, page.object_list, has_others

    def get_list_buttons(self, instance: Any) -> list[Any]:
        # The hooks of other apps ask the database for every row, so they are not run here.
        links = [
            Button(_("Edit"), url=self.get_edit_url(instance), icon_name="edit", priority=10),
            Button(_("History"), url=self._url("history", instance), icon_name="history", priority=20),
        ]
        label = _("More options for “%(title)s”") % {"title": instance.title}
        return [ButtonWithDropdown(buttons=links, icon_name="dots-horizontal", attrs={"aria-label": label})]

    def get_edit_url(self, instance: Any) -> str | None:
        return self._url("edit", instance) if self.user_has_permission("change") else None

    def _url(self, view: str, instance: Any) -> str:
        model = Record.model_of(instance.record_type) if self.model is Record else self.model
        return reverse(model.snippet_viewset.get_url_name(view), args=[instance.pk])


class DirectPublicationMixin:
    """Leaves the button to publish to those who may publish past the review."""

    def get_available_actions(self) -> list[str]:
        actions = super().get_available_actions()
        if may_publish_directly(self.request.user, model=self.model):
            return actions
        return [action for action in actions if action != "publish"]


class EditionCreateView(DirectPublicationMixin, snippets.CreateView):
    def get_initial_form_instance(self) -> Any:
        instance = super().get_initial_form_instance() or self.model()
        instance.created_by = self.request.user
        return instance


class EditionCopyView(snippets.CopyView):
    """Shows the form filled; what is sent goes to the view that creates."""


class EditionPreviewOnCreateView(snippets.PreviewOnCreateView):
    """A preview before the first save: of something in the language that was chosen for it."""

    def get_object(self) -> Any:
        code = self.request.GET.get("locale")
        locale = Locale.objects.filter(language_code=code).first() or Locale.get_default()
        return self.model(locale=locale, created_by=self.request.user)


class EditionEditView(DirectPublicationMixin, snippets.EditView):
    def submit_action(self) -> Any:
        # Wagtail looked this up before it saved the form: what it holds still points at the version before.
        self.__dict__.pop("workflow_state", None)
        return super().submit_action()


class EditionHistoryView(snippets.HistoryView):
    """The log with the states before and after, and the reasons given."""

    @cached_property
    def columns(self) -> list[BaseColumn]:
        action = super().columns[0]
        return [
            action,
            Column("get_from_status_display", label=_("From")),
            Column("get_to_status_display", label=_("To")),
            Column("reason", label=_("Reason")),
            LogEntryUserColumn("user", label=_("User"), width="18%"),
            DateColumn("timestamp", label=_("Date"), width="12%"),
        ]


class RecordRedirectView(View):
    """From the common part of a record to the same view of its own type."""

    view_name = "edit"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        record = get_object_or_404(Record, pk=pk)
        viewset = Record.model_of(record.record_type).snippet_viewset
        return redirect(viewset.get_url_name(self.view_name), pk)
