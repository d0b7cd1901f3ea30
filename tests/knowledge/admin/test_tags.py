"""From a free tag to a concept."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from taggit.models import Tag

from hub.vocabularies.models import Concept, ConceptClosure, Scheme
from knowledge.actions import promote_tag_to_concept
from knowledge.errors import UnsuitableSchemeError
from knowledge.models import BestPractice, CaseStudy, EditionLogEntry, Record
from tests.knowledge.desk import is_refused, make_concept, make_draft, make_record, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def subjects():
    make_concept("CBD-SUBJECT-MAR", label="Marine")
    return Scheme.objects.get(identifier="subjects")


def tagged(model=CaseStudy, title="Goats", *tags):
    record = make_record(model, title)
    record.tags.add(*(tags or ("kelp farming",)))
    record.save()
    return record


def promote(administrator, subjects, **options):
    tag = Tag.objects.get(name="kelp farming")
    return promote_tag_to_concept(tag=tag, scheme=subjects, actor=administrator, **({"broader": None} | options))


def test_the_concept_takes_the_place_of_the_tag_on_every_record(administrator, subjects):
    first, second = tagged(), tagged(BestPractice, "Kelp", "kelp farming", "boats")
    other = make_record(title="Untouched")
    marine = Concept.objects.get(identifier="CBD-SUBJECT-MAR")

    concept = promote(administrator, subjects, broader=marine)

    assert (concept.identifier, concept.labels) == ("SUBJECTS-KELP-FARMING", {"en": "kelp farming"})
    assert list(concept.broader.all()) == [marine]
    assert ConceptClosure.objects.filter(ancestor=marine, descendant=concept).exists()
    for record in (first, second):
        assert concept in Record.objects.get(pk=record.pk).subjects.all()
    assert concept not in Record.objects.get(pk=other.pk).subjects.all()
    assert list(Record.objects.get(pk=second.pk).tags.names()) == ["boats"]
    assert list(Tag.objects.values_list("name", flat=True)) == ["boats"]


def test_a_draft_that_waits_is_changed_too_so_the_tag_does_not_come_back(administrator, editor, subjects):
    live = tagged()
    live.save_revision().publish()
    live = CaseStudy.objects.get(pk=live.pk)
    live.title = "Newer draft"
    live.save_revision(user=editor)
    fresh = make_draft(author=editor, title="Only in the draft")
    fresh.tags.add("kelp farming")
    fresh.save_revision(user=editor)

    concept = promote(administrator, subjects)

    for record in (live, fresh):
        CaseStudy.objects.get(pk=record.pk).get_latest_revision().publish()
        published = CaseStudy.objects.get(pk=record.pk)
        assert concept in published.subjects.all()
        assert list(published.tags.names()) == []


def test_the_log_of_each_record_and_of_the_concept_says_who_did_it(administrator, subjects):
    record = tagged()

    concept = promote(administrator, subjects)

    entry = EditionLogEntry.objects.get(action="knowledge.tag.promote")
    assert (entry.object_id, entry.user) == (str(record.pk), administrator)
    assert entry.data == {"tag": "kelp farming", "concept": concept.identifier}


def test_a_tag_that_is_a_concept_already_joins_it(administrator, subjects):
    known = make_concept("SUBJECTS-KELP-FARMING", label="Kelp farming")
    record = tagged()

    assert promote(administrator, subjects) == known
    assert known in Record.objects.get(pk=record.pk).subjects.all()


def test_an_editor_may_not_and_nothing_changes(editor, subjects):
    tagged()
    before = Concept.objects.count()

    with pytest.raises(PermissionDenied):
        promote(editor, subjects)
    assert (Concept.objects.count(), Tag.objects.count()) == (before, 1)


def test_a_vocabulary_that_records_have_no_field_for_is_refused(administrator):
    tagged()
    make_concept("CC-BY-4.0", "licences")

    with pytest.raises(UnsuitableSchemeError):
        promote(administrator, Scheme.objects.get(identifier="licences"))
    assert Tag.objects.count() == 1


def test_the_list_counts_the_records_and_leads_to_the_form(administrator, editor, subjects):
    tagged()
    tagged()
    Tag.objects.create(name="on nothing")
    address = reverse("tags:promote", args=[Tag.objects.get(name="kelp farming").pk])

    page = signed_in(administrator).get(reverse("tags:index")).content.decode()
    for_editors = signed_in(editor).get(reverse("tags:index")).content.decode()

    assert "kelp farming" in page
    assert address in page
    assert "on nothing" not in page
    assert "kelp farming" in for_editors
    assert address not in for_editors


def test_the_form_does_it_and_an_editor_cannot_send_it(administrator, editor, subjects):
    record = tagged()
    address = reverse("tags:promote", args=[Tag.objects.get().pk])
    form = {"scheme": "subjects", "broader": ""}

    assert is_refused(signed_in(editor).post(address, form))
    assert Tag.objects.count() == 1
    assert signed_in(administrator).get(address).status_code == 200
    assert signed_in(administrator).post(address, form).url == reverse("tags:index")
    assert Tag.objects.count() == 0
    assert "SUBJECTS-KELP-FARMING" in record.subjects.values_list("identifier", flat=True)


def test_the_wider_concept_must_be_of_the_same_vocabulary(administrator, subjects):
    tagged()
    stranger = make_concept("AUDIENCE-YOUTH", "audiences")
    address = reverse("tags:promote", args=[Tag.objects.get().pk])

    answer = signed_in(administrator).post(address, {"scheme": "subjects", "broader": stranger.pk})

    assert list(answer.context["form"].errors) == ["broader"]
    assert Tag.objects.count() == 1
