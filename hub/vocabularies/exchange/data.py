"""What every reader of vocabularies hands over, whatever the file looked like."""

from dataclasses import dataclass, field

from ..enums import MappingKind, PlaceKind

# The project's own wording stands; what another source calls the same thing becomes an alternative label.
HOUSE_SOURCE = "shipped"

Texts = dict[str, str]
TextLists = dict[str, list[str]]


@dataclass(slots=True, kw_only=True)
class SchemeData:
    """A vocabulary as a file describes it."""

    identifier: str
    titles: Texts
    descriptions: Texts = field(default_factory=dict)
    uri: str = ""
    source: str = ""


@dataclass(slots=True, kw_only=True)
class ConceptData:
    """A concept as a file describes it; `mappings` pairs a kind with the identifier or URI of the other concept."""

    identifier: str
    scheme: str
    labels: Texts
    alternative_labels: TextLists = field(default_factory=dict)
    definitions: Texts = field(default_factory=dict)
    notation: str = ""
    uri: str = ""
    broader: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    mappings: list[tuple[MappingKind, str]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class PlaceData:
    """A country, region or group as a file describes it; None where the file says nothing."""

    identifier: str
    names: Texts
    kind: PlaceKind | None = None
    slug: str = ""
    facts: dict[str, str | bool] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Rejection:
    """Something a reader or the store would not take, and why, in words for the person who ran the command."""

    what: str
    reason: str


@dataclass(slots=True, kw_only=True)
class Bundle:
    """Everything one source brings. `source` names it and is the memory of what it brought before."""

    source: str
    schemes: list[SchemeData] = field(default_factory=list)
    concepts: list[ConceptData] = field(default_factory=list)
    places: list[PlaceData] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    def add_concept(self, data: ConceptData) -> None:
        """Take a concept; where an earlier file of the source described it too, join the two, the earlier first."""
        known = self._concepts.setdefault(data.identifier, data)
        if known is data:
            self.concepts.append(data)
        else:
            join_concepts(known, data)

    def add_place(self, data: PlaceData) -> None:
        """Take a place; where an earlier file of the source described it too, join the two, the earlier first."""
        known = self._places.setdefault(data.identifier, data)
        if known is data:
            self.places.append(data)
            return
        known.names = data.names | known.names
        known.facts = data.facts | known.facts
        known.members += [member for member in data.members if member not in known.members]

    _concepts: dict[str, ConceptData] = field(default_factory=dict)
    _places: dict[str, PlaceData] = field(default_factory=dict)


def join_concepts(known: ConceptData, further: ConceptData) -> None:
    """Add to `known` what `further` says more; a second label in a language becomes an alternative one."""
    for tag, text in further.labels.items():
        if known.labels.setdefault(tag, text) != text:
            further.alternative_labels.setdefault(tag, []).append(text)
    for tag, texts in further.alternative_labels.items():
        there = known.alternative_labels.setdefault(tag, [])
        there += [text for text in texts if text not in there and text != known.labels.get(tag)]
    known.definitions = further.definitions | known.definitions
    known.notation = known.notation or further.notation
    known.uri = known.uri or further.uri
    known.broader += [name for name in further.broader if name not in known.broader]
    known.mappings += [mapping for mapping in further.mappings if mapping not in known.mappings]
