"""Finds the concepts, places and organisations that foreign codes and words stand for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from hub.languages.chain import LOCALES
from hub.vocabularies.models import Concept, Place

from ..models import Organisation
from ..models.record import UNKNOWN_LICENCE

# Where a keyword may lead, in the order in which it is looked up, and the field of a record that takes it.
KEYWORD_FIELDS = {
    "subjects": "subjects",
    "gbf-targets": "targets",
    "gbf-goals": "targets",
    "aichi-targets": "aichi_targets",
    "audiences": "audiences",
}
SCHEMES = {
    *KEYWORD_FIELDS,
    *("languages", "licences", "policy-document-types", "jurisdictions", "policy-statuses"),
}
TARGET_NUMBER = re.compile(r"^(?:kmgbf|gbf|kunming-montreal)\s*(?:gbf\s*)?target\s*0*(\d{1,2})$", re.IGNORECASE)
AICHI_NUMBER = re.compile(r"^aichi\s*(?:biodiversity\s*)?target\s*0*(\d{1,2})$", re.IGNORECASE)
LICENCE_ADDRESS = re.compile(r"^(?:https?:)?(?://)?(?:www\.)?(.+?)(?:/(?:legalcode|deed)(?:\.\w+)?)?/*$", re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https?://\S+[\w/]")
SEPARATORS = re.compile(r"[\s_–—-]+")
CACHE_SIZE = 20_000
Found = tuple[str, str] | None


def key_of(term: str) -> str:
    """`term` as it is compared: without case, accents on Latin letters, kind of space or hyphen, and outer marks."""
    folded = unicodedata.normalize("NFKC", term).casefold().replace("’", "'")
    if not folded.isascii():
        parts = unicodedata.normalize("NFD", folded)
        folded = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    return SEPARATORS.sub(" ", folded).strip(" .,;:\"'()[]")


class Vocabulary:
    """All that records can be mapped to, read once. Identifiers are what is found; `keys` are what rows hold."""

    def __init__(self) -> None:
        self.concept_keys: dict[str, int] = {}
        self._by_scheme: dict[str, dict[str, str]] = {scheme: {} for scheme in SCHEMES}
        for concept in Concept.objects.filter(scheme__identifier__in=SCHEMES).select_related("scheme"):
            self.concept_keys[concept.identifier] = concept.pk
            names = self._by_scheme[concept.scheme.identifier]
            for name in _names_of_concept(concept):
                names.setdefault(key_of(name), concept.identifier)
        self.place_keys: dict[str, int] = {}
        self._places: dict[str, str] = {}
        self._read_places()
        self.organisation_keys: dict[str, int] = {}
        self._organisations: dict[str, str] = {}
        self._read_organisations()
        self.keyword = lru_cache(CACHE_SIZE)(self._keyword)
        self.language = lru_cache(CACHE_SIZE)(self._language)
        self.place = lru_cache(CACHE_SIZE)(self._place)

    def _read_places(self) -> None:
        for place in Place.objects.order_by("kind", "pk"):
            self.place_keys[place.identifier] = place.pk
            codes = [place.iso3, place.iso2, place.identifier, place.slug]
            for name in filter(None, [*codes, *place.names.values()]):
                self._places.setdefault(key_of(name), place.identifier)

    def _read_organisations(self) -> None:
        for organisation in Organisation.objects.order_by("pk"):
            self.organisation_keys[organisation.slug] = organisation.pk
            for name in filter(None, [*organisation.names.values(), organisation.acronym]):
                self._organisations.setdefault(key_of(name), organisation.slug)

    def concept(self, identifier: str) -> str:
        """`identifier` if there is such a concept, else nothing."""
        return identifier if identifier in self.concept_keys else ""

    def _place(self, name: str) -> str:
        """The identifier of a country, region or group by ISO code or by its name in any language, or nothing."""
        return self._places.get(key_of(name), "")

    def organisation(self, name: str) -> str:
        """The slug of an organisation by its name or acronym, or nothing."""
        return self._organisations.get(key_of(name), "")

    def _language(self, code: str) -> str:
        """The identifier of a language by a code of ISO 639-1, -2 or -3, a tag such as en_US, or a name, or nothing."""
        names = self._by_scheme["languages"]
        return names.get(key_of(code)) or names.get(re.split("[-_]", code)[0].casefold(), "")

    def licence(self, text: str) -> str:
        """The identifier of a licence by its SPDX identifier, name or address, also within a sentence.

        What is not known is `NOASSERTION`, SPDX's word for it.
        """
        names = self._by_scheme["licences"]
        addresses = [match[0] for match in WEB_ADDRESS.finditer(text)]
        for candidate in (text, *addresses):
            for name in (candidate, _bare_address(candidate)):
                if found := names.get(key_of(name)):
                    return found
        return UNKNOWN_LICENCE if UNKNOWN_LICENCE in self.concept_keys else ""

    def _keyword(self, labels: tuple[str, ...]) -> Found:
        """The field and concept that a keyword stands for, by any of its labels in any language."""
        for scheme, field in KEYWORD_FIELDS.items():
            names = self._by_scheme[scheme]
            for label in labels:
                for name in _variants(label):
                    if identifier := names.get(name):
                        return field, identifier
        return self._numbered_target(labels)

    def _numbered_target(self, labels: Iterable[str]) -> Found:
        for label in labels:
            for pattern, field, form in (
                (TARGET_NUMBER, "targets", "GBF-TARGET-{:02d}"),
                (AICHI_NUMBER, "aichi_targets", "AICHI-TARGET-{:02d}"),
            ):
                match = pattern.match(label.strip())
                if match and (identifier := self.concept(form.format(int(match[1])))):
                    return field, identifier
        return None


def _names_of_concept(concept: Concept) -> Iterator[str]:
    yield concept.identifier
    yield from filter(None, concept.labels.values())
    for names in concept.alternative_labels.values():
        yield from names
    # Numbers of targets would catch every keyword that is a number.
    if concept.notation and not concept.notation.isdecimal():
        yield concept.notation
    if concept.uri:
        yield _bare_address(concept.uri)


def _variants(label: str) -> Iterator[str]:
    """The label, in singular and plural of the languages that add an s, and the parts of `this/that`."""
    for part in (label, *(label.split("/") if "/" in label else ())):
        name = key_of(part)
        if name:
            yield name
            yield name + "s"
            yield name.removesuffix("s")


def _bare_address(text: str) -> str:
    """An address without what differs between spellings: scheme, www, the page of the deed, the last slash."""
    match = LICENCE_ADDRESS.match(text.strip())
    return match[1] if match else text


def is_locale(code: str) -> bool:
    """Whether the hub is published in this language."""
    return code in LOCALES
