"""What the forms of the six types ask for, when they insist on it, and what they refuse."""

import pytest
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from hub.vocabularies.models import Concept
from knowledge.models import RECORD_MODELS, BestPractice, BuildingBlock, CaseStudy, Organisation, Record
from tests.knowledge.desk import complete_form, form_of, make_concept, make_draft, make_record, signed_in, url

pytestmark = pytest.mark.django_db

ALL_TYPES = [*RECORD_MODELS.values(), BuildingBlock]


def make_picture() -> Image:
    return Image.objects.create(title="Seabirds", file=get_test_image_file())


def panels_with_fields(bound):
    """Every panel below `bound` that shows a field."""
    if getattr(bound, "bound_field", None) is not None:
        yield bound
    for child in getattr(bound, "children", []):
        yield from panels_with_fields(child)
    if hasattr(bound, "empty_child"):
        yield from panels_with_fields(bound.empty_child)


@pytest.mark.parametrize("model", ALL_TYPES, ids=lambda model: model.__name__)
def test_every_field_of_every_form_says_what_belongs_into_it(model, editor, rf):
    handler = model.snippet_viewset.get_edit_handler()
    form = handler.get_form_class()(instance=model(), for_user=editor)
    request = rf.get("/")
    request.user = editor

    panels = list(panels_with_fields(handler.get_bound_panel(instance=model(), request=request, form=form)))

    shown = {panel.field_name for panel in panels}
    assert {"title", "summary"} <= shown
    assert [panel.field_name for panel in panels if not panel.help_text] == []
    # Nothing of the form is left without a panel, except what Wagtail's own machinery adds.
    assert set(form.fields) - shown == set()


@pytest.mark.feature("K1")
@pytest.mark.parametrize("model", RECORD_MODELS.values(), ids=lambda model: model.__name__)
def test_a_draft_needs_a_title_and_nothing_else(model, editor):
    answer = signed_in(editor).post(url("add", model), form_of(model, title="Only a title"))

    draft = model.objects.get()
    assert answer.status_code == 302
    assert answer.url == url("edit", draft)
    assert (draft.title, draft.live, draft.created_by) == ("Only a title", False, editor)


def test_a_draft_without_a_title_is_not_saved(editor):
    answer = signed_in(editor).post(url("add", CaseStudy), form_of(CaseStudy))

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["title"]
    assert CaseStudy.objects.count() == 0


@pytest.mark.feature("K1")
def test_what_is_missing_stops_the_submission_and_names_prose_and_subjects(editor):
    draft = make_draft(author=editor, title="Half done")
    form = form_of(CaseStudy, title="Half done") | {"action-submit": "1"}

    answer = signed_in(editor).post(url("edit", draft), form)

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"summary", "problem", "impact", "subjects"}
    assert WorkflowState.objects.count() == 0


@pytest.mark.feature("K1")
def test_what_is_missing_stops_the_publication(administrator):
    draft = make_draft(BestPractice, author=administrator)
    form = form_of(BestPractice, title="Half done") | {"action-publish": "1"}

    answer = signed_in(administrator).post(url("edit", draft), form)

    assert set(answer.context["form"].errors) == {"summary", "context", "approach", "subjects"}
    draft.refresh_from_db()
    assert draft.live is False


@pytest.mark.feature("K1")
def test_a_block_that_is_half_filled_waits_for_the_submission_too(editor):
    draft = make_draft(author=editor)
    half = {"body": streamfield([("quote", {"text": "", "attribution": "Nobody"})])}
    client = signed_in(editor)

    saved = client.post(url("edit", draft), complete_form(**half))
    submitted = client.post(url("edit", draft), complete_form(**half) | {"action-submit": "1"})

    assert saved.status_code == 302
    assert submitted.status_code == 200
    assert "body" in submitted.context["form"].errors
    assert WorkflowState.objects.count() == 0


@pytest.mark.feature("K1")
def test_a_complete_draft_goes_into_review(editor):
    draft = make_draft(author=editor)

    answer = signed_in(editor).post(url("edit", draft), complete_form() | {"action-submit": "1"})

    assert answer.status_code == 302
    assert WorkflowState.objects.get().requested_by == editor
    assert draft.workflow_in_progress


@pytest.mark.feature("K12")
def test_a_record_without_a_known_licence_cannot_be_passed_on(editor):
    unknown = make_concept("NOASSERTION", "licences")
    known = make_concept("CC-BY-4.0", "licences")
    draft = make_draft(author=editor)
    client = signed_in(editor)
    wish = {"is_syndication_allowed": "on"}

    without = client.post(url("edit", draft), complete_form(**wish))
    doubtful = client.post(url("edit", draft), complete_form(**wish, licence=unknown.pk))
    clear = client.post(url("edit", draft), complete_form(**wish, licence=known.pk))

    for refused in (without, doubtful):
        assert list(refused.context["form"].errors) == ["is_syndication_allowed"]
    assert clear.status_code == 302
    assert draft.revisions.count() == 2
    assert CaseStudy.objects.get().get_latest_revision_as_object().is_syndication_allowed is True


@pytest.mark.feature("K13")
def test_a_relation_is_said_once_in_the_form_and_read_from_the_other_end(editor):
    other = make_record(title="The evidence")
    draft = make_draft(author=editor)
    relation = {"relations": inline_formset([{"kind": "evidence_for", "target": other.pk}])}

    answer = signed_in(editor).post(url("edit", draft), complete_form(**relation))

    assert answer.status_code == 302
    stored = Record.objects.get(pk=other.pk).incoming_relations.get()
    assert (stored.kind, stored.record_id) == ("evidence_for", draft.pk)


