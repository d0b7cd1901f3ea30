"""What editors note for themselves is in no answer."""

import orjson
import pytest

from hub_graphql.core.context import RequestContext
from hub_graphql.core.documents import DocumentCache
from hub_graphql.core.execution import Executor, Request
from hub_graphql.schema import schema
from knowledge.models import Record

from .documents import selection
from .library import SECRET, fill


@pytest.mark.feature("K19")
def test_no_field_of_the_whole_schema_answers_with_private_notes_or_raw_payloads(site, monkeypatch):
    monkeypatch.setattr("hub_graphql.core.documents.MAX_TOKENS", 1_000_000)
    monkeypatch.setattr("hub_graphql.core.documents.MAX_LENGTH", 10_000_000)
    fill(6, page=site.root_page_id)
    record = Record.objects.filter(private_notes=SECRET).first()
    arguments = {
        "node": "",
        "preview": "",
        "record": f'(reference: "{record.reference}")',
        "records": "",
        "buildingBlocks": "",
        "buildingBlock": '(reference: "x")',
        "organisation": '(slug: "organisation-0001")',
        "organisations": "",
        "concept": '(identifier: "x")',
        "concepts": '(scheme: "subjects")',
        "place": '(identifier: "x1")',
        "places": "",
        "schemes": "",
        "site": "",
        "page": '(path: "/")',
        "menu": '(identifier: "main")',
        "redirect": '(path: "/")',
    }
    fields = schema.graphql_schema.query_type.fields
    assert set(arguments) == set(fields)

    executor = Executor(schema.graphql_schema, DocumentCache())
    for name in fields.keys() - {"node", "preview"}:
        query = f"{{ {name}{arguments[name]} {selection(fields[name].type, 3)} }}"
        answer = executor.run(Request(query=query), RequestContext())
        assert "errors" not in answer.content, name
        assert SECRET not in orjson.dumps(answer.content).decode(), name

    assert "privateNotes" not in str(schema)
    assert "payload" not in str(schema)
