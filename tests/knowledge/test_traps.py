"""What Wagtail gets wrong about a record that lives in two tables, and what was mended."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from knowledge.errors import BareRecordError
from knowledge.models import RECORD_MODELS, BuildingBlock, CaseStudy, EditionLogEntry, PolicyDocument, Record
from tests.knowledge.desk import make_draft, make_record, submit

pytestmark = pytest.mark.django_db


def bare(record):
    return Record.objects.get(pk=record.pk)


@pytest.mark.parametrize("model", RECORD_MODELS.values(), ids=lambda model: model.__name__)
def test_the_common_part_knows_its_type_and_its_workflow(model, desk):
    record = make_record(model)

    assert type(bare(record).specific) is model
    assert bare(record).get_workflow() == record.get_workflow()
    assert record.get_workflow() is not None


def test_the_common_part_refuses_a_revision(desk):
    record = make_record()

    with pytest.raises(BareRecordError, match="use its `specific`"):
        bare(record).save_revision()
    assert Revision.objects.count() == 0


def test_saving_the_common_part_leaves_the_digest_of_the_whole_alone(desk):
    record = make_record()
    digest = record.text_digest

    bare(record).save()

    assert bare(record).text_digest == digest


@pytest.mark.parametrize("model", [CaseStudy, BuildingBlock], ids=lambda model: model.__name__)
@pytest.mark.parametrize("way", ["one", "many", "common part"])
def test_deleting_takes_reviews_and_revisions_along(model, way, editor):
    if model is CaseStudy:
        record = make_draft(author=editor)
    else:
        record = BuildingBlock.objects.create(title="Wardens", summary="x", locale_id=1)
        record.save_revision(user=editor)
    submit(record, editor)
    if way == "one":
        record.delete()
    elif way == "many" or model is BuildingBlock:
        model.objects.all().delete()
    else:
        bare(record).delete()

    assert model.objects.count() == 0
    assert WorkflowState.objects.count() == 0


def test_deleting_a_record_takes_its_revisions_along(editor):
    make_draft(author=editor).delete()

    assert Revision.objects.count() == 0


def test_deleting_one_record_leaves_the_review_of_another(editor):
    gone, kept = make_draft(author=editor), make_draft(author=editor)
    submit(gone, editor)
    submit(kept, editor)

    gone.delete()

    assert [state.object_id for state in WorkflowState.objects.all()] == [str(kept.pk)]


def test_taking_down_the_common_part_takes_down_the_record_and_logs_it_there(editor):
    record = make_record()
    common = bare(record)

    common.unpublish(user=editor)

    assert (common.live, CaseStudy.objects.get().live) == (False, False)
    entry = EditionLogEntry.objects.get(action="wagtail.unpublish")
    assert (entry.content_type.model, entry.object_id, entry.user) == ("casestudy", str(record.pk), editor)


@pytest.mark.feature("E16")
def test_a_record_expires_on_its_day_and_the_log_says_so(editor):
    record = make_record()
    record.save_revision().publish()
    Record.objects.update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    record = CaseStudy.objects.get()
    assert (record.live, record.expired) == (False, True)
    entries = EditionLogEntry.objects.filter(action="wagtail.unpublish.scheduled")
    assert [(entry.content_type.model, entry.to_status) for entry in entries] == [("casestudy", "expired")]


@pytest.mark.feature("E16")
def test_each_language_goes_live_on_its_own_day(editor):
    soon, later = make_draft(author=editor, locale="en"), make_draft(author=editor, locale="fr")
    later.translation_key = soon.translation_key
    later.save()
    for record, moment in ((soon, timedelta(minutes=1)), (later, timedelta(days=30))):
        record.go_live_at = timezone.now() + moment
        record.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
        record.refresh_from_db()
        assert (record.live, record.status_string) == (False, "scheduled")
    Revision.objects.filter(object_id=str(soon.pk)).exclude(approved_go_live_at=None).update(
        approved_go_live_at=timezone.now() - timedelta(seconds=1)
    )
    stored = Revision.objects.get(object_id=str(soon.pk), approved_go_live_at__isnull=False)
    stored.content["go_live_at"] = (timezone.now() - timedelta(seconds=1)).isoformat()
    stored.save()

    call_command("publish_scheduled")

    live = CaseStudy.objects.filter(live=True)
    assert [record.locale.language_code for record in live] == ["en"]
    assert CaseStudy.objects.get(pk=later.pk).status_string == "scheduled"


@pytest.mark.feature("E16")
def test_an_approval_before_the_day_schedules_and_publishes_nothing(editor, reviewer):
    from tests.knowledge.desk import decide

    law = make_draft(author=editor)
    law.go_live_at = timezone.now() + timedelta(days=1)
    law.save_revision(user=editor)
    submit(law, editor)

    decide(law, reviewer)

    law = CaseStudy.objects.get()
    assert (law.live, law.status_string) == (False, "scheduled")


def test_policy_documents_are_the_ones_whose_review_is_compulsory():
    assert [model for model in RECORD_MODELS.values() if model.is_review_compulsory] == [PolicyDocument]