@pytest.mark.feature("K13")
def test_a_record_cannot_be_related_to_itself_or_twice_in_the_same_way(editor):
    other = make_record(title="The evidence")
    draft = make_draft(author=editor)
    client = signed_in(editor)
    twice = inline_formset([{"kind": "part_of", "target": other.pk}] * 2)
    itself = inline_formset([{"kind": "part_of", "target": draft.pk}])

    answers = [client.post(url("edit", draft), complete_form(relations=rows)) for rows in (twice, itself)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert draft.relations.count() == 0


def test_authors_are_written_one_a_line(editor):
    client = signed_in(editor)
    client.post(url("add", CaseStudy), complete_form(authors="Wangari Maathai\n\n  Rachel Carson "))

    draft = CaseStudy.objects.get()

    assert draft.authors == ["Wangari Maathai", "Rachel Carson"]
    assert b"Wangari Maathai\nRachel Carson</textarea>" in client.get(url("edit", draft)).content


def test_places_subjects_organisations_and_tags_come_back_as_they_were_sent(editor):
    subject = make_concept("CBD-SUBJECT-MAR", label="Marine")
    organisation = Organisation.objects.create(names={"en": "Island Trust", "fr": "Fondation des îles"})
    chosen = {"subjects": [subject.pk], "organisations": [organisation.pk], "tags": '"night work", boats'}
    client = signed_in(editor)
    client.post(url("add", CaseStudy), complete_form(**chosen))

    draft = CaseStudy.objects.get()

    assert list(draft.subjects.all()) == [subject]
    assert list(draft.organisations.all()) == [organisation]
    assert sorted(draft.tags.names()) == ["boats", "night work"]
    assert b"Island Trust" in client.get(url("edit", draft)).content


def test_organisations_are_found_by_their_name_in_any_language(editor):
    island = Organisation.objects.create(names={"en": "Island Trust", "fr": "Fondation des îles"})
    Organisation.objects.create(names={"en": "Desert Fund"}, acronym="DF")
    client = signed_in(editor)

    found = client.get(reverse("suggest_organisations"), {"q": "îles"}).json()

    assert found == {"items": [{"id": island.pk, "label": "Island Trust"}]}
    assert client.get(reverse("suggest_organisations"), {"q": "df"}).json()["items"][0]["label"] == "Desert Fund"


def test_concepts_outside_the_vocabulary_of_the_field_are_refused(editor):
    stranger = make_concept("CC-BY-4.0", "licences")

    answer = signed_in(editor).post(url("add", CaseStudy), complete_form(subjects=[stranger.pk]))

    assert list(answer.context["form"].errors) == ["subjects"]
    assert Concept.objects.count() == 2
    assert CaseStudy.objects.count() == 0


@pytest.mark.feature("B9", "E19")
def test_a_figure_needs_words_or_must_be_declared_decoration(editor):
    picture = make_picture()
    draft = make_draft(author=editor)
    client = signed_in(editor)

    def submit(**image):
        block = {"image": {"image": picture.pk, "alt_text": "", **image}, "caption": ""}
        form = complete_form(body=streamfield([("figure", block)])) | {"action-submit": "1"}
        return client.post(url("edit", draft), form, headers={"accept": "application/json"})

    silent = submit()
    assert (silent.status_code, silent.json()["error_code"]) == (400, "validation_error")
    assert WorkflowState.objects.count() == 0

    spoken = submit(alt_text="Seabirds on a cliff")
    figure = CaseStudy.objects.get().body[0].value["image"]
    assert spoken.status_code == 200
    assert (figure.contextual_alt_text, figure.decorative) == ("Seabirds on a cliff", False)


@pytest.mark.feature("B9")
def test_a_figure_that_is_declared_decoration_has_no_words(editor):
    block = {"image": {"image": make_picture().pk, "alt_text": "ignored", "decorative": "on"}, "caption": ""}

    signed_in(editor).post(url("add", CaseStudy), complete_form(body=streamfield([("figure", block)])))

    figure = CaseStudy.objects.get().body[0].value["image"]
    assert (figure.contextual_alt_text, figure.decorative) == ("", True)


@pytest.mark.feature("B9")
def test_a_cover_needs_words_or_must_be_declared_decoration(editor):
    picture = make_picture()
    client = signed_in(editor)

    def save(**cover):
        form = complete_form(cover=picture.pk, **cover)
        return client.post(url("add", CaseStudy), form, headers={"accept": "application/json"})

    silent = save()
    assert (silent.status_code, silent.json()["error_code"]) == (400, "validation_error")
    assert CaseStudy.objects.count() == 0
    assert save(is_cover_decorative="on").json()["success"] is True
    assert save(cover_alt_text="Seabirds on a cliff").json()["success"] is True


def test_a_building_block_is_written_like_a_record(editor):
    prose = {name: rich_text("<p>x</p>") for name in ("how_it_works", "enabling_factors", "lessons_learned")}
    form = {"title": "Wardens", "summary": "Short.", "translation_method": "original"} | prose

    answer = signed_in(editor).post(url("add", BuildingBlock), nested_form_data(form))

    assert answer.status_code == 302
    assert BuildingBlock.objects.get().title == "Wardens"
