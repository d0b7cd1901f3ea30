"""Choosing several out of many, without a dialogue: tick boxes with a filter, and a box that suggests."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

TYPE_TO_FIND = _("Type to find")


class TickBoxes(forms.CheckboxSelectMultiple):
    """Tick boxes in columns: for up to about thirty choices."""

    template_name = "vocabularies/widgets/tick_boxes.html"
    option_template_name = "vocabularies/widgets/tick_box.html"
    has_filter = False

    class Media:
        css = {"all": ["vocabularies/choices.css"]}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        chosen = len(value) if isinstance(value, (list, tuple)) else 0
        return context | {"has_filter": self.has_filter, "chosen": chosen}


class FilteredTickBoxes(TickBoxes):
    """Tick boxes in a scrolling frame, those ticked first, with a box that narrows them to what one types."""

    has_filter = True

    class Media:
        css = {"all": ["vocabularies/choices.css"]}
        js = ["vocabularies/choices.js"]

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: not any(option["selected"] for option in group[1]))


class SuggestedChoices(forms.SelectMultiple):
    """Names that are looked up as one types, and a list of those chosen: for choices without number.

    `suggest_url` answers `?q=` with `{"items": [{"id", "label"}]}`.
    """

    template_name = "vocabularies/widgets/suggested_choices.html"

    class Media:
        css = {"all": ["vocabularies/choices.css"]}
        js = ["vocabularies/choices.js"]

    def __init__(self, *, suggest_url: Any, placeholder: Any = TYPE_TO_FIND, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.suggest_url, self.placeholder = suggest_url, placeholder

    def optgroups(self, name: str, value: Iterable[str], attrs: Any = None) -> list[Any]:
        # The list of all there are is never made.
        return []

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        keys = [key for key in (value or []) if str(key).isdecimal()]
        chosen = list(self.choices.queryset.filter(pk__in=keys)) if keys else []
        return context | {"chosen": chosen, "suggest_url": str(self.suggest_url), "placeholder": self.placeholder}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])
        return [value for value in values if value]
