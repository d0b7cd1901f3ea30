"""Enumerations of the contract, each value with its description."""

from collections.abc import Mapping
from enum import Enum

import graphene


def enum_type(enum: type[Enum], description: str, values: Mapping[str, str]) -> type[graphene.Enum]:
    """The GraphQL enumeration of `enum`; `values` describes each member by its name."""

    def describe(member: Enum | None) -> str:
        return description if member is None else values[member.name]

    made: type[graphene.Enum] = graphene.Enum.from_enum(enum, description=describe)
    return made
