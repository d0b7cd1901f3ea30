"""Vocabularies in the admin: who gets in, what is saved, and that what answers for what follows at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.accounts.actions import grant_role
from hub.accounts.models import User
from hub.vocabularies.admin.viewsets import ConceptViewSet, MappingViewSet, PlaceViewSet, SchemeViewSet
from hub.vocabularies.models import Concept, ConceptClosure, ConceptMapping, Place, PlaceClosure, Scheme
from knowledge.workflows import set_up_workflows

pytestmark = pytest.mark.django_db

LISTS = ("schemes", "concepts", "places", "mappings")


@pytest.fixture
def people(root_page):
    set_up_workflows()
    found = {}
    for name in ("administrator", "editor"):
        user = User.objects.create_user(username=name, email=f"{name}@hub.example", password="pass")
        grant_role(user=user, name=name, actor=None)
        found[name] = Client()
        found[name].force_login(user)
    return found


@pytest.fixture
def subjects():
    scheme = Scheme.objects.create(identifier="subjects", titles={"en": "Subjects"})
    wide = Concept.objects.create(scheme=scheme, identifier="WIDE", labels={"en": "Wide", "de": "Weit"})
    return scheme, wide


def language_map(name, **texts):
    return {f"{name}_{code}": texts.get(code, "") for code in ("en", "fr", "es", "ar", "ru", "zh")}


def concept_form(scheme, identifier, **values):
    maps = {}
    for name in ("labels", "alternative_labels", "definitions"):
        maps |= language_map(name, **values.pop(name, {}))
    return {"scheme": scheme.pk, "identifier": identifier, "notation": "", "uri": ""} | maps | values


@pytest.mark.feature("K5")
def test_administrators_manage_vocabularies_and_editors_do_not(people, subjects):
    for name in LISTS:
        assert people["administrator"].get(reverse(f"{name}:index")).status_code == 200
        refused = people["editor"].get(reverse(f"{name}:index"))
        assert (refused.status_code, refused.url) == (302, reverse("wagtailadmin_home"))


@pytest.mark.feature("K5")
def test_a_new_concept_answers_for_its_wider_one_at_once(people, subjects):
    scheme, wide = subjects
    form = concept_form(scheme, "NARROW", labels={"en": "Narrow", "fr": "Étroit"}, broader=[wide.pk])

    answer = people["administrator"].post(reverse("concepts:add"), form)

    narrow = Concept.objects.get(identifier="NARROW")
    assert answer.status_code == 302
    assert narrow.labels == {"en": "Narrow", "fr": "Étroit"}
    assert ConceptClosure.objects.filter(ancestor=wide, descendant=narrow).exists()


@pytest.mark.feature("K5")
def test_a_label_changed_in_one_language_leaves_all_others_even_those_not_shown(people, subjects):
    scheme, wide = subjects
    form = concept_form(scheme, "WIDE", labels={"en": "Wide", "fr": "Large"}, alternative_labels={"en": "Broad\nBig"})

    people["administrator"].post(reverse("concepts:edit", args=[wide.pk]), form)

    wide.refresh_from_db()
    assert wide.labels == {"en": "Wide", "fr": "Large", "de": "Weit"}
    assert wide.alternative_labels == {"en": ["Broad", "Big"]}


@pytest.mark.feature("K5")
def test_an_editor_cannot_change_a_concept(people, subjects):
    scheme, wide = subjects
    form = concept_form(scheme, "WIDE", labels={"en": "Changed"})

    refused = people["editor"].post(reverse("concepts:edit", args=[wide.pk]), form)

    wide.refresh_from_db()
    assert (refused.status_code, wide.labels["en"]) == (302, "Wide")


@pytest.mark.feature("K5")
def test_a_mapping_needs_one_end_and_is_inferred_at_once(people, subjects):
    _scheme, wide = subjects
    other_scheme = Scheme.objects.create(identifier="aichi", titles={"en": "Aichi"})
    other = Concept.objects.create(scheme=other_scheme, identifier="AICHI-11", labels={"en": "Aichi 11"})
    client, address = people["administrator"], reverse("mappings:add")

    nowhere = client.post(address, {"concept": wide.pk, "kind": "close", "target": "", "target_uri": ""})
    assert "Give either a concept of this hub" in nowhere.content.decode()
    assert ConceptMapping.objects.count() == 0

    client.post(address, {"concept": wide.pk, "kind": "close", "target": other.pk, "target_uri": ""})
    assert ConceptClosure.objects.get(ancestor=wide, descendant=other).basis == "mapping"


@pytest.mark.feature("K5")
def test_a_member_of_a_region_lies_in_it_at_once_and_deleting_it_too(people):
    kenya = Place.objects.create(identifier="ke", slug="ke", kind="country", names={"en": "Kenya"})
    form = {"identifier": "africa", "slug": "africa", "kind": "region", "members": [kenya.pk], "iso2": "", "iso3": ""}
    client = people["administrator"]

    client.post(reverse("places:add"), form | {"m49": ""} | language_map("names", en="Africa"))
    africa = Place.objects.get(slug="africa")
    assert PlaceClosure.objects.filter(container=africa, member=kenya).exists()

    client.post(reverse("places:delete", args=[kenya.pk]))
    assert set(PlaceClosure.objects.values_list("container", "member")) == {(africa.pk, africa.pk)}


@pytest.mark.feature("K5")
def test_concepts_are_found_by_their_label_in_any_language_and_by_vocabulary(people, subjects):
    scheme, _wide = subjects
    Concept.objects.create(scheme=scheme, identifier="MAR", labels={"en": "Marine", "ru": "Морской"})
    client, address = people["administrator"], reverse("concepts:index")

    assert [str(row) for row in client.get(address, {"q": "Морск"}).context["object_list"]] == ["Marine"]
    assert len(client.get(address, {"scheme": scheme.pk}).context["object_list"]) == 2


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.feature("K5")
def test_ten_rows_and_a_hundred_cost_the_same_number_of_statements(people, subjects, name):
    scheme, wide = subjects

    def make(start, count):
        for number in range(start, start + count):
            concept = Concept.objects.create(scheme=scheme, identifier=f"C{number}", labels={"en": "x"})
            ConceptMapping.objects.create(concept=wide, kind="close", target=concept)
            Place.objects.create(identifier=f"p{number}", slug=f"p{number}", kind="country", names={"en": "x"})
            Scheme.objects.create(identifier=f"s{number}", titles={"en": "x"})

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert people["administrator"].get(reverse(f"{name}:index")).status_code == 200
        return len(queries)

    make(0, 10)
    count()
    few = count()
    make(10, 90)

    assert count() == few


def panels_with_fields(bound):
    if getattr(bound, "bound_field", None) is not None:
        yield bound
    for child in getattr(bound, "children", []):
        yield from panels_with_fields(child)


@pytest.mark.parametrize("viewset", [SchemeViewSet(), ConceptViewSet(), PlaceViewSet(), MappingViewSet()])
@pytest.mark.feature("K5")
def test_every_field_says_what_belongs_into_it(viewset, rf):
    handler = viewset.get_edit_handler()
    form = handler.get_form_class()(instance=viewset.model())

    panels = list(panels_with_fields(handler.get_bound_panel(instance=viewset.model(), request=rf.get("/"), form=form)))

    assert [panel.field_name for panel in panels if not panel.help_text] == []
    assert set(form.fields) == {panel.field_name for panel in panels}
