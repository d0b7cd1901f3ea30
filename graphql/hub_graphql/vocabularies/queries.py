"""Root fields about vocabularies and places."""

from typing import Any

import graphene

from hub.vocabularies.models import Concept, Place, Scheme

from ..core.locales import locale_argument
from . import types
from .concept_rows import ConceptRow, SchemeRow, find_concepts_by_identifier, read_concepts, take_schemes
from .place_rows import PlaceRow, read_places


class VocabularyQueries(graphene.ObjectType):
    """What is known about terms and places."""

    schemes = graphene.List(
        graphene.NonNull(types.Scheme), locale=locale_argument(), required=True, description="All vocabularies."
    )
    concept = graphene.Field(
        types.Concept,
        identifier=graphene.String(required=True, description="Such as `GBF-TARGET-21`."),
        locale=locale_argument(),
        description="One concept by its identifier; null when there is none.",
    )
    concepts = graphene.List(
        graphene.NonNull(types.Concept),
        scheme=graphene.String(required=True, description="The identifier of the vocabulary, such as `subjects`."),
        top_only=graphene.Boolean(
            required=True, default_value=False, description="Only the concepts that have nothing above them."
        ),
        locale=locale_argument(),
        required=True,
        description="The concepts of one vocabulary in its order.",
    )
    place = graphene.Field(
        types.Place,
        identifier=graphene.String(required=True, description="Its identifier or its slug: `be`, `western-africa`."),
        locale=locale_argument(),
        description="One place; null when there is none.",
    )
    places = graphene.List(
        graphene.NonNull(types.Place),
        kind=graphene.Argument(types.PlaceKind, description="Only places of this kind."),
        locale=locale_argument(),
        required=True,
        description="All places, by their addresses.",
    )

    @staticmethod
    def resolve_schemes(root: None, info: Any, locale: Any) -> list[SchemeRow]:
        return take_schemes(info.context.scope(locale.value), Scheme.objects.values_list(*SchemeRow.columns))

    @staticmethod
    def resolve_concept(root: None, info: Any, locale: Any, identifier: str) -> ConceptRow | None:
        row: ConceptRow | None = info.context.scope(locale.value).lookup(find_concepts_by_identifier).get(identifier)
        return row

    @staticmethod
    def resolve_concepts(root: None, info: Any, locale: Any, scheme: str, top_only: bool) -> list[ConceptRow]:
        concepts = Concept.objects.in_scheme(scheme)
        chosen = concepts.filter(broader=None) if top_only else concepts
        return read_concepts(info.context.scope(locale.value), chosen)

    @staticmethod
    def resolve_place(root: None, info: Any, locale: Any, identifier: str) -> PlaceRow | None:
        rows = read_places(info.context.scope(locale.value), Place.objects.named([identifier]).order_by("pk")[:1])
        return rows[0] if rows else None

    @staticmethod
    def resolve_places(root: None, info: Any, locale: Any, kind: Any = None) -> list[PlaceRow]:
        places = Place.objects.filter(kind=kind.value) if kind else Place.objects.all()
        return read_places(info.context.scope(locale.value), places)
