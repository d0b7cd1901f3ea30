"""What hangs together across language editions: relations between works, and building blocks in case studies.

Rows of a relation stand on one language edition; what they say holds for the work, so all is matched by the key that
the editions of a work share.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q

from hub.statements import fetch
from hub.visibility.viewer import Viewer

from .enums import TranslationMethod
from .models import CaseStudy, CaseStudyBuildingBlock, Record, RecordRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRelation:
    """One work stands to another, said from `source`."""

    source: UUID
    kind: str
    target: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockUse:
    """A building block (by the key of its work) in a case study, and what is said about its use there."""

    block: UUID
    note: str


def relations_of_works(works: Collection[UUID], *, viewer: Viewer) -> list[WorkRelation]:
    """The relations that start or end at one of `works`, as said by any edition that `viewer` may read, each once.

    Only the saying edition is checked: whether the work at the other end may be read, the caller sees when it asks
    for the edition to serve.
    """
    editions = [pk for (pk,) in fetch(_editions, list(works))]
    return [
        WorkRelation(source=source, kind=kind, target=target)
        for source, kind, target in dict.fromkeys(fetch(_relations, editions, viewer))
        if source != target
    ]


def _editions(works: Sequence[UUID]) -> Any:
    return Record.objects.filter(translation_key__in=works).order_by().values_list("pk")


def _relations(editions: Sequence[int], viewer: Viewer) -> Any:
    return (
        RecordRelation.objects.filter(Q(record__in=editions) | Q(target__in=editions))
        .filter(Exists(Record.objects.visible_to(viewer).filter(pk=OuterRef("record"))))
        .order_by("sort_order", "pk")
        .values_list("record__translation_key", "kind", "target__translation_key")
    )


def uses_of_blocks(blocks: Collection[UUID], *, viewer: Viewer) -> list[tuple[UUID, UUID]]:
    """Pairs of a building block and a case study that uses it, the newest case study first, each pair once."""
    uses = (
        CaseStudyBuildingBlock.objects.filter(building_block__translation_key__in=blocks)
        .filter(Exists(CaseStudy.objects.visible_to(viewer).filter(pk=OuterRef("case_study"))))
        .values("building_block__translation_key", "case_study__translation_key")
        .annotate(newest=Max("case_study__first_published_at"))
        .order_by("-newest", "case_study__translation_key")
    )
    return [(use["building_block__translation_key"], use["case_study__translation_key"]) for use in uses]


def uses_in_case_studies(served: Mapping[UUID, int], *, viewer: Viewer) -> dict[UUID, list[BlockUse]]:
    """The building blocks of case studies, in order.

    `served` maps the key of each case study to the primary key of its served edition. Which blocks there are and what
    is said about them is taken from that edition; from the original where it lists none or leaves the words out.
    """
    own: defaultdict[UUID, dict[UUID, str]] = defaultdict(dict)
    original: defaultdict[UUID, dict[UUID, str]] = defaultdict(dict)
    for work, edition, method, block, note in fetch(_uses, list(served), viewer):
        if edition == served[work]:
            own[work][block] = note
        if method == TranslationMethod.ORIGINAL:
            original[work][block] = note
    return {work: list(_merged(own[work] or original[work], original[work])) for work in served}


def _uses(works: Sequence[UUID], viewer: Viewer) -> Any:
    return (
        CaseStudyBuildingBlock.objects.filter(case_study__translation_key__in=works)
        .filter(Exists(CaseStudy.objects.visible_to(viewer).filter(pk=OuterRef("case_study"))))
        .order_by("sort_order", "pk")
        .values_list(
            "case_study__translation_key",
            "case_study_id",
            "case_study__translation_method",
            "building_block__translation_key",
            "note",
        )
    )


def _merged(notes: Mapping[UUID, str], fallback: Mapping[UUID, str]) -> Iterable[BlockUse]:
    for block, note in notes.items():
        yield BlockUse(block=block, note=note or fallback.get(block, ""))
