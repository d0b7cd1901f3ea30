"""What a caller is told when something goes wrong, and what stays in the log."""

import logging
import secrets
from typing import Any

from django.utils.translation import gettext as _
from graphql import GraphQLError

logger = logging.getLogger(__name__)


class CallerError(GraphQLError):
    """A mistake of the caller, worded for the caller."""

    def __init__(self, message: str, *, code: str = "BAD_USER_INPUT") -> None:
        super().__init__(message, extensions={"code": code})


def answer_to(error: GraphQLError) -> dict[str, Any]:
    """The error as the caller may see it: our own failures are logged with a number, and only the number is told."""
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error:
        cause = cause.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return dict(error.formatted)
    number = secrets.token_hex(6)
    logger.error("GraphQL failure %s at %s", number, error.path, exc_info=cause)
    hidden = GraphQLError(
        _("Something went wrong on our side. Tell us this number: %(number)s") % {"number": number},
        nodes=error.nodes,
        path=error.path,
        extensions={"code": "INTERNAL_SERVER_ERROR", "number": number},
    )
    return dict(hidden.formatted)
