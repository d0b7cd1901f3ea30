"""Wagtail's stored rich text made into clean HTML, with links that lead to the frontend in the reader's language."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

import nh3
from django.conf import settings
from wagtail.documents import get_document_model

from hub.pages.paths import localised
from hub.pages.queries import frontend_paths
from knowledge.addresses import building_block_path, organisation_path, record_path

from ..core.rows import Scope
from ..knowledge.building_block_rows import find_building_blocks_of_editions
from ..knowledge.organisation_rows import find_organisations
from ..knowledge.record_rows import find_records_of_editions

type Link = tuple[str, int]

ANCHOR = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
LINK_TYPE = re.compile(r'\blinktype="([\w-]+)"')
LINK_ID = re.compile(r'\bid="(\d{1,18})"')
LOCAL_HREF = re.compile(r'\bhref="(/[^"]*)"')

PROSE_TAGS = {"p", "ul", "ol", "li", "a", "strong", "em", "b", "i", "h2", "h3", "h4", "br", "sup", "sub"}
SCHEMES = {"http", "https", "mailto", "tel"}


def announce_links(scope: Scope, texts: Iterable[str]) -> None:
    """Say which links these texts hold, so that all of them are looked up at once."""
    lookup = scope.lookup(find_links)
    for text in texts:
        if "linktype" in text:
            lookup.announce(link for tag in ANCHOR.findall(text) if (link := _link(tag)))


def clean_html(scope: Scope, text: str) -> str:
    """The text with its links resolved for the scope's locale and nothing in it but prose.

    A link whose target is gone or not to be read leaves its words behind, without a link.
    """
    if not text:
        return ""
    return nh3.clean(
        resolve_links(scope, text), tags=PROSE_TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None
    )


def resolve_links(scope: Scope, text: str) -> str:
    """The text with addresses in place of Wagtail's references to pages, documents and records."""
    return ANCHOR.sub(lambda tag: _anchor(scope, tag[1]), text) if "<a" in text else text


def find_links(scope: Scope, keys: Sequence[Link]) -> Mapping[Link, str]:
    """Where each reference leads: one or two statements for each kind among them."""
    by_kind: defaultdict[str, list[int]] = defaultdict(list)
    for kind, key in keys:
        by_kind[kind].append(key)
    return {
        (kind, key): address
        for kind, wanted in by_kind.items()
        if kind in _FINDERS
        for key, address in _FINDERS[kind](scope, wanted).items()
    }


def _anchor(scope: Scope, attributes: str) -> str:
    if "linktype" in attributes:
        link = _link(attributes)
        address = scope.lookup(find_links).get(link) if link else None
        # Without the opening tag the HTML parser drops the closing one too.
        return f'<a href="{escape(address)}">' if address else ""
    return LOCAL_HREF.sub(lambda href: f'href="{localised(scope.locale, href[1])}"', f"<a{attributes}>")


def _link(attributes: str) -> Link | None:
    kind, key = LINK_TYPE.search(attributes), LINK_ID.search(attributes)
    return (kind[1], int(key[1])) if kind and key else None


def _pages(scope: Scope, keys: Sequence[int]) -> Mapping[int, str]:
    return frontend_paths(keys, scope.locale)


def _documents(scope: Scope, keys: Sequence[int]) -> Mapping[int, str]:
    documents = get_document_model().objects.filter(pk__in=keys, collection__view_restrictions=None)
    return {document.pk: absolute(document.url) for document in documents}


def _records(scope: Scope, keys: Sequence[int]) -> Mapping[int, str]:
    rows = find_records_of_editions(scope, keys)
    return {key: record_path(scope.locale, row.reference, row.slug) for key, row in rows.items()}


def _building_blocks(scope: Scope, keys: Sequence[int]) -> Mapping[int, str]:
    rows = find_building_blocks_of_editions(scope, keys)
    return {key: building_block_path(scope.locale, row.reference, row.slug) for key, row in rows.items()}


def _organisations(scope: Scope, keys: Sequence[int]) -> Mapping[int, str]:
    lookup = scope.lookup(find_organisations)
    lookup.announce(keys)
    return {key: organisation_path(scope.locale, row.slug) for key in keys if (row := lookup.get(key))}


def absolute(address: str) -> str:
    """The full address of what the hub itself serves."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{address}" if address.startswith("/") else address


_FINDERS: Mapping[str, Callable[[Scope, Sequence[int]], Mapping[int, str]]] = {
    "page": _pages,
    "document": _documents,
    "record": _records,
    "building-block": _building_blocks,
    "organisation": _organisations,
}
