"""The lists: what they show, what they can be narrowed by, and what they cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.accounts.enums import RoleName
from hub.vocabularies.closure import rebuild_concept_closure, rebuild_place_closure
from hub.vocabularies.enums import PlaceKind
from knowledge.enums import EditionStatus
from knowledge.models import BestPractice, BuildingBlock, CaseStudy, PolicyDocument, Record
from knowledge.statuses import status_of
from tests.knowledge.desk import (
    decide,
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


def titles(answer):
    return [row.title for row in answer.context["object_list"]]


def statements(client, address):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(queries)


def test_the_list_of_all_records_leads_to_the_page_of_each_type(editor):
    case, law = make_record(title="Goats"), make_record(PolicyDocument, "Law 7788")

    answer = signed_in(editor).get(url("list", Record))

    assert titles(answer) == ["Law 7788", "Goats"]
    assert url("edit", law) in answer.content.decode()
    assert url("edit", case) in answer.content.decode()


def test_the_common_part_of_a_record_redirects_to_the_page_of_its_type(editor):
    case = make_record()
    client = signed_in(editor)

    assert client.get(url("edit", Record.objects.get())).url == url("edit", case)
    assert client.get(url("history", Record.objects.get())).url == url("history", case)


def test_the_columns_show_status_language_targets_and_countries(editor):
    target = make_concept("GBF-TARGET-06", "gbf-targets", "Invasive alien species", notation="6")
    kenya = make_place("ke")
    record = make_record(locale="fr", places=(kenya,))
    record.targets.set([target])
    record.save()

    page = " ".join(signed_in(editor).get(url("list", CaseStudy)).content.decode().split())

    for shown in (">live<", "French", '<td class="">6</td>', '<td class="">KE</td>'):
        assert shown in page


@pytest.mark.parametrize("model", [Record, CaseStudy, BuildingBlock], ids=lambda model: model.__name__)
def test_ten_rows_and_a_hundred_cost_the_same_number_of_statements(model, desk):
    africa, kenya = make_place("africa", PlaceKind.REGION), make_place("ke")
    africa.members.set([kenya])
    rebuild_place_closure()
    editor = make_person("scoped", RoleName.EDITOR, places=[africa])
    target = make_concept("GBF-TARGET-06", "gbf-targets", notation="6")
    made = BuildingBlock if model is BuildingBlock else CaseStudy
    client = signed_in(editor)
    model.snippet_viewset.index_view_class.paginate_by = None

    def make(count):
        for number in range(count):
            row = made(title=f"Row {number}", summary="x")
            row.locale_id = 1
            row.save()
            row.targets.set([target])
            if made is CaseStudy:
                row.places.set([kenya])
            row.save()

    make(10)
    client.get(url("list", model))
    few = statements(client, f"{url('list', model)}?p=1")
    make(90)
    many = statements(client, f"{url('list', model)}?p=1")

    assert few == many
    assert few <= 25


@pytest.mark.feature("D5")
def test_an_editor_of_one_region_lists_ten_thousand_records_with_few_statements(desk):
    africa, kenya, peru = make_place("africa", PlaceKind.REGION), make_place("ke"), make_place("pe")
    africa.members.set([kenya])
    rebuild_place_closure()
    template = make_record(title="Template")
    fields = {name: getattr(template, name) for name in ("summary", "locale_id", "record_type", "live")}
    records = [
        Record(title=f"Row {number}", reference=f"r{number}", **fields) for number in range(10_000)
    ]  # fmt: skip
    Record.objects.bulk_create(records, batch_size=1000)
    through = Record.places.through
    keys = Record.objects.exclude(pk=template.pk).values_list("pk", flat=True)
    links = [through(record_id=key, place_id=kenya.pk if key % 2 else peru.pk) for key in keys]
    through.objects.bulk_create(links, batch_size=1000)
    client = signed_in(make_person("scoped", RoleName.EDITOR, places=[africa]))
    client.get(url("list", Record))

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url("list", Record))

    assert answer.context["paginator"].count == 5_000
    assert len(queries) <= 25


def test_the_list_can_be_narrowed_by_type_language_target_and_words(editor):
    wide = make_concept("GBF-GROUP-1", "gbf-targets", "Reducing threats")
    narrow = make_concept("GBF-TARGET-06", "gbf-targets", "Invasive alien species")
    narrow.broader.add(wide)
    rebuild_concept_closure()
    goats = make_record(title="Goats in Seychelles", locale="fr")
    goats.targets.set([narrow])
    goats.save()
    make_record(BestPractice, "Fire breaks")
    client = signed_in(editor)

    def found(**query):
        return titles(client.get(url("list", Record), query))

    assert found(record_type="case_study") == ["Goats in Seychelles"]
    assert found(locale="en") == ["Fire breaks"]
    assert found(target=wide.pk) == ["Goats in Seychelles"]
    assert found(q="fire") == ["Fire breaks"]
    assert found(q=goats.reference) == ["Goats in Seychelles"]


def test_a_region_narrows_to_its_countries(editor):
    kenya, peru = make_place("ke"), make_place("pe")
    africa = make_place("africa", PlaceKind.REGION, (kenya,))
    rebuild_place_closure()
    make_record(title="Kenya", places=(kenya,))
    make_record(title="Peru", places=(peru,))

    answer = signed_in(editor).get(url("list", CaseStudy), {"place": africa.pk})

    assert titles(answer) == ["Kenya"]


def test_the_list_can_be_narrowed_by_the_day_of_the_last_change(editor):
    old = make_record(title="Old")
    make_record(title="New")
    Record.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=30))
    week_ago = (timezone.now() - timedelta(days=7)).date().isoformat()

    answer = signed_in(editor).get(url("list", CaseStudy), {"updated_at_from": week_ago})

    assert titles(answer) == ["New"]


def test_every_status_has_a_filter_that_finds_exactly_what_stands_there(editor, reviewer):
    stages = {status: make_draft(author=editor, title=status.value) for status in EditionStatus}
    for status in (EditionStatus.LIVE, EditionStatus.LIVE_WITH_DRAFT, EditionStatus.LIVE_IN_REVIEW):
        stages[status].get_latest_revision().publish()
    for status in (EditionStatus.LIVE_WITH_DRAFT, EditionStatus.LIVE_IN_REVIEW):
        stages[status] = CaseStudy.objects.get(pk=stages[status].pk)
        stages[status].save_revision(user=editor)
    for status in (EditionStatus.IN_REVIEW, EditionStatus.LIVE_IN_REVIEW, EditionStatus.CHANGES_REQUESTED):
        submit(stages[status], editor)
    decide(stages[EditionStatus.CHANGES_REQUESTED], reviewer, "reject", "Sources?")
    scheduled = stages[EditionStatus.SCHEDULED]
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision(user=editor).publish()
    Record.objects.filter(pk=stages[EditionStatus.EXPIRED].pk).update(expired=True)
    client = signed_in(editor)

    for status, record in stages.items():
        assert titles(client.get(url("list", Record), {"status": status.value})) == [status.value]
        assert status_of(CaseStudy.objects.get(pk=record.pk)) == status
