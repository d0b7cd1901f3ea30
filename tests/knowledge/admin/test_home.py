"""“Waiting for you”: what is on the list, for whom, and what it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from hub.pages.models import ContentPage
from hub.vocabularies.closure import rebuild_place_closure
from knowledge.admin.home import rows_waiting_for
from knowledge.models import BuildingBlock, CaseStudy, PolicyDocument
from tests.knowledge.desk import decide, make_draft, make_person, make_place, signed_in, submit, url

pytestmark = pytest.mark.django_db


def waiting(user):
    return [(row.title, row.task, row.is_decision) for row in rows_waiting_for(user)]


def test_a_reviewer_sees_what_may_be_decided_newest_first_with_language_and_age(editor, reviewer):
    old, new = make_draft(author=editor, title="Old"), make_draft(author=editor, title="Nouveau", locale="fr")
    submit(old, editor)
    submit(new, editor)
    TaskState.objects.filter(revision=old.latest_revision).update(started_at=timezone.now() - timedelta(days=3))

    rows = rows_waiting_for(reviewer)

    assert [(row.title, row.language, row.person) for row in rows] == [
        ("Nouveau", "French", "Editor"),
        ("Old", "English", "Editor"),
    ]
    assert (timezone.now() - rows[1].since).days == 3
    page = signed_in(reviewer).get(reverse("wagtailadmin_home")).content.decode()
    assert "Waiting for you" in page
    assert url("edit", new) in page
    assert "3\xa0days" in page


def test_the_author_sees_what_was_sent_back_with_the_reason(editor, reviewer):
    record = make_draft(author=editor)
    submit(record, editor)
    assert waiting(editor) == []

    decide(record, reviewer, "reject", "Name the source.")

    assert waiting(reviewer) == []
    row = rows_waiting_for(editor)[0]
    assert (row.title, row.comment, row.person, row.is_decision) == ("Goats", "Name the source.", "Reviewer", False)
    assert "Name the source." in signed_in(editor).get(reverse("wagtailadmin_home")).content.decode()


def test_ones_own_work_and_what_one_approved_wait_for_others(editor, reviewer, second_reviewer):
    own = make_draft(author=reviewer, title="Own")
    law = make_draft(PolicyDocument, author=editor, title="Law")
    submit(own, reviewer)
    submit(law, editor)
    decide(law, reviewer)

    assert waiting(reviewer) == []
    assert sorted(waiting(second_reviewer)) == [("Law", "Legal review", True), ("Own", "Review of content", True)]


def test_a_reviewer_of_one_region_sees_that_region_only(editor):
    kenya, peru = make_place("ke"), make_place("pe")
    rebuild_place_closure()
    for title, place in (("Kenya", kenya), ("Peru", peru)):
        submit(make_draft(author=editor, title=title, places=(place,)), editor)

    assert [title for title, _task, _decision in waiting(make_person("scoped", "reviewer", places=[kenya]))] == [
        "Kenya"
    ]


def test_building_blocks_and_pages_wait_in_the_same_list(editor, reviewer, home_page):
    block = BuildingBlock.objects.create(title="Wardens", summary="x", locale_id=1, live=False)
    block.save_revision(user=editor)
    submit(block, editor)
    page = home_page.add_child(instance=ContentPage(title="About", live=False, locale=home_page.locale))
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)

    assert {title for title, _task, _decision in waiting(reviewer)} == {"Wardens", "About"}


def test_ten_rows_cost_as_many_statements_as_two(editor, reviewer):
    def count():
        with CaptureQueriesContext(connection) as queries:
            rows = rows_waiting_for(type(reviewer).objects.get(pk=reviewer.pk))
        return len(rows), len(queries)

    for _number in range(2):
        submit(make_draft(author=editor), editor)
    count()
    few = count()
    for _number in range(8):
        submit(make_draft(author=editor), editor)
    many = count()

    assert (few[0], many[0]) == (2, 10)
    assert few[1] == many[1]
    assert many[1] <= 12


def test_somebody_with_nothing_to_do_is_told_so(editor):
    assert CaseStudy.objects.count() == 0
    assert "Nothing waits for you" in signed_in(editor).get(reverse("wagtailadmin_home")).content.decode()
