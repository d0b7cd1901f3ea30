"""Filters of records, and the reasons why a record answers."""

import pytest

from hub.vocabularies.closure import rebuild_place_closure
from knowledge.models import CaseStudyBuildingBlock
from tests.factories import (
    BestPracticeFactory,
    BuildingBlockFactory,
    CaseStudyFactory,
    ConceptFactory,
    OrganisationFactory,
    PlaceFactory,
    PolicyDocumentFactory,
    ResearchReportFactory,
    map_concepts,
    translated,
)

RECORDS = """query($filter: RecordFilter, $locale: LocaleCode! = en) {
  records(filter: $filter, locale: $locale, order: OLDEST) {
    totalCount
    edges {
      node { title }
      matches {
        basis isInferred
        askedConcept { identifier } foundConcept { identifier } askedPlace { slug } foundPlace { slug }
      }
    }
  }
}"""


@pytest.fixture
def find(ask):
    """The titles that a filter finds."""

    def found(**criteria):
        data = ask(RECORDS, filter=criteria)["records"]
        titles = [edge["node"]["title"] for edge in data["edges"]]
        assert data["totalCount"] == len(titles)
        return titles

    return found


@pytest.fixture
def reasons(ask):
    """For each record that a filter finds, its reasons as tuples of basis and what was found."""

    def found(**criteria):
        edges = ask(RECORDS, filter=criteria)["records"]["edges"]
        return {
            edge["node"]["title"]: [
                (match["basis"], (match["foundConcept"] or {}).get("identifier") or match["foundPlace"]["slug"])
                for match in edge["matches"]
            ]
            for edge in edges
        }

    return found


@pytest.mark.feature("K5")
def test_a_broader_concept_finds_what_carries_a_narrower_one_and_says_so(find, reasons):
    broad = ConceptFactory(identifier="CBD-SUBJECT-ECO")
    narrow = ConceptFactory(identifier="CBD-SUBJECT-MAR", broader=[broad])
    narrowest = ConceptFactory(identifier="CBD-SUBJECT-CORAL", broader=[narrow])
    CaseStudyFactory(title="Broad", subjects=[broad])
    CaseStudyFactory(title="Narrowest", subjects=[narrowest])
    CaseStudyFactory(title="Other", subjects=[ConceptFactory()])

    assert find(subjects=["CBD-SUBJECT-ECO"]) == ["Broad", "Narrowest"]
    assert find(subjects=["CBD-SUBJECT-MAR"]) == ["Narrowest"]
    assert reasons(concepts=["CBD-SUBJECT-ECO"]) == {
        "Broad": [("DIRECT", "CBD-SUBJECT-ECO")],
        "Narrowest": [("NARROWER", "CBD-SUBJECT-CORAL")],
    }


@pytest.mark.feature("K5")
def test_a_label_renamed_in_french_is_renamed_on_every_record(ask):
    subject = ConceptFactory(labels={"en": "Seas", "fr": "Mers"})
    CaseStudyFactory.create_batch(3, subjects=[subject])
    labels = "{ records(locale: fr) { nodes { subjects { label labelLocale } } } }"
    assert ask(labels)["records"]["nodes"] == [{"subjects": [{"label": "Mers", "labelLocale": "fr"}]}] * 3

    subject.labels = {"en": "Seas", "fr": "Océans"}
    subject.save()

    assert ask(labels)["records"]["nodes"] == [{"subjects": [{"label": "Océans", "labelLocale": "fr"}]}] * 3


