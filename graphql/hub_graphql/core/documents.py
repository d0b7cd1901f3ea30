"""Documents parsed and validated once, and kept as long as there is room."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    VariableNode,
    Visitor,
    parse,
    validate,
    visit,
)

from .limits import MAX_COMMENTS, MAX_LENGTH, MAX_TOKENS, depth_errors
from .plans import Plans

MAX_CACHED_DOCUMENTS = 500
MAX_CACHED_CHARACTERS = 2_000_000


@dataclass(slots=True, kw_only=True)
class PreparedDocument:
    """A document that may be executed, or the errors why it may not.

    `field_names` are all fields that it names; `conditions` the variables on which @skip and @include hang.
    """

    document: DocumentNode | None
    errors: list[GraphQLError]
    field_names: frozenset[str] = frozenset()
    plans: Plans = field(default_factory=Plans)


class _Survey(Visitor):
    """Notes the names of all fields, and the variables in directives."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: set[str] = set()
        self.conditions: set[str] = set()

    def enter_field(self, node: FieldNode, *_rest: Any) -> None:
        self.fields.add(node.name.value)

    def enter_directive(self, node: DirectiveNode, *_rest: Any) -> None:
        values = (argument.value for argument in node.arguments)
        self.conditions |= {value.name.value for value in values if isinstance(value, VariableNode)}


def prepare(schema: GraphQLSchema, source: str) -> PreparedDocument:
    """Parse and validate `source`; the errors of either are in the result."""
    try:
        document = parse(source, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_COMMENTS, max_source_length=MAX_LENGTH)
    except GraphQLError as error:
        return PreparedDocument(document=None, errors=[error])
    errors = validate(schema, document) or depth_errors(document)
    if errors:
        return PreparedDocument(document=None, errors=errors)
    survey = _Survey()
    visit(document, survey)
    return PreparedDocument(
        document=document,
        errors=[],
        field_names=frozenset(survey.fields),
        plans=Plans(conditions=tuple(sorted(survey.conditions))),
    )


class DocumentCache:
    """The documents used last, bounded in number and in length. Safe for threads; invalid documents are not kept."""

    def __init__(
        self, *, max_documents: int = MAX_CACHED_DOCUMENTS, max_characters: int = MAX_CACHED_CHARACTERS
    ) -> None:
        self._max_documents = max_documents
        self._max_characters = max_characters
        self._kept: OrderedDict[str, PreparedDocument] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, schema: GraphQLSchema, source: str) -> PreparedDocument:
        """The prepared document of `source`."""
        with self._lock:
            found = self._kept.get(source)
            if found is not None:
                self._kept.move_to_end(source)
                return found
        prepared = prepare(schema, source)
        if not prepared.errors:
            self._keep(source, prepared)
        return prepared

    def _keep(self, source: str, prepared: PreparedDocument) -> None:
        with self._lock:
            if source in self._kept or len(source) > self._max_characters:
                return
            self._kept[source] = prepared
            self._characters += len(source)
            while len(self._kept) > self._max_documents or self._characters > self._max_characters:
                oldest, _document = self._kept.popitem(last=False)
                self._characters -= len(oldest)
