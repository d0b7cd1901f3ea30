"""(a): the same answers by hand, as fast as this server and database can give them from Python."""

import json
from typing import Any

import orjson
from django.db import connection
from django.http import HttpRequest, HttpResponse

from hub.languages.chain import pick

RANK = (
    "CASE l.language_code WHEN 'en' THEN 0 WHEN 'fr' THEN 1 WHEN 'es' THEN 2 "
    "WHEN 'ar' THEN 3 WHEN 'ru' THEN 4 WHEN 'zh' THEN 5 ELSE 6 END"
)
SERVED = (
    f"FROM knowledge_record r JOIN wagtailcore_locale l ON l.id = r.locale_id WHERE r.live AND NOT EXISTS ("
    f"SELECT 1 FROM knowledge_record o JOIN wagtailcore_locale m ON m.id = o.locale_id WHERE o.live "
    f"AND o.translation_key = r.translation_key AND {RANK.replace('l.', 'm.')} < {RANK})"
)
CONCEPTS = (
    "SELECT t.record_id, c.identifier, c.labels FROM {table} t "
    "JOIN vocabularies_concept c ON c.id = t.concept_id WHERE t.record_id IN ({keys})"
)
PLACES = (
    "SELECT t.record_id, p.identifier, p.names FROM knowledge_record_places t "
    "JOIN vocabularies_place p ON p.id = t.place_id WHERE t.record_id IN ({keys})"
)
ORGANISATIONS = (
    "SELECT t.record_id, o.slug, o.names FROM knowledge_record_organisations t "
    "JOIN knowledge_organisation o ON o.id = t.organisation_id WHERE t.record_id IN ({keys})"
)
NESTED = {
    "targets": (CONCEPTS.replace("{table}", "knowledge_record_targets"), "identifier", "label"),
    "subjects": (CONCEPTS.replace("{table}", "knowledge_record_subjects"), "identifier", "label"),
    "places": (PLACES, "identifier", "name"),
    "organisations": (ORGANISATIONS, "slug", "name"),
}


def list_view(request: HttpRequest) -> HttpResponse:
    """The newest 20 records with concepts, places and organisations."""
    columns = ("id", "reference", "record_type", "title", "summary", "publication_date", "language_code", "method")
    rows = _rows(
        "SELECT r.id, r.reference, r.record_type, r.title, r.summary, r.publication_date, l.language_code, "
        f"r.translation_method {SERVED} ORDER BY r.first_published_at DESC, r.id DESC LIMIT 21"
    )[:20]
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    _nest(records)
    return _answer({"data": {"records": {"nodes": records}}})


def record_view(request: HttpRequest, reference: str) -> HttpResponse:
    """One case study in full."""
    names = (
        *("id", "reference", "record_type", "title", "summary", "publication_date", "language_code"),
        *("translation_method", "plain_summary", "authors", "publisher", "source", "rights", "is_syndication_allowed"),
        *("is_example", "first_published_at", "last_published_at", "relevant_information", "body", "translation_key"),
    )
    wanted = ", ".join("l.language_code" if name == "language_code" else f"r.{name}" for name in names)
    row = _rows(f"SELECT {wanted} {SERVED} AND r.reference = %s", [reference])[0]
    record = dict(zip(names, row, strict=True))
    record["authors"], record["body"] = _parsed(record["authors"]), _parsed(record["body"])
    record["translation_key"] = str(record["translation_key"])
    _nest([record])
    own = ("problem", "impact", "lessons_learned", "start_date", "end_date")
    key = [record["id"]]
    (details,) = _rows(f"SELECT {', '.join(own)} FROM knowledge_casestudy WHERE record_ptr_id = %s", key)
    record |= dict(zip(own, details, strict=True))
    links = _rows("SELECT url, title FROM knowledge_resourcelink WHERE record_id = %s ORDER BY sort_order, id", key)
    record["links"] = [{"url": url, "title": title} for url, title in links]
    relations = _rows(
        "SELECT x.kind, t.reference, t.title FROM knowledge_recordrelation x "
        "JOIN knowledge_record t ON t.id = x.target_id WHERE x.record_id = %s AND t.live",
        key,
    )
    record["relations"] = [
        {"kind": kind, "record": {"reference": other, "title": title}} for kind, other, title in relations
    ]
    return _answer({"data": {"record": record}})


def _nest(records: list[dict[str, Any]]) -> None:
    keys = [record["id"] for record in records]
    by_key = {record["id"]: record for record in records}
    marks = ", ".join(["%s"] * len(keys))
    for name, (sql, identifier, label) in NESTED.items():
        for record in records:
            record[name] = []
        for owner, value, texts in _rows(sql.replace("{keys}", marks), keys):
            by_key[owner][name].append({identifier: value, label: pick(_parsed(texts), "en")[0]})


def _rows(sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or [])
        return list(cursor.fetchall())


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _answer(content: Any) -> HttpResponse:
    return HttpResponse(orjson.dumps(content), content_type="application/json")
