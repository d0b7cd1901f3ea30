"""Root fields about pages, menus, redirects and the site."""

from dataclasses import dataclass
from typing import Any

import graphene
from babel import Locale
from django.conf import settings

from hub.languages.chain import LAST_RESORT, LOCALES
from hub.pages.queries import MenuEntry, RedirectFacts, find_redirect, menu_entries, served_page

from ..core.locales import locale_argument
from . import types
from .rows import PageRow, page_row


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLocaleRow:
    code: str
    name: str
    is_right_to_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRow:
    name: str
    url: str
    default_locale: str
    locales: list[SiteLocaleRow]


class PageQueries(graphene.ObjectType):
    """What frames the records."""

    site = graphene.Field(types.Site, required=True, description="The hub itself: its name and its languages.")
    page = graphene.Field(
        types.Page,
        path=graphene.String(required=True, description="The path below the locale, such as `/` or `/about`."),
        locale=locale_argument(),
        description="A page by its path in any of its languages; null when there is none.",
    )
    menu = graphene.List(
        graphene.NonNull(types.MenuItem),
        identifier=graphene.String(required=True, description="`main` or `footer`."),
        locale=locale_argument(),
        required=True,
        description="The lines of a menu; none when there is no such menu.",
    )
    redirect = graphene.Field(
        types.Redirect,
        path=graphene.String(required=True, description="The path asked for, with its locale: `/fr/old`."),
        description="Where a path has moved; null when it has not.",
    )

    @staticmethod
    def resolve_site(root: None, info: Any) -> SiteRow:
        languages = [Locale.parse(code) for code in LOCALES]
        return SiteRow(
            name=settings.WAGTAIL_SITE_NAME,
            url=settings.FRONTEND_URL,
            default_locale=LAST_RESORT,
            locales=[
                SiteLocaleRow(
                    code=language.language,
                    name=str(language.get_display_name(language)),
                    is_right_to_left=language.text_direction == "rtl",
                )
                for language in languages
            ],
        )

    @staticmethod
    def resolve_page(root: None, info: Any, path: str, locale: Any) -> PageRow | None:
        return page_row(info.context.scope(locale.value), served_page(path, locale.value))

    @staticmethod
    def resolve_menu(root: None, info: Any, identifier: str, locale: Any) -> list[MenuEntry]:
        return menu_entries(identifier, locale.value)

    @staticmethod
    def resolve_redirect(root: None, info: Any, path: str) -> RedirectFacts | None:
        return find_redirect(path)
