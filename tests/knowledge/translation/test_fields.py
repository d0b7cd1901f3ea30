"""Every field of everything that is translated is decided: translated, shared by all languages, or kept by each."""

import pytest
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from hub.pages.models import ContentPage, HomePage
from knowledge.models import RECORD_MODELS, BuildingBlock, CaseStudyBuildingBlock

TRANSLATED = {
    "title", "summary", "plain_summary", "body", "relevant_information", "cover_alt_text", "context", "approach",
    "lessons_learned", "replicability", "problem", "impact", "building_block_uses", "how_to_use", "requirements",
    "methods", "key_findings", "learning_objectives", "prerequisites", "obligations", "responsible_authorities",
    "how_it_works", "enabling_factors", "note",
}  # fmt: skip
SHARED = {
    "is_example", "authors", "publisher", "source", "publication_date", "rights", "licence", "is_syndication_allowed",
    "cover", "is_cover_decorative", "targets", "aichi_targets", "subjects", "audiences", "expertise_level",
    "languages", "places", "organisations", "tagged_items", "links", "relations", "scale", "start_date", "end_date",
    "cost_usd", "area_hectares", "purposes", "file_format", "version", "doi", "journal", "is_peer_reviewed",
    "is_open_access", "provider", "duration_minutes", "is_free", "has_certificate", "format", "document_type",
    "jurisdiction", "policy_status", "adoption_date", "entry_into_force_date", "reference_number", "sort_order",
    "building_block",
}  # fmt: skip
# Each language has its own; `tags` are the rows of `tagged_items`.
KEPT = {"translation_method", "private_notes", "go_live_at", "expire_at", "first_published_at", "tags"}

MODELS = [*RECORD_MODELS.values(), BuildingBlock, CaseStudyBuildingBlock]


def fields_that_are_edited(model) -> set[str]:
    concrete = {
        field.name
        for field in model._meta.get_fields()
        if field.concrete and not field.auto_created and field.editable and not is_parent_link(field)
    }
    return concrete | {relation.name for relation in get_all_child_relations(model)}


def is_parent_link(field) -> bool:
    is_link = isinstance(field, models.OneToOneField) and field.remote_field.parent_link
    return is_link or field.name == "case_study"


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_decided(model):
    names = fields_that_are_edited(model) | ({"sort_order"} if model is CaseStudyBuildingBlock else set())

    assert names <= TRANSLATED | SHARED | KEPT
    decided = {field.field_name: isinstance(field, TranslatableField) for field in get_translatable_fields(model)}
    assert decided == {name: name in TRANSLATED for name in names - KEPT}


@pytest.mark.parametrize("model", [*RECORD_MODELS.values(), BuildingBlock])
def test_all_words_are_translated(model):
    assert set(model.text_fields) <= TRANSLATED


@pytest.mark.parametrize("model", [*RECORD_MODELS.values(), BuildingBlock])
def test_what_the_system_works_out_is_never_carried(model):
    carried = {field.field_name for field in get_translatable_fields(model)}

    assert not carried & {
        "reference", "slug", "text_digest", "source_digest", "live", "live_revision", "latest_revision", "locked",
        "locked_by", "locale", "translation_key", "created_by", "updated_at", "expired", "record_type",
    }  # fmt: skip


@pytest.mark.parametrize(("model", "names"), [(HomePage, {"blocks"}), (ContentPage, {"introduction", "body"})])
def test_pages_are_translated(model, names):
    translated = {field.field_name for field in get_translatable_fields(model) if isinstance(field, TranslatableField)}

    assert names | {"title", "slug", "search_description", "seo_title"} == translated
