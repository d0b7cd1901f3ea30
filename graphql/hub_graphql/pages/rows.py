"""Pages as plain rows over their raw JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from hub.pages.models import ContentPage, HomePage
from hub.pages.paths import localised
from hub.pages.queries import ServedPage
from hub.vocabularies.models import Concept
from knowledge.enums import TranslationMethod
from knowledge.models import Record
from knowledge.querysets import NEWEST_FIRST

from ..body.blocks import BlockRow
from ..body.html import body_html
from ..body.rich_text import announce_links, clean_html
from ..body.stream import raw_streams, read_blocks
from ..core.rows import Scope
from ..knowledge.editions import LanguageFacts
from ..knowledge.record_rows import RecordRow, read_records
from ..vocabularies.concept_rows import ConceptRow, read_concepts

TARGETS_SCHEME = "gbf-targets"


class SearchHomeRow(BlockRow):
    graphql_type = "SearchHomeBlock"

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def introduction(self) -> str:
        return self.words("introduction")

    @property
    def placeholder(self) -> str:
        return self.words("placeholder")


class TargetsHomeRow(BlockRow):
    graphql_type = "TargetsHomeBlock"

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def groups(self) -> list[ConceptRow]:
        return read_concepts(self.scope, Concept.objects.in_scheme(TARGETS_SCHEME).filter(broader=None))


class NewRecordsHomeRow(BlockRow):
    graphql_type = "NewRecordsHomeBlock"

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def records(self) -> list[RecordRow]:
        served = Record.objects.served_in(self.scope.locale, self.scope.viewer).order_by(*NEWEST_FIRST)
        return read_records(self.scope, served[: int(self.value.get("count") or 6)])


class CallToActionHomeRow(BlockRow):
    graphql_type = "CallToActionHomeBlock"

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def text(self) -> str:
        return self.words("text")

    @property
    def link_label(self) -> str:
        return self.words("link_label")

    @property
    def link_url(self) -> str:
        return localised(self.scope.locale, self.words("link_url"))

    @property
    def is_primary(self) -> bool:
        return bool(self.value.get("is_primary"))


class TextHomeRow(BlockRow):
    graphql_type = "TextHomeBlock"

    @property
    def rich_texts(self) -> list[str]:
        return [self.words("text")]

    @property
    def title(self) -> str:
        return self.words("title")

    @property
    def html(self) -> str:
        return clean_html(self.scope, self.words("text"))


HOME_BLOCKS: Mapping[str, type[BlockRow]] = {
    "search": SearchHomeRow,
    "targets": TargetsHomeRow,
    "new_records": NewRecordsHomeRow,
    "call_to_action": CallToActionHomeRow,
    "text": TextHomeRow,
}


@dataclass(kw_only=True)
class PageRow:
    """The served edition of a page."""

    graphql_type: ClassVar[str]
    scope: Scope
    served: ServedPage

    @property
    def path(self) -> str:
        return self.served.page.path

    @property
    def title(self) -> str:
        return self.served.page.title

    @property
    def seo_title(self) -> str:
        return self.served.page.seo_title or self.served.page.title

    @property
    def seo_description(self) -> str:
        return self.served.page.seo_description

    @property
    def language(self) -> LanguageFacts:
        served = self.served
        is_original = served.page.locale == served.original_locale
        return LanguageFacts(
            locale_requested=served.locale_requested,
            locale_served=served.page.locale,
            translation_method=TranslationMethod.ORIGINAL if is_original else TranslationMethod.HUMAN,
            is_stale=served.is_stale,
            original_locale=served.original_locale,
            available_locales=list(served.available_locales),
        )


class HomePageRow(PageRow):
    graphql_type = "HomePage"

    @cached_property
    def blocks(self) -> list[BlockRow]:
        pk = self.served.page.pk
        raw = raw_streams(HomePage, "blocks", [pk])[pk]
        made = [
            HOME_BLOCKS[item["type"]](self.scope, str(item.get("id") or position), item["value"])
            for position, item in enumerate(raw)
            if item["type"] in HOME_BLOCKS
        ]
        announce_links(self.scope, (text for block in made for text in block.rich_texts))
        return made


class ContentPageRow(PageRow):
    graphql_type = "ContentPage"

    @cached_property
    def introduction(self) -> str:
        return str(ContentPage.objects.values_list("introduction", flat=True).get(pk=self.served.page.pk))

    @cached_property
    def body(self) -> list[BlockRow]:
        pk = self.served.page.pk
        return read_blocks(self.scope, raw_streams(ContentPage, "body", [pk])[pk])

    @property
    def body_html(self) -> str:
        return body_html(self.scope, self.body)


PAGE_ROWS: Mapping[str, type[PageRow]] = {"homepage": HomePageRow, "contentpage": ContentPageRow}


def page_row(scope: Scope, served: ServedPage | None) -> PageRow | None:
    """The row of a served page; None for none, and for pages of kinds that readers do not see."""
    row: Any = PAGE_ROWS.get(served.page.model) if served else None
    return row(scope=scope, served=served) if row else None
