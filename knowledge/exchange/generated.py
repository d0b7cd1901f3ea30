"""Invents records, always the same for the same seed, for benchmarks and for trying a hub at its real size."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from hub.languages.chain import LOCALES, pick
from hub.vocabularies.enums import PlaceKind
from hub.vocabularies.models import Concept, Place

from ..enums import TranslationMethod
from ..models import RECORD_MODELS, Organisation, Record
from .data import LinkData
from .generated_words import DEEDS, PATTERNS, SENTENCES, TAGS, THINGS
from .insertion import NewRecord, insert_new, prepare_keys
from .tags import tag_keys

BATCH = 500
ORGANISATIONS = 60
FIRST_DAY = datetime(2023, 1, 2, 9, tzinfo=UTC)
SCHEMES = {
    *("gbf-targets", "aichi-targets", "subjects", "audiences", "expertise-levels", "languages", "licences"),
    *("scales", "tool-purposes", "policy-document-types", "jurisdictions", "policy-statuses"),
}


class VocabulariesMissingError(Exception):
    """There is nothing to classify records with."""

    def __init__(self) -> None:
        super().__init__(_("Load the vocabularies first: manage.py load_vocabularies"))


@dataclass(slots=True, kw_only=True)
class Stock:
    """Keys of everything that a generated record may point at."""

    locales: dict[str, int]
    concepts: dict[str, list[int]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    place_names: dict[int, dict[str, str]] = field(default_factory=dict)
    organisations: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)


def generate_records(count: int, *, seed: int = 1) -> Iterator[tuple[int, int]]:
    """Store `count` live records, language editions counted one by one; yields after each part its size and how many
    of it were new.

    Those that an earlier run with this seed made are left alone, so a run that was interrupted can be repeated.
    Raises `VocabulariesMissingError` when there are no concepts or places.
    """
    stock = _take_stock()
    random = Random(seed)  # noqa: S311 - the same records every time are the point
    editions = _editions(random, stock)
    for start in range(0, count, BATCH):
        batch = [next(editions) for _number in range(min(BATCH, count - start))]
        yield len(batch), _store(batch)


@transaction.atomic
def _store(batch: list[NewRecord]) -> int:
    keys = {item.record.translation_key for item in batch}
    there = set(Record.objects.filter(translation_key__in=keys).values_list("translation_key", "locale_id"))
    new = [item for item in batch if (item.record.translation_key, item.record.locale_id) not in there]
    prepare_keys(new)
    _relate(new)
    insert_new(new, actor=None, moment=datetime.now(UTC), publish=True, data={"source": "generated"})
    return len(new)


def _relate(new: list[NewRecord]) -> None:
    """Let every fifth record refer to the one before it."""
    for item, before in zip(new[1::5], new[::5], strict=False):
        if item.record.translation_key != before.record.translation_key:
            item.relations.append(("references", before.record.pk))


def _take_stock() -> Stock:
    stock = Stock(locales={locale.language_code: locale.pk for locale in Locale.objects.all()})
    for scheme, key in Concept.objects.filter(scheme__identifier__in=SCHEMES).values_list("scheme__identifier", "pk"):
        stock.concepts.setdefault(scheme, []).append(key)
    stock.place_names = dict(Place.objects.filter(kind=PlaceKind.COUNTRY).values_list("pk", "names"))
    stock.places = sorted(stock.place_names)
    if not (stock.locales.keys() >= set(LOCALES) and stock.places and stock.concepts.keys() >= SCHEMES):
        raise VocabulariesMissingError
    stock.organisations = [_organisation(number, stock).pk for number in range(1, ORGANISATIONS + 1)]
    stock.tags = list(tag_keys(TAGS).values())
    return stock


def _organisation(number: int, stock: Stock) -> Organisation:
    return Organisation.objects.get_or_create(
        slug=f"generated-organisation-{number}",
        defaults={
            "names": {"en": f"Institute {number}", "fr": f"Institut {number}", "zh": f"第{number}研究所"},
            "country_id": stock.places[number * 3 % len(stock.places)],
            "is_example": True,
        },
    )[0]


def _editions(random: Random, stock: Stock) -> Iterator[NewRecord]:
    """Without end: each work in its original language, then in the languages it has been translated into."""
    models = list(RECORD_MODELS.values())
    number = 0
    while True:
        number += 1
        work = _Work(random, stock, models[number % len(models)], number)
        source = work.edition(work.original)
        yield source
        for locale in work.translations:
            translation = work.edition(locale)
            translation.record.translation_method = TranslationMethod.HUMAN
            translation.record.source_digest = source.record.text_digest
            yield translation


class _Work:
    """One work: what all its editions have in common is drawn once."""

    def __init__(self, random: Random, stock: Stock, model: type[Record], number: int) -> None:
        self.stock, self.model, self.number = stock, model, number
        self.key = UUID(int=random.getrandbits(128), version=4)
        self.original = random.choices(LOCALES, weights=[60, 12, 12, 5, 5, 6])[0]
        others = [code for code in LOCALES if code != self.original]
        self.translations = random.sample(others, random.choices([0, 1, 2, 5], weights=[70, 15, 10, 5])[0])
        self.words = [random.randrange(len(DEEDS["en"])), random.randrange(len(THINGS["en"]))]
        self.sentences = random.sample(range(len(SENTENCES["en"])), len(SENTENCES["en"]))
        self.moment = FIRST_DAY + timedelta(minutes=random.randrange(3 * 365 * 24 * 60))
        self.many = self._draw_many(random)
        self.tags = random.sample(stock.tags, random.randrange(3))
        self.fields = self._draw_fields(random)

    def _draw_many(self, random: Random) -> dict[str, list[int]]:
        concepts = self.stock.concepts
        many = {
            "targets": random.sample(concepts["gbf-targets"], random.randint(1, 3)),
            "aichi_targets": random.sample(concepts["aichi-targets"], random.randrange(2)),
            "subjects": random.sample(concepts["subjects"], random.randint(1, 3)),
            "audiences": random.sample(concepts["audiences"], random.randint(1, 2)),
            "languages": random.sample(concepts["languages"], random.randint(1, 2)),
            "places": random.sample(self.stock.places, random.randint(1, 3)),
            "organisations": random.sample(self.stock.organisations, random.randint(1, 2)),
        }
        if hasattr(self.model, "purposes"):
            many["purposes"] = random.sample(concepts["tool-purposes"], random.randint(1, 2))
        return many

    def _draw_fields(self, random: Random) -> dict[str, Any]:
        concepts = self.stock.concepts
        common = {
            "publication_date": f"{self.moment.year - random.randrange(12)}-{random.randint(1, 12):02d}",
            "licence_id": random.choice(concepts["licences"]),
            "expertise_level_id": random.choice(concepts["expertise-levels"]),
            "publisher": f"Institute {random.randint(1, ORGANISATIONS)}",
            "authors": [f"Author {random.randint(1, 999)}"],
        }
        own = {
            "scale_id": random.choice(concepts["scales"]),
            "document_type_id": random.choice(concepts["policy-document-types"]),
            "jurisdiction_id": random.choice(concepts["jurisdictions"]),
            "policy_status_id": random.choice(concepts["policy-statuses"]),
            "adoption_date": common["publication_date"],
            "duration_minutes": random.randint(2, 40) * 15,
            "doi": f"10.1234/generated.{self.number}",
        }
        columns = {column.attname for column in self.model._meta.local_concrete_fields}
        return common | {name: value for name, value in own.items() if name in columns}

    def edition(self, locale: str) -> NewRecord:
        """The work in one language."""
        sentences = [SENTENCES[locale][number] for number in self.sentences]
        names = self.stock.place_names[self.many["places"][0]]
        prose = {
            name: f"<p>{' '.join(sentences[:2])}</p>" for name in set(self.model.text_fields) - set(Record.text_fields)
        }
        record = self.model(
            translation_key=self.key,
            locale_id=self.stock.locales[locale],
            title=PATTERNS[locale].format(
                deed=DEEDS[locale][self.words[0]],
                thing=THINGS[locale][self.words[1]],
                place=pick(names, locale)[0],
                number=self.number,
            ),
            summary=" ".join(sentences),
            plain_summary=sentences[0],
            body=[
                {"id": str(UUID(int=self.key.int ^ 1)), "type": "text", "value": f"<p>{' '.join(sentences)}</p>"},
            ],
            is_example=True,
            first_published_at=self.moment,
            **self.fields,
            **prose,
        )
        record.derive()
        link = LinkData(url=f"https://example.org/generated/{self.number}", language=locale)
        return NewRecord(record=record, many=dict(self.many), tags=list(self.tags), links=[link])
