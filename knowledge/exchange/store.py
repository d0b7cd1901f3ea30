"""The action behind `manage.py import_records`: everything that a reader brings, stored batch by batch."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import batched
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, WorkflowState

from hub.accounts.models import User

from ..models import Provenance, Record
from .data import BrokenData, DeletedData, Item, LinkData, Reader, RecordData
from .insertion import IMPORT_ACTION, NewRecord, ProvenanceData, insert_new, prepare_keys
from .mapping import Vocabulary
from .merging import SINGLE, apply, changed_fields, kept_fields, merge
from .preparation import MANY, Prepared, UnusableRecordError, prepare, translation_key
from .relating import WantedRelations
from .report import Report
from .stored import Names, Stored, read_stored
from .tags import tag_keys

BATCH = 500
# What an editor has to fill in before publishing, and a source may lack.
NEEDED = ("summary", "subjects")
# How often a batch is tried again after another run stored some of the same records first.
ATTEMPTS = 5
Progress = Callable[[int], None]


def import_records(
    reader: Reader,
    *,
    actor: User | None,
    publish: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Store what `reader` brings and return what became of it.

    New records go live when `publish` is set (a trusted source), else they are drafts. A record that is there is
    changed only where its source changed and no editor did; a change goes live only with `publish` and where no
    editor's draft waits. Every batch is one transaction: after an interruption the next run completes the rest.
    With `dry_run` all is done and then undone, so that the report is the same. `actor` is None for the system.
    `progress` is called after each batch with the number of bytes read.
    """
    run = _Run(reader, actor=actor, publish=publish)
    if not dry_run:
        return run.go(progress)
    with transaction.atomic():
        report = run.go(progress)
        transaction.set_rollback(True)
    return report


