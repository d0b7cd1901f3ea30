"""Relations between imported records. A law may amend one that comes later in the file, or in another file next year.

What is wanted is noted while reading, in a file of its own so that memory stays flat, and settled at the end.
"""

from collections.abc import Iterable, Sequence
from itertools import batched
from tempfile import TemporaryFile
from typing import Any, Self

import orjson
from django.db import transaction
from wagtail.models import Revision

from ..models import Provenance, Record, RecordRelation

BATCH = 500
Wanted = tuple[int, str, str]


class WantedRelations:
    """The relations that a run has seen: the key of a record, a kind, and the identifier of another at its source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._file = TemporaryFile()  # noqa: SIM115 - closed by `__exit__`

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        self._file.close()

    def add(self, record: int, wanted: Iterable[tuple[str, str]], written: Sequence[Sequence[str]]) -> None:
        """Note what `record` wants, less what an earlier import has written: an editor may have removed that."""
        known = {tuple(relation) for relation in written}
        for kind, identifier in wanted:
            if (str(kind), identifier) not in known:
                self._file.write(orjson.dumps([record, str(kind), identifier]) + b"\n")

    def connect(self) -> int:
        """Write the relations whose both ends are there; returns how many there were."""
        self._file.seek(0)
        return sum(
            _connect(self.source, [orjson.loads(line) for line in lines]) for lines in batched(self._file, BATCH)
        )


@transaction.atomic
def _connect(source: str, wanted: list[Wanted]) -> int:
    targets = dict(
        Provenance.objects.filter(source=source, identifier__in={name for _record, _kind, name in wanted}).values_list(
            "identifier", "record_id"
        )
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for record, kind, identifier in wanted:
        if identifier in targets and targets[identifier] != record:
            found.setdefault(record, []).append((kind, identifier))
    origins = Provenance.objects.filter(record_id__in=found).select_related("record").defer("payload")
    return sum(_write(origin, found[origin.record_id], targets) for origin in origins)


def _write(origin: Provenance, relations: list[tuple[str, str]], targets: dict[str, int]) -> int:
    """Add relations to a record and to its versions, so that who edits it next does not lose them."""
    record = origin.record
    written = origin.imported_values.get("relations", [])
    missing = [(kind, name) for kind, name in dict.fromkeys(relations) if [kind, name] not in written]
    rows = []
    for number, (kind, name) in enumerate(missing, start=record.relations.count()):
        row, is_new = RecordRelation.objects.get_or_create(
            record=record, kind=kind, target_id=targets[name], defaults={"sort_order": number}
        )
        rows += [row] if is_new else []
    _write_to_versions(record, rows)
    origin.imported_values |= {"relations": [*written, *([kind, name] for kind, name in missing)]}
    origin.save(update_fields=["imported_values"])
    return len(rows)


def _write_to_versions(record: Record, rows: list[RecordRelation]) -> None:
    versions = {record.latest_revision_id, record.live_revision_id} - {None}
    for revision in Revision.objects.filter(pk__in=versions):
        revision.content["relations"] = [*revision.content.get("relations", []), *map(_told, rows)]
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _told(row: RecordRelation) -> dict[str, Any]:
    return {
        "pk": row.pk,
        "record": row.record_id,
        "sort_order": row.sort_order,
        "kind": row.kind,
        "target": row.target_id,
    }
