"""Asking the hub as a partner does, over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

type Ask = Callable[..., Any]


@pytest.fixture
def ask(locales) -> Ask:
    """`ask(document, **variables)` gives the data, and fails on any error."""

    def asked(document: str, **variables: Any) -> Any:
        content = post(document, variables).json()
        assert "errors" not in content, content["errors"]
        return content["data"]

    return asked


@pytest.fixture
def ask_wrongly(locales) -> Ask:
    """`ask_wrongly(document, **variables)` gives the messages of the errors, and fails where there is none."""

    def asked(document: str, **variables: Any) -> list[str]:
        errors = post(document, variables).json()["errors"]
        assert errors
        return [error["message"] for error in errors]

    return asked


def post(document: str, variables: dict[str, Any] | None = None, **headers: str) -> Any:
    """The response to one request."""
    body = {"query": document, "variables": variables or {}}
    return Client().post("/graphql/", body, content_type="application/json", headers=headers)
