"""How much a document may ask."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
)

MAX_TOKENS = 5_000
MAX_COMMENTS = 1_000
MAX_LENGTH = 100_000
# The introspection query of the usual tools is 15 deep.
MAX_DEPTH = 20


def depth_errors(document: DocumentNode) -> list[GraphQLError]:
    """One error for each operation that nests too deep. `document` must be valid: its fragments form no cycle."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    known: dict[str, int] = {}
    return [
        GraphQLError(_("The operation is nested deeper than %(most)d levels.") % {"most": MAX_DEPTH}, definition)
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
        and _depth(definition.selection_set, fragments, known) > MAX_DEPTH
    ]


def _depth(
    selections: SelectionSetNode | None, fragments: Mapping[str, FragmentDefinitionNode], known: dict[str, int]
) -> int:
    """The depth of the deepest field; each fragment is measured once, so that the work stays linear."""
    deepest = 0
    for node in selections.selections if selections else ():
        if isinstance(node, FragmentSpreadNode):
            name = node.name.value
            if name not in known:
                known[name] = _depth(fragments[name].selection_set, fragments, known)
            depth = known[name]
        else:
            own = 1 if isinstance(node, FieldNode) else 0
            depth = own + _depth(node.selection_set, fragments, known)
        deepest = max(deepest, depth)
    return deepest
