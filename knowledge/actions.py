"""What is done to curated things besides editing them: one verb a function."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import slugify
from taggit.models import Tag
from wagtail.log_actions import log
from wagtail.models import Revision

from hub.accounts.models import User
from hub.vocabularies.closure import rebuild_concept_closure
from hub.vocabularies.models import Concept, Scheme

from .errors import LockedError, NotAllowedError, ReviewNeededError, UnsuitableSchemeError
from .links import Link, link_of
from .models import RECORD_MODELS, Edition, Record, RecordTag
from .permissions import is_in_scope, may_publish_directly

IDENTIFIER_LENGTH = 200


@transaction.atomic
def publish(*, edition: Edition, actor: User) -> Edition:
    """Publish the newest version of `edition` past the review; returns it as it is now.

    Raises `NotAllowedError` when `actor` may not, `ReviewNeededError` for a type that only goes live through its
    review, `LockedError` while somebody else's lock or a review is on it.
    """
    if edition.is_review_compulsory:
        raise ReviewNeededError
    if not may_publish_directly(actor, model=type(edition)) or not is_in_scope(actor, edition, action="publish"):
        raise NotAllowedError
    lock = edition.get_lock()
    if lock is not None and lock.for_user(actor):
        raise LockedError
    revision = edition.get_latest_revision() or edition.save_revision(user=actor)
    revision.publish(user=actor, skip_permission_checks=True)
    edition.refresh_from_db()
    return edition


@transaction.atomic
def promote_tag_to_concept(*, tag: Tag, scheme: Scheme, broader: Concept | None, actor: User) -> Concept:
    """Make a concept of a free tag, put it on every record that carries the tag, and take the tag away.

    Drafts that wait in revisions are changed too, or the next publication would bring the tag back. Raises
    `PermissionDenied` when `actor` may not add concepts, `UnsuitableSchemeError` when records have no field for
    concepts of `scheme`.
    """
    if not actor.has_perm("vocabularies.add_concept"):
        raise PermissionDenied
    field_name = field_for(scheme)
    concept = _concept_of(tag, scheme, broader)
    records = list(Record.objects.filter(tagged_items__tag=tag).distinct())
    _attach(concept, field_name, records)
    drafts = _change_drafts(tag, concept, field_name)
    RecordTag.objects.filter(tag=tag).delete()
    _log_promotion(tag, concept, records, drafts, actor)
    tag.delete()
    return concept


def field_for(scheme: Scheme) -> str:
    """The field of a record that takes concepts of `scheme`; raises `UnsuitableSchemeError` when there is none."""
    for name, schemes in suitable_schemes().items():
        if scheme.identifier in schemes:
            return name
    raise UnsuitableSchemeError(scheme)


def suitable_schemes() -> dict[str, list[str]]:
    """The fields that every record has for several concepts, and the vocabularies from which each takes them."""
    fields = [field for field in Record._meta.local_many_to_many if field.related_model is Concept]
    limits: dict[str, Any] = {field.name: field.get_limit_choices_to() for field in fields}
    return {name: list(limit["scheme__identifier__in"]) for name, limit in limits.items()}


def _concept_of(tag: Tag, scheme: Scheme, broader: Concept | None) -> Concept:
    stem = slugify(tag.name, allow_unicode=True).upper()[:IDENTIFIER_LENGTH] or str(tag.pk)
    concept, is_new = Concept.objects.get_or_create(
        identifier=f"{scheme.identifier.upper()}-{stem}",
        defaults={"scheme": scheme, "labels": {"en": tag.name}, "sort_key": stem.lower()[:100]},
    )
    if broader is not None:
        concept.broader.add(broader)
    if is_new or broader is not None:
        rebuild_concept_closure()
    return concept


def _attach(concept: Concept, field_name: str, records: list[Record]) -> None:
    link = cast(Link, link_of(Record, field_name))
    rows = [link.table(**{link.near: record.pk, link.far: concept.pk}) for record in records]
    link.table._default_manager.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    Record.objects.filter(pk__in=[record.pk for record in records]).update(updated_at=timezone.now())


def _change_drafts(tag: Tag, concept: Concept, field_name: str) -> list[int]:
    """Change the newest version of every record where it carries the tag; returns the keys of those records."""
    newest = Record.objects.filter(latest_revision__isnull=False).values("latest_revision")
    text = Cast("content", TextField())
    candidates = Revision.objects.filter(pk__in=newest).annotate(text=text).filter(text__contains=f'"tag": {tag.pk}')
    changed = []
    for revision in candidates.iterator(chunk_size=100):
        items = revision.content.get("tagged_items", [])
        kept = [item for item in items if item["tag"] != tag.pk]
        if len(kept) < len(items):
            concepts = revision.content.get(field_name, [])
            revision.content |= {"tagged_items": kept, field_name: [*concepts, concept.pk]}
            revision.save(update_fields=["content"])
            changed.append(int(revision.object_id))
    return changed


def _log_promotion(tag: Tag, concept: Concept, records: list[Record], drafts: list[int], actor: User) -> None:
    data = {"tag": tag.name, "concept": concept.identifier}
    log(instance=concept, action="knowledge.tag.promote", user=actor, data=data)
    touched = {record.pk for record in records} | set(drafts)
    for model in RECORD_MODELS.values():
        for record in model.objects.filter(pk__in=touched):
            log(instance=record, action="knowledge.tag.promote", user=actor, data=data, content_changed=True)
