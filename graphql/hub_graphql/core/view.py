"""`/graphql/`: GraphQL over HTTP (https://graphql.github.io/graphql-over-http/), reading only, without cookies."""

from functools import cache
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from .context import RequestContext
from .execution import Executor, Request

GRAPHQL_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"


class BadRequest(Exception):  # noqa: N818 - the name of the answer
    """The request is no GraphQL request; the message says why."""


@cache
def executor() -> Executor:
    """The executor of the hub's schema, made when the first request comes."""
    from hub_graphql.schema import schema

    return Executor(schema.graphql_schema)


@csrf_exempt
def graphql_view(request: HttpRequest) -> HttpResponse:
    """Answer one GraphQL request. Nobody is signed in here, so there is nothing for another site to abuse."""
    media_type = GRAPHQL_JSON if GRAPHQL_JSON in request.headers.get("Accept", "") else PLAIN_JSON
    if request.method != "POST":
        return _respond(_problem(_("Send a POST request with JSON.")), media_type, 405, Allow="POST")
    if request.content_type not in {PLAIN_JSON, GRAPHQL_JSON}:
        return _respond(_problem(_("Send the request as application/json.")), media_type, 415)
    try:
        asked = parse_body(request.body)
    except BadRequest as problem:
        return _respond(_problem(str(problem)), media_type, 400)
    context = RequestContext()
    answer = executor().run(asked, context)
    # The older media type knows one status for every well-formed request.
    status = 400 if not answer.was_executed and media_type == GRAPHQL_JSON else 200
    headers = {"Cache-Control": "no-store"} if context.is_private else {}
    return _respond(answer.content, media_type, status, **headers)


def parse_body(body: bytes) -> Request:
    """The request in a JSON body; raises `BadRequest` for anything else."""
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadRequest(_("The body is not JSON.")) from None
    if not isinstance(given, dict):
        raise BadRequest(_("The body must be one JSON object with “query”."))
    query = given.get("query")
    variables = given.get("variables")
    operation_name = given.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise BadRequest(_("“query” must be a GraphQL document."))
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest(_("“variables” must be an object."))
    if operation_name is not None and not isinstance(operation_name, str):
        raise BadRequest(_("“operationName” must be text."))
    return Request(query=query, variables=variables or {}, operation_name=operation_name or None)


def _problem(message: str) -> dict[str, Any]:
    return {"errors": [{"message": message}]}


def _respond(content: dict[str, Any], media_type: str, status: int, **headers: str) -> HttpResponse:
    response = HttpResponse(orjson.dumps(content), content_type=f"{media_type}; charset=utf-8", status=status)
    response.headers["Vary"] = "Accept"
    for name, text in headers.items():
        response.headers[name.replace("_", "-")] = text
    return response
