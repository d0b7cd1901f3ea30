"""Loads the records and building blocks of the demo."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from wagtail.models import Locale

from hub.accounts.models import User
from hub.vocabularies.models import Concept, Place

from ..enums import RecordType, TranslationMethod
from ..models import (
    RECORD_MODELS,
    BuildingBlock,
    CaseStudy,
    CaseStudyBuildingBlock,
    Organisation,
    Record,
    RecordRelation,
    ResourceLink,
)
from .body import body, prose
from .reading import read_file, read_works, translation_key

Work = tuple[type[Any], dict[str, Any]]
PLAIN_TEXTS = ("title", "summary", "plain_summary")
# The digest of a source that is no longer what the translation was made from.
CHANGED_SINCE = "changed-since"
CONCEPT_FIELDS = ("scale", "document_type", "jurisdiction", "policy_status")


class DemoLoader:
    """Creates what is missing and leaves what is there, so that it can be run again after an interruption.

    `author` is who appears in the history as having written it.
    """

    def __init__(self, author: User) -> None:
        self.author = author
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.concepts = {concept.identifier: concept for concept in Concept.objects.all()}
        self.places: dict[str, Place] = {}
        for place in Place.objects.all():
            self.places |= {place.identifier: place, place.slug: place}

    def organisations(self) -> int:
        """Load the organisations; returns how many there are."""
        entries = read_file("organisations.yaml")
        for entry in entries:
            Organisation.objects.get_or_create(
                slug=entry["key"],
                defaults={
                    "names": entry["names"],
                    "acronym": entry.get("acronym") or "",
                    "organisation_type": self.concepts.get(entry.get("organisation_type", "")),
                    "country": self.places.get(entry.get("country") or ""),
                    "website": entry.get("website") or "",
                    "ror": entry.get("ror") or "",
                    "profiles": entry.get("profile", {}),
                    "is_example": entry["example"],
                },
            )
        return len(entries)

    def works(self) -> Iterator[str]:
        """Load building blocks and records, yielding the key of each work when it is finished.

        First every edition becomes a row, then each is connected, gets its revision and is published: what refers to
        another work finds it. An edition without a revision is one that an interrupted run did not finish.
        """
        blocks: list[Work] = [(BuildingBlock, entry) for entry in read_works("building_blocks")]
        records: list[Work] = [(RECORD_MODELS[RecordType(entry["type"])], entry) for entry in read_works("records")]
        for model, entry in [*blocks, *records]:
            self._create_editions(model, entry)
        for model, entry in [*blocks, *records]:
            unfinished = model.objects.filter(translation_key=translation_key(entry["key"]), latest_revision=None)
            for edition in unfinished.order_by("pk"):
                self._finish(edition, entry)
            yield entry["key"]

    def _create_editions(self, model: type[Any], entry: dict[str, Any]) -> None:
        """Rows for the editions that are missing, the original first, so that translations know their source."""
        key, original = translation_key(entry["key"]), entry["original"]
        there = set(model.objects.filter(translation_key=key).values_list("locale__language_code", flat=True))
        for locale in sorted(entry["texts"].keys() - there, key=lambda code: (code != original, code)):
            edition = model(translation_key=key, locale=self.locales[locale], live=False, is_example=entry["example"])
            self._write(edition, entry, locale)
            edition.save()

    def _write(self, edition: Any, entry: dict[str, Any], locale: str) -> None:
        texts = entry["texts"][locale]
        for name in {*edition.text_fields, "title"} & texts.keys():
            if name != "body":
                plain = name in PLAIN_TEXTS
                setattr(edition, name, " ".join(texts[name].split()) if plain else prose(texts[name]))

    def _classify(self, record: Any, entry: dict[str, Any]) -> None:
        for name in ("aichi_targets", "audiences", "languages"):
            self._relate(record, name, entry.get(name))
        record.places = [self.places[name] for name in entry.get("places", [])]
        record.organisations = list(Organisation.objects.filter(slug__in=entry.get("organisations", [])))
        record.publication_date = str(entry.get("publication_date") or "")
        record.expertise_level = self.concepts.get(entry.get("expertise_level") or "")
        record.licence = self.concepts.get(entry.get("licence") or "")
        record.is_syndication_allowed = record.licence is not None and record.licence.identifier != "NOASSERTION"
        record.private_notes = entry.get("notes") or ""
        record.links = [
            ResourceLink(url=link["url"], title=link.get("title", ""), language=link.get("language", ""), sort_order=n)
            for n, link in enumerate(entry.get("links") or [])
        ]
        record.tags.add(*entry.get("tags", []))
        self._type_fields(record, entry)

    def _type_fields(self, record: Any, entry: dict[str, Any]) -> None:
        fields = dict(entry.get("type_fields") or {})
        record.authors = fields.pop("authors", None) or entry.get("authors") or []
        if "purposes" in fields:
            self._relate(record, "purposes", fields.pop("purposes"))
        for name, value in fields.items():
            if name in CONCEPT_FIELDS:
                setattr(record, name, self.concepts.get(value or ""))
            elif value is not None:
                setattr(record, name, str(value) if name.endswith("_date") else value)

    def _relate(self, edition: Any, name: str, identifiers: Iterable[str] | None) -> None:
        setattr(edition, name, [self.concepts[identifier] for identifier in identifiers or []])

    def _finish(self, edition: Any, entry: dict[str, Any]) -> None:
        locale = edition.locale.language_code
        self._relate(edition, "targets", entry.get("targets"))
        self._relate(edition, "subjects", entry.get("subjects"))
        self._say_how_translated(edition, entry, locale)
        if isinstance(edition, Record):
            self._classify(edition, entry)
            edition.relations = list(self._relations(entry))
            edition.body = body(entry["key"], entry["texts"][locale].get("body", []), locale)
        if isinstance(edition, CaseStudy):
            edition.building_block_uses = list(self._uses(entry, locale))
        edition.full_clean()
        edition.save()
        revision = edition.save_revision(user=self.author)
        status = entry.get("status", "live")
        if status == "in_review":
            edition.get_workflow().start(edition, self.author)
        if status == "live":
            revision.publish(user=self.author, skip_permission_checks=True)
            moment = datetime.combine(entry.get("first_published") or date(2025, 10, 1), time(9), tzinfo=UTC)
            dates = {"first_published_at": moment, "last_published_at": moment}
            type(edition).objects.filter(pk=edition.pk).update(**dates)

    def _say_how_translated(self, edition: Any, entry: dict[str, Any], locale: str) -> None:
        if locale == entry["original"]:
            return
        methods = entry.get("translation_method") or {}
        edition.translation_method = TranslationMethod(methods.get(locale, "human"))
        source = type(edition).objects.get(
            translation_key=edition.translation_key, locale=self.locales[entry["original"]]
        )
        edition.source_digest = CHANGED_SINCE if locale in entry.get("stale", []) else source.text_digest

    def _relations(self, entry: dict[str, Any]) -> Iterator[RecordRelation]:
        for number, relation in enumerate(entry.get("relations") or []):
            target = Record.objects.filter(translation_key=translation_key(relation["target"])).order_by("pk").first()
            if target:
                yield RecordRelation(kind=relation["kind"], target=target, sort_order=number)

    def _uses(self, entry: dict[str, Any], locale: str) -> Iterator[CaseStudyBuildingBlock]:
        for number, use in enumerate(entry.get("building_blocks") or []):
            key = translation_key(use["key"])
            block = BuildingBlock.objects.filter(translation_key=key).order_by("pk").first()
            note = (use.get("note") or {}).get(locale, "")
            if block:
                yield CaseStudyBuildingBlock(building_block=block, note=note, sort_order=number)
