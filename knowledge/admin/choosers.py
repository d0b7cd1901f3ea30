"""The dialogues in which editors choose a record or a building block, and the look-up of organisations."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin
from wagtail.admin.ui.tables import BaseColumn
from wagtail.snippets.views import chooser

from hub.languages.chain import LOCALES

from ..models import Organisation
from ..permissions import choosable_by
from .columns import columns_for, fill_columns

SUGGESTIONS = 20
DETAILS = {"desk_targets", "desk_places", "updated_at"}


class TitleFilterForm(LocaleFilterMixin, BaseFilterForm):
    q = forms.CharField(
        label=_("Words of the title"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: "QuerySet[Any]") -> "QuerySet[Any]":
        found: QuerySet[Any] = super().filter(objects)
        words = self.cleaned_data.get("q") or ""
        if words:
            self.is_searching, self.search_query = True, words
        for word in words.split():
            found = found.filter(title__icontains=word)
        return found


class EditionChooseMixin:
    filter_form_class = TitleFilterForm

    def get_object_list(self) -> "QuerySet[Any]":
        return choosable_by(self.request.user, model=self.model_class).order_by("title")

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [self.title_column, *[column for column in columns_for(self.model_class) if column.name not in DETAILS]]

    def get_results_page(self, request: HttpRequest) -> Any:
        page = super().get_results_page(request)
        page.object_list = fill_columns(list(page.object_list))
        return page


class EditionChooseView(EditionChooseMixin, chooser.ChooseView):
    pass


class EditionChooseResultsView(EditionChooseMixin, chooser.ChooseResultsView):
    pass


class EditionChosenView(chooser.SnippetChosenView):
    def get_object(self, pk: str) -> Any:
        return choosable_by(self.request.user, model=self.model_class).get(pk=pk)


class EditionChosenMultipleView(chooser.SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> "QuerySet[Any]":
        return choosable_by(self.request.user, model=self.model_class).filter(pk__in=pks)


class EditionChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = EditionChooseView
    choose_results_view_class = EditionChooseResultsView
    chosen_view_class = EditionChosenView
    chosen_multiple_view_class = EditionChosenMultipleView


@permission_required("wagtailadmin.access_admin", login_url="wagtailadmin_login")
def suggest_organisations(request: HttpRequest) -> JsonResponse:
    """Organisations whose name in any of the six languages, or whose acronym, contains `q`."""
    wanted = request.GET.get("q", "").strip()
    rows = Q(acronym__icontains=wanted)
    for locale in LOCALES:
        rows |= Q(**{f"names__{locale}__icontains": wanted})
    found = Organisation.objects.filter(rows)[:SUGGESTIONS] if wanted else Organisation.objects.all()[:SUGGESTIONS]
    return JsonResponse({"items": [{"id": item.pk, "label": str(item)} for item in found]})
