"""The filter of records as callers write it."""

from typing import Any

import graphene

from knowledge.filters import RecordCriteria

from ..core.locales import LocaleCode
from ..vocabularies.types import RecordType

CONCEPT_ARGUMENTS = (
    "concepts",
    "targets",
    "aichi_targets",
    "subjects",
    "audiences",
    "expertise_levels",
    "licences",
    "languages",
)


def choices(of: Any, description: str) -> graphene.List:
    """A list of which one is enough."""
    return graphene.List(graphene.NonNull(of), description=description)


class RecordFilter(graphene.InputObjectType):
    """What records are wanted. Within a list one is enough; what several arguments ask must all be met.

    A concept also finds what carries a narrower one and, unless told otherwise, what carries only a concept mapped to
    it; the edges say which.
    """

    types = choices(RecordType, "Kinds of record.")
    concepts = choices(graphene.String, "Identifiers of concepts of any vocabulary.")
    targets = choices(graphene.String, "Identifiers of global targets, goals or groups of targets: `GBF-TARGET-03`.")
    aichi_targets = choices(graphene.String, "Identifiers of Aichi targets: `AICHI-TARGET-11`.")
    subjects = choices(graphene.String, "Identifiers of subjects: `CBD-SUBJECT-MAR`.")
    audiences = choices(graphene.String, "Identifiers of target groups: `AUDIENCE-YOUTH`.")
    expertise_levels = choices(graphene.String, "Identifiers of levels: `EXPERTISE-INTRODUCTORY`.")
    licences = choices(graphene.String, "SPDX identifiers: `CC-BY-4.0`.")
    places = choices(
        graphene.String,
        "Identifiers or slugs. A region finds its countries; a country finds what covers a region around it.",
    )
    languages = choices(graphene.String, "Languages in which the thing itself can be had (BCP 47).")
    available_in = choices(LocaleCode, "Languages in which the record can be read here.")
    organisations = choices(graphene.String, "Slugs of organisations.")
    building_blocks = choices(graphene.String, "References of building blocks that a case study uses.")
    published_from = graphene.String(description="Published in or after `2024`, `2024-03` or `2024-03-15`.")
    published_to = graphene.String(description="Published in or before `2024`, `2024-03` or `2024-03-15`.")
    include_inferred = graphene.Boolean(
        required=True,
        default_value=True,
        description="Whether to find what carries only a concept mapped to the one asked.",
    )
    text = graphene.String(description="Words that all stand in the title or the summary.")


def criteria_from(given: Any) -> RecordCriteria:
    """The criteria that a caller's filter stands for; none when there is no filter."""
    if given is None:
        return RecordCriteria()
    return RecordCriteria(
        types=tuple(kind.value for kind in given.get("types") or ()),
        concepts=tuple(tuple(given[name]) for name in CONCEPT_ARGUMENTS if given.get(name)),
        places=tuple(given.get("places") or ()),
        available_in=tuple(code.value for code in given.get("available_in") or ()),
        organisations=tuple(given.get("organisations") or ()),
        building_blocks=tuple(given.get("building_blocks") or ()),
        published_from=given.get("published_from") or "",
        published_to=given.get("published_to") or "",
        text=given.get("text") or "",
        include_inferred=given.get("include_inferred", True),
    )
