"""What every thing with a global identifier shares, and how a row tells its type."""

from typing import Any

import graphene


def type_of(row: Any, info: Any) -> Any:
    """The type that a row names itself: `resolve_type` of every interface and union."""
    return info.schema.get_type(row.graphql_type).graphene_type


class Node(graphene.Interface):
    """A thing that can be fetched again by its identifier."""

    id = graphene.ID(required=True, description="Permanent identifier, opaque to callers.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return type_of(instance, info)
