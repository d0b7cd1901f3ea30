"""What reviewers corrected is remembered, so that the next update of the source does not undo it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from ..models import Edition
from .editing import translation_into

# A cell of a table is known by its own text, which differs in every language: here its place in the table counts.
CELL = re.compile(r"\.table\.[0-9a-f]{16}$")


def remember_corrections(*, edition: Edition, actor: Any) -> int:
    """Take the words of `edition`, as approved, over into its segments; returns how many had been corrected.

    Reviewers correct in Wagtail's own form, which wagtail-localize knows nothing of. Nothing is taken over when the
    source has changed since the translation was made: which passage belongs to which could then only be guessed.
    """
    translation = translation_into(edition)
    if translation is None or edition.source_digest != translation.source.as_instance().text_digest:
        return 0
    approved = _by_place((value.path, value.string.data) for value in _strings(edition))
    segments = StringSegment.objects.filter(source=translation.source).order_by("order").select_related("context")
    wanted = _by_place((segment.context.path, segment) for segment in segments)
    pairs = [
        pair
        for place, group in wanted.items()
        if len(group) == len(approved[place])
        for pair in zip(group, approved[place], strict=True)
    ]
    return sum(_remember(segment, text, translation, actor) for segment, text in pairs)


def _strings(edition: Edition) -> list[StringSegmentValue]:
    return [value for value in extract_segments(edition) if isinstance(value, StringSegmentValue)]


def _by_place(items: Iterable[tuple[str, Any]]) -> defaultdict[str, list[Any]]:
    places: defaultdict[str, list[Any]] = defaultdict(list)
    for path, item in items:
        places[CELL.sub(".table", path)].append(item)
    return places


def _remember(segment: StringSegment, text: str, translation: Translation, actor: Any) -> bool:
    key = {
        "translation_of_id": segment.string_id,
        "context_id": segment.context_id,
        "locale": translation.target_locale,
    }
    if StringTranslation.objects.filter(**key, data=text).exists():
        return False
    values = {"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "tool_name": ""}
    StringTranslation.objects.update_or_create(
        **key, defaults=values | {"last_translated_by": actor, "has_error": False, "field_error": ""}
    )
    return True
