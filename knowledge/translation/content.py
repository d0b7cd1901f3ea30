"""What goes into a translation: the shared fields of its source, and its words as far as they are translated."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments.ingest import ingest_segments

from ..enums import TranslationMethod
from ..models import Edition

# What changes with every save, or says where an edition stands rather than what it says.
VOLATILE = frozenset({"pk", "updated_at", "latest_revision", "live_revision", "has_unpublished_changes", "text_digest"})


def begin(original: Any, locale: Locale) -> Any:
    """A first draft of `original` in `locale`: nothing of its publication, locks or private matters comes along."""
    # Wagtail would copy a newer draft of the source, which nobody has approved or handed to translators.
    original.has_unpublished_changes = False
    if isinstance(original, Page):
        return original.copy_for_translation(locale, copy_parents=True)
    target = original.copy_for_translation(locale)
    target.live = target.expired = target.locked = False
    for name in ("live_revision", "first_published_at", "last_published_at", "go_live_at", "expire_at"):
        setattr(target, name, None)
    target.locked_by = target.locked_at = None
    if hasattr(target, "private_notes"):
        target.private_notes = ""
    return target


def fill(target: Any, *, original: Any, translation: Translation) -> None:
    """Put the shared fields and the translated words of `original` into `target`, which is not saved."""
    source, locale = translation.source, translation.target_locale
    words = target.digest() if isinstance(target, Edition) else ""
    copy_synchronised_fields(original, target)
    _clear_what_was_cleared(original, target)
    segments = source._get_segments_for_translation(locale, fallback=True)
    ingest_segments(original, target, source.locale, locale, segments)
    if isinstance(target, Edition):
        _say_how_translated(target, original, translation, had_other_words=target.digest() != words)


def untranslated(translation: Translation) -> int:
    """How many segments of the source have no valid translation yet."""
    total, translated = translation.get_progress()
    return int(total - translated)


def fingerprint(target: Any) -> str:
    """A text that is the same as long as nothing of `target` changed that a reader or editor could notice."""
    data = {name: value for name, value in target.serializable_data().items() if name not in VOLATILE}
    bodies = {field.name for field in target._meta.get_fields() if isinstance(field, StreamField)}
    for name, value in data.items():
        if name in bodies:
            data[name] = json.loads(value)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            data[name] = [{key: item for key, item in row.items() if key != "pk"} for row in value]
        elif isinstance(value, list):
            # Keys of a many-to-many field: a database may give them in any order.
            data[name] = sorted(value, key=str)
    return json.dumps(data, cls=DjangoJSONEncoder, sort_keys=True)


def _clear_what_was_cleared(original: Any, target: Any) -> None:
    """wagtail-localize carries a many-to-many field only while it holds something."""
    for field in original._meta.get_fields():
        if isinstance(field, ParentalManyToManyField):
            setattr(target, field.name, list(getattr(original, field.name).all()))


def _say_how_translated(target: Edition, original: Edition, translation: Translation, *, had_other_words: bool) -> None:
    target.source_digest = original.text_digest
    if target.translation_method == TranslationMethod.MACHINE_REVIEWED and not had_other_words:
        return
    target.translation_method = TranslationMethod.MACHINE if uses_machine(translation) else TranslationMethod.HUMAN


def uses_machine(translation: Translation) -> bool:
    """Whether a machine translated any segment of the source as it is now."""
    strings = StringSegment.objects.filter(source=translation.source).get_translations(translation.target_locale)
    return bool(strings.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE).exists())
