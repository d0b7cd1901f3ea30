"""One request from text to answer."""

from dataclasses import dataclass, field
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLSchema, execute
from graphql.execution import ExecutionContext

from .context import RequestContext
from .documents import DocumentCache
from .errors import answer_to
from .plans import TURNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a caller sends."""

    query: str
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a caller gets. `was_executed` is False when the document or its variables could not be taken."""

    content: dict[str, Any]
    was_executed: bool


class Executor:
    """Executes requests against one schema and remembers their documents."""

    def __init__(self, schema: GraphQLSchema, documents: DocumentCache | None = None) -> None:
        self.schema = schema
        self.documents = documents or DocumentCache()

    def run(self, request: Request, context: RequestContext) -> Answer:
        """The answer to `request`, errors included."""
        prepared = self.documents.get(self.schema, request.query)
        if prepared.document is None:
            return _refused(prepared.errors)
        context.mentioned = prepared.field_names
        arguments: dict[str, Any] = {
            "context_value": context,
            "raw_variable_values": request.variables,
            "operation_name": request.operation_name,
        }
        execution = ExecutionContext.build(self.schema, prepared.document, **arguments)
        if isinstance(execution, list):
            return _refused(execution)
        try:
            return Answer(content={"data": prepared.plans.run(execution)}, was_executed=True)
        except TURNS:
            return self._run_in_full(prepared.document, arguments)
        finally:
            context.release()

    def _run_in_full(self, document: Any, arguments: dict[str, Any]) -> Answer:
        variables = arguments.pop("raw_variable_values")
        result = execute(self.schema, document, variable_values=variables, is_awaitable=_never, **arguments)
        if not isinstance(result, ExecutionResult):
            raise TypeError(result)
        content: dict[str, Any] = {"data": result.data}
        if result.errors:
            content["errors"] = [answer_to(error) for error in result.errors]
        return Answer(content=content, was_executed=True)


def _refused(errors: list[GraphQLError]) -> Answer:
    return Answer(content={"errors": [answer_to(error) for error in errors]}, was_executed=False)


def _never(_value: Any) -> bool:
    """No resolver here is asynchronous."""
    return False
