"""The fast lane gives the same answers as graphql-core."""

import pytest
from graphql import execute, parse
from graphql.execution import ExecutionContext

from hub_graphql.core.context import RequestContext
from hub_graphql.core.documents import prepare
from hub_graphql.core.execution import Executor, Request
from hub_graphql.core.plans import LeaveFastLane
from hub_graphql.schema import schema

from .documents import SCHEMA, selection
from .library import fill


def both_lanes(document, variables=None):
    """The answers of the plan and of graphql-core."""
    prepared = prepare(SCHEMA, document)
    assert prepared.errors == []
    context = ExecutionContext.build(
        SCHEMA, prepared.document, context_value=RequestContext(), raw_variable_values=variables or {}
    )
    slow = execute(SCHEMA, parse(document), variable_values=variables, context_value=RequestContext())
    assert slow.errors is None
    return prepared.plans.run(context), slow.data


def test_both_lanes_agree_on_everything(site, monkeypatch):
    monkeypatch.setattr("hub_graphql.core.documents.MAX_TOKENS", 1_000_000)
    monkeypatch.setattr("hub_graphql.core.documents.MAX_LENGTH", 10_000_000)
    fill(6, page=site.root_page_id)
    of = SCHEMA.query_type.fields

    for name, arguments in {"records": "(locale: fr)", "places": "", "schemes": "(locale: ar)", "site": ""}.items():
        fast, slow = both_lanes(f"{{ {name}{arguments} {selection(of[name].type, 3)} }}")
        assert fast == slow


@pytest.mark.parametrize("shown", [True, False])
def test_switches_merged_fields_aliases_and_fragments(locales, shown):
    document = """query A($shown: Boolean!, $hidden: Boolean! = false) {
      ...Part
      a: site { name @include(if: $shown) locales { code @skip(if: $hidden) } }
      site { url }
      __typename
      constant: site @skip(if: true) { name }
    }
    fragment Part on Query { site { name locales { code } locales { name } } }"""

    fast, slow = both_lanes(document, {"shown": shown})

    assert fast == slow
    assert ("name" in fast["a"]) is shown
    assert "constant" not in fast


def test_introspection(locales):
    fast, slow = both_lanes('{ __schema { queryType { name } } __type(name: "Record") { kind fields { name } } }')

    assert fast == slow


def test_a_plan_gives_way_where_there_is_an_error(ask_wrongly, locales):
    assert ask_wrongly('{ site { name } node(id: "x") { id } }') == [
        "The argument “id” is not an identifier of this hub."
    ]
    answer = Executor(schema.graphql_schema).run(
        Request(query='{ site { name } node(id: "x") { id } }'), RequestContext()
    )
    assert answer.content["data"] == {"site": {"name": "Biodiversity Knowledge Hub"}, "node": None}


def test_a_document_with_many_switches_is_left_to_graphql_core(locales):
    switches = ", ".join(f"$v{number}: Boolean = true" for number in range(5))
    fields = " ".join(f"a{number}: site @include(if: $v{number}) {{ name }}" for number in range(5))
    document = f"query({switches}) {{ {fields} }}"
    prepared = prepare(SCHEMA, document)
    context = ExecutionContext.build(SCHEMA, prepared.document, context_value=RequestContext())

    with pytest.raises(LeaveFastLane):
        prepared.plans.run(context)
    assert Executor(SCHEMA).run(Request(query=document), RequestContext()).content["data"]["a4"] == {
        "name": "Biodiversity Knowledge Hub"
    }