@pytest.mark.feature("K6")
def test_target_3_also_finds_what_only_carries_aichi_11_marked_as_inferred(ask, find, reasons):
    target = ConceptFactory(identifier="GBF-TARGET-03", in_scheme="gbf-targets")
    aichi = ConceptFactory(identifier="AICHI-TARGET-11", in_scheme="aichi-targets")
    map_concepts(target, aichi)
    CaseStudyFactory(title="New", targets=[target])
    ResearchReportFactory(title="Old", aichi_targets=[aichi])
    ResearchReportFactory(title="Both", targets=[target], aichi_targets=[aichi])
    ResearchReportFactory(title="Neither")

    assert find(targets=["GBF-TARGET-03"]) == ["New", "Old", "Both"]
    assert find(targets=["GBF-TARGET-03"], includeInferred=False) == ["New", "Both"]
    assert find(aichiTargets=["AICHI-TARGET-11"]) == ["New", "Old", "Both"]
    assert reasons(targets=["GBF-TARGET-03"]) == {
        "New": [("DIRECT", "GBF-TARGET-03")],
        "Old": [("MAPPING", "AICHI-TARGET-11")],
        "Both": [("DIRECT", "GBF-TARGET-03")],
    }
    edges = ask(RECORDS, filter={"targets": ["GBF-TARGET-03"]})["records"]["edges"]
    assert [match["isInferred"] for edge in edges for match in edge["matches"]] == [False, True, False]
    counts = ask('{ concept(identifier: "GBF-TARGET-03") { recordCount inferredRecordCount } }')["concept"]
    assert counts == {"recordCount": 2, "inferredRecordCount": 1}


@pytest.mark.feature("K7")
def test_a_region_finds_its_countries_and_a_country_the_regions_around_it(ask, find, reasons):
    kenya, chad = PlaceFactory(slug="ke"), PlaceFactory(slug="td")
    east = PlaceFactory(slug="eastern-africa", kind="region", members=[kenya])
    PlaceFactory(slug="africa", kind="region", members=[east, chad])
    CaseStudyFactory(title="Kenya", places=[kenya])
    CaseStudyFactory(title="East", places=[east])
    CaseStudyFactory(title="Chad", places=[chad])

    assert reasons(places=["africa"]) == {
        "Kenya": [("MEMBER", "ke")],
        "East": [("MEMBER", "eastern-africa")],
        "Chad": [("MEMBER", "td")],
    }
    assert reasons(places=["ke"]) == {"Kenya": [("DIRECT", "ke")], "East": [("REGION", "eastern-africa")]}
    assert find(places=["td"]) == ["Chad"]
    counts = ask('{ place(identifier: "ke") { recordCount recordCountsByType { recordType count } } }')["place"]
    assert counts == {"recordCount": 2, "recordCountsByType": [{"recordType": "CASE_STUDY", "count": 2}]}


@pytest.mark.feature("K7")
def test_a_country_around_another_place_does_not_stand_for_it(find):
    france, reunion = PlaceFactory(slug="fr"), PlaceFactory(slug="re")
    france.members.set([reunion])
    rebuild_place_closure()
    CaseStudyFactory(title="France", places=[france])

    assert find(places=["re"]) == []


@pytest.mark.feature("K22")
def test_records_are_found_by_target_group_and_expertise_level(find):
    youth = ConceptFactory(identifier="AUDIENCE-YOUTH", in_scheme="audiences")
    advanced = ConceptFactory(identifier="EXPERTISE-ADVANCED", in_scheme="expertise-levels")
    CaseStudyFactory(title="For youth", audiences=[youth])
    CaseStudyFactory(title="For experts", expertise_level=advanced)
    CaseStudyFactory(title="For young experts", audiences=[youth], expertise_level=advanced)

    assert find(audiences=["AUDIENCE-YOUTH"]) == ["For youth", "For young experts"]
    assert find(expertiseLevels=["EXPERTISE-ADVANCED"]) == ["For experts", "For young experts"]
    assert find(audiences=["AUDIENCE-YOUTH"], expertiseLevels=["EXPERTISE-ADVANCED"]) == ["For young experts"]


def test_concepts_of_the_types_own_fields_and_the_types_themselves_are_found(find, reasons):
    ConceptFactory(identifier="RECORD-TYPE-CASE-STUDY", in_scheme="record-types")
    scale = ConceptFactory(identifier="SCALE-LOCAL", in_scheme="scales")
    law = ConceptFactory(identifier="POLICY-TYPE-LAW", in_scheme="policy-document-types")
    CaseStudyFactory(title="Local", scale=scale)
    BestPracticeFactory(title="Local too", scale=scale)
    PolicyDocumentFactory(title="Law", document_type=law)

    assert find(concepts=["SCALE-LOCAL"]) == ["Local", "Local too"]
    assert find(concepts=["POLICY-TYPE-LAW"]) == ["Law"]
    assert reasons(concepts=["RECORD-TYPE-CASE-STUDY"]) == {"Local": [("DIRECT", "RECORD-TYPE-CASE-STUDY")]}


