"""Stores new records by the hundred as if each had been made in the admin: with revision, tags, links and log entry."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from wagtail.models import Revision

from hub.accounts.models import User

from ..enums import EditionStatus
from ..models import EditionLogEntry, Provenance, Record, RecordRelation, RecordTag, ResourceLink
from .bulk import bulk_create_multi_table, insert_rows, reserve_keys
from .data import LinkData
from .snapshot import snapshot
from .tasks import index_references

IMPORT_ACTION = "knowledge.import"
REVISION_COLUMNS = [
    "id",
    *("content_type_id", "base_content_type_id", "object_id", "created_at", "user_id"),
    *("object_str", "content", "approved_go_live_at"),
]
LOG_COLUMNS = [
    *("content_type_id", "label", "action", "data", "timestamp", "uuid", "user_id", "revision_id"),
    *("content_changed", "deleted", "object_id", "from_status", "to_status"),
]
PROVENANCE_COLUMNS = [
    *("record_id", "source", "identifier", "url", "licence_id", "as_of", "payload", "imported_values"),
]
Children = dict[str, list[dict[str, Any]]]


@dataclass(slots=True, kw_only=True)
class ProvenanceData:
    """What is kept about where a record came from."""

    source: str
    identifier: str
    url: str
    licence_id: int | None
    as_of: datetime
    payload: str
    imported_values: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class NewRecord:
    """A record that is not stored yet, with all that hangs on it. `many` holds keys by field, `tags` keys of tags,
    `relations` pairs of a kind and the key of the other record."""

    record: Record
    many: dict[str, list[int]] = field(default_factory=dict)
    tags: list[int] = field(default_factory=list)
    links: list[LinkData] = field(default_factory=list)
    relations: list[tuple[str, int]] = field(default_factory=list)
    provenance: ProvenanceData | None = None


def prepare_keys(new: Sequence[NewRecord]) -> None:
    """Give each record and its first revision their keys, so that they can point at each other. In a transaction."""
    record_keys = reserve_keys(Record, len(new))
    revision_keys = reserve_keys(Revision, len(new))
    for item, key, revision_key in zip(new, record_keys, revision_keys, strict=True):
        record = item.record
        record.id = record.record_ptr_id = key
        record.latest_revision_id = revision_key
        record._state.adding = False
        record._state.db = connection.alias


def insert_new(
    new: Sequence[NewRecord], *, actor: User | None, moment: datetime, publish: bool, data: dict[str, Any]
) -> None:
    """Store `new`, whose keys `prepare_keys` has set, live or as drafts, in the caller's transaction.

    `moment` becomes the time of publication, revision and log entry; `data` goes into the log. The columns that
    `derive()` works out must be there.
    """
    for item in new:
        _set_state(item.record, moment=moment, publish=publish)
    bulk_create_multi_table([item.record for item in new])
    _insert_many(new)
    children = _insert_children(new)
    _insert_revisions(new, children, actor=actor, moment=moment)
    _insert_log(new, actor=actor, moment=moment, data=data)
    _insert_provenance(new)
    if new:
        index_references.enqueue([item.record.pk for item in new])


def _set_state(record: Record, *, moment: datetime, publish: bool) -> None:
    record.live = publish
    record.has_unpublished_changes = not publish
    if publish:
        record.first_published_at = record.first_published_at or moment
        record.last_published_at = record.last_published_at or record.first_published_at
        record.live_revision_id = record.latest_revision_id


def _insert_many(new: Sequence[NewRecord]) -> None:
    rows: defaultdict[tuple[type[Record], str], list[tuple[int, int]]] = defaultdict(list)
    for item in new:
        for name, keys in item.many.items():
            rows[type(item.record), name] += [(item.record.pk, key) for key in keys]
    for (model, name), pairs in rows.items():
        relation: Any = model._meta.get_field(name)
        columns = [relation.m2m_column_name(), relation.m2m_reverse_name()]
        insert_rows(relation.remote_field.through, columns, pairs)


def _insert_children(new: Sequence[NewRecord]) -> list[Children]:
    """Insert tags, links and relations; returns for each record how its revision tells them."""
    tags = [[{"pk": None, "tag": tag, "content_object": item.record.pk} for tag in item.tags] for item in new]
    links = [[_link(item.record.pk, number, link) for number, link in enumerate(item.links)] for item in new]
    relations = [
        [
            {"pk": None, "record": item.record.pk, "sort_order": number, "kind": str(kind), "target": target}
            for number, (kind, target) in enumerate(item.relations)
        ]
        for item in new
    ]
    told: list[Children] = [{} for _item in new]
    _insert_relation(RecordTag, "tagged_items", tags, told)
    _insert_relation(ResourceLink, "links", links, told)
    _insert_relation(RecordRelation, "relations", relations, told)
    return told


def _link(record: int, number: int, link: LinkData) -> dict[str, Any]:
    return {
        "pk": None,
        "record": record,
        "sort_order": number,
        "url": link.url,
        "title": link.title,
        "language": link.language,
    }


def _insert_relation(
    model: type[models.Model], name: str, rows: list[list[dict[str, Any]]], told: list[Children]
) -> None:
    """Give `rows` their keys, insert them, and tell each record its own under `name`."""
    written = [row for part in rows for row in part]
    if not written:
        return
    for row, key in zip(written, reserve_keys(model, len(written)), strict=True):
        row["pk"] = key
    fields: list[Any] = [model._meta.get_field("id" if column == "pk" else column) for column in written[0]]
    insert_rows(model, [field.column for field in fields], [list(row.values()) for row in written])
    for part, target in zip(rows, told, strict=True):
        target[name] = part


def _insert_revisions(
    new: Sequence[NewRecord], children: list[Children], *, actor: User | None, moment: datetime
) -> None:
    base, time = _content_type(Record), _time(moment)
    rows = []
    for item, told in zip(new, children, strict=True):
        record = item.record
        content = snapshot(record, many=item.many, children=told)
        rows.append(
            (
                record.latest_revision_id,
                _content_type(type(record)),
                base,
                str(record.pk),
                time,
                actor.pk if actor else None,
                record.title,
                json_text(content),
                None,
            )
        )
    insert_rows(Revision, REVISION_COLUMNS, rows)


def _insert_log(new: Sequence[NewRecord], *, actor: User | None, moment: datetime, data: dict[str, Any]) -> None:
    time, user = _time(moment), actor.pk if actor else None
    rows = []
    for item in new:
        record = item.record
        status = EditionStatus.LIVE if record.live else EditionStatus.DRAFT
        origin = {"identifier": item.provenance.identifier} if item.provenance else {}
        rows.append(
            (
                _content_type(type(record)),
                record.title,
                IMPORT_ACTION,
                json_text(data | origin),
                time,
                None,
                user,
                record.latest_revision_id,
                True,
                False,
                str(record.pk),
                "",
                status.value,
            )
        )
    insert_rows(EditionLogEntry, LOG_COLUMNS, rows)


def _insert_provenance(new: Sequence[NewRecord]) -> None:
    rows = [
        (
            item.record.pk,
            origin.source,
            origin.identifier,
            origin.url,
            origin.licence_id,
            _time(origin.as_of),
            origin.payload,
            json_text(origin.imported_values),
        )
        for item in new
        if (origin := item.provenance)
    ]
    insert_rows(Provenance, PROVENANCE_COLUMNS, rows)


def json_text(value: Any) -> str:
    """`value` as the text of a JSON column, on either database."""
    return orjson.dumps(value).decode()


def _time(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)


def _content_type(model: type[models.Model]) -> int:
    return int(ContentType.objects.get_for_model(model, for_concrete_model=False).pk)
