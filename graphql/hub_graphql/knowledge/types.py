"""Records in the contract: what all share, as an interface, and what hangs on them."""

from typing import Any

import graphene

from ..body.prose import detail_prose
from ..body.stream import body_html_of, body_of, cover_of
from ..body.types import Block, Figure
from ..core.connection import PageInfoType, total_count_field
from ..core.locales import LanguageNotice
from ..core.node import Node, type_of
from ..vocabularies.types import Concept, Place, RecordType, listed
from .enums import MatchBasis, RelationKind
from .relation_rows import load_relations


class ResourceLink(graphene.ObjectType):
    """Where the thing itself can be had."""

    url = graphene.String(required=True, description="Its address.")
    title = graphene.String(required=True, description="What is there; may be empty.")
    language = graphene.String(required=True, description="The language of what is there (BCP 47); may be empty.")


class Provenance(graphene.ObjectType):
    """Where an imported record came from."""

    source = graphene.String(required=True, description="The source in short, such as `faolex`.")
    source_title = graphene.String(required=True, description="The name of the source.")
    identifier = graphene.String(required=True, description="Its identifier there.")
    url = graphene.String(required=True, description="Its address there; may be empty.")
    licence = graphene.Field(Concept, description="The licence under which the source gives it.")
    as_of = graphene.String(required=True, description="When it was fetched (ISO 8601).")


class Organisation(graphene.ObjectType):
    """Who wrote, published or runs something."""

    class Meta:
        interfaces = (Node,)

    slug = graphene.String(required=True, description="Its name in addresses.")
    name = graphene.String(required=True, description="Its name in the language asked for, or in one that stands in.")
    name_locale = graphene.String(required=True, description="The language the name is in.")
    acronym = graphene.String(required=True, description="May be empty.")
    organisation_type = graphene.Field(Concept, description="What kind of organisation it is.")
    country = graphene.Field(Place, description="Where it has its seat.")
    website = graphene.String(required=True, description="Its address; may be empty.")
    ror = graphene.String(
        required=True, description="Its identifier in the Research Organization Registry; may be empty."
    )
    profile = graphene.String(required=True, description="What it does, in plain words; may be empty.")
    profile_locale = graphene.String(required=True, description="The language the profile is in.")
    is_example = graphene.Boolean(required=True, description="Whether it is invented to show how the hub works.")
    record_count = graphene.Int(required=True, description="Live records that it wrote or did.")


class RecordRelation(graphene.ObjectType):
    """How a record stands to another."""

    kind = graphene.Field(RelationKind, required=True, description="Read from the record that has this relation.")
    record = graphene.Field(lambda: Record, required=True, description="The other record, in the language asked for.")


class Record(graphene.Interface):
    """A curated knowledge asset, in one of its languages."""

    class Meta:
        interfaces = (Node,)

    id = graphene.ID(required=True, description="Permanent identifier, opaque to callers.")
    reference = graphene.String(required=True, description="Permanent reference of 12 characters, for all languages.")
    record_type = graphene.Field(RecordType, required=True, description="What kind of record it is.")
    type_concept = graphene.Field(Concept, description="The type as a concept, with its label.")
    title = graphene.String(required=True, description="Its title.")
    slug = graphene.String(required=True, description="The title as part of an address.")
    summary = graphene.String(required=True, description="Abstract, without markup.")
    plain_summary = graphene.String(
        required=True, description="One or two sentences for people outside the field; may be empty."
    )
    language = graphene.Field(
        LanguageNotice, required=True, description="Which language is served, and how the text came to be in it."
    )
    body = listed(Block, "The substance, block by block.")
    body_html = graphene.String(required=True, description="The same as one piece of clean HTML.")
    authors = listed(graphene.String, "The names of its authors.")
    publisher = graphene.String(required=True, description="Who published it; may be empty.")
    source = graphene.String(required=True, description="The larger work or site it comes from; may be empty.")
    publication_date = graphene.String(
        required=True, description="`2024`, `2024-03` or `2024-03-15`, as much as is known; may be empty."
    )
    rights = graphene.String(required=True, description="The rights as the owner words them; may be empty.")
    licence = graphene.Field(Concept, description="The licence (SPDX).")
    is_syndication_allowed = graphene.Boolean(required=True, description="Whether partners may pass it on.")
    is_example = graphene.Boolean(required=True, description="Whether it is invented to show how the hub works.")
    links = listed(ResourceLink, "Where the thing itself can be had.")
    cover = graphene.Field(Figure, description="Its cover picture.")
    targets = listed(Concept, "Global targets and goals it contributes to.")
    aichi_targets = listed(Concept, "Aichi targets it contributed to.")
    subjects = listed(Concept, "What it is about.")
    audiences = listed(Concept, "For whom it was made.")
    expertise_level = graphene.Field(Concept, description="How much a reader must know already.")
    languages = listed(Concept, "The languages in which the thing itself can be had.")
    places = listed(Place, "The countries and regions it is about.")
    organisations = listed(Organisation, "Who wrote it or did it.")
    tags = listed(graphene.String, "Free tags, for what the vocabularies lack.")
    relations = listed(RecordRelation, "How it stands to other records, whichever of the two says so.")
    relevant_information_html = graphene.String(
        required=True, description="Anything else a reader should know, as clean HTML; may be empty."
    )
    first_published_at = graphene.String(required=True, description="When it first went live here (ISO 8601).")
    last_published_at = graphene.String(required=True, description="When it last changed here (ISO 8601).")
    provenance = graphene.Field(Provenance, description="Where it was imported from; null for what was written here.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)

    @staticmethod
    def resolve_body(row: Any, info: Any) -> Any:
        return body_of(row)

    @staticmethod
    def resolve_body_html(row: Any, info: Any) -> str:
        return body_html_of(row)

    @staticmethod
    def resolve_cover(row: Any, info: Any) -> Any:
        return cover_of(row)

    @staticmethod
    def resolve_relations(row: Any, info: Any) -> Any:
        return row.group(load_relations)

    @staticmethod
    def resolve_relevant_information_html(row: Any, info: Any) -> str:
        return detail_prose(row, "relevant_information")


class FilterMatch(graphene.ObjectType):
    """Why a record answers one concept or place of the filter."""

    asked_concept = graphene.Field(Concept, description="The concept that was asked for.")
    asked_place = graphene.Field(Place, description="The place that was asked for.")
    found_concept = graphene.Field(Concept, description="The concept that the record carries.")
    found_place = graphene.Field(Place, description="The place that the record carries.")
    basis = graphene.Field(MatchBasis, required=True, description="Why the one answers for the other.")
    is_inferred = graphene.Boolean(
        required=True, description="Whether nobody said it of the record: it follows from a mapping."
    )


class RecordEdge(graphene.ObjectType):
    """A record in a list."""

    cursor = graphene.String(required=True, description="Its place in the list, to be given as `after` or `before`.")
    node = graphene.Field(Record, required=True, description="The record.")
    matches = listed(FilterMatch, "Why it answers the filter: one reason for each concept or place asked.")


class RecordConnection(graphene.ObjectType):
    """A page of records."""

    edges = listed(RecordEdge, "The records with their places in the list.")
    nodes = listed(Record, "The records alone.")
    page_info = graphene.Field(PageInfoType, required=True, description="Whether there is more.")
    total_count = total_count_field()