def test_several_values_widen_and_several_arguments_narrow(find):
    ink, sea = ConceptFactory(identifier="CBD-SUBJECT-INK"), ConceptFactory(identifier="CBD-SUBJECT-SEA")
    CaseStudyFactory(title="Ink", subjects=[ink])
    CaseStudyFactory(title="Sea", subjects=[sea])
    ResearchReportFactory(title="Report", subjects=[sea])

    assert find(subjects=["CBD-SUBJECT-INK", "CBD-SUBJECT-SEA"]) == ["Ink", "Sea", "Report"]
    assert find(subjects=["CBD-SUBJECT-SEA"], types=["CASE_STUDY"]) == ["Sea"]
    assert find(subjects=["CBD-SUBJECT-SEA"], concepts=["CBD-SUBJECT-INK"]) == []
    assert find(subjects=["NOBODY-KNOWS"]) == []


def test_organisations_building_blocks_languages_and_locales(find):
    french = ConceptFactory(identifier="fr", in_scheme="languages")
    trust = OrganisationFactory(slug="trust")
    block = BuildingBlockFactory()
    both = CaseStudyFactory(title="Both", organisations=[trust], languages=[french])
    CaseStudyBuildingBlock.objects.create(case_study=both, building_block=translated(block, "es"))
    translated(both, "ru")
    CaseStudyFactory(title="None")

    assert find(organisations=["trust"]) == ["Both"]
    assert find(languages=["fr"]) == ["Both"]
    assert find(availableIn=["ru"]) == ["Both"]
    assert find(availableIn=["ru", "en"]) == ["Both", "None"]
    assert find(buildingBlocks=[block.reference]) == ["Both"]


@pytest.mark.parametrize(
    ("criteria", "titles"),
    [
        ({"publishedFrom": "2024"}, ["2024", "2024-03", "2024-03-15", "2025-01"]),
        ({"publishedFrom": "2024-03-10"}, ["2024", "2024-03", "2024-03-15", "2025-01"]),
        ({"publishedFrom": "2024-04"}, ["2024", "2025-01"]),
        ({"publishedTo": "2024"}, ["2023-12-31", "2024", "2024-03", "2024-03-15"]),
        ({"publishedTo": "2024-03-14"}, ["2023-12-31", "2024", "2024-03"]),
        ({"publishedFrom": "2024", "publishedTo": "2024"}, ["2024", "2024-03", "2024-03-15"]),
    ],
)
def test_dates_known_only_in_part_answer_for_all_that_they_may_be(find, criteria, titles):
    for date in ["2023-12-31", "2024", "2024-03", "2024-03-15", "2025-01", ""]:
        CaseStudyFactory(title=date or "unknown", publication_date=date)

    assert find(**criteria) == titles


def test_a_date_that_is_none_is_a_clear_error(ask_wrongly):
    assert ask_wrongly(RECORDS, filter={"publishedTo": "2024-13"}) == [
        "“2024-13” is not a date. Write 2024, 2024-03 or 2024-03-15."
    ]


def test_words_must_all_stand_in_title_or_summary_of_the_edition_served(ask, find):
    goats = CaseStudyFactory(title="Goats on islands", summary="They left.")
    translated(goats, "fr", title="Des chèvres sur les îles", summary="Elles sont parties.")
    CaseStudyFactory(title="Goats", summary="In mountains.")

    assert find(text="goats left") == ["Goats on islands"]
    french = ask(RECORDS, filter={"text": "chèvres parties"}, locale="fr")["records"]
    assert [edge["node"]["title"] for edge in french["edges"]] == ["Des chèvres sur les îles"]


def test_drafts_are_found_by_nothing(find):
    subject = ConceptFactory(identifier="CBD-SUBJECT-SEA")
    CaseStudyFactory(title="Draft", subjects=[subject], live=False)

    assert find() == []
    assert find(subjects=["CBD-SUBJECT-SEA"]) == []


def test_a_work_is_found_once_by_what_any_of_its_live_editions_carries(find):
    subject = ConceptFactory(identifier="CBD-SUBJECT-SEA")
    original = CaseStudyFactory(title="Original")
    french = translated(original, "fr")
    french.subjects.set([subject])
    french.save()

    assert find(subjects=["CBD-SUBJECT-SEA"]) == ["Original"]
