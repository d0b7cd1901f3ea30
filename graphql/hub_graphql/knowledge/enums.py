"""Enumerations about records."""

from enum import Enum
from typing import Any

from knowledge import answers
from knowledge import enums as stored

from ..core.enums import enum_type

_relation_kinds: Any = Enum(
    "RelationKind",
    {
        name: value
        for kind in stored.RelationKind
        for name, value in (
            (kind.name, kind.value),
            (stored.InverseRelationKind[kind.name].value.upper(), stored.InverseRelationKind[kind.name].value),
        )
    },
)
_record_orders: Any = Enum("RecordOrder", {"NEWEST": "newest", "OLDEST": "oldest", "TITLE": "title"})

RelationKind: Any = enum_type(
    _relation_kinds,
    "How a record stands to another, read from the record that has the relation.",
    {
        "PART_OF": "It is a part of the other.",
        "HAS_PART": "The other is a part of it.",
        "EVIDENCE_FOR": "It is evidence for the other.",
        "HAS_EVIDENCE": "The other is evidence for it.",
        "SUPERSEDES": "It takes the place of the other.",
        "SUPERSEDED_BY": "The other takes its place.",
        "DERIVED_FROM": "It was made from the other.",
        "SOURCE_OF": "The other was made from it.",
        "REFERENCES": "It refers to the other.",
        "REFERENCED_BY": "The other refers to it.",
    },
)
MatchBasis: Any = enum_type(
    answers.MatchBasis,
    "Why a record answers for what was asked, the nearest first.",
    {
        "DIRECT": "It carries exactly what was asked.",
        "NARROWER": "It carries a concept below the one asked.",
        "MEMBER": "It is about a place within the one asked.",
        "REGION": "It is about a whole region or group that the place asked belongs to.",
        "MAPPING": "It carries a concept of another vocabulary that is mapped to what was asked: an inference.",
    },
)
ELearningFormat: Any = enum_type(
    stored.ELearningFormat,
    "How something is taught.",
    {
        "SELF_PACED": "At one's own pace.",
        "FACILITATED": "With a teacher and others, over a while.",
        "WEBINAR": "Live and online, or its recording.",
        "BLENDED": "Partly online, partly in a room.",
    },
)


RecordOrder: Any = enum_type(
    _record_orders,
    "The order of a list of records.",
    {
        "NEWEST": "By the day of first publication on the hub, the newest first.",
        "OLDEST": "The same, the oldest first.",
        "TITLE": "By title.",
    },
)
