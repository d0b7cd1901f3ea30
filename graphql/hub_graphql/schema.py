"""The schema, put together from the apps."""

from typing import Any

import graphene
from graphene.types.resolver import set_default_resolver

from .body.types import BLOCK_TYPES
from .core.locales import locale_argument
from .core.node import Node
from .core.plans import read_attribute
from .knowledge.queries import KnowledgeQueries
from .knowledge.record_types import RECORD_TYPES
from .node import find_node
from .pages.queries import PageQueries
from .pages.types import HOME_BLOCK_TYPES, PAGE_TYPES
from .vocabularies.queries import VocabularyQueries


class Query(KnowledgeQueries, VocabularyQueries, PageQueries):
    """What can be read. Nobody has to sign in for it."""

    node = graphene.Field(
        Node,
        id=graphene.ID(required=True, description="As the field `id` of a thing gave it."),
        locale=locale_argument(),
        description="Whatever has this identifier; null when there is nothing to be read.",
    )

    @staticmethod
    def resolve_node(root: None, info: Any, id: str, locale: Any) -> Any:  # noqa: A002 - the name of Relay's contract
        return find_node(info.context.scope(locale.value), id)


# Rows have every field of their type: a missing one is a mistake, which graphene would answer as null.
set_default_resolver(read_attribute)
schema = graphene.Schema(query=Query, types=[*RECORD_TYPES, *BLOCK_TYPES, *HOME_BLOCK_TYPES, *PAGE_TYPES])
