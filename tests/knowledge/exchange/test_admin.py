"""What an import stored behaves in the admin like what was written there."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from knowledge.models import PolicyDocument, Record
from tests.knowledge.desk import publish_form, signed_in, url

from .feeds import article, as_json, faolex, imported, law, take


@pytest.fixture
def live_article(words, desk, tmp_path):
    result = article(keywords=["inland waters", "frogs"], websites=["https://journal.example/1"])
    take("gbif-literature", as_json(tmp_path / "answer.json", {"results": [result]}), publish=True)
    return imported("a-1")


@pytest.mark.parametrize("view", ["edit", "history", "usage"])
def test_its_pages_open(live_article, administrator, view):
    answer = signed_in(administrator).get(url(view, live_article))

    assert answer.status_code == 200


def test_the_history_tells_of_the_import(live_article, administrator):
    answer = signed_in(administrator).get(url("history", live_article))

    assert "Imported from its source" in answer.content.decode()


def test_an_editor_saves_and_publishes_it(live_article, administrator):
    form = publish_form(live_article) | {"title": "Wetlands, revised"}

    answer = signed_in(administrator).post(url("edit", live_article), form)

    record = Record.objects.get(pk=live_article.pk).specific
    assert answer.status_code == 302
    assert (record.title, record.live) == ("Wetlands, revised", True)


def test_an_imported_draft_passes_its_review(words, desk, editor, tmp_path):
    take("faolex", faolex(tmp_path / "feed.xml", law(keyword_en=["inland waters"])))
    record = imported("LEX-1")

    record.get_workflow().start(record, editor)

    assert record.workflow_in_progress
    assert not PolicyDocument.objects.get(pk=record.pk).live


def test_it_can_be_translated(live_article, administrator):
    translation = live_article.copy_for_translation(Locale.objects.get(language_code="fr"))
    translation.save()

    assert translation.translation_key == live_article.translation_key
    assert signed_in(administrator).get(url("edit", translation)).status_code == 200


def test_it_is_in_the_list_of_its_type(live_article, administrator):
    answer = signed_in(administrator).get(reverse(live_article.snippet_viewset.get_url_name("list")))

    assert live_article.title in answer.content.decode()
