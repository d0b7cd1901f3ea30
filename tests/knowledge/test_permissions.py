"""Whom the scope of a role lets at which record: one table of cases, and every door of the admin asked."""

import pytest
from django.urls import reverse

from hub.accounts.enums import RoleName
from hub.vocabularies.closure import rebuild_concept_closure, rebuild_place_closure
from hub.vocabularies.enums import PlaceKind
from knowledge.models import BuildingBlock, CaseStudy, Record
from knowledge.permissions import editable_by, is_in_scope
from tests.knowledge.desk import (
    complete_form,
    is_refused,
    make_concept,
    make_draft,
    make_person,
    make_place,
    make_record,
    signed_in,
    submit,
    url,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(desk):
    """Africa with Kenya in it, Peru beside it, a wide subject and a narrow one."""
    kenya, peru = make_place("ke"), make_place("pe")
    eastern = make_place("eastern-africa", PlaceKind.REGION, (kenya,))
    africa = make_place("africa", PlaceKind.REGION, (eastern,))
    wide, narrow = make_concept("CBD-SUBJECT-BIOMES"), make_concept("CBD-SUBJECT-MAR")
    narrow.broader.add(wide)
    rebuild_place_closure()
    rebuild_concept_closure()
    return {"ke": kenya, "pe": peru, "eastern": eastern, "africa": africa, "wide": wide, "narrow": narrow}


def titles(rows):
    return set(rows.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("scope", "reached"),
    [
        ({}, {"ke en", "ke fr", "pe en", "africa en", "nowhere en"}),
        ({"places": ["africa"]}, {"ke en", "ke fr", "africa en"}),
        ({"places": ["eastern"]}, {"ke en", "ke fr"}),
        ({"places": ["ke"], "languages": ["fr"]}, {"ke fr"}),
        ({"places": ["ke", "pe"]}, {"ke en", "ke fr", "pe en"}),
        ({"languages": ["ru"]}, set()),
        ({"subjects": ["wide"]}, {"pe en"}),
        ({"subjects": ["wide"], "places": ["africa"]}, set()),
    ],
)
@pytest.mark.feature("D5")
def test_the_scope_of_a_role_says_which_records_it_reaches(world, scope, reached):
    for title in ("ke en", "ke fr", "pe en", "africa en", "nowhere en"):
        place, locale = title.split()
        subjects = (world["narrow"],) if title == "pe en" else ()
        make_record(title=title, locale=locale, places=tuple(filter(None, [world.get(place)])), subjects=subjects)
    limits = {key: [world.get(item, item) for item in items] for key, items in scope.items()}
    user = make_person("scoped", RoleName.EDITOR, **limits)

    assert titles(editable_by(user, model=Record)) == reached
    assert titles(editable_by(user, model=CaseStudy)) == reached
    # The rule as a filter and the rule about one object never differ.
    assert {record.title for record in CaseStudy.objects.all() if is_in_scope(user, record, action="change")} == reached


@pytest.mark.feature("D5")
def test_roles_add_up_and_someone_without_a_role_reaches_nothing(world):
    make_record(title="Kenya", places=(world["ke"],))
    make_record(title="Peru, in French", places=(world["pe"],), locale="fr")
    make_record(title="Peru", places=(world["pe"],))
    both = make_person("both", RoleName.EDITOR, places=[world["ke"]])
    from hub.accounts.actions import grant_role

    grant_role(user=both, name=RoleName.TRANSLATOR, actor=None, languages=["fr"])

    assert titles(editable_by(both, model=Record)) == {"Kenya", "Peru, in French"}
    assert titles(editable_by(make_person("nobody"), model=Record)) == set()
    assert titles(editable_by(make_person("reader", RoleName.PRACTITIONER), model=Record)) == set()


@pytest.mark.feature("D5")
def test_a_scope_by_place_does_not_hide_what_has_no_place(world):
    BuildingBlock.objects.create(title="Wardens", summary="x", locale_id=1)
    user = make_person("scoped", RoleName.EDITOR, places=[world["ke"]])

    assert titles(editable_by(user, model=BuildingBlock)) == {"Wardens"}


@pytest.mark.feature("D5")
def test_someones_own_draft_stays_his_or_hers_until_it_is_published(world):
    user = make_person("scoped", RoleName.EDITOR, places=[world["ke"]])
    draft = make_draft(author=user, title="Not placed yet")

    assert titles(editable_by(user, model=CaseStudy)) == {"Not placed yet"}
    draft.get_latest_revision().publish()
    assert titles(editable_by(user, model=CaseStudy)) == set()


def views_of(record):
    revision = record.get_latest_revision().pk
    return {
        "edit": url("edit", record),
        "delete": url("delete", record),
        "history": url("history", record),
        "usage": url("usage", record),
        "copy": url("copy", record),
        "unpublish": url("unpublish", record),
        "preview_on_edit": url("preview_on_edit", record),
        "revisions_view": url("revisions_view", record, revision),
        "revisions_revert": url("revisions_revert", record, revision),
        "revisions_compare": url("revisions_compare", record, "earliest", "latest"),
        "workflow_history": url("workflow_history", record),
        "lock": url("lock", record),
    }


@pytest.mark.feature("D5")
def test_every_view_of_a_record_out_of_scope_is_refused(world, administrator):
    record = make_draft(author=administrator, places=(world["pe"],))
    client = signed_in(make_person("scoped", RoleName.EDITOR, places=[world["africa"]]))

    answers = {name: client.get(address) for name, address in views_of(record).items()}

    assert [name for name, answer in answers.items() if not is_refused(answer)] == []


@pytest.mark.feature("D5")
def test_no_form_changes_deletes_or_moves_a_record_out_of_scope(world, administrator, editor):
    record = make_draft(author=administrator, title="Theirs", places=(world["pe"],))
    submit(record, editor)
    task = record.current_workflow_task_state.pk
    client = signed_in(make_person("scoped", RoleName.REVIEWER, places=[world["africa"]]))
    before = (record.latest_revision_id, record.current_workflow_task_state.status)
    doors = [
        (url("edit", record), complete_form(title="Mine now")),
        (url("delete", record), {}),
        (url("unpublish", record), {}),
        (url("lock", record), {}),
        (url("workflow_action", record, "approve", task), {"comment": ""}),
        (url("confirm_workflow_cancellation", record), {}),
    ]

    answers = [client.post(address, form) for address, form in doors]

    assert all(is_refused(answer) for answer in answers)
    after = CaseStudy.objects.get(pk=record.pk)
    assert (after.latest_revision_id, after.current_workflow_task_state.status) == before
    assert (after.title, after.live, after.locked) == ("Theirs", False, False)


@pytest.mark.feature("D5")
def test_a_record_within_scope_is_open(world, administrator):
    record = make_draft(author=administrator, places=(world["ke"],))
    client = signed_in(make_person("scoped", RoleName.EDITOR, places=[world["africa"]]))

    assert client.get(url("edit", record)).status_code == 200
    client.post(url("edit", record), complete_form(title="Changed"))
    assert CaseStudy.objects.get(pk=record.pk).get_latest_revision_as_object().title == "Changed"


@pytest.mark.feature("D5")
def test_deleting_many_leaves_those_out_of_scope_and_logs_the_others(world, administrator):
    inside = make_draft(author=administrator, title="Inside", places=(world["ke"],))
    outside = make_draft(author=administrator, title="Outside", places=(world["pe"],))
    live = make_record(title="Live", places=(world["ke"],))
    user = make_person("scoped", RoleName.EDITOR, places=[world["africa"]])
    address = reverse("wagtail_bulk_action", args=["knowledge", "casestudy", "delete"])
    query = "&".join(f"id={record.pk}" for record in (inside, outside, live))

    signed_in(user).post(f"{address}?{query}&next=/admin/")

    assert titles(CaseStudy.objects.all()) == {"Outside", "Live"}
    from knowledge.models import EditionLogEntry

    deleted = EditionLogEntry.objects.get(action="wagtail.delete")
    assert (deleted.object_id, deleted.user_id, deleted.deleted) == (str(inside.pk), user.pk, True)


@pytest.mark.feature("D5")
def test_all_in_the_list_means_all_in_scope(world, administrator):
    make_draft(author=administrator, title="Inside", places=(world["ke"],))
    make_draft(author=administrator, title="Outside", places=(world["pe"],))
    user = make_person("scoped", RoleName.EDITOR, places=[world["africa"]])
    address = reverse("wagtail_bulk_action", args=["knowledge", "casestudy", "delete"])

    signed_in(user).post(f"{address}?id=all&next=/admin/")

    assert titles(CaseStudy.objects.all()) == {"Outside"}


@pytest.mark.feature("D5")
def test_an_editor_does_not_delete_what_is_live(world, editor):
    live = make_record(title="Live")

    assert is_refused(signed_in(editor).post(url("delete", live)))
    assert CaseStudy.objects.count() == 1


@pytest.mark.feature("D5")
def test_the_chooser_offers_what_is_public_and_what_is_in_scope(world, administrator):
    make_record(title="Public elsewhere", places=(world["pe"],))
    hidden = make_draft(author=administrator, title="Hidden draft", places=(world["pe"],))
    make_draft(author=administrator, title="Draft in scope", places=(world["ke"],))
    client = signed_in(make_person("scoped", RoleName.EDITOR, places=[world["africa"]]))
    namespace = Record.snippet_viewset.chooser_viewset.url_namespace

    offered = client.get(reverse(f"{namespace}:choose_results")).content.decode()
    chosen = client.get(reverse(f"{namespace}:chosen", args=[hidden.pk]))
    several = client.get(reverse(f"{namespace}:chosen_multiple"), {"id": hidden.pk})

    assert "Public elsewhere" in offered
    assert "Draft in scope" in offered
    assert "Hidden draft" not in offered
    assert chosen.status_code == 404
    assert "Hidden draft" not in several.content.decode()


@pytest.mark.feature("D5")
def test_the_chooser_finds_by_words_and_language(world, editor):
    make_record(title="Goats in Seychelles")
    make_record(title="Des chèvres", locale="fr")
    client = signed_in(editor)
    address = reverse(f"{Record.snippet_viewset.chooser_viewset.url_namespace}:choose_results")

    assert "Goats" in client.get(address, {"q": "seychelles goats"}).content.decode()
    french = client.get(address, {"locale": "fr"}).content.decode()
    assert "chèvres" in french
    assert "Goats" not in french
