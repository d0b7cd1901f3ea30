"""Columns of the lists, filled for a whole page at once."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, LocaleColumn
from wagtail.coreutils import get_locales_display_names

from hub.vocabularies.models import Concept, Place

from ..links import link_of
from ..models import Edition, Record
from ..statuses import statuses_of

SHOWN = 3


class StatusColumn(Column):
    """Where an edition stands, as a tag in the colours of Wagtail."""

    cell_template_name = "knowledge/status_cell.html"


class ShortListColumn(Column):
    """A few names, and how many more there are."""

    cell_template_name = "knowledge/short_list_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        names = self.get_value(instance)
        return context | {"names": names[:SHOWN], "more": names[SHOWN:]}


def columns_for(model: type[Edition]) -> list[BaseColumn]:
    """The columns after the title."""
    columns: list[BaseColumn] = [
        StatusColumn("desk_status", label=_("Status")),
        LocaleColumn(label=_("Language"), accessor="desk_language"),
        ShortListColumn("desk_targets", label=_("Targets")),
    ]
    if model is Record:
        columns.insert(0, Column("get_record_type_display", label=_("Type"), sort_key="record_type"))
    if issubclass(model, Record):
        columns.append(ShortListColumn("desk_places", label=_("Countries")))
    return [*columns, DateColumn("updated_at", label=_("Updated"), sort_key="updated_at", width="12%")]


def fill_columns(editions: list[Any]) -> list[Any]:
    """Give each of `editions`, all of one model, what its columns show; the number of statements is always the same."""
    if not editions:
        return editions
    statuses = statuses_of(editions)
    targets = _linked_names(editions, "targets", Concept)
    places = _linked_names(editions, "places", Place)
    # Looked up once: Wagtail's own column does it for every row.
    languages = get_locales_display_names()
    for edition in editions:
        edition.desk_language = str(languages.get(edition.locale_id, ""))
        edition.desk_status = statuses[edition.pk]
        edition.desk_targets = [short_name(target) for target in targets.get(edition.pk, [])]
        edition.desk_places = [str(place) for place in places.get(edition.pk, [])]
    return editions


def short_name(concept: Concept) -> str:
    """The number of a target where it has one, which is how everybody calls it."""
    return concept.notation or str(concept)


def _linked_names(editions: list[Any], field_name: str, linked: type[Any]) -> dict[int, list[Any]]:
    link = link_of(type(editions[0]), field_name)
    if link is None:
        return {}
    rows = link.table._default_manager.filter(**{f"{link.near}__in": [edition.pk for edition in editions]})
    pairs: list[tuple[int, int]] = list(rows.values_list(link.near, link.far))
    things: dict[int, Any] = linked.objects.in_bulk({far_key for _near_key, far_key in pairs})
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for near_key, far_key in pairs:
        found[near_key].append(things[far_key])
    return {key: sorted(values, key=_order) for key, values in found.items()}


def _order(thing: Any) -> str:
    return getattr(thing, "sort_key", "") or str(thing)
