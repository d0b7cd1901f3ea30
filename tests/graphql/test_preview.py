"""Drafts for those who hold a token."""

# ruff: noqa: UP031 - a GraphQL document is full of braces

import pytest

from knowledge.models import CaseStudyBuildingBlock, RecordRelation, ResourceLink
from knowledge.preview import store_preview
from tests.factories import (
    RECORD_FACTORIES,
    BuildingBlockFactory,
    CaseStudyFactory,
    ConceptFactory,
    PlaceFactory,
    translated,
)

from .conftest import post
from .documents import selection

PREVIEW = """query($token: String!) { preview(token: $token) {
  ... on Record { title language { localeServed translationMethod availableLocales isStale originalLocale } bodyHtml
    targets { identifier } places { slug } tags links { url } relations { kind record { title } } }
  ... on CaseStudy { problemHtml buildingBlocks { note buildingBlock { title } } }
  ... on BuildingBlock { title howItWorksHtml targets { identifier } }
} }"""


@pytest.mark.feature("A8")
def test_a_token_shows_the_draft_and_all_that_hangs_on_it(ask):
    live = CaseStudyFactory(title="Live", targets=[ConceptFactory(identifier="OLD", in_scheme="gbf-targets")])
    translated(live, "fr")
    new = ConceptFactory(identifier="NEW", in_scheme="gbf-targets")
    draft = type(live).objects.get(pk=live.pk)
    draft.title, draft.problem = "Draft", "<p>Goats</p>"
    draft.body = [("heading", {"text": "How", "level": "2"})]
    draft.targets = [new]
    draft.places = [PlaceFactory(slug="be")]
    draft.tags.set(["goats"])
    draft.links = [ResourceLink(url="https://example.org")]
    draft.relations = [RecordRelation(kind="references", target=CaseStudyFactory(title="Other"))]
    block = BuildingBlockFactory(title="Wardens")
    draft.building_block_uses = [CaseStudyBuildingBlock(building_block=block, note="Paid")]
    token = store_preview(draft)

    response = post(PREVIEW, {"token": token})

    assert response.headers["Cache-Control"] == "no-store"
    assert response.json() == {
        "data": {
            "preview": {
                "title": "Draft",
                "language": {
                    "localeServed": "en",
                    "translationMethod": "ORIGINAL",
                    "availableLocales": ["en", "fr"],
                    "isStale": False,
                    "originalLocale": "en",
                },
                "bodyHtml": "<h2>How</h2>",
                "targets": [{"identifier": "NEW"}],
                "places": [{"slug": "be"}],
                "tags": ["goats"],
                "links": [{"url": "https://example.org"}],
                "relations": [{"kind": "REFERENCES", "record": {"title": "Other"}}],
                "problemHtml": "<p>Goats</p>",
                "buildingBlocks": [{"note": "Paid", "buildingBlock": {"title": "Wardens"}}],
            }
        }
    }
    assert ask('{ record(reference: "%s") { title } }' % live.reference)["record"]["title"] == "Live"


@pytest.mark.feature("A8")
@pytest.mark.parametrize("make", [*RECORD_FACTORIES, BuildingBlockFactory])
def test_every_field_of_every_type_can_be_previewed(ask, make, locales):
    draft = make.build(title="Never saved", live=False)
    draft.full_clean(exclude=[field.name for field in draft._meta.get_fields() if field.name != "title"])
    kind = type(draft).__name__

    data = ask(
        "query($token: String!) { preview(token: $token) { __typename ... on %s %s } }"
        % (kind, selection(ask_type(kind), 1)),
        token=store_preview(draft),
    )

    assert data["preview"]["__typename"] == kind
    assert data["preview"][f"{kind}_title"] == "Never saved"


def ask_type(name):
    from hub_graphql.schema import schema

    return schema.graphql_schema.type_map[name]


@pytest.mark.feature("A8")
def test_a_token_that_is_forged_or_forgotten_shows_nothing(db):
    response = post(PREVIEW, {"token": "forged"})

    assert response.json() == {"data": {"preview": None}}
    assert response.headers["Cache-Control"] == "no-store"


def test_what_is_not_a_preview_may_be_kept(db):
    assert "Cache-Control" not in post("{ site { name } }").headers
