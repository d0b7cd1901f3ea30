"""What administrators find in the menu “Vocabularies”."""

from typing import Any

import django_filters
from django.db.models import Count, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import BaseColumn, BooleanColumn, Column, NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from ..closure import rebuild_concept_closure, rebuild_place_closure
from ..models import Concept, ConceptMapping, Place, Scheme
from .widgets import FilteredTickBoxes


class ConceptFilterSet(WagtailFilterSet):
    scheme = django_filters.ModelChoiceFilter(
        label=_("Vocabulary"), queryset=lambda request: Scheme.objects.only("identifier", "titles")
    )

    class Meta:
        model = Concept
        fields = ("scheme",)


class VocabularyIndexView(generic.IndexView):
    """A list whose columns come with the rows: the same number of statements however many there are."""

    def get_base_queryset(self) -> "QuerySet[Any]":
        rows = super().get_base_queryset()
        if self.model is Scheme:
            return rows.annotate(concept_count=Count("concepts"))
        if self.model is Place:
            return rows.annotate(member_count=Count("members"))
        names = {Concept: ("scheme",), ConceptMapping: ("concept", "target")}
        return rows.select_related(*names.get(self.model, ()))

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [*super().columns]


class RebuildMixin:
    """What answers for what is worked out again, in the transaction that changes it."""

    def save_instance(self) -> Any:
        instance = super().save_instance()
        rebuild(type(instance))
        return instance


def rebuild(model: type[Any]) -> None:
    """Work out the closure that rows of `model` shape."""
    if model is Place:
        rebuild_place_closure()
    elif model in {Concept, ConceptMapping}:
        rebuild_concept_closure()


class VocabularyCreateView(RebuildMixin, generic.CreateView):
    pass


class VocabularyEditView(RebuildMixin, generic.EditView):
    pass


class VocabularyDeleteView(generic.DeleteView):
    def delete_action(self) -> None:
        super().delete_action()
        rebuild(self.model)


class VocabularyViewSet(ModelViewSet):
    index_view_class = VocabularyIndexView
    add_view_class = VocabularyCreateView
    edit_view_class = VocabularyEditView
    delete_view_class = VocabularyDeleteView
    copy_view_enabled = False
    list_per_page = 50


class SchemeViewSet(VocabularyViewSet):
    model = Scheme
    name = "schemes"
    icon = "list-ul"
    menu_label = _("Schemes")
    list_display = ("__str__", "identifier", NumberColumn("concept_count", label=_("Concepts")))
    search_fields = ("identifier", "titles__en", "titles__fr", "titles__es")
    panels = (
        FieldPanel("identifier", help_text=_("Stable for ever, in lower case, such as gbf-targets.")),
        FieldPanel("titles", help_text=_("How readers see it, in each language.")),
        FieldPanel("descriptions", help_text=_("What it is for.")),
        FieldPanel("source"),
        FieldPanel("uri", help_text=_("Its address on the web of data, if it has one.")),
    )


class ConceptViewSet(VocabularyViewSet):
    model = Concept
    name = "concepts"
    icon = "tag"
    menu_label = _("Concepts")
    list_display = ("__str__", "identifier", Column("scheme", label=_("Vocabulary"), sort_key="scheme__identifier"))
    filterset_class = ConceptFilterSet
    search_fields = ("identifier", "notation", *(f"labels__{code}" for code in ("en", "fr", "es", "ar", "ru", "zh")))
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("scheme", help_text=_("The vocabulary it belongs to.")),
                    FieldPanel("identifier"),
                    FieldPanel("labels", help_text=_("What readers see. English stands in where a language is empty.")),
                    FieldPanel("alternative_labels"),
                    FieldPanel("definitions", help_text=_("What it means, in a sentence or two.")),
                ],
                heading=_("Words"),
            ),
            ObjectList(
                [
                    FieldPanel(
                        "broader",
                        widget=FilteredTickBoxes(),
                        help_text=_("Whoever looks for one of these finds this one too."),
                    ),
                    FieldPanel(
                        "related", widget=FilteredTickBoxes(), help_text=_("Close, but neither wider nor narrower.")
                    ),
                    FieldPanel("notation"),
                    FieldPanel("uri", help_text=_("Its address on the web of data, if it has one.")),
                ],
                heading=_("Relations"),
            ),
        ]
    )


class MappingViewSet(VocabularyViewSet):
    model = ConceptMapping
    name = "mappings"
    icon = "link"
    menu_label = _("Mappings")
    list_display = ("concept", "kind", "target", "target_uri")
    list_filter = ("kind",)
    search_fields = ("concept__identifier", "target__identifier", "target_uri")
    panels = (
        FieldPanel("concept", help_text=_("Read it as a sentence: this concept ...")),
        FieldPanel("kind", help_text=_("... corresponds in this way to ...")),
        FieldPanel("target", help_text=_("... this concept of another vocabulary of the hub,")),
        FieldPanel("target_uri", help_text=_("or to a concept elsewhere, by its address.")),
    )


class PlaceViewSet(VocabularyViewSet):
    model = Place
    name = "places"
    icon = "globe"
    menu_label = _("Places")
    list_display = (
        "__str__",
        "kind",
        "identifier",
        NumberColumn("member_count", label=_("Members")),
        BooleanColumn("is_party", label=_("Party")),
    )
    list_filter = ("kind", "is_party", "is_ldc", "is_lldc", "is_sids")
    search_fields = ("identifier", "slug", *(f"names__{code}" for code in ("en", "fr", "es", "ar", "ru", "zh")))
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("kind", help_text=_("A group is made of countries that have something in common.")),
                    FieldPanel("identifier"),
                    FieldPanel("slug", help_text=_("Last part of the address of its page.")),
                    FieldPanel("names", help_text=_("As the United Nations write it, in each language.")),
                    MultiFieldPanel(
                        [
                            FieldPanel("iso2", help_text=_("Two letters, for countries.")),
                            FieldPanel("iso3", help_text=_("Three letters, for countries.")),
                            FieldPanel("m49", help_text=_("Three digits of the UN Statistics Division.")),
                        ],
                        heading=_("Codes"),
                    ),
                ],
                heading=_("Names and codes"),
            ),
            ObjectList(
                [
                    FieldPanel(
                        "members", widget=FilteredTickBoxes(), help_text=_("What lies in it; empty for a country.")
                    ),
                    FieldPanel("is_party", help_text=_("To the Convention on Biological Diversity.")),
                    FieldPanel("is_ldc", help_text=_("On the list of the United Nations.")),
                    FieldPanel("is_lldc", help_text=_("On the list of the United Nations.")),
                    FieldPanel("is_sids", help_text=_("On the list of the United Nations.")),
                ],
                heading=_("Members and standing"),
            ),
        ]
    )


class VocabulariesGroup(ModelViewSetGroup):
    menu_label = _("Vocabularies")
    menu_icon = "tag"
    menu_order = 160
    items = (SchemeViewSet(), ConceptViewSet(), PlaceViewSet(), MappingViewSet())
