"""`manage.py load_vocabularies`, on what the project ships and on the recorded files where they are at hand."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.vocabularies.models import Concept, ConceptMapping, Place, Scheme

pytestmark = pytest.mark.django_db
RECORDED = Path(__file__).resolve().parents[4] / "shared" / "data" / "vocabularies"
recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded vocabularies are not beside the project")
SIX = {"en", "fr", "es", "ar", "ru", "zh"}


def load(*arguments) -> str:
    out = StringIO()
    call_command("load_vocabularies", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.feature("K5", "K6", "K7", "D8")
def test_the_shipped_vocabularies_are_complete_in_six_languages():
    report = load()

    assert "0 kept, 0 rejected" in report
    targets = Concept.objects.filter(identifier__startswith="GBF-TARGET-")
    assert targets.count() == 23
    assert all(target.labels.keys() >= SIX and target.definitions.keys() >= SIX for target in targets)
    assert Concept.objects.filter(identifier__startswith="AICHI-TARGET-").count() == 20
    assert Concept.objects.filter(identifier__startswith="SDG-GOAL-").count() == 17
    assert Concept.objects.in_scheme("record-types").count() == 6
    assert Concept.objects.in_scheme("licences").filter(identifier="CC-BY-4.0").exists()
    countries = Place.objects.filter(kind="country")
    assert countries.count() >= 240
    assert all(country.names.keys() >= SIX for country in countries)
    assert Place.objects.filter(is_party=True).exclude(identifier="eu").count() == 195
    assert Place.objects.get(identifier="no").iso3 == "NOR"


@pytest.mark.feature("K6")
def test_target_3_also_stands_for_aichi_11():
    load()

    found = Concept.objects.answering(["GBF-TARGET-03"])
    assert "AICHI-TARGET-11" in found.values_list("identifier", flat=True)


@pytest.mark.feature("D8")
def test_loading_again_changes_nothing():
    load()
    before = list(Concept.objects.values_list("identifier", "labels", "imported_values"))

    report = load()

    assert " 0 new, 0 changed" in report
    assert "1 new" not in report
    assert list(Concept.objects.values_list("identifier", "labels", "imported_values")) == before


@pytest.mark.feature("K5")
def test_what_an_editor_changed_is_kept_and_said():
    load()
    concept = Concept.objects.get(identifier="GBF-TARGET-06")
    concept.labels["fr"] = "Espèces envahissantes"
    concept.save()

    report = load()

    concept.refresh_from_db()
    assert concept.labels["fr"] == "Espèces envahissantes"
    assert "kept, because an editor changed it: GBF-TARGET-06 (labels)" in report


@recorded
@pytest.mark.feature("K5", "K6", "K7")
def test_the_recorded_files_load_whole_and_twice():
    first = load(RECORDED)
    second = load(RECORDED)

    assert Concept.objects.in_scheme("kmgbf-indicators").count() >= 203
    assert Concept.objects.in_scheme("subjects").count() >= 86
    assert Place.objects.filter(kind__in=["region", "group"]).count() >= 110
    assert Place.objects.get(identifier="bf").closure_up.filter(container__slug="africa").exists()
    assert "rejected: line 85 of gbf_aichi_sdg_crosswalk.csv (GBF-TARGET-17): it names no related identifier" in first
    assert first.count("rejected: ") == 3
    assert "concepts: 0 new, 0 changed" in second.split("Loading", 2)[2]
    assert "places: 0 new, 0 changed" in second.split("Loading", 2)[2]


@recorded
@pytest.mark.feature("K5")
def test_the_projects_own_wording_stands_and_other_wording_becomes_an_alternative():
    load(RECORDED)

    concept = Concept.objects.get(identifier="GBF-TARGET-06")
    assert concept.labels["en"] == "Invasive alien species"
    assert any("by 50%" in label for label in concept.alternative_labels["en"])


def test_a_folder_without_known_files_is_refused_and_changes_nothing(tmp_path):
    with pytest.raises(CommandError, match=r"holds none of the known files: cbd_vocabularies_un6\.json"):
        load(tmp_path)

    assert Scheme.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cbd_vocabularies_un6.json", "[{]"),
        ("cbd_vocabularies_un6.json", '[{"identifier": "x"}]'),
        ("parties.json", "[]"),
        ("gbf_aichi_sdg_crosswalk.csv", "a,b\n1,2\n"),
    ],
)
def test_a_broken_file_is_named_and_changes_nothing(tmp_path, name, content):
    (tmp_path / name).write_text(content)

    with pytest.raises(CommandError, match=name.replace(".", r"\.")):
        load(tmp_path)

    assert ConceptMapping.objects.count() == 0
