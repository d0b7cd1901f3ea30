"""Statements that are worded once read the same as the querysets they were compiled from."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Value

from hub.statements import fetch, fetch_all
from hub.visibility.viewer import ANONYMOUS, Viewer
from hub.vocabularies.models import Concept
from knowledge.models import Record
from tests.factories import CaseStudyFactory, ConceptFactory, translated


def concepts(keys: Sequence[int]) -> Any:
    return Concept.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "identifier", "labels")


def concepts_by_identifier(keys: Sequence[str], note: str) -> Any:
    found = Concept.objects.filter(identifier__in=keys).order_by()
    return found.values_list("identifier", Value(note)).union(found.filter(pk__in=[0]).values_list("uri", "uri"))


def records(keys: Sequence[UUID], locale: str, viewer: Viewer) -> Any:
    served = Record.objects.filter(translation_key__in=keys).served_in(locale, viewer).order_by("pk")
    return served.values_list("pk", "translation_key", "live", "first_published_at", "authors")


def all_records(size: int) -> Any:
    return Record.objects.order_by("-pk")[:size].values_list("title")


def test_keys_of_every_kind_find_what_the_queryset_finds(db):
    first, second = ConceptFactory(labels={"en": "100% of it"}), ConceptFactory()
    study = CaseStudyFactory(authors=["A"])
    french = translated(study, "fr")
    other = CaseStudyFactory()

    for keys in ([first.pk], [second.pk, first.pk], [first.pk, first.pk], [0]):
        assert fetch(concepts, keys) == list(concepts(keys))
    assert fetch(concepts_by_identifier, [first.identifier], "a note") == [(first.identifier, "a note")]
    assert fetch(concepts_by_identifier, [first.identifier], "another") == [(first.identifier, "another")]
    for keys in ([study.translation_key], [other.translation_key, study.translation_key]):
        for locale in ("en", "fr"):
            assert fetch(records, keys, locale, ANONYMOUS) == list(records(keys, locale, ANONYMOUS))
    assert [row[0] for row in fetch(records, [study.translation_key], "fr", ANONYMOUS)] == [french.pk]
    assert fetch_all(all_records, 2) == list(all_records(2)) == [(other.title,), (french.title,)]


def test_no_keys_take_no_statement(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch(concepts, []) == []
