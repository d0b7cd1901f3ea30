"""The recorded files that lie beside the project, where they do."""

from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from knowledge.models import Provenance, Record

from .feeds import take

RECORDED = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not RECORDED.exists(), reason="The recorded files are not beside this checkout."),
]
FILES = [
    ("faolex", "laws/faolex-feed.xml", 100, {"policy_document": 100}, {"en": 46, "es": 37, "fr": 17}),
    ("gbif-literature", "gbif/literature-search.json", 11, {"research_report": 11}, {"en": 11}),
    (
        "zenodo",
        "repositories/zenodo-records-1.json",
        25,
        {"e_learning_resource": 14, "tool_or_guidance": 11},
        {"en": 25},
    ),
    ("oai-pmh", "oai-pmh/listrecords-library.xml", 79, {"research_report": 79}, {"en": 79}),
]


@pytest.fixture
def shipped(locales):
    call_command("load_vocabularies", verbosity=0)


@pytest.mark.feature("D8")
@pytest.mark.parametrize(("source", "name", "count", "types", "languages"), FILES, ids=[row[0] for row in FILES])
def test_a_recorded_file_arrives_whole_and_only_once(shipped, source, name, count, types, languages):
    first = take(source, RECORDED / name, publish=True)
    before = Revision.objects.count()
    second = take(source, RECORDED / name, publish=True)

    records = Record.objects.filter(provenance__source=source)
    assert (first.new, first.rejected.count) == (count, 0)
    assert Counter(records.values_list("record_type", flat=True)) == types
    assert Counter(records.values_list("locale__language_code", flat=True)) == languages
    assert records.filter(live=True).count() == count
    assert (second.new, second.changed, second.kept.count) == (0, 0, 0)
    assert Revision.objects.count() == before
    assert not Provenance.objects.filter(payload="").exists()


@pytest.mark.feature("K7")
def test_the_countries_of_the_laws_are_all_found(shipped):
    report = take("faolex", RECORDED / "laws/faolex-feed.xml")

    laws = Record.objects.filter(provenance__source="faolex")
    assert not laws.filter(places=None).exists()
    assert Counter(laws.values_list("places__identifier", flat=True)).most_common(3) == [
        ("sg", 22),
        ("co", 15),
        ("dz", 13),
    ]
    assert {term for kind, term in report.unmapped if kind == "place"} == {
        "England",
        "Wales",
        "Scotland",
        "Buenos Aires",
    }
    assert report.related == 6


def test_deleted_records_of_the_library_are_told(shipped):
    report = take("oai-pmh", RECORDED / "oai-pmh/listrecords-library.xml")

    assert report.deleted.count == 2
    assert report.taken_down.count == 0


def test_a_broken_answer_is_told_and_what_is_whole_is_taken(shipped):
    report = take("oai-pmh", RECORDED / "oai-pmh/protocol/ListRecordsBroken.xml")

    assert (report.new, report.rejected.count) == (0, 1)
