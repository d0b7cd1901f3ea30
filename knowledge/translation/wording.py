"""How a translation is called in messages to people."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from ..enums import TranslationMethod
from ..models import Edition, Record


def described(edition: Edition) -> str:
    """The title of an original; of a translation “French translation of …” with the title of its source."""
    if edition.translation_method == TranslationMethod.ORIGINAL:
        return str(edition.title)
    return _("%(language)s translation of “%(title)s”") % {
        "language": language_of(edition),
        "title": source_title(edition),
    }


def kind_of(thing: Any) -> Any:
    """What `thing` is, as a lazy text: “case study”, or “French translation of the case study”."""
    kind = thing.get_record_type_display() if isinstance(thing, Record) else thing._meta.verbose_name
    if not isinstance(thing, Edition) or thing.translation_method == TranslationMethod.ORIGINAL:
        return kind
    language = thing.locale.get_display_name()
    return format_lazy(gettext_lazy("{language} translation of the {kind}"), language=language, kind=kind)


def language_of(thing: Any) -> str:
    """The name of the language of `thing`, in the language of whoever is reading."""
    locale: Locale = thing.locale
    return str(locale)


def source_title(edition: Edition) -> str:
    """The title of the original of `edition`, or its own where there is none."""
    originals = type(edition).objects.filter(
        translation_key=edition.translation_key, translation_method=TranslationMethod.ORIGINAL
    )
    return str(originals.values_list("title", flat=True).first() or edition.title)
