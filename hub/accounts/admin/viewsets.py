"""Roles in the admin: every change goes through the action that keeps the groups in step."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from hub.vocabularies.admin.widgets import FilteredTickBoxes, TickBoxes
from hub.vocabularies.models import Concept

from ..actions import grant_role, revoke_role
from ..models import Role


class RoleForm(WagtailAdminModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        required=False,
        widget=TickBoxes(),
        help_text=_("Only records written in these. Empty means every language."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["subjects"].queryset = Concept.objects.filter(scheme__identifier="subjects")

    def save(self, commit: bool = True) -> Role:
        """Grant what the form says, by whoever is signed in."""
        cleaned = self.cleaned_data
        return grant_role(
            user=cleaned["user"],
            name=cleaned["name"],
            actor=self.for_user,
            places=cleaned["places"],
            subjects=cleaned["subjects"],
            languages=cleaned["languages"],
        )


class RoleIndexView(generic.IndexView):
    def get_base_queryset(self) -> "QuerySet[Role]":
        rows: QuerySet[Role] = super().get_base_queryset()
        return rows.select_related("user").prefetch_related("places", "subjects").order_by("user__email", "name")


class RoleEditView(generic.EditView):
    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        # Another person or another role is another row: take this one away and add that one.
        for name in ("user", "name"):
            form.fields[name].disabled = True
        return form


class RoleDeleteView(generic.DeleteView):
    def delete_action(self) -> None:
        revoke_role(role=self.object, actor=self.request.user)


def scope_of(role: Role) -> str:
    """The limits of a role in one line, or that it has none."""
    limits = [*role.places.all(), *role.subjects.all(), *role.languages]
    return ", ".join(str(limit) for limit in limits) or str(_("everywhere"))


class RoleViewSet(ModelViewSet):
    model = Role
    name = "roles"
    icon = "key"
    menu_label = _("Roles")
    menu_order = 605
    add_to_settings_menu = True
    copy_view_enabled = False
    index_view_class = RoleIndexView
    edit_view_class = RoleEditView
    delete_view_class = RoleDeleteView
    list_display = ("user", "name", Column("scope", label=_("Scope"), accessor=scope_of))
    list_filter = ("name",)
    search_fields = ("user__email", "user__first_name", "user__last_name")
    edit_handler = ObjectList(
        [
            FieldPanel("user", help_text=_("Whoever is to hold the role.")),
            FieldPanel("name", help_text=_("Editors write, reviewers approve, translators translate.")),
            FieldPanel(
                "places",
                widget=FilteredTickBoxes(),
                help_text=_("Only records about these; a region stands for its countries. Empty means everywhere."),
            ),
            FieldPanel(
                "subjects",
                widget=FilteredTickBoxes(),
                help_text=_("Only records on these and what is narrower. Empty means every subject."),
            ),
            FieldPanel("languages"),
        ],
        base_form_class=RoleForm,
    )
