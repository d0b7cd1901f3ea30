"""What rows of language editions share: which language is served, and what others there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from hub.languages.chain import LOCALES
from hub.statements import fetch
from hub.visibility.viewer import Viewer
from knowledge.enums import TranslationMethod
from knowledge.models import Edition

from ..core.rows import Batch, Row


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One language edition of a work as far as the notice to the reader needs it."""

    translation_key: UUID
    pk: int
    locale: str
    method: str
    text_digest: str
    is_visible: bool

    @property
    def is_original(self) -> bool:
        return self.method == TranslationMethod.ORIGINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFacts:
    """The answer behind `LanguageNotice`."""

    locale_requested: str
    locale_served: str
    translation_method: str
    is_stale: bool
    original_locale: str
    available_locales: list[str]

    @property
    def is_fallback(self) -> bool:
        return self.locale_requested != self.locale_served


@dataclass(slots=True, eq=False)
class EditionRow(Row):
    """The served edition of a work."""

    model: ClassVar[type[Edition]]

    translation_key: UUID
    reference: str
    title: str
    slug: str
    summary: str
    locale: str
    translation_method: str
    source_digest: str
    is_example: bool
    first_published: datetime | None
    last_published: datetime | None

    @property
    def first_published_at(self) -> str:
        return self.first_published.isoformat() if self.first_published else ""

    @property
    def last_published_at(self) -> str:
        return self.last_published.isoformat() if self.last_published else ""

    @property
    def original(self) -> EditionFacts | None:
        """The edition that the others were translated from, live or not."""
        return next((edition for edition in self.group(load_editions) if edition.is_original), None)

    @property
    def language(self) -> LanguageFacts:
        original = self.original
        is_translation = self.translation_method != TranslationMethod.ORIGINAL
        readable = {edition.locale for edition in self.group(load_editions) if edition.is_visible}
        return LanguageFacts(
            locale_requested=self.scope.locale,
            locale_served=self.locale,
            translation_method=self.translation_method,
            is_stale=bool(is_translation and original and original.text_digest != self.source_digest),
            original_locale=original.locale if original else self.locale,
            available_locales=[code for code in LOCALES if code in readable],
        )


EDITION_COLUMNS = (
    "pk",
    "translation_key",
    "reference",
    "title",
    "slug",
    "summary",
    "locale__language_code",
    "translation_method",
    "source_digest",
    "is_example",
    "first_published_at",
    "last_published_at",
)


def load_editions(batch: Batch, rows: Sequence[EditionRow]) -> Mapping[int, list[EditionFacts]]:
    """The editions of each work that the viewer may read, and its original even if nobody may."""
    by_work: defaultdict[Any, list[EditionFacts]] = defaultdict(list)
    keys = [row.translation_key for row in rows]
    for values in fetch(_editions, keys, rows[0].model, batch.scope.viewer):
        edition = EditionFacts(*values)
        by_work[edition.translation_key].append(edition)
    return {row.pk: by_work[row.translation_key] for row in rows}


def _editions(keys: Sequence[UUID], model: type[Edition], viewer: Viewer) -> Any:
    editions = model._default_manager.filter(translation_key__in=keys)
    visible = model._default_manager.all().visible_to(viewer).filter(pk=OuterRef("pk"))
    is_original = Q(translation_method=TranslationMethod.ORIGINAL)
    return (
        editions.annotate(is_visible=Exists(visible))
        .filter(is_original | Q(is_visible=True))
        .values_list(
            "translation_key", "pk", "locale__language_code", "translation_method", "text_digest", "is_visible"
        )
    )
