"""The form behind every record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from hub.vocabularies.models import Concept

# What the label of a choice is made of; the rest of a concept is heavy and stays in the database.
LABEL_COLUMNS = ("identifier", "notation", "labels", "scheme_id", "sort_key")


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))

    def validate(self, value: Any) -> None:
        forms.Field.validate(self, value)

    def run_validators(self, value: Any) -> None:
        # The validators of a text do not fit a list.
        return


class EditionForm(WagtailAdminModelForm):
    """Loads only what the labels of its choices need."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            queryset = getattr(field, "queryset", None)
            if queryset is not None and queryset.model is Concept:
                field.queryset = queryset.only(*LABEL_COLUMNS).exclude(identifier__startswith="GBF-GROUP-")


class RecordForm(EditionForm):
    authors = LinesField(
        label=_("Authors"), required=False, help_text=_("One name a line, in the order in which they are cited.")
    )

    def clean(self) -> Any:
        """Refuse a relation of a record to itself: the row does not know its record yet when it is checked."""
        cleaned = super().clean()
        for row in self.formsets["relations"].forms if "relations" in self.formsets else []:
            target = row.cleaned_data.get("target") if row.is_valid() else None
            if target is not None and target.pk == self.instance.pk:
                row.add_error("target", _("A record cannot be related to itself."))
        return cleaned
