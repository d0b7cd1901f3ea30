"""What lists of curated things can be narrowed by."""

from collections import OrderedDict
from typing import Any

import django_filters
from django import forms
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Revision, WorkflowState

from hub.vocabularies.enums import ClosureBasis
from hub.vocabularies.models import Concept, ConceptClosure, Place, PlaceClosure

from ..enums import EditionStatus, RecordType
from ..models import BuildingBlock, Edition, Record
from ..permissions import linked_to
from .forms import LABEL_COLUMNS


def with_status(editions: "QuerySet[Any]", status: str) -> "QuerySet[Any]":
    """Those of `editions` that stand at `status`: the same rule as `derive_status`, said in SQL."""
    filed = {
        "base_content_type": editions.model.get_base_content_type(),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    workflow = WorkflowState.objects.filter(**filed)
    in_review = Exists(workflow.filter(status=WorkflowState.STATUS_IN_PROGRESS))
    sent_back = Exists(workflow.filter(status=WorkflowState.STATUS_NEEDS_CHANGES))
    scheduled = Exists(Revision.objects.filter(**filed, approved_go_live_at__isnull=False))
    quiet = ~in_review & ~sent_back & ~scheduled
    conditions = {
        EditionStatus.IN_REVIEW: Q(live=False) & in_review,
        EditionStatus.LIVE_IN_REVIEW: Q(live=True) & in_review,
        EditionStatus.CHANGES_REQUESTED: Q(sent_back),
        EditionStatus.SCHEDULED: ~in_review & ~sent_back & scheduled,
        EditionStatus.LIVE_WITH_DRAFT: Q(live=True, has_unpublished_changes=True) & quiet,
        EditionStatus.LIVE: Q(live=True, has_unpublished_changes=False) & quiet,
        EditionStatus.EXPIRED: Q(live=False, expired=True) & quiet,
        EditionStatus.DRAFT: Q(live=False, expired=False) & quiet,
    }
    return editions.filter(conditions[EditionStatus(status)])


def _targets(request: Any) -> "QuerySet[Concept]":
    targets = Concept.objects.filter(scheme__identifier__in=["gbf-targets", "gbf-goals"])
    return targets.only(*LABEL_COLUMNS)


def _places(request: Any) -> "QuerySet[Place]":
    return Place.objects.only("identifier", "slug", "kind", "names")


class PlaceChoiceField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Place) -> str:
        return str(obj) if obj.kind == "country" else f"{obj} ({obj.get_kind_display()})"


class PlaceFilter(django_filters.ModelChoiceFilter):
    field_class = PlaceChoiceField


ORDER = ("record_type", "status", "locale", "target", "place", "updated_at")


class EditionFilterSet(WagtailFilterSet):
    filters: OrderedDict[str, Any]

    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=EditionStatus.choices, method="filter_status", widget=forms.RadioSelect,
        empty_label=_("All"),
    )  # fmt: skip
    target = django_filters.ModelChoiceFilter(label=_("Global target"), queryset=_targets, method="filter_target")
    updated_at = django_filters.DateFromToRangeFilter(label=_("Updated"), widget=DateRangePickerWidget)

    class Meta:
        model = BuildingBlock
        fields: list[str] = []

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "locale" in self.filters:
            self.filters["locale"].label = _("Language")
        present: OrderedDict[str, Any] = self.filters
        self.filters = OrderedDict((name, present[name]) for name in ORDER if name in present)

    def filter_status(self, queryset: "QuerySet[Any]", name: str, value: str) -> "QuerySet[Any]":
        return with_status(queryset, value)

    def filter_target(self, queryset: "QuerySet[Any]", name: str, value: Concept) -> "QuerySet[Any]":
        """What carries the target or something narrower."""
        closure = ConceptClosure.objects.filter(ancestor=value, basis=ClosureBasis.HIERARCHY)
        return queryset.filter(linked_to(queryset.model, "targets", closure.values("descendant")))


class RecordTypeFilterSet(EditionFilterSet):
    """The filters of one type of record."""

    place = PlaceFilter(label=_("Country or region"), queryset=_places, method="filter_place")

    class Meta(EditionFilterSet.Meta):
        model = Record

    def filter_place(self, queryset: "QuerySet[Any]", name: str, value: Place) -> "QuerySet[Any]":
        """What is about the place or about one that lies in it."""
        members = PlaceClosure.objects.filter(container=value).values("member")
        return queryset.filter(linked_to(queryset.model, "places", members))


class AllRecordsFilterSet(RecordTypeFilterSet):
    """The filters of the list of all records."""

    record_type = django_filters.ChoiceFilter(
        label=_("Type"), choices=RecordType.choices, widget=forms.RadioSelect, empty_label=_("All")
    )


def filterset_for(model: type[Edition]) -> type[WagtailFilterSet]:
    """The filters that fit the columns of `model`."""
    if model is Record:
        return AllRecordsFilterSet
    return RecordTypeFilterSet if issubclass(model, Record) else EditionFilterSet
