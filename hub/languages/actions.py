"""Verbs about languages."""

from django.conf import settings
from wagtail.models import Locale


def ensure_locales() -> list[Locale]:
    """Make the six locales of the hub, in the order of the settings; those that exist stay."""
    return [Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES]
