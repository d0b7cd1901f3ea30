"""The example operations for partners work as they stand."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from knowledge.models import CaseStudyBuildingBlock
from tests.factories import (
    BestPracticeFactory,
    BuildingBlockFactory,
    CaseStudyFactory,
    ConceptFactory,
    PlaceFactory,
    map_concepts,
)

from .conftest import post

OPERATIONS = sorted((Path(settings.BASE_DIR) / "graphql" / "operations").glob("*.graphql"))


@pytest.fixture
def small_hub(locales):
    """What the example variables name, and one thing of each kind."""
    group = ConceptFactory(identifier="GBF-GROUP-1", in_scheme="gbf-targets")
    target = ConceptFactory(identifier="GBF-TARGET-03", in_scheme="gbf-targets", broader=[group])
    aichi = ConceptFactory(identifier="AICHI-TARGET-11", in_scheme="aichi-targets")
    map_concepts(target, aichi)
    licence = ConceptFactory(identifier="CC-BY-4.0", in_scheme="licences")
    china = PlaceFactory(slug="cn")
    study = CaseStudyFactory(
        translation_key=UUID("9686c603-0bcf-525a-8899-92f989133296"),
        targets=[target],
        places=[china],
        licence=licence,
        publication_date="2024",
    )
    BestPracticeFactory(aichi_targets=[aichi])
    CaseStudyBuildingBlock.objects.create(case_study=study, building_block=BuildingBlockFactory(), note="So")


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_an_example_operation_answers_without_errors_and_not_emptily(small_hub, path):
    document = path.read_text(encoding="utf-8")
    variables = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert document.startswith("# ")
    assert f"query {path.stem}(" in document

    answer = post(document, variables).json()

    assert "errors" not in answer
    assert all(_leaves(value) for value in answer["data"].values())


def test_there_are_examples():
    assert len(OPERATIONS) >= 6


def _leaves(value):
    """All texts and numbers above nothing that an answer holds, page information aside."""
    if isinstance(value, dict):
        return [leaf for key, part in value.items() if key != "pageInfo" for leaf in _leaves(part)]
    if isinstance(value, list):
        return [leaf for part in value for leaf in _leaves(part)]
    return [value] if value else []
