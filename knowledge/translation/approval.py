"""What an approval means for a translation."""

from typing import Any

from wagtail.models import Revision

from ..enums import TranslationMethod
from ..models import Edition
from .memory import remember_corrections


def take_over(revision: Revision, *, actor: Any) -> None:
    """Before `revision` goes live: note that a person has read what a machine translated, and keep corrections."""
    if revision.content.get("translation_method") == TranslationMethod.MACHINE:
        revision.content["translation_method"] = TranslationMethod.MACHINE_REVIEWED.value
        revision.save(update_fields=["content"])
    edition = revision.as_object()
    if isinstance(edition, Edition):
        remember_corrections(edition=edition, actor=actor)
