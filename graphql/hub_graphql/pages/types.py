"""Pages, menus, redirects and the site itself in the contract."""

from typing import Any

import graphene

from ..body.types import Block
from ..core.locales import LanguageNotice, LocaleCode
from ..core.node import type_of
from ..knowledge.types import Record
from ..vocabularies.types import Concept, listed


class HomeBlock(graphene.Interface):
    """A part of the home page."""

    id = graphene.ID(required=True, description="Stable within the page.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)


class SearchHomeBlock(graphene.ObjectType):
    """A box to search in."""

    class Meta:
        interfaces = (HomeBlock,)

    title = graphene.String(required=True, description="Its heading.")
    introduction = graphene.String(required=True, description="What stands above the box; may be empty.")
    placeholder = graphene.String(required=True, description="An example of a search; may be empty.")


class TargetsHomeBlock(graphene.ObjectType):
    """The global targets in their groups; how many records each has, its concept says."""

    class Meta:
        interfaces = (HomeBlock,)

    title = graphene.String(required=True, description="Its heading.")
    groups = listed(Concept, "The groups of targets; the targets are narrower than these.")


class NewRecordsHomeBlock(graphene.ObjectType):
    """The newest records."""

    class Meta:
        interfaces = (HomeBlock,)

    title = graphene.String(required=True, description="Its heading.")
    records = listed(Record, "As many as the editors want, the newest first.")


class CallToActionHomeBlock(graphene.ObjectType):
    """Something to do here."""

    class Meta:
        interfaces = (HomeBlock,)

    title = graphene.String(required=True, description="Its heading.")
    text = graphene.String(required=True, description="Why one should; may be empty.")
    link_label = graphene.String(required=True, description="The words of the link.")
    link_url = graphene.String(required=True, description="A path of the frontend, or a full address.")
    is_primary = graphene.Boolean(required=True, description="Whether it is the main thing to do on the page.")


class TextHomeBlock(graphene.ObjectType):
    """A passage of text."""

    class Meta:
        interfaces = (HomeBlock,)

    title = graphene.String(required=True, description="Its heading; may be empty.")
    html = graphene.String(required=True, description="Clean HTML; links within the hub are paths of the frontend.")


class Page(graphene.Interface):
    """A page that frames the records."""

    path = graphene.String(required=True, description="Its path below the locale, such as `/` or `/about`.")
    title = graphene.String(required=True, description="Its title.")
    seo_title = graphene.String(required=True, description="The title for search engines and browser tabs.")
    seo_description = graphene.String(required=True, description="One sentence for search engines; may be empty.")
    language = graphene.Field(
        LanguageNotice, required=True, description="Which language is served, and how the text came to be in it."
    )

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)


class HomePage(graphene.ObjectType):
    """The front door, made of blocks that editors arrange."""

    class Meta:
        interfaces = (Page,)

    blocks = listed(HomeBlock, "Its parts from top to bottom.")


class ContentPage(graphene.ObjectType):
    """A page of text, such as “About”."""

    class Meta:
        interfaces = (Page,)

    introduction = graphene.String(required=True, description="One paragraph, set larger; may be empty.")
    body = listed(Block, "The substance, block by block.")
    body_html = graphene.String(required=True, description="The same as one piece of clean HTML.")


class MenuItem(graphene.ObjectType):
    """A line of a menu."""

    label = graphene.String(required=True, description="Its words.")
    url = graphene.String(required=True, description="A path of the frontend, or a full address.")
    children = listed(lambda: MenuItem, "The lines below it; menus have one level for now, so this is empty.")


class Redirect(graphene.ObjectType):
    """Where something has moved."""

    old_path = graphene.String(required=True, description="The path it was known by.")
    url = graphene.String(required=True, description="A path of the frontend, or a full address.")
    is_permanent = graphene.Boolean(required=True, description="Whether it will stay there.")


class SiteLocale(graphene.ObjectType):
    """A language of the hub."""

    code = graphene.Field(LocaleCode, required=True, description="Its code, the first part of every path.")
    name = graphene.String(required=True, description="Its own name for itself.")
    is_right_to_left = graphene.Boolean(required=True, description="Whether it is written from right to left.")


class Site(graphene.ObjectType):
    """The hub as a whole."""

    name = graphene.String(required=True, description="Its name.")
    url = graphene.String(required=True, description="The address of the frontend.")
    default_locale = graphene.Field(LocaleCode, required=True, description="The language that stands in for others.")
    locales = listed(SiteLocale, "Its languages.")


PAGE_TYPES = (HomePage, ContentPage)
HOME_BLOCK_TYPES = (SearchHomeBlock, TargetsHomeBlock, NewRecordsHomeBlock, CallToActionHomeBlock, TextHomeBlock)
