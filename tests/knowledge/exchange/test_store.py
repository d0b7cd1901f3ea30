import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from taggit.models import Tag
from wagtail.models import ReferenceIndex, Revision

from knowledge.exchange.tasks import index_references
from knowledge.models import EditionLogEntry, PolicyDocument, Provenance, Record

from .feeds import article, as_json, faolex, imported, law, take

pytestmark = pytest.mark.django_db
NEW_ABSTRACT = "El presente Decreto modifica el que reglamenta la ley de los ríos y de las aguas."


def edit(record, **values):
    """What an editor does: change fields in the newest version and keep it."""
    newest = record.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(newest, name, value)
    return newest.save_revision(clean=False)


def publish(record, **values):
    edit(record, **values).publish(skip_permission_checks=True)


@pytest.mark.feature("D8")
def test_a_second_run_changes_nothing(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law("LEX-1", keyword_en=["Fees", "fees"], amends="LEX-2"), law("LEX-2"))
    first = take("faolex", feed, publish=True)
    before = list(Record.objects.order_by("pk").values())

    second = take("faolex", feed, publish=True)

    assert (first.new, second.new, second.changed, second.unchanged) == (2, 0, 0, 2)
    assert second.kept.count == 0
    assert list(Record.objects.order_by("pk").values()) == before
    assert Revision.objects.count() == 2


def test_what_the_source_changed_is_changed_and_goes_live(words, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law(keyword_en=["fees"])), publish=True)
    changed = faolex(
        tmp_path / "feed.xml", law(abstract=NEW_ABSTRACT, keyword_en=["rules", "inland waters"], country_ISO3=None)
    )

    report = take("faolex", changed, publish=True)

    record = imported("LEX-1")
    assert (report.new, report.changed, report.unchanged) == (0, 1, 0)
    assert (record.summary, record.live, record.has_unpublished_changes) == (NEW_ABSTRACT, True, False)
    assert list(record.tags.names()) == ["rules"]
    assert [subject.identifier for subject in record.subjects.all()] == ["CBD-SUBJECT-WTR"]
    assert list(record.places.all()) == []
    assert record.text_digest == record.digest()
    assert "presente Decreto modifica el que reglamenta la ley de los ríos" in record.provenance.payload
    assert take("faolex", changed, publish=True).unchanged == 1


def test_a_change_waits_as_a_draft_unless_the_source_is_trusted(words, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law()), publish=True)
    before = imported("LEX-1").summary

    take("faolex", faolex(tmp_path / "feed.xml", law(abstract=NEW_ABSTRACT)))

    record = imported("LEX-1")
    assert (record.summary, record.has_unpublished_changes) == (before, True)
    assert record.get_latest_revision_as_object().summary == NEW_ABSTRACT


@pytest.mark.feature("D8")
def test_what_an_editor_changed_stays_and_is_told(words, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law(keyword_en=["fees"])), publish=True)
    publish(imported("LEX-1"), title="Ley de los humedales", publisher="Imprenta")
    changed = faolex(
        tmp_path / "feed.xml",
        law(titleOfText="Otro título de la ley del país", abstract=NEW_ABSTRACT, keyword_en=["fees"]),
    )

    report = take("faolex", changed, publish=True)

    record = imported("LEX-1")
    assert (record.title, record.publisher, record.summary) == ("Ley de los humedales", "Imprenta", NEW_ABSTRACT)
    assert (report.changed, report.kept.names) == (1, ["LEX-1 (publisher, title)"])
    again = take("faolex", changed, publish=True)
    assert (again.changed, again.kept.names) == (0, ["LEX-1 (publisher, title)"])


def test_what_an_editor_adds_to_a_list_stays_and_what_was_taken_away_stays_away(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law(keyword_en=["fees", "rules"]))
    take("faolex", feed, publish=True)
    newest = imported("LEX-1").get_latest_revision_as_object()
    newest.tags.set(["rules", "delta"])
    newest.save_revision(clean=False).publish(skip_permission_checks=True)
    changed = faolex(tmp_path / "feed.xml", law(keyword_en=["fees", "rules", "ponds"]))

    report = take("faolex", changed, publish=True)

    assert sorted(imported("LEX-1").tags.names()) == ["delta", "ponds", "rules"]
    assert (report.changed, report.kept.count) == (1, 0)


def test_an_editors_draft_is_never_published_by_an_import(words, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law()), publish=True)
    record = imported("LEX-1")
    before = record.title
    edit(record, title="Not yet")

    take("faolex", faolex(tmp_path / "feed.xml", law(abstract=NEW_ABSTRACT)), publish=True)

    record = imported("LEX-1")
    newest = record.get_latest_revision_as_object()
    assert (record.title, record.live) == (before, True)
    assert (newest.title, newest.summary) == ("Not yet", NEW_ABSTRACT)


