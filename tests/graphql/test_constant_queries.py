"""No list costs more statements when it is longer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub_graphql.core.context import RequestContext
from hub_graphql.core.documents import DocumentCache
from hub_graphql.core.execution import Executor, Request
from hub_graphql.schema import schema

from .documents import selection
from .library import fill

LISTS = ("records", "buildingBlocks", "organisations", "concepts", "places", "schemes")


@pytest.fixture
def statements(monkeypatch):
    """How many statements a document takes, and what it answers."""
    monkeypatch.setattr("hub_graphql.core.documents.MAX_TOKENS", 1_000_000)
    monkeypatch.setattr("hub_graphql.core.documents.MAX_LENGTH", 10_000_000)
    executor = Executor(schema.graphql_schema, DocumentCache())

    def count(document):
        with CaptureQueriesContext(connection) as captured:
            answer = executor.run(Request(query=document), RequestContext())
        assert "errors" not in answer.content
        return len(captured), answer.content["data"]

    return count


@pytest.mark.feature("A7")
def test_each_list_with_all_that_hangs_on_it_takes_as_many_statements_for_100_as_for_10(statements, site):
    documents = {}
    for name in LISTS:
        of = schema.graphql_schema.query_type.fields[name].type
        documents[name] = "{ " + f"{name}(locale: fr" + _arguments(name) + ") " + selection(of, 4) + " }"

    fill(12, page=site.root_page_id)
    few = {name: statements(document) for name, document in documents.items()}
    fill(87, page=site.root_page_id)
    many = {name: statements(document) for name, document in documents.items()}

    assert {name: count for name, (count, _data) in many.items()} == {
        name: count for name, (count, _data) in few.items()
    }
    assert len(many["records"][1]["records"]["RecordConnection_nodes"]) == 100
    assert len(few["records"][1]["records"]["RecordConnection_nodes"]) == 13


def _arguments(name: str) -> str:
    return {
        "records": ", first: 100, order: OLDEST",
        "buildingBlocks": ", first: 100",
        "organisations": ", first: 100",
        "concepts": ', scheme: "subjects"',
    }.get(name, "")