class _Run:
    """One import: what it needs all the time, and the report that grows with it."""

    def __init__(self, reader: Reader, *, actor: User | None, publish: bool) -> None:
        self.reader, self.actor, self.publish = reader, actor, publish
        self.source = reader.source
        self.report = Report()
        self.vocabulary = Vocabulary()
        self.names = Names(self.vocabulary)
        self.locales = {locale.language_code: locale.pk for locale in Locale.objects.all()}
        self.metadata_licence = self.vocabulary.concept_keys.get(reader.metadata_licence)
        self.as_of = reader.as_of

    def go(self, progress: Progress | None) -> Report:
        with WantedRelations(self.source) as wanted:
            for items in batched(self.reader, BATCH):
                self._take(items, wanted)
                if progress:
                    progress(self.reader.position)
            self.report.related += wanted.connect()
        return self.report

    def _take(self, items: Sequence[Item], wanted: WantedRelations) -> None:
        prepared: list[Prepared] = []
        deleted: list[DeletedData] = []
        for item in items:
            if isinstance(item, RecordData):
                prepared += self._prepared(item)
            elif isinstance(item, DeletedData):
                deleted.append(item)
            else:
                self._reject(item)
        for part in _without_repetition(prepared):
            self._again(partial(self._store, part, wanted))
        self._again(partial(self._take_down, deleted))

    def _prepared(self, item: RecordData) -> Iterator[Prepared]:
        try:
            yield prepare(item, self.vocabulary, source=self.source, as_of=self.as_of)
        except UnusableRecordError as error:
            self._reject(BrokenData(where=item.where, reason=str(error)))

    def _reject(self, item: BrokenData) -> None:
        self.report.rejected.add(f"{item.where}: {item.reason}")

    def _again(self, work: Callable[[], Callable[[], None]]) -> None:
        """Do `work` in a transaction, anew where another run was in the way; its report counts once it is stored."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with transaction.atomic():
                    tell = work()
            except (IntegrityError, OperationalError):
                if attempt == ATTEMPTS:
                    raise
            else:
                tell()
                return

    def _store(self, batch: list[Prepared], wanted: WantedRelations) -> Callable[[], None]:
        stored = read_stored(self.source, [item.identifier for item in batch])
        fresh = [item for item in batch if item.identifier not in stored]
        new = self._insert(fresh)
        self.names.read_tags(found.content or {} for found in stored.values())
        outcomes = [self._update(item, stored[item.identifier]) for item in batch if item.identifier in stored]

        def tell() -> None:
            self.report.new += len(new)
            for item, record in zip(fresh, new, strict=True):
                wanted.add(record.record.pk, item.relations, [])
                self.report.incomplete.update(name for name in NEEDED if not item.values[name])
            for outcome in outcomes:
                outcome()
            for item in batch:
                if item.identifier in stored:
                    found = stored[item.identifier]
                    wanted.add(found.record_id, item.relations, found.imported_values.get("relations", []))
                for kind, term in item.unmapped:
                    self.report.add_unmapped(kind, term)

        return tell

    def _insert(self, batch: list[Prepared]) -> list[NewRecord]:
        if not batch:
            return []
        tags = tag_keys({name for item in batch for name in item.values["tags"]})
        new = [self._new_record(item, tags) for item in batch]
        prepare_keys(new)
        data = {"source": self.source}
        insert_new(new, actor=self.actor, moment=datetime.now(UTC), publish=self.publish, data=data)
        return new

    def _new_record(self, item: Prepared, tags: dict[str, int]) -> NewRecord:
        columns = {name: value for name, value in item.values.items() if name not in _HANGING}
        keys = self.vocabulary.concept_keys
        record = item.model(
            translation_key=translation_key(self.source, item.identifier),
            locale_id=self.locales[item.locale],
            created_by_id=self.actor.pk if self.actor else None,
            **{f"{name}_id" if name in SINGLE else name: _key(name, value, keys) for name, value in columns.items()},
        )
        record.derive()
        return NewRecord(
            record=record,
            many={name: self._keys(name, item.values[name]) for name in MANY if item.values[name]},
            tags=[tags[name.lower()] for name in item.values["tags"]],
            links=[LinkData(url=url, title=title, language=language) for url, title, language in item.values["links"]],
            provenance=self._provenance(item),
        )

    def _keys(self, name: str, identifiers: list[str]) -> list[int]:
        vocabulary = self.vocabulary
        keys = {"places": vocabulary.place_keys, "organisations": vocabulary.organisation_keys}
        known = keys.get(name, vocabulary.concept_keys)
        return [known[identifier] for identifier in identifiers]

    def _provenance(self, item: Prepared) -> ProvenanceData:
        return ProvenanceData(
            source=self.source,
            identifier=item.identifier,
            url=item.url,
            licence_id=self.metadata_licence,
            as_of=item.as_of,
            payload=item.payload,
            imported_values=item.values | {"relations": [], "payload": item.digest},
        )

    def _update(self, item: Prepared, stored: Stored) -> Callable[[], None]:
        """Bring one record up to date; returns what there is to report about it."""
        if stored.record_type != item.model.record_type_value:
            reason = _("its type has changed at the source; an editor has to decide")
            return partial(self._reject, BrokenData(where=item.where, reason=reason))
        merged = merge(item, stored, self.names)
        changed, kept = changed_fields(merged), kept_fields(merged)
        if changed and (reason := _hindrance(stored)):
            return partial(self._reject, BrokenData(where=item.where, reason=reason))
        if changed:
            self._change(item, stored, merged)
        if changed or stored.imported_values.get("payload") != item.digest:
            self._remember(item, stored)

        def tell() -> None:
            self.report.changed += bool(changed)
            self.report.unchanged += not changed
            if kept:
                self.report.kept.add(f"{item.identifier} ({', '.join(kept)})")

        return tell

    def _change(self, item: Prepared, stored: Stored, merged: dict[str, Any]) -> None:
        record = item.model.objects.get(pk=stored.record_id).get_latest_revision_as_object()
        apply(record, merged, self.vocabulary)
        goes_live = self.publish and stored.is_live and not stored.has_draft
        revision = record.save_revision(user=self.actor, clean=False, log_action=False)
        if goes_live:
            revision.publish(user=self.actor, log_action=False, skip_permission_checks=True)
        data = {"source": self.source, "identifier": item.identifier, "fields": changed_fields(merged)}
        current = item.model.objects.get(pk=stored.record_id)
        log(
            instance=current,
            action=IMPORT_ACTION,
            user=self.actor,
            revision=revision,
            data=data,
            content_changed=True,
        )

    def _remember(self, item: Prepared, stored: Stored) -> None:
        relations = stored.imported_values.get("relations", [])
        Provenance.objects.filter(pk=stored.provenance_id).update(
            imported_values=item.values | {"relations": relations, "payload": item.digest},
            payload=item.payload,
            as_of=item.as_of,
            url=item.url,
            licence_id=self.metadata_licence,
        )

    def _take_down(self, deleted: list[DeletedData]) -> Callable[[], None]:
        identifiers = {item.identifier for item in deleted}
        here = read_stored(self.source, identifiers) if deleted else {}
        down = {name: found for name, found in here.items() if found.is_live and not found.is_locked}
        for identifier, found in down.items():
            record = Record.objects.get(pk=found.record_id).specific
            record.unpublish(user=self.actor, log_action=False)
            data = {"source": self.source, "identifier": identifier, "deleted": True}
            log(instance=record, action=IMPORT_ACTION, user=self.actor, data=data)

        def tell() -> None:
            for item in deleted:
                self.report.deleted.add(item.where)
                found = here.get(item.identifier)
                if found and found.is_live and found.is_locked:
                    reason = _("it was deleted at the source, but is locked here")
                    self._reject(BrokenData(where=item.where, reason=reason))
            for identifier in down:
                self.report.taken_down.add(identifier)

        return tell


# What is not a column of the record.
_HANGING = {*MANY, "tags", "links"}


def _key(name: str, value: Any, keys: dict[str, int]) -> Any:
    return keys.get(value) if name in SINGLE else value


def _hindrance(stored: Stored) -> str:
    """Why a record may not be touched now, or nothing."""
    if stored.is_locked:
        return _("it has changed at the source, but is locked here")
    in_review = WorkflowState.objects.filter(
        base_content_type=Record.get_base_content_type(),
        object_id=str(stored.record_id),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return _("it has changed at the source, but is in review here") if in_review.exists() else ""


def _without_repetition(batch: list[Prepared]) -> Iterator[list[Prepared]]:
    """The batch in parts that hold each identifier once: a later mention is a later state of the same record."""
    while batch:
        first: dict[str, Prepared] = {}
        later: list[Prepared] = []
        for item in batch:
            if first.setdefault(item.identifier, item) is not item:
                later.append(item)
        yield list(first.values())
        batch = later
