"""Documents made from the schema itself, so that no field can be forgotten."""

from collections.abc import Iterable
from typing import Any

from graphql import GraphQLObjectType, get_named_type, is_abstract_type, is_leaf_type

from hub_graphql.schema import schema

SCHEMA = schema.graphql_schema


def selection(of: Any, depth: int, *, without: Iterable[str] = ()) -> str:
    """All fields of a type, nested `depth` levels deep, each under a name of its own so that types never clash."""
    named = get_named_type(of)
    if is_abstract_type(named):
        parts = [f"... on {kind.name} {selection(kind, depth)}" for kind in SCHEMA.get_possible_types(named)]
        return "{ __typename " + " ".join(parts) + " }"
    fields = [_field(named, name, depth) for name in named.fields if name not in set(without)]
    return "{ " + " ".join(field for field in fields if field) + " }"


def _field(parent: GraphQLObjectType, name: str, depth: int) -> str:
    of = get_named_type(parent.fields[name].type)
    if is_leaf_type(of):
        return f"{parent.name}_{name}: {name}"
    if not depth:
        return ""
    return f"{parent.name}_{name}: {name} {selection(of, depth - 1)}"
