"""Vocabularies, concepts and places in the contract."""

from typing import Any

import graphene

from hub.vocabularies import enums
from knowledge import enums as knowledge_enums

from ..core.enums import enum_type
from ..core.node import Node

MappingKind: Any = enum_type(
    enums.MappingKind,
    "How a concept of one vocabulary corresponds to one of another (SKOS).",
    {
        "EXACT": "The same thing.",
        "CLOSE": "Nearly the same: good enough for finding.",
        "BROAD": "The other one is broader.",
        "NARROW": "The other one is narrower.",
        "RELATED": "The two have to do with each other.",
    },
)
PlaceKind: Any = enum_type(
    enums.PlaceKind,
    "What kind of place it is.",
    {
        "COUNTRY": "A country or territory with an ISO 3166-1 code.",
        "REGION": "A part of the world.",
        "GROUP": "Countries that belong together, such as the least developed ones.",
    },
)
RecordType: Any = enum_type(
    knowledge_enums.RecordType,
    "The kinds of record.",
    {
        "BEST_PRACTICE": "A way of doing things that has proved itself.",
        "CASE_STUDY": "What was done in one place: problem, building blocks, impact.",
        "TOOL_OR_GUIDANCE": "Something to work with: software, a manual, a guideline.",
        "RESEARCH_REPORT": "Findings: an article, an assessment, a report.",
        "E_LEARNING_RESOURCE": "Something to learn from: a course, a webinar.",
        "POLICY_DOCUMENT": "A law, strategy, plan or agreement.",
    },
)


def listed(of: Any, description: str) -> graphene.List:
    """A list that is always there and has no gaps."""
    return graphene.List(graphene.NonNull(of), required=True, description=description)


class Scheme(graphene.ObjectType):
    """A vocabulary: concepts that belong together, such as the global targets or the licences."""

    identifier = graphene.String(required=True, description="Stable identifier, such as `gbf-targets`.")
    title = graphene.String(required=True, description="Its title.")
    description = graphene.String(required=True, description="What it is for; empty where nobody has said.")
    uri = graphene.String(required=True, description="Its address on the web of data; may be empty.")
    concept_count = graphene.Int(required=True, description="How many concepts it has.")


class ConceptMapping(graphene.ObjectType):
    """A correspondence between two concepts, read from the one it hangs on."""

    kind = graphene.Field(MappingKind, required=True, description="How the other one corresponds to this one.")
    concept = graphene.Field(lambda: Concept, description="The other concept, where it is one of this hub.")
    uri = graphene.String(required=True, description="The address of the other concept; may be empty.")


class Concept(graphene.ObjectType):
    """A term of a vocabulary, with labels in every language: what two things can have in common."""

    class Meta:
        interfaces = (Node,)

    identifier = graphene.String(
        required=True, description="Stable identifier, such as `GBF-TARGET-21` or `CC-BY-4.0`."
    )
    uri = graphene.String(required=True, description="Its address on the web of data; may be empty.")
    notation = graphene.String(required=True, description="Its number or short code; may be empty.")
    scheme = graphene.Field(Scheme, required=True, description="The vocabulary it belongs to.")
    label = graphene.String(required=True, description="Its name in the language asked for, or in one that stands in.")
    label_locale = graphene.String(required=True, description="The language the label is in.")
    alternative_labels = listed(graphene.String, "Synonyms and acronyms in the language asked for.")
    definition = graphene.String(required=True, description="What it means; may be empty.")
    definition_locale = graphene.String(required=True, description="The language the definition is in.")
    broader = listed(lambda: Concept, "The concepts right above it.")
    narrower = listed(lambda: Concept, "The concepts right below it.")
    mappings = listed(ConceptMapping, "What corresponds to it in other vocabularies.")
    record_count = graphene.Int(required=True, description="Live records with this concept or a narrower one.")
    inferred_record_count = graphene.Int(
        required=True, description="Further live records that carry only a concept mapped to it."
    )


class RecordTypeCount(graphene.ObjectType):
    """How many records of one type there are."""

    record_type = graphene.Field(RecordType, required=True, description="The type.")
    count = graphene.Int(required=True, description="How many.")


class Place(graphene.ObjectType):
    """A country, a region of the world or a group of countries."""

    class Meta:
        interfaces = (Node,)

    identifier = graphene.String(
        required=True, description="ISO 3166-1 alpha-2 in lower case for a country, else stable."
    )
    slug = graphene.String(required=True, description="Its name in addresses.")
    kind = graphene.Field(PlaceKind, required=True, description="Country, region or group.")
    name = graphene.String(required=True, description="Its name in the language asked for, or in one that stands in.")
    name_locale = graphene.String(required=True, description="The language the name is in.")
    iso2 = graphene.String(required=True, description="ISO 3166-1 alpha-2; empty for what is no country.")
    iso3 = graphene.String(required=True, description="ISO 3166-1 alpha-3; empty for what is no country.")
    m49 = graphene.String(required=True, description="The code of the UN Statistics Division; may be empty.")
    is_party = graphene.Boolean(required=True, description="Whether it is a Party to the Convention.")
    is_ldc = graphene.Boolean(required=True, description="Whether it is a least developed country.")
    is_lldc = graphene.Boolean(required=True, description="Whether it is a landlocked developing country.")
    is_sids = graphene.Boolean(required=True, description="Whether it is a small island developing State.")
    regions = listed(lambda: Place, "The regions and groups it belongs to.")
    members = listed(lambda: Place, "What belongs to it; empty for a country.")
    record_count = graphene.Int(
        required=True, description="Live records about it, about what lies in it, or about a whole region around it."
    )
    record_counts_by_type = listed(RecordTypeCount, "The same, by type; types without records are left out.")
