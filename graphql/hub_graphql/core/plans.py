"""The fast lane: an operation compiled once into nested steps over plain rows.

graphql-core looks every field up, and describes it to its resolver, once for each row. A plan does that once for each
field of the document, which is most of the cost of a list. It knows only the way on which nothing goes wrong: whatever
goes wrong makes the caller run the operation again in graphql-core, which words the error and completes the rest.
Reading has no effects, so running it twice is safe. Both lanes give the same answer, and a test holds them to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from graphql import (
    FieldNode,
    GraphQLAbstractType,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLString,
    OperationType,
    default_field_resolver,
    is_abstract_type,
)
from graphql.execution import ExecutionContext
from graphql.execution.collect_fields import collect_fields, collect_sub_fields
from graphql.execution.execute import get_field_def
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path

# Two switches double the plans of a document twice; what has more of them is executed by graphql-core.
MAX_CONDITIONS = 4

type Complete = Callable[[Any, ExecutionContext], Any]


class LeaveFastLane(Exception):  # noqa: N818 - it is a turn, not an error
    """The plan cannot complete the answer."""


# What resolvers and rows raise when something is wrong with the request, the data or the database.
TURNS = (
    LeaveFastLane,
    GraphQLError,
    ObjectDoesNotExist,
    DatabaseError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
)


@dataclass(slots=True)
class Plans:
    """The plans of one document, one for each operation and each setting of the variables in `conditions`."""

    conditions: tuple[str, ...] = ()
    _compiled: dict[Any, "Plan"] = field(default_factory=dict)

    def run(self, context: ExecutionContext) -> dict[str, Any]:
        """The data of the operation in `context`; raises one of `TURNS` where graphql-core must do it."""
        operation = context.operation
        if operation.operation is not OperationType.QUERY or len(self.conditions) > MAX_CONDITIONS:
            raise LeaveFastLane
        settings = tuple(context.variable_values.get(name) for name in self.conditions)
        key = (operation.name.value if operation.name else None, settings)
        if key not in self._compiled:
            self._compiled[key] = Plan(context)
        return self._compiled[key].run(context)


@dataclass(slots=True, kw_only=True)
class Step:
    """One field of a selection: what it is called in the answer, how it is read, how its value is completed."""

    name: str
    read: Callable[[Any, ExecutionContext], Any]
    complete: Complete


class Plan:
    """The compiled selections of one operation."""

    def __init__(self, context: ExecutionContext) -> None:
        self._schema = context.schema
        self._fragments = context.fragments
        self._variables = context.variable_values
        root = context.schema.query_type
        if root is None:
            raise LeaveFastLane
        fields = collect_fields(
            context.schema, context.fragments, context.variable_values, root, context.operation.selection_set
        )
        self._root = self._steps(root, fields)

    def run(self, context: ExecutionContext) -> dict[str, Any]:
        """The data of one execution."""
        return _take(self._root, context.root_value, context)

    def _steps(self, parent: GraphQLObjectType, fields: Mapping[str, list[FieldNode]]) -> tuple[Step, ...]:
        return tuple(self._step(parent, name, nodes) for name, nodes in fields.items())

    def _step(self, parent: GraphQLObjectType, name: str, nodes: list[FieldNode]) -> Step:
        if nodes[0].name.value == "__typename":
            return Step(name=name, read=lambda _source, _context: parent.name, complete=_as_it_is)
        definition = get_field_def(self._schema, parent, nodes[0])
        if definition is None:
            raise LeaveFastLane
        return Step(
            name=name,
            read=_reader(parent, definition, name, nodes),
            complete=self._completer(definition.type, nodes),
        )

    def _completer(self, of: GraphQLOutputType, nodes: list[FieldNode]) -> Complete:
        if isinstance(of, GraphQLNonNull):
            return _required(self._completer(of.of_type, nodes))
        if isinstance(of, GraphQLList):
            return _listed(self._completer(of.of_type, nodes))
        if isinstance(of, GraphQLObjectType):
            steps = self._steps(of, self._sub_fields(of, nodes))
            return lambda value, context: None if value is None else _take(steps, value, context)
        if is_abstract_type(of):
            return self._abstract(of, nodes)  # type: ignore[arg-type]
        if isinstance(of, GraphQLEnumType):
            return _enumerated(of)
        return _scalar(of)  # type: ignore[arg-type]

    def _abstract(self, of: GraphQLAbstractType, nodes: list[FieldNode]) -> Complete:
        compiled: dict[str, tuple[Step, ...]] = {}
        for concrete in self._schema.get_possible_types(of):
            compiled[concrete.name] = self._steps(concrete, self._sub_fields(concrete, nodes))

        def complete(value: Any, context: ExecutionContext) -> Any:
            return None if value is None else _take(compiled[value.graphql_type], value, context)

        return complete

    def _sub_fields(self, of: GraphQLObjectType, nodes: list[FieldNode]) -> Mapping[str, list[FieldNode]]:
        return collect_sub_fields(self._schema, self._fragments, self._variables, of, nodes)


def _take(steps: tuple[Step, ...], source: Any, context: ExecutionContext) -> dict[str, Any]:
    return {step.name: step.complete(step.read(source, context), context) for step in steps}


def _reader(
    parent: GraphQLObjectType, definition: GraphQLField, name: str, nodes: list[FieldNode]
) -> Callable[[Any, ExecutionContext], Any]:
    resolve = definition.resolve or default_field_resolver
    if isinstance(resolve, partial) and resolve.func is read_attribute:
        get = attrgetter(resolve.args[0])
        return lambda source, _context: get(source)

    def read(source: Any, context: ExecutionContext) -> Any:
        arguments = get_argument_values(definition, nodes[0], context.variable_values)
        return resolve(source, _describe(parent, definition, name, nodes, context), **arguments)

    return read


def _describe(
    parent: GraphQLObjectType, definition: GraphQLField, name: str, nodes: list[FieldNode], context: ExecutionContext
) -> GraphQLResolveInfo:
    """What graphql-core tells a resolver; only the path does not count the rows above it."""
    return context.build_resolve_info(definition, nodes, parent, Path(None, name, parent.name))


def read_attribute(name: str, _default: Any, source: Any, _info: GraphQLResolveInfo) -> Any:
    """The resolver of every field that has none of its own: the attribute of the row that bears its name."""
    return getattr(source, name)


def _as_it_is(value: Any, _context: ExecutionContext) -> Any:
    return value


def _required(complete: Complete) -> Complete:
    def completed(value: Any, context: ExecutionContext) -> Any:
        found = complete(value, context)
        if found is None:
            raise LeaveFastLane
        return found

    return completed


def _listed(complete: Complete) -> Complete:
    return lambda value, context: None if value is None else [complete(item, context) for item in value]


def _scalar(of: GraphQLScalarType) -> Complete:
    serialize = of.serialize
    is_text = of in (GraphQLString, GraphQLID)

    def complete(value: Any, _context: ExecutionContext) -> Any:
        if value is None or (is_text and type(value) is str):
            return value
        return serialize(value)

    return complete


def _enumerated(of: GraphQLEnumType) -> Complete:
    names: dict[Any, str | None] = {None: None}

    def complete(value: Any, _context: ExecutionContext) -> Any:
        if value not in names:
            names[value] = of.serialize(value)
        return names[value]

    return complete
