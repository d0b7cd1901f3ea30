"""The blocks that the body of a record or page is made of, and pictures."""

from typing import Any

import graphene

from hub.pages import enums

from ..core.enums import enum_type
from ..core.node import type_of
from ..vocabularies.types import listed

CalloutTone: Any = enum_type(
    enums.CalloutTone,
    "What a callout is there for.",
    {"NOTE": "Something worth knowing.", "WARNING": "Something to beware of.", "SUCCESS": "Something that worked."},
)


class Rendition(graphene.ObjectType):
    """A picture in one size."""

    url = graphene.String(required=True, description="Full address.")
    width = graphene.Int(required=True, description="In pixels.")
    height = graphene.Int(required=True, description="In pixels.")
    mime_type = graphene.String(required=True, description="Such as `image/webp`.")


class Figure(graphene.ObjectType):
    """A picture whose text alternative is there, or which is declared to be decoration."""

    alt = graphene.String(required=True, description="What it shows, in words; empty for decoration.")
    is_decorative = graphene.Boolean(required=True, description="Whether it says nothing that the text does not say.")
    credit = graphene.String(required=True, description="Who made it, where known.")
    renditions = listed(Rendition, "The sizes it can be had in, the smallest first, none larger than the original.")


class Block(graphene.Interface):
    """A part of a body."""

    id = graphene.ID(required=True, description="Stable within the body.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)


class HeadingBlock(graphene.ObjectType):
    """A heading."""

    class Meta:
        interfaces = (Block,)

    text = graphene.String(required=True, description="Its words, without markup.")
    level = graphene.Int(required=True, description="2 for a section, 3 for a subsection.")


class TextBlock(graphene.ObjectType):
    """Running text."""

    class Meta:
        interfaces = (Block,)

    html = graphene.String(required=True, description="Clean HTML; links within the hub are paths of the frontend.")


class QuoteBlock(graphene.ObjectType):
    """What somebody said."""

    class Meta:
        interfaces = (Block,)

    text = graphene.String(required=True, description="The words quoted.")
    attribution = graphene.String(required=True, description="Who said them; may be empty.")


class FigureBlock(graphene.ObjectType):
    """A picture with its caption."""

    class Meta:
        interfaces = (Block,)

    figure = graphene.Field(Figure, description="The picture; null when it has been deleted.")
    caption = graphene.String(required=True, description="What stands below it; may be empty.")


class TableBlock(graphene.ObjectType):
    """A table with a header row."""

    class Meta:
        interfaces = (Block,)

    caption = graphene.String(required=True, description="What the table shows.")
    header = listed(graphene.String, "The headings of the columns; empty when it has none.")
    rows = graphene.List(
        graphene.NonNull(graphene.List(graphene.NonNull(graphene.String))),
        required=True,
        description="The cells, row by row, without the header.",
    )


class CalloutBlock(graphene.ObjectType):
    """A passage set apart from the text."""

    class Meta:
        interfaces = (Block,)

    tone = graphene.Field(CalloutTone, required=True, description="What it is there for.")
    title = graphene.String(required=True, description="Its heading; may be empty.")
    html = graphene.String(required=True, description="Clean HTML; links within the hub are paths of the frontend.")


class EmbedBlock(graphene.ObjectType):
    """A link to a film, map or recording elsewhere; nothing is loaded from there until a reader follows it."""

    class Meta:
        interfaces = (Block,)

    url = graphene.String(required=True, description="Where it is.")
    title = graphene.String(required=True, description="What it is.")
    provider = graphene.String(required=True, description="Who offers it; may be empty.")


class RecordReferenceBlock(graphene.ObjectType):
    """Another record that matters here."""

    class Meta:
        interfaces = (Block,)

    record = graphene.Field(
        "hub_graphql.knowledge.types.Record",
        description="The record in the language asked for; null when it is not to be read.",
    )
    note = graphene.String(required=True, description="Why it matters here; may be empty.")


BLOCK_TYPES = (
    HeadingBlock,
    TextBlock,
    QuoteBlock,
    FigureBlock,
    TableBlock,
    CalloutBlock,
    EmbedBlock,
    RecordReferenceBlock,
)
