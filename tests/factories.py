"""Things to test with: live editions, concepts and places with their closure in order.

Lists are given by name: `CaseStudyFactory(targets=[target], places=[place], tags=["goats"])`.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from hub.vocabularies.closure import rebuild_concept_closure, rebuild_place_closure
from hub.vocabularies.models import Concept, ConceptClosure, ConceptMapping, Place, PlaceClosure, Scheme
from knowledge.models import (
    BestPractice,
    BuildingBlock,
    CaseStudy,
    ELearningResource,
    Organisation,
    PolicyDocument,
    ResearchReport,
    ToolOrGuidance,
)

FIRST_DAY = datetime(2026, 1, 1, 9, tzinfo=UTC)
# One count for all types: what is made later is published later.
_MINUTES = count()


def locale(code: str) -> Locale:
    """The locale with this code, made where it is missing."""
    return Locale.objects.get_or_create(language_code=code)[0]


def scheme(identifier: str) -> Scheme:
    """The vocabulary with this identifier, made where it is missing."""
    return Scheme.objects.get_or_create(identifier=identifier, defaults={"titles": {"en": identifier}})[0]


class ConceptFactory(DjangoModelFactory):
    """A concept of `in_scheme` (subjects without a word about it), below `broader` where that is given."""

    class Meta:
        model = Concept
        skip_postgeneration_save = True

    class Params:
        in_scheme = "subjects"

    scheme = factory.LazyAttribute(lambda stub: scheme(stub.in_scheme))
    identifier = factory.Sequence(lambda number: f"CBD-SUBJECT-{number:04d}")
    labels = factory.LazyAttribute(lambda stub: {"en": stub.identifier.replace("-", " ").capitalize()})

    @factory.post_generation
    def broader(concept, create: bool, extracted: Any, **options: Any) -> None:  # noqa: N805 - factory_boy's manner
        ConceptClosure.objects.create(ancestor=concept, descendant=concept, distance=0, basis="hierarchy")
        if extracted:
            concept.broader.set(extracted)
            rebuild_concept_closure()


class PlaceFactory(DjangoModelFactory):
    """A country, or with `kind` a region or group of `members`."""

    class Meta:
        model = Place
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"x{number}")
    identifier = factory.SelfAttribute("slug")
    kind = "country"
    names = factory.LazyAttribute(lambda stub: {"en": stub.slug.capitalize()})

    @factory.post_generation
    def members(place, create: bool, extracted: Any, **options: Any) -> None:  # noqa: N805 - factory_boy's manner
        PlaceClosure.objects.create(container=place, member=place, distance=0)
        if extracted:
            place.members.set(extracted)
            rebuild_place_closure()


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda number: f"organisation-{number:04d}")
    names = factory.LazyAttribute(lambda stub: {"en": stub.slug.capitalize()})


class EditionFactory(DjangoModelFactory):
    """A live edition in `language`, each published a minute after the one before."""

    class Meta:
        abstract = True

    class Params:
        language = "en"
        minute = factory.LazyFunction(lambda: next(_MINUTES))

    locale = factory.LazyAttribute(lambda stub: locale(stub.language))
    title = factory.Sequence(lambda number: f"Title {number:04d}")
    summary = "What it is, in two sentences."
    live = True
    first_published_at = factory.LazyAttribute(lambda stub: FIRST_DAY + timedelta(minutes=stub.minute))
    last_published_at = factory.SelfAttribute("first_published_at")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **values: Any) -> Any:
        many = {field.name for field in model_class._meta.many_to_many} | {"tags"}
        lists = {name: values.pop(name) for name in many & values.keys()}
        edition = super()._create(model_class, *args, **values)
        for name, members in lists.items():
            getattr(edition, name).set(members)
        if lists:
            edition.save()
        return edition


class BuildingBlockFactory(EditionFactory):
    class Meta:
        model = BuildingBlock


class BestPracticeFactory(EditionFactory):
    class Meta:
        model = BestPractice


class CaseStudyFactory(EditionFactory):
    class Meta:
        model = CaseStudy


class ToolOrGuidanceFactory(EditionFactory):
    class Meta:
        model = ToolOrGuidance


class ResearchReportFactory(EditionFactory):
    class Meta:
        model = ResearchReport


class ELearningResourceFactory(EditionFactory):
    class Meta:
        model = ELearningResource


class PolicyDocumentFactory(EditionFactory):
    class Meta:
        model = PolicyDocument


RECORD_FACTORIES = (
    BestPracticeFactory,
    CaseStudyFactory,
    ToolOrGuidanceFactory,
    ResearchReportFactory,
    ELearningResourceFactory,
    PolicyDocumentFactory,
)


def translated(edition: Any, language: str, **values: Any) -> Any:
    """A live edition of the same work in `language`, translated by a person from the words of `edition` as they are."""
    made = type(edition)(
        locale=locale(language),
        translation_key=edition.translation_key,
        translation_method=values.pop("translation_method", "human"),
        source_digest=values.pop("source_digest", edition.text_digest),
        title=values.pop("title", f"{edition.title} ({language})"),
        summary=values.pop("summary", edition.summary),
        live=values.pop("live", True),
        first_published_at=edition.first_published_at,
        last_published_at=edition.last_published_at,
        **values,
    )
    made.save()
    for field in edition._meta.many_to_many:
        getattr(made, field.name).set(getattr(edition, field.name).all())
    made.save()
    return made


def map_concepts(concept: Concept, other: Concept, kind: str = "close") -> None:
    """Say that `other`, of another vocabulary, corresponds to `concept`."""
    ConceptMapping.objects.create(concept=concept, target=other, kind=kind)
    rebuild_concept_closure()
