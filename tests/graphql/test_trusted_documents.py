"""What our own frontend asks can be answered."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from hub_graphql.core.documents import prepare
from hub_graphql.schema import schema

PATH = Path(settings.BASE_DIR) / "graphql" / "documents.json"
DOCUMENTS = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}


@pytest.mark.parametrize("entry", DOCUMENTS.values(), ids=lambda entry: entry["name"])
def test_each_document_of_the_frontend_is_valid_and_within_the_limits(entry):
    assert prepare(schema.graphql_schema, entry["text"]).errors == []
