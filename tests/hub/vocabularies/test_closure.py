"""What answers for what, whatever the hierarchy looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.vocabularies.closure import descend, rebuild_concept_closure, rebuild_place_closure
from hub.vocabularies.enums import ClosureBasis, MappingKind, PlaceKind
from hub.vocabularies.models import Concept, ConceptClosure, ConceptMapping, Place, Scheme

pytestmark = pytest.mark.django_db


@pytest.fixture
def concepts():
    """Goods: 1 > 2 > 3, and in another scheme 11 > 12, where 11 is close to 1."""
    schemes = [Scheme.objects.create(identifier=name, titles={"en": name}) for name in ("new", "old")]
    made = {
        name: Concept.objects.create(scheme=schemes[len(name) - 1], identifier=name, labels={"en": name})
        for name in ("1", "2", "3", "11", "12")
    }
    made["2"].broader.add(made["1"])
    made["3"].broader.add(made["2"])
    made["12"].broader.add(made["11"])
    ConceptMapping.objects.create(concept=made["1"], kind=MappingKind.CLOSE, target=made["11"])
    rebuild_concept_closure()
    return made


def identifiers(queryset) -> set[str]:
    return set(queryset.values_list("identifier", flat=True))


@pytest.mark.feature("K5")
def test_a_broader_concept_finds_the_narrower_at_any_depth(concepts):
    found = Concept.objects.answering(["1"], include_inferred=False)

    assert identifiers(found) == {"1", "2", "3"}
    assert identifiers(Concept.objects.answering(["3"])) == {"3"}


@pytest.mark.feature("K6")
def test_a_mapped_concept_and_what_is_narrower_there_answer_as_inferred(concepts):
    found = Concept.objects.answering(["1"])

    assert identifiers(found) == {"1", "2", "3", "11", "12"}
    inferred = ConceptClosure.objects.filter(ancestor=concepts["1"], basis=ClosureBasis.MAPPING)
    assert set(inferred.values_list("descendant__identifier", flat=True)) == {"11", "12"}


@pytest.mark.feature("K6")
def test_a_mapping_is_read_from_both_ends_and_never_two_steps_far(concepts):
    far = Concept.objects.create(scheme=concepts["1"].scheme, identifier="far", labels={"en": "far"})
    ConceptMapping.objects.create(concept=concepts["11"], kind=MappingKind.CLOSE, target=far)
    rebuild_concept_closure()

    assert "far" not in identifiers(Concept.objects.answering(["1"]))
    assert identifiers(Concept.objects.answering(["far"])) == {"far", "11", "12"}


def test_a_related_mapping_answers_for_nothing(concepts):
    ConceptMapping.objects.update(kind=MappingKind.RELATED)
    rebuild_concept_closure()

    assert identifiers(Concept.objects.answering(["1"])) == {"1", "2", "3"}


@pytest.mark.parametrize(("kind", "from_one", "from_eleven"), [("broad", False, True), ("narrow", True, False)])
def test_broad_and_narrow_mappings_have_a_direction(concepts, kind, from_one, from_eleven):
    ConceptMapping.objects.update(kind=kind)
    rebuild_concept_closure()

    assert ("11" in identifiers(Concept.objects.answering(["1"]))) is from_one
    assert ("1" in identifiers(Concept.objects.answering(["11"]))) is from_eleven


@pytest.mark.feature("K7")
def test_a_region_answers_for_its_countries_and_a_country_for_its_regions():
    names = {"africa": PlaceKind.REGION, "east": PlaceKind.REGION, "ke": PlaceKind.COUNTRY, "fr": PlaceKind.COUNTRY}
    made = {
        name: Place.objects.create(identifier=name, slug=name, kind=kind, names={"en": name})
        for name, kind in names.items()
    }
    made["africa"].members.add(made["east"])
    made["east"].members.add(made["ke"])
    rebuild_place_closure()

    assert identifiers(Place.objects.answering(["africa"])) == {"africa", "east", "ke"}
    assert identifiers(Place.objects.answering(["ke"])) == {"africa", "east", "ke"}
    assert identifiers(Place.objects.answering(["fr"])) == {"fr"}


@settings(max_examples=200)
@given(st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 8), max_size=4), max_size=9))
def test_descending_ends_in_any_graph_and_finds_what_a_fixed_point_finds(children):
    reached = {0}
    while further := {child for node in reached for child in children.get(node, ())} - reached:
        reached |= further

    assert set(descend(0, children)) == reached
