"""Turns what a reader hands over into clean values of the fields of a record, in one canonical form.

Concepts, places and organisations stand as identifiers, so that what was imported can be compared years later.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from django.db import models
from django.utils.translation import gettext as _

from hub.languages.chain import LAST_RESORT

from ..enums import RelationKind
from ..models import RECORD_MODELS, Record
from ..models.record import UNKNOWN_LICENCE
from .cleaning import fitted, plain_text, safe_html, unique, web_address
from .data import LinkData, RecordData
from .detection import detect_language
from .mapping import CACHE_SIZE, Vocabulary, is_locale
from .tags import NAME_LENGTH

NAMESPACE = UUID("2b0b4b3e-52a4-5c3f-9d3b-7c1d0c1f6a55")
MOST_TAGS = 10
MOST_WORDS = 300
LONGEST_IDENTIFIER = 500
TITLE_LENGTH = 300
# Three letters in a row; two of a script whose words are that short.
WORD = re.compile(r"[^\W\d_]{3}|[^\W\d_a-zA-Z]{2}")
MANY = ("targets", "aichi_targets", "subjects", "audiences", "languages", "places", "organisations")


class UnusableRecordError(ValueError):
    """A record lacks what it cannot be stored without; the message says what."""


@dataclass(slots=True, kw_only=True)
class Prepared:
    """A record ready to be stored or compared. `values` maps fields to their canonical values."""

    identifier: str
    where: str
    model: type[Record]
    locale: str
    values: dict[str, Any]
    relations: tuple[tuple[RelationKind, str], ...]
    unmapped: list[tuple[str, str]] = field(default_factory=list)
    url: str
    payload: str
    digest: str
    as_of: datetime


def prepare(data: RecordData, vocabulary: Vocabulary, *, source: str, as_of: datetime) -> Prepared:
    """Clean and map `data`. Raises `UnusableRecordError` where it has no title or an identifier that is too long."""
    title = plain_text(data.title)
    if not title:
        raise UnusableRecordError(_("it has no title"))
    if len(data.identifier) > LONGEST_IDENTIFIER:
        raise UnusableRecordError(_("its identifier is too long"))
    mapper = _Mapper(data, vocabulary)
    summary = _words(data.summary)
    locale = _locale(f"{title} {summary}", mapper.first_language())
    values = _columns(data, title, summary) | mapper.values(detected=locale.detected)
    values["body"] = _body(source, data)
    return Prepared(
        identifier=data.identifier,
        where=data.where,
        model=RECORD_MODELS[data.record_type],
        locale=locale.code,
        values=values,
        relations=tuple(dict.fromkeys(data.relations)),
        unmapped=[*mapper.unmapped, *((kind, plain_text(term)) for kind, term in data.unmapped)],
        url=web_address(data.url),
        payload=data.payload,
        digest=hashlib.blake2b(data.payload.encode(errors="replace"), digest_size=8).hexdigest(),
        as_of=data.as_of or as_of,
    )


def translation_key(source: str, identifier: str) -> UUID:
    """The key of the work behind a record of a source: always the same, so nothing can be stored twice."""
    return uuid5(NAMESPACE, f"{source}/{identifier}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Locale:
    code: str
    detected: str


def _locale(text: str, declared: str) -> _Locale:
    """The edition in which a text is kept: by what it is written in, else by what its source says, else English."""
    detected = detect_language(text)
    spoken = detected or declared
    return _Locale(code=spoken if is_locale(spoken) else LAST_RESORT, detected=detected)


def _words(text: str) -> str:
    """At most the number of words that an abstract may have."""
    words = plain_text(text)
    # No language has shorter words, blanks included: most texts need not be taken apart.
    if len(words) <= 2 * MOST_WORDS or len(parts := words.split(" ")) <= MOST_WORDS:
        return words
    return " ".join(parts[:MOST_WORDS]) + " …"


def _columns(data: RecordData, title: str, summary: str) -> dict[str, Any]:
    """The plain columns, each in the form and length that it has in the table."""
    model = RECORD_MODELS[data.record_type]
    values: dict[str, Any] = {"title": fitted(title, TITLE_LENGTH), "summary": summary}
    for name, value in data.fields.items():
        values[name] = _column(model, name, value)
    if len(title) > TITLE_LENGTH:
        information = " ".join(filter(None, [title, plain_text(data.fields.get("relevant_information"))]))
        values["relevant_information"] = safe_html(information)
    return values


def _column(model: type[Record], name: str, value: Any) -> Any:
    if name == "relevant_information":
        return safe_html(value)
    if name == "authors":
        return unique([plain_text(author) for author in value])
    column = model._meta.get_field(name)
    if isinstance(column, models.CharField) and isinstance(value, str):
        return fitted(value, column.max_length or TITLE_LENGTH)
    return value


def _body(source: str, data: RecordData) -> list[dict[str, str]]:
    """A description with more than one paragraph, or longer than an abstract, is kept whole in the body."""
    html = safe_html(data.html) if data.html else ""
    if html.count("<p>") + html.count("<li>") < 2 and len(html.split()) <= MOST_WORDS:
        return []
    block = uuid5(translation_key(source, data.identifier), "body")
    return [{"id": str(block), "type": "text", "value": html}]


class _Mapper:
    """Maps the terms of one record and notes those that lead nowhere."""

    def __init__(self, data: RecordData, vocabulary: Vocabulary) -> None:
        self.data, self.vocabulary = data, vocabulary
        self.unmapped: list[tuple[str, str]] = []

    def first_language(self) -> str:
        """The language that the source declares for the texts, as an identifier, or nothing."""
        return self.vocabulary.language(self.data.text_language) if self.data.text_language else ""

    def values(self, *, detected: str) -> dict[str, Any]:
        """Values of everything that is chosen from a vocabulary, of the tags and of the links."""
        values: dict[str, Any] = {name: [] for name in MANY}
        values["subjects"] += filter(self.vocabulary.concept, self.data.subjects)
        values["tags"] = self._keywords(values)
        values["languages"] += self._languages() or ([detected] if self.vocabulary.concept(detected) else [])
        values["places"] += self._places()
        values["organisations"] += filter(None, map(self.vocabulary.organisation, set(self.data.organisations)))
        for name in MANY:
            values[name] = sorted(set(values[name]))
        for name, identifier in self.data.concepts.items():
            values[name] = self.vocabulary.concept(identifier)
        values["licence"] = self._licence()
        values["is_syndication_allowed"] = values["licence"] not in ("", UNKNOWN_LICENCE)
        values["links"] = _links(self.data.links)
        return values

    def _keywords(self, values: dict[str, Any]) -> list[str]:
        """Sort keywords into the fields of `values`; what is in no vocabulary becomes a free tag."""
        tags: list[str] = []
        for labels in self.data.keywords:
            found = self.vocabulary.keyword(labels)
            if found:
                values[found[0]].append(found[1])
            elif label := _tag(labels):
                tags.append(label)
                self.unmapped.append(("keyword", label))
        return unique(tags)[:MOST_TAGS]

    def _languages(self) -> list[str]:
        return [found for code in self.data.languages if (found := self._found("language", code))]

    def _places(self) -> list[str]:
        return [found for name in self.data.countries if (found := self._found("place", name))]

    def _found(self, kind: str, term: str) -> str:
        found = self.vocabulary.language(term) if kind == "language" else self.vocabulary.place(term)
        if not found and term:
            self.unmapped.append((kind, plain_text(term)))
        return found

    def _licence(self) -> str:
        text = plain_text(self.data.licence)
        licence = self.vocabulary.licence(text)
        if text and licence in ("", UNKNOWN_LICENCE):
            self.unmapped.append(("licence", fitted(text, 100)))
        return licence


@lru_cache(CACHE_SIZE)
def _tag(labels: tuple[str, ...]) -> str:
    """The first label that says something and fits."""
    return next((text for label in labels if _is_tag(text := plain_text(label).strip(" ,;"))), "")


def _is_tag(text: str) -> bool:
    """Whether `text` holds a word: codes of classifications such as `HE 9713` are for libraries."""
    return len(text) <= NAME_LENGTH and WORD.search(text) is not None


def _links(links: tuple[LinkData, ...]) -> list[list[str]]:
    """Web addresses, each once, with title and language as the columns hold them."""
    found: dict[str, list[str]] = {}
    for link in links:
        if address := web_address(link.url):
            found.setdefault(address, [address, fitted(link.title, TITLE_LENGTH), link.language])
    return list(found.values())
