"""What an approval says about how a text came into its language."""

from wagtail.models import Revision

from ..enums import TranslationMethod


def say_reviewed(revision: Revision) -> None:
    """Note in `revision`, which a reviewer has approved, that a person has read what a machine translated."""
    if revision.content.get("translation_method") == TranslationMethod.MACHINE:
        revision.content["translation_method"] = TranslationMethod.MACHINE_REVIEWED.value
        revision.save(update_fields=["content"])