def test_what_is_locked_or_in_review_is_left_alone_until_it_is_free(words, desk, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law("LEX-1"), law("LEX-2")))
    Record.objects.filter(provenance__identifier="LEX-1").update(locked=True)
    reviewed = imported("LEX-2")
    reviewed.get_workflow().start(reviewed, None)
    changed = faolex(tmp_path / "feed.xml", *(law(f"LEX-{number}", abstract=NEW_ABSTRACT) for number in (1, 2)))

    report = take("faolex", changed)

    assert report.changed == 0
    assert report.rejected.names == [
        "line 4 (LEX-1): it has changed at the source, but is locked here",
        "line 6 (LEX-2): it has changed at the source, but is in review here",
    ]
    Record.objects.update(locked=False)
    reviewed.current_workflow_state.cancel()
    assert take("faolex", changed).changed == 2


def test_a_later_mention_in_the_same_file_is_a_later_state(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law(), law(abstract=NEW_ABSTRACT), law(abstract=NEW_ABSTRACT))

    report = take("faolex", feed)

    assert (report.new, report.changed, report.unchanged) == (1, 1, 1)


def test_a_changed_type_is_for_an_editor_to_decide(words, tmp_path):
    from .feeds import deposit, zenodo

    take("zenodo", zenodo(tmp_path / "answer.json", deposit(1)))

    report = take("zenodo", zenodo(tmp_path / "answer.json", deposit(1, resource_type={"type": "software"})))

    assert report.rejected.names == ["item 1 (1): its type has changed at the source; an editor has to decide"]


@pytest.mark.parametrize("arrival", [True, False])
def test_a_dry_run_writes_nothing_and_reports_the_same(words, tmp_path, arrival):
    feed = faolex(
        tmp_path / "feed.xml", law("LEX-1", keyword_en=["fees"], amends="LEX-2"), law("LEX-2"), law("LEX-2"), law("")
    )

    tables = (Record, Provenance, Revision, EditionLogEntry, Tag, DBTaskResult)
    before = [model.objects.count() for model in tables]

    dry = take("faolex", feed, publish=arrival, dry_run=True)

    assert [model.objects.count() for model in tables] == before
    assert list(dry.lines()) == list(take("faolex", feed, publish=arrival).lines())
    assert (dry.new, dry.unchanged, dry.related, dry.rejected.count) == (2, 1, 1, 1)


def test_the_first_revision_says_what_wagtail_would_say(words, tmp_path):
    feed = faolex(
        tmp_path / "feed.xml",
        law("LEX-1", keyword_en=["fees", "inland waters"], amends="LEX-2", originalYear="1999"),
        law("LEX-2"),
    )
    take("faolex", feed, publish=True)
    record = imported("LEX-1")

    said = json.loads(json.dumps(record.serializable_data(), cls=DjangoJSONEncoder))

    written = record.latest_revision.content
    said.pop("updated_at"), written.pop("updated_at")
    assert written == said
    assert (record.latest_revision_id, record.live_revision_id) == (record.live_revision.pk,) * 2
    assert record.latest_revision.object_str == record.title


@pytest.mark.feature("E15")
def test_the_log_says_that_the_system_imported_it_and_from_where(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law())
    take("faolex", feed, publish=True)
    take("faolex", faolex(tmp_path / "feed.xml", law(abstract=NEW_ABSTRACT)), publish=True)

    second, first = EditionLogEntry.objects.order_by("-pk")

    assert {first.action, second.action} == {"knowledge.import"}
    assert (first.from_status, first.to_status, first.user_id) == ("", "live", None)
    assert first.data == {"source": "faolex", "identifier": "LEX-1"}
    assert (second.from_status, second.to_status) == ("live", "live")
    assert second.data["fields"] == ["summary"]
    assert first.content_type.model_class() is PolicyDocument


def test_usage_is_known_once_the_worker_has_been_there(words, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law(amends="LEX-2"), law("LEX-2")), publish=True)
    records = list(Record.objects.values_list("pk", flat=True))

    index_references.func(records)

    assert DBTaskResult.objects.filter(task_path__endswith="index_references").count() == 1
    law_type = imported("LEX-1").document_type
    assert ReferenceIndex.get_references_to(law_type).count() == 2


def test_the_number_of_statements_does_not_grow_with_a_batch(words, tmp_path):
    def statements(count: int) -> int:
        results = [article(f"{count}-{number}", keywords=["frogs", "inland waters"]) for number in range(count)]
        path = as_json(tmp_path / "answer.json", {"results": results})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            take("gbif-literature", path, publish=True)
        return len(queries)

    take("gbif-literature", as_json(tmp_path / "warm.json", {"results": [article(keywords=["frogs"])]}))

    assert statements(10) == statements(100)


def test_a_report_lists_the_commonest_terms_and_counts_the_rest(words, tmp_path):
    laws = [law(f"LEX-{number}", keyword_en=["common", f"rare {number}"]) for number in range(60)]

    lines = list(take("faolex", faolex(tmp_path / "feed.xml", *laws)).lines())

    assert "60 new, 0 changed, 0 unchanged, 0 relations added" in lines
    assert "to complete by an editor: 60 without subjects" in lines
    assert "not mapped: keyword “common”: 60" in lines
    assert lines[-1] == "not mapped: 11 more terms"
