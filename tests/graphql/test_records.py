"""Records as readers and partners get them."""

# ruff: noqa: UP031 - a GraphQL document is full of braces

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents import get_document_model

from knowledge.models import (
    RECORD_MODELS,
    CaseStudyBuildingBlock,
    Provenance,
    RecordRelation,
    ResourceLink,
)
from tests.factories import (
    RECORD_FACTORIES,
    BuildingBlockFactory,
    CaseStudyFactory,
    ConceptFactory,
    OrganisationFactory,
    PlaceFactory,
    ResearchReportFactory,
    translated,
)

LANGUAGE = """language {
  localeRequested localeServed isFallback translationMethod isStale originalLocale availableLocales
}"""


@pytest.mark.feature("K1")
@pytest.mark.parametrize("make", RECORD_FACTORIES)
def test_every_type_exposes_all_its_fields(ask, make):
    """Every column of the model that is for readers has a field of the schema that bears its name."""
    hidden = {
        "id", "record_ptr", "translation_key", "locale", "text_digest", "source_digest", "updated_at", "live",
        "has_unpublished_changes", "go_live_at", "expire_at", "expired", "latest_revision", "live_revision", "locked",
        "locked_at", "locked_by", "private_notes", "translation_method", "cover_alt_text", "is_cover_decorative",
        "content_type", "status", "created_by", "owner",
    }  # fmt: skip
    model = make._meta.model
    query = '{ __type(name: "%s") { fields { name } } }' % model.__name__
    fields = {field["name"] for field in ask(query)["__type"]["fields"]}

    columns = [field.name for field in model._meta.get_fields() if field.concrete and field.name not in hidden]

    assert {"title", "summary", "targets", "relevant_information"} <= set(columns)
    assert [name for name in columns if not {camel(name), f"{camel(name)}Html"} & fields] == []


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@pytest.mark.feature("K1")
def test_each_type_is_served_as_its_own_type_with_its_own_fields(ask):
    for make in RECORD_FACTORIES:
        make()

    nodes = ask("{ records(order: OLDEST) { nodes { __typename recordType } } }")["records"]["nodes"]

    assert nodes == [
        {"__typename": make._meta.model.__name__, "recordType": make._meta.model.record_type_value.name}
        for make in RECORD_FACTORIES
    ]
    assert {make._meta.model for make in RECORD_FACTORIES} == set(RECORD_MODELS.values())


@pytest.mark.feature("T8")
def test_the_answer_says_which_language_was_asked_for_and_which_is_served(ask):
    work = CaseStudyFactory(title="Goats", language="es", translation_method="original")
    translated(work, "fr", title="Chèvres", translation_method="machine")
    query = "query($r: String!, $l: LocaleCode!) { record(reference: $r, locale: $l) { title %s } }" % LANGUAGE

    french = ask(query, r=work.reference, l="fr")["record"]
    arabic = ask(query, r=work.reference, l="ar")["record"]

    assert french == {
        "title": "Chèvres",
        "language": {
            "localeRequested": "fr",
            "localeServed": "fr",
            "isFallback": False,
            "translationMethod": "MACHINE",
            "isStale": False,
            "originalLocale": "es",
            "availableLocales": ["fr", "es"],
        },
    }
    assert arabic["title"] == "Chèvres"
    assert arabic["language"]["localeRequested"] == "ar"
    assert arabic["language"]["localeServed"] == "fr"
    assert arabic["language"]["isFallback"] is True


@pytest.mark.feature("T8")
def test_a_translation_is_stale_once_the_words_of_its_source_have_changed(ask):
    work = CaseStudyFactory(title="Goats")
    translated(work, "fr")
    query = '{ record(reference: "%s", locale: fr) { language { isStale } } }' % work.reference
    assert ask(query)["record"]["language"]["isStale"] is False

    work.title = "Goats and sheep"
    work.save()

    assert ask(query)["record"]["language"]["isStale"] is True
    assert ask(query.replace("locale: fr", "locale: en"))["record"]["language"]["isStale"] is False


