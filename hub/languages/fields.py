"""A text in as many languages as there are, kept in one column."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGE_TAG = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$|^und$")


def validate_language_map(value: object) -> None:
    """Raise `ValidationError` unless `value` maps BCP 47 language tags to texts (or lists of texts)."""
    if not isinstance(value, dict):
        raise ValidationError(_("Give one text per language."), code="language_map")
    for tag, text in value.items():
        if not LANGUAGE_TAG.match(str(tag)):
            raise ValidationError(_("“%(tag)s” is not a language tag such as en or zh."), params={"tag": tag})
        texts = text if isinstance(text, list) else [text]
        if not all(isinstance(item, str) for item in texts):
            raise ValidationError(_("The text in “%(tag)s” is not text."), params={"tag": tag})


class LanguageMapWidget(forms.MultiWidget):
    """One box per locale of the hub; the languages beyond the six travel along unseen."""

    def __init__(self, *, rows: int = 1, attrs: dict[str, Any] | None = None) -> None:
        box = forms.TextInput if rows == 1 else forms.Textarea
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: box(
                attrs={"lang": code, "dir": "rtl" if code == "ar" else "ltr", "aria-label": str(name)}
                | ({"rows": rows} if rows > 1 else {"placeholder": str(name)})
            )
            for code, name in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: dict[str, Any] | None) -> list[Any]:
        return [_as_lines((value or {}).get(code, "")) for code, _name in settings.LANGUAGES]


class LanguageMapFormField(forms.MultiValueField):
    """Edits the six languages of a map and leaves every other language as it was."""

    def __init__(self, *, rows: int = 1, lists: bool = False, **options: Any) -> None:
        options.pop("encoder", None)
        options.pop("decoder", None)
        self.lists = lists
        fields = [forms.CharField(required=False) for _entry in settings.LANGUAGES]
        widget = LanguageMapWidget(rows=3 if lists else rows)
        super().__init__(fields, widget=widget, require_all_fields=False, **options)

    def compress(self, data_list: list[str]) -> dict[str, Any]:
        codes = [code for code, _name in settings.LANGUAGES]
        texts = dict(zip(codes, data_list or [], strict=False))
        if self.lists:
            return {code: lines for code, text in texts.items() if (lines := _lines(text))}
        return {code: text.strip() for code, text in texts.items() if text and text.strip()}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.compress([str(item or "") for item in data]) != _six(initial or {}))


class LanguageMapField(models.JSONField):
    """`{"en": "Invasive alien species", "fr": "..."}`: one text, or with `lists=True` several texts, per language."""

    def __init__(self, *args: Any, rows: int = 1, lists: bool = False, **options: Any) -> None:
        self.rows, self.lists = rows, lists
        options.setdefault("default", dict)
        super().__init__(*args, **options)
        self.validators = [*self.validators, validate_language_map]

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, options | ({"lists": True} if self.lists else {})

    def formfield(self, **options: Any) -> Any:
        options.pop("form_class", None)
        return models.Field.formfield(
            self, form_class=LanguageMapFormField, rows=self.rows, lists=self.lists, **options
        )

    def save_form_data(self, instance: models.Model, data: Any) -> None:
        kept = {tag: text for tag, text in (getattr(instance, self.attname) or {}).items() if tag not in _codes()}
        super().save_form_data(instance, (data or {}) | kept)


def _codes() -> set[str]:
    return {code for code, _name in settings.LANGUAGES}


def _six(texts: dict[str, Any]) -> dict[str, Any]:
    return {code: text for code, text in texts.items() if code in _codes() and text}


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _as_lines(value: object) -> object:
    return "\n".join(value) if isinstance(value, list) else value
