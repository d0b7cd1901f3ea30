"""GraphQL over HTTP, and what a caller is told when something goes wrong."""

# ruff: noqa: UP031 - a GraphQL document is full of braces

import json
import logging

import pytest
from django.db import DatabaseError
from django.test import Client

from hub_graphql.core.documents import DocumentCache
from hub_graphql.core.limits import MAX_DEPTH
from hub_graphql.knowledge import queries
from hub_graphql.schema import schema

from .conftest import post

SITE = "{ site { name } }"


def send(body, *, accept="application/json", content_type="application/json"):
    return Client().generic("POST", "/graphql/", body, content_type=content_type, headers={"accept": accept})


def test_an_answer_comes_in_the_media_type_that_was_asked_for(db):
    new = send(json.dumps({"query": SITE}), accept="application/graphql-response+json, application/json;q=0.9")
    old = send(json.dumps({"query": SITE}))

    assert new.status_code == old.status_code == 200
    assert new.headers["Content-Type"] == "application/graphql-response+json; charset=utf-8"
    assert old.headers["Content-Type"] == "application/json; charset=utf-8"
    assert new.json() == old.json() == {"data": {"site": {"name": "Biodiversity Knowledge Hub"}}}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{", "The body is not JSON."),
        (b"\xff", "The body is not JSON."),
        ("[]", "The body must be one JSON object with “query”."),
        ("1", "The body must be one JSON object with “query”."),
        ("{}", "“query” must be a GraphQL document."),
        ('{"query": 1}', "“query” must be a GraphQL document."),
        ('{"query": " "}', "“query” must be a GraphQL document."),
        ('{"query": "{ a }", "variables": []}', "“variables” must be an object."),
        ('{"query": "{ a }", "operationName": 1}', "“operationName” must be text."),
    ],
)
def test_what_is_no_request_is_refused_in_plain_words(db, body, message):
    response = send(body)

    assert response.status_code == 400
    assert response.json() == {"errors": [{"message": message}]}


def test_other_methods_and_other_content_are_refused(db):
    get = Client().get("/graphql/", {"query": SITE})
    form = send("query=x", content_type="application/x-www-form-urlencoded")

    assert (get.status_code, get.headers["Allow"]) == (405, "POST")
    assert form.status_code == 415


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("{", "Syntax Error: Expected Name, found <EOF>."),
        ("{ nothing }", "Cannot query field 'nothing' on type 'Query'."),
        ("{ ...A } fragment A on Query { ...A }", "Cannot spread fragment 'A' within itself."),
        ("{ " + "site { name } " * 2000 + "}", "Syntax Error: Document contains more than 5000 tokens."),
    ],
)
def test_a_document_that_cannot_be_taken_is_refused(db, query, message):
    new = send(json.dumps({"query": query}), accept="application/graphql-response+json")
    old = send(json.dumps({"query": query}))

    assert (new.status_code, old.status_code) == (400, 200)
    assert new.json() == old.json()
    assert "data" not in new.json()
    assert message.split(" more than")[0] in new.json()["errors"][0]["message"]


def test_an_operation_may_nest_only_so_deep_with_fragments_too(db):
    def nested(depth):
        return "broader { " * (depth - 1) + "identifier" + " }" * (depth - 1)

    def plain(depth):
        return '{ concept(identifier: "x") { ' + nested(depth - 1) + " } }"

    spread = '{ concept(identifier: "x") { broader { ...A } } } fragment A on Concept { ' + nested(MAX_DEPTH - 1) + " }"
    message = "The operation is nested deeper than 20 levels."

    assert "errors" not in post(plain(MAX_DEPTH)).json()
    assert post(plain(MAX_DEPTH + 1)).json()["errors"][0]["message"] == message
    assert post(spread).json()["errors"][0]["message"] == message


def test_variables_of_the_wrong_kind_are_the_callers_mistake(db):
    response = send(
        json.dumps({"query": "query($n: Int) { records(first: $n) { nodes { title } } }", "variables": {"n": "x"}}),
        accept="application/graphql-response+json",
    )

    assert response.status_code == 400
    assert "Int cannot represent" in response.json()["errors"][0]["message"]


def test_our_own_failure_is_logged_with_a_number_and_only_the_number_is_told(ask_wrongly, monkeypatch, caplog):
    def fail(*_arguments):
        raise DatabaseError("no such table: secret_table")

    monkeypatch.setattr(queries, "find_record", fail)
    with caplog.at_level(logging.ERROR):
        response = post('{ site { name } record(reference: "x") { title } }').json()

    (error,) = response["errors"]
    assert response["data"] == {"site": {"name": "Biodiversity Knowledge Hub"}, "record": None}
    assert "secret" not in json.dumps(response)
    assert error["extensions"]["number"] in error["message"]
    assert error["extensions"]["number"] in caplog.text
    assert "secret_table" in caplog.text


def test_documents_are_kept_within_their_bounds():
    cache = DocumentCache(max_documents=2, max_characters=200)
    first, second, third = ("{ %s: site { name } }" % name for name in "abc")
    prepared = cache.get(schema.graphql_schema, first)
    assert cache.get(schema.graphql_schema, first) is prepared

    cache.get(schema.graphql_schema, second)
    cache.get(schema.graphql_schema, third)
    assert len(cache) == 2
    assert cache.get(schema.graphql_schema, first) is not prepared

    cache.get(schema.graphql_schema, "{ site { name } }" + " " * 180)
    assert len(cache) == 1
    cache.get(schema.graphql_schema, "{ site { name } }" + " " * 1000)
    cache.get(schema.graphql_schema, "{ nothing }")
    assert len(cache) == 1