def test_a_draft_translation_is_neither_served_nor_named(ask):
    work = CaseStudyFactory(title="Goats")
    translated(work, "fr", live=False)

    record = ask('{ record(reference: "%s", locale: fr) { title %s } }' % (work.reference, LANGUAGE))["record"]

    assert record["title"] == "Goats"
    assert record["language"]["availableLocales"] == ["en"]


def test_a_record_that_is_not_live_is_not_there(ask):
    draft = CaseStudyFactory(live=False)

    assert ask('{ record(reference: "%s") { title } }' % draft.reference) == {"record": None}
    assert ask('{ record(reference: "nowhere") { title } }') == {"record": None}


@pytest.mark.feature("K13")
def test_a_relation_is_read_from_both_ends_in_the_language_asked_for(ask):
    report, practice = ResearchReportFactory(title="Report"), CaseStudyFactory(title="Practice")
    RecordRelation.objects.create(record=report, kind="evidence_for", target=practice)
    RecordRelation.objects.create(record=translated(report, "fr"), kind="evidence_for", target=practice)
    translated(practice, "fr", title="Pratique")
    query = "query($r: String!) { record(reference: $r, locale: fr) { relations { kind record { title } } } }"

    assert ask(query, r=report.reference)["record"]["relations"] == [
        {"kind": "EVIDENCE_FOR", "record": {"title": "Pratique"}}
    ]
    assert ask(query, r=practice.reference)["record"]["relations"] == [
        {"kind": "HAS_EVIDENCE", "record": {"title": "Report (fr)"}}
    ]


@pytest.mark.feature("K13")
def test_a_relation_to_a_draft_or_said_by_one_is_not_shown(ask):
    seen = CaseStudyFactory()
    RecordRelation.objects.create(record=seen, kind="references", target=CaseStudyFactory(live=False))
    RecordRelation.objects.create(record=CaseStudyFactory(live=False), kind="references", target=seen)

    assert ask("{ records { nodes { relations { kind } } } }")["records"]["nodes"] == [{"relations": []}]


@pytest.mark.feature("K2")
def test_a_building_block_lists_all_case_studies_that_use_it(ask):
    block = BuildingBlockFactory(title="Wardens")
    first, second = CaseStudyFactory(title="First"), CaseStudyFactory(title="Second")
    CaseStudyFactory(title="Without")
    CaseStudyBuildingBlock.objects.create(case_study=first, building_block=block, note="Paid.")
    CaseStudyBuildingBlock.objects.create(case_study=second, building_block=translated(block, "fr"), note="Unpaid.")

    data = ask("{ buildingBlocks { nodes { title caseStudyCount caseStudies { title } } } }")

    assert data["buildingBlocks"]["nodes"] == [
        {"title": "Wardens", "caseStudyCount": 2, "caseStudies": [{"title": "Second"}, {"title": "First"}]}
    ]


@pytest.mark.feature("K2")
def test_a_case_study_tells_how_it_used_a_block_in_the_words_of_the_edition_served(ask):
    block = BuildingBlockFactory(title="Wardens")
    translated(block, "fr", title="Gardes")
    study = CaseStudyFactory()
    french, spanish = translated(study, "fr"), translated(study, "es")
    CaseStudyBuildingBlock.objects.create(case_study=study, building_block=block, note="Paid.")
    CaseStudyBuildingBlock.objects.create(case_study=french, building_block=block, note="Payés.")
    CaseStudyBuildingBlock.objects.create(case_study=spanish, building_block=block, note="")
    query = """query($r: String!, $l: LocaleCode!) { record(reference: $r, locale: $l) {
      ... on CaseStudy { buildingBlocks { note buildingBlock { title } } } } }"""

    served = {code: ask(query, r=study.reference, l=code)["record"]["buildingBlocks"] for code in ("en", "fr", "es")}

    assert served == {
        "en": [{"note": "Paid.", "buildingBlock": {"title": "Wardens"}}],
        "fr": [{"note": "Payés.", "buildingBlock": {"title": "Gardes"}}],
        "es": [{"note": "Paid.", "buildingBlock": {"title": "Wardens"}}],
    }


