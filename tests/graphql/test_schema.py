"""The contract itself."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from graphql import is_enum_type, is_input_object_type, is_interface_type, is_introspection_type, is_object_type

from hub.pages.blocks import HomeBlock
from hub_graphql.body.blocks import BLOCKS
from hub_graphql.pages.rows import HOME_BLOCKS
from hub_graphql.schema import schema
from knowledge.blocks import BodyBlock

TYPES = [
    kind
    for kind in schema.graphql_schema.type_map.values()
    if not is_introspection_type(kind)
    and (is_object_type(kind) or is_interface_type(kind) or is_input_object_type(kind) or is_enum_type(kind))
]


@pytest.mark.feature("A1")
def test_the_committed_contract_is_that_of_the_code():
    call_command("export_graphql_schema", "--check")


@pytest.mark.feature("A1")
def test_a_contract_that_differs_is_refused_until_it_is_written(settings, tmp_path):
    path = tmp_path / "schema.graphql"
    path.write_text("type Query { ping: String }\n")
    settings.GRAPHENE = settings.GRAPHENE | {"SCHEMA_OUTPUT": str(path)}

    with pytest.raises(CommandError, match="differs"):
        call_command("export_graphql_schema", "--check")
    call_command("export_graphql_schema", stdout=StringIO())

    assert path.read_text() == (Path(settings.BASE_DIR) / "graphql" / "schema.graphql").read_text()


@pytest.mark.feature("A1")
@pytest.mark.parametrize(("stream", "rows"), [(BodyBlock, BLOCKS), (HomeBlock, HOME_BLOCKS)])
def test_every_block_of_a_stream_has_a_type_with_its_fields(stream, rows):
    blocks = stream().child_blocks
    assert set(blocks) == set(rows)

    for name, block in blocks.items():
        fields = set(schema.graphql_schema.type_map[rows[name].graphql_type].fields)
        parts = {camel(part) for part in getattr(block, "child_blocks", {})}
        renamed = {"image": "figure", "table": "rows", "count": "records", "text": "html"}
        assert all(part in fields or renamed.get(part) in fields for part in parts), (name, parts, fields)


@pytest.mark.parametrize("kind", TYPES, ids=str)
def test_everything_is_described(kind):
    nameless = [] if kind.description else [kind.name]
    if is_enum_type(kind):
        nameless += [name for name, value in kind.values.items() if not value.description]
    else:
        nameless += [name for name, field in kind.fields.items() if not field.description]
        arguments = [(name, field.args) for name, field in kind.fields.items() if hasattr(field, "args")]
        nameless += [f"{name}({key})" for name, args in arguments for key, arg in args.items() if not arg.description]

    assert nameless == []


def test_graphql_is_still_graphql_core():
    import graphql

    assert "site-packages" in str(graphql.__file__)
    assert not (Path(settings.BASE_DIR) / "graphql" / "__init__.py").exists()


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
