"""The list of free tags, and the way to make a concept of one."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from taggit.models import Tag
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn, NumberColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from hub.accounts.models import User
from hub.vocabularies.models import Concept, Scheme

from ..actions import promote_tag_to_concept, suitable_schemes
from ..errors import EditorialError
from ..models import RecordTag


def used_tags() -> "QuerySet[Tag]":
    """The tags that are on records, with the number of records in `uses`."""
    counts = RecordTag.objects.filter(tag=OuterRef("pk")).order_by().values("tag").annotate(number=Count("pk"))
    return Tag.objects.annotate(uses=Subquery(counts.values("number"))).filter(uses__gt=0)


def may_promote(user: Any) -> bool:
    """Whether `user` may turn tags into concepts."""
    return bool(user.has_perm("vocabularies.add_concept"))


class TagIndexView(generic.IndexView):
    default_ordering = "name"

    @cached_property
    def columns(self) -> list[BaseColumn]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Tag"), accessor="name", sort_key="name", get_url=self._promote_url),
            NumberColumn("uses", label=_("Records"), sort_key="uses"),
        ]

    def get_base_queryset(self) -> "QuerySet[Tag]":
        return used_tags()

    def get_list_buttons(self, instance: Tag) -> list[Any]:
        if not may_promote(self.request.user):
            return []
        return [Button(_("Turn into a concept"), url=self._promote_url(instance), icon_name="resubmit")]

    def _promote_url(self, instance: Tag) -> str | None:
        return reverse("tags:promote", args=[instance.pk]) if may_promote(self.request.user) else None


class PromotionForm(forms.Form):
    scheme = forms.ModelChoiceField(
        label=gettext_lazy("Vocabulary"),
        queryset=Scheme.objects.none(),
        to_field_name="identifier",
        help_text=gettext_lazy("Where it belongs. Records have a field for each of these."),
    )
    broader = forms.ModelChoiceField(
        label=gettext_lazy("Below"),
        queryset=Concept.objects.none(),
        required=False,
        help_text=gettext_lazy("The wider concept, of the same vocabulary. Empty puts it on top."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        identifiers = [identifier for names in suitable_schemes().values() for identifier in names]
        self.fields["scheme"].queryset = Scheme.objects.filter(identifier__in=identifiers)
        concepts = Concept.objects.filter(scheme__identifier__in=identifiers).exclude(scheme__identifier="languages")
        self.fields["broader"].queryset = concepts.select_related("scheme")
        self.fields["broader"].label_from_instance = lambda concept: f"{concept.scheme}: {concept}"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        broader, scheme = cleaned.get("broader"), cleaned.get("scheme")
        if broader and scheme and broader.scheme_id != scheme.pk:
            self.add_error("broader", _("Choose a concept of the same vocabulary."))
        return cleaned


class PromotionView(WagtailAdminTemplateMixin, FormView[PromotionForm]):
    form_class = PromotionForm
    template_name = "knowledge/promote_tag.html"
    page_title = gettext_lazy("Turn a tag into a concept")
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        if not may_promote(request.user):
            raise PermissionDenied
        self.tag = get_object_or_404(used_tags(), pk=self.kwargs["pk"])
        return super().dispatch(request, *args, **options)

    def get_initial(self) -> dict[str, Any]:
        return {"scheme": "subjects"}

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("tags:index"), "label": _("Free tags")},
            {"url": "", "label": self.tag.name},
        ]

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        return super().get_context_data(**options) | {"tag": self.tag}

    def form_valid(self, form: PromotionForm) -> HttpResponse:
        try:
            concept = promote_tag_to_concept(tag=self.tag, **form.cleaned_data, actor=cast(User, self.request.user))
        except EditorialError as problem:
            form.add_error(None, str(problem))
            return self.form_invalid(form)
        messages.success(self.request, _("“%(concept)s” is a concept now.") % {"concept": concept})
        return redirect("tags:index")


class TagViewSet(ModelViewSet):
    model = Tag
    name = "tags"
    icon = "tag"
    menu_label = gettext_lazy("Free tags")
    index_view_class = TagIndexView
    form_fields = ("name",)
    search_fields = ("name",)
    list_per_page = 50
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/promote/", PromotionView.as_view(), name="promote"),
        ]

    def get_common_view_kwargs(self, **options: Any) -> dict[str, Any]:
        nowhere = dict.fromkeys(
            ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"), None
        )
        return super().get_common_view_kwargs(**options) | nowhere