def test_links_tags_and_provenance_hold_for_the_translations_too(ask):
    licence = ConceptFactory(identifier="CC-BY-4.0", in_scheme="licences")
    work = CaseStudyFactory(tags=["goats", "birds"])
    ResourceLink.objects.create(record=work, url="https://example.org/a", title="Report", language="en")
    Provenance.objects.create(
        record=work, source="zenodo", identifier="10", licence=licence, as_of=timezone.now(), payload="secret payload"
    )
    translated(work, "fr")

    record = ask(
        """query($r: String!) { record(reference: $r, locale: fr) {
          tags links { url title language }
          provenance { source identifier licence { identifier } } } }""",
        r=work.reference,
    )["record"]

    assert record == {
        "tags": ["birds", "goats"],
        "links": [{"url": "https://example.org/a", "title": "Report", "language": "en"}],
        "provenance": {"source": "zenodo", "identifier": "10", "licence": {"identifier": "CC-BY-4.0"}},
    }


def test_concepts_places_and_organisations_come_in_a_stable_order(ask):
    target_10 = ConceptFactory(identifier="T10", in_scheme="gbf-targets", sort_key="000010")
    target_9 = ConceptFactory(identifier="T9", in_scheme="gbf-targets", sort_key="000009")
    CaseStudyFactory(
        targets=[target_10, target_9],
        places=[PlaceFactory(slug="africa", kind="region"), PlaceFactory(slug="ke"), PlaceFactory(slug="be")],
        organisations=[OrganisationFactory(slug="second"), OrganisationFactory(slug="first")],
    )

    (record,) = ask("{ records { nodes { targets { identifier } places { slug } organisations { slug } } } }")[
        "records"
    ]["nodes"]

    assert record["targets"] == [{"identifier": "T9"}, {"identifier": "T10"}]
    assert record["places"] == [{"slug": "be"}, {"slug": "ke"}, {"slug": "africa"}]
    assert {row["slug"] for row in record["organisations"]} == {"first", "second"}


def test_every_node_is_found_again_by_its_identifier(ask):
    ConceptFactory()
    PlaceFactory()
    OrganisationFactory()
    BuildingBlockFactory()
    CaseStudyFactory(subjects=[ConceptFactory()])
    data = ask(
        """{ records { nodes { id __typename } } buildingBlocks { nodes { id __typename } }
          organisations { nodes { id __typename } } concepts(scheme: "subjects") { id __typename }
          places { id __typename } }"""
    )
    nodes = [node for found in data.values() for node in (found if isinstance(found, list) else found["nodes"])]
    assert len(nodes) == 6

    for node in nodes:
        assert ask("query($id: ID!) { node(id: $id) { id __typename } }", id=node["id"])["node"] == node


@pytest.mark.parametrize("identifier", ["", "x", "Qm9vbGVhbjow", "UmVjb3Jk", "UmVjb3JkOg", "é"])
def test_what_is_no_identifier_is_refused_in_plain_words(ask_wrongly, identifier):
    assert ask_wrongly("query($id: ID!) { node(id: $id) { id } }", id=identifier) == [
        "The argument “id” is not an identifier of this hub."
    ]


def test_a_document_link_leads_to_the_document(ask):
    document = get_document_model().objects.create(title="Plan", file=ContentFile(b"words", name="plan.txt"))
    work = CaseStudyFactory(problem=f'<p><a linktype="document" id="{document.pk}">The plan</a></p>')

    record = ask('{ record(reference: "%s") { ... on CaseStudy { problemHtml } } }' % work.reference)["record"]

    assert record["problemHtml"] == f'<p><a href="http://localhost:8000{document.url}">The plan</a></p>'
