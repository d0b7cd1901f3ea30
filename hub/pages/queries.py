"""What readers may read of pages, menus and redirects, as plain rows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from hub.languages.chain import LOCALES, fallback_chain, pick

from .models import HomePage, MenuItem
from .paths import localised, split_locale


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """One language edition of a page. `path` is the one below the locale: `/`, `/about`."""

    pk: int
    translation_key: UUID
    model: str
    title: str
    seo_title: str
    seo_description: str
    locale: str
    url_path: str
    last_published_at: datetime | None

    @property
    def path(self) -> str:
        return "/" + "/".join(self.url_path.strip("/").split("/")[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPage:
    """The edition that a reader gets, and what to say about its language."""

    page: PageFacts
    locale_requested: str
    original_locale: str
    is_stale: bool
    available_locales: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    label: str
    url: str
    children: tuple["MenuEntry", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectFacts:
    old_path: str
    url: str
    is_permanent: bool


def readable_pages() -> "QuerySet[Page]":
    """Live pages without a restriction. An alias only repeats another language, so it is no edition of its own."""
    pages: QuerySet[Page] = Page.objects.live().public().filter(alias_of=None, depth__gt=1)
    return pages


def served_page(path: str, locale: str) -> ServedPage | None:
    """The page that `path` names in any language, in the edition for a reader of `locale`; None where there is none.

    The path is looked for in the language asked for first, then along its fallback chain: so a reader who changes the
    language of a page whose path is translated still arrives.
    """
    named = sorted(_pages_at(path), key=lambda page: fallback_chain(locale).index(page.locale))
    return serve(named[0].translation_key, locale) if named else None


def serve(translation_key: UUID, locale: str) -> ServedPage | None:
    """The edition of a page for a reader of `locale`, along its fallback chain."""
    editions = {page.locale: page for page in _facts(readable_pages().filter(translation_key=translation_key))}
    served = _best(editions, locale)
    if served is None:
        return None
    original = _original(translation_key, editions)
    return ServedPage(
        page=served,
        locale_requested=locale,
        original_locale=original.locale,
        is_stale=_is_older(served, original),
        available_locales=tuple(code for code in LOCALES if code in editions),
    )


def frontend_paths(pages: Collection[int], locale: str) -> dict[int, str]:
    """Where a reader of `locale` finds these pages (primary keys of any edition); what is not live is left out."""
    works = dict(Page.objects.filter(pk__in=pages).values_list("pk", "translation_key"))
    editions: dict[UUID, dict[str, PageFacts]] = {}
    for page in _facts(readable_pages().filter(translation_key__in=works.values())):
        editions.setdefault(page.translation_key, {})[page.locale] = page
    paths = {key: localised(locale, served.path) for key, found in editions.items() if (served := _best(found, locale))}
    return {pk: paths[key] for pk, key in works.items() if key in paths}


def menu_entries(identifier: str, locale: str) -> list[MenuEntry]:
    """The lines of a menu for a reader of `locale`; those whose page is not live are left out."""
    items = list(MenuItem.objects.filter(menu__identifier=identifier).values_list("labels", "page_id", "path"))
    paths = frontend_paths([page for _labels, page, _path in items if page], locale)
    entries = [
        (pick(labels, locale)[0], paths.get(page) if page else localised(locale, path)) for labels, page, path in items
    ]
    return [MenuEntry(label=label, url=url) for label, url in entries if url]


def find_redirect(path: str) -> RedirectFacts | None:
    """Where a path has moved, given with its locale (`/fr/old`) or without; None where it has not."""
    locale, below = split_locale(path)
    wanted = [Redirect.normalise_path(candidate) for candidate in (path, below)]
    columns = ("old_path", "redirect_page_id", "redirect_page_route_path", "redirect_link", "is_permanent")
    found = {row[0]: row for row in Redirect.objects.filter(old_path__in=wanted).values_list(*columns)}
    for old_path in wanted:
        if old_path in found:
            _old, page, route, link, is_permanent = found[old_path]
            url = _moved_to(page, route, locale) if page else localised(locale or "en", link)
            return RedirectFacts(old_path=old_path, url=url, is_permanent=is_permanent) if url else None
    return None


def _moved_to(page: int, route: str, locale: str) -> str:
    wanted = locale or Page.objects.values_list("locale__language_code", flat=True).get(pk=page)
    path = frontend_paths([page], wanted).get(page, "")
    return path + route if path else ""


def _pages_at(path: str) -> list[PageFacts]:
    homes = HomePage.objects.filter(pk__in=readable_pages().values("pk")).values_list("url_path", flat=True)
    below = path.strip("/")
    wanted = [f"{home}{below}/" if below else home for home in homes]
    return _facts(readable_pages().filter(url_path__in=wanted))


def _facts(pages: "QuerySet[Page]") -> list[PageFacts]:
    columns = {
        "pk": "pk",
        "translation_key": "translation_key",
        "model": "content_type__model",
        "title": "title",
        "seo_title": "seo_title",
        "seo_description": "search_description",
        "locale": "locale__language_code",
        "url_path": "url_path",
        "last_published_at": "last_published_at",
    }
    rows: Iterable[Sequence[Any]] = pages.values_list(*columns.values())
    return [PageFacts(**dict(zip(columns, row, strict=True))) for row in rows]


def _best(editions: Mapping[str, PageFacts], locale: str) -> PageFacts | None:
    return next((editions[code] for code in fallback_chain(locale) if code in editions), None)


def _original(translation_key: UUID, editions: Mapping[str, PageFacts]) -> PageFacts:
    """The edition that was submitted for translation, else the one that was made first."""
    codes = TranslationSource.objects.filter(object_id=translation_key).values_list("locale__language_code", flat=True)
    source = next((editions[code] for code in codes if code in editions), None)
    return source or min(editions.values(), key=lambda page: page.pk)


def _is_older(served: PageFacts, original: PageFacts) -> bool:
    if served.pk == original.pk or not (served.last_published_at and original.last_published_at):
        return False
    return served.last_published_at < original.last_published_at
