"""Column types of the common formats."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

PARTIAL_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def validate_partial_date(value: str) -> None:
    """Raise `ValidationError` unless `value` is a date of level 0 of the Extended Date/Time Format (ISO 8601-2)."""
    match = PARTIAL_DATE.match(value)
    try:
        if not match:
            raise ValueError(value)
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise ValidationError(
            _("“%(value)s” is not a date. Write 2024, 2024-03 or 2024-03-15."), params={"value": value}
        ) from None


class PartialDateField(models.CharField[str, str]):
    """`2024`, `2024-03` or `2024-03-15`: as much of a date as is known. Sorts as text in the order of time."""

    default_validators = [*models.CharField.default_validators, validate_partial_date]

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 10)
        options.setdefault("blank", True)
        super().__init__(*args, **options)


class ProseFormField(forms.CharField):
    """Takes paragraphs without a word, which the editor leaves behind, for nothing at all."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return text if strip_tags(text).replace("\xa0", " ").strip() else ""


class ProseField(RichTextField):
    """A few paragraphs with lists, emphasis and links, and nothing that could break a page."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("features", ["bold", "italic", "ol", "ul", "link", "document-link"])
        options.setdefault("blank", True)
        super().__init__(*args, **options)

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**({"form_class": ProseFormField} | options))
