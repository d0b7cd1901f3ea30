"""Countries, regions and groups as plain rows, and what loads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from hub.languages.chain import pick
from hub.statements import fetch
from hub.vocabularies.models import Place
from knowledge.counts import count_by_place
from knowledge.enums import RecordType

from ..core.ids import global_id
from ..core.rows import Batch, Row, Scope


@dataclass(slots=True, kw_only=True, frozen=True)
class RecordTypeCount:
    record_type: str
    count: int


@dataclass(slots=True, eq=False)
class PlaceRow(Row):
    columns: ClassVar[tuple[str, ...]] = (
        "pk",
        "identifier",
        "slug",
        "kind",
        "names",
        "iso2",
        "iso3",
        "m49",
        "is_party",
        "is_ldc",
        "is_lldc",
        "is_sids",
    )
    graphql_type: ClassVar[str] = "Place"

    identifier: str
    slug: str
    kind: str
    names: dict[str, str]
    iso2: str
    iso3: str
    m49: str
    is_party: bool
    is_ldc: bool
    is_lldc: bool
    is_sids: bool

    @property
    def id(self) -> str:
        return global_id("Place", self.identifier)

    @property
    def name(self) -> str:
        return pick(self.names, self.scope.locale)[0] or self.identifier

    @property
    def name_locale(self) -> str:
        return pick(self.names, self.scope.locale)[1]

    @property
    def regions(self) -> "list[PlaceRow]":
        return places_of(self.scope, self.group(load_regions))

    @property
    def members(self) -> "list[PlaceRow]":
        return places_of(self.scope, self.group(load_members))

    @property
    def record_count(self) -> int:
        return sum(self.group(load_record_counts).values())

    @property
    def record_counts_by_type(self) -> list[RecordTypeCount]:
        counts = self.group(load_record_counts)
        return [RecordTypeCount(record_type=kind, count=counts[kind]) for kind in RecordType.values if counts.get(kind)]


def find_places(scope: Scope, keys: Sequence[int]) -> Mapping[int, PlaceRow]:
    """Places by primary key."""
    return {row.pk: row for row in take_places(scope, fetch(_places, keys))}


def _places(keys: Sequence[int]) -> Any:
    return Place.objects.filter(pk__in=keys).order_by().values_list(*PlaceRow.columns)


def read_places(scope: Scope, queryset: Any) -> list[PlaceRow]:
    """The places of `queryset` as rows of the scope."""
    return take_places(scope, queryset.values_list(*PlaceRow.columns))


def take_places(scope: Scope, found: Iterable[Sequence[Any]]) -> list[PlaceRow]:
    """What was found of places, in the order of the columns, as rows of the scope; known ones stay what they are."""
    batch = scope.batch("places")
    made = [PlaceRow(*values) for values in found]
    batch.add(row for row in made if row.pk not in batch.rows)
    rows: list[PlaceRow] = [batch.rows[row.pk] for row in made]
    scope.lookup(find_places).know({row.pk: row for row in rows})
    return rows


def places_of(scope: Scope, keys: Iterable[int]) -> list[PlaceRow]:
    """The places with these primary keys: countries first, then regions and groups, each by address."""
    return sorted(scope.lookup(find_places).all(keys), key=lambda row: (row.kind, row.slug))


def load_regions(batch: Batch, rows: Sequence[PlaceRow]) -> Mapping[int, list[int]]:
    """The keys of the regions and groups that each belongs to."""
    return _membership(batch, rows, "to_place_id", "from_place_id")


def load_members(batch: Batch, rows: Sequence[PlaceRow]) -> Mapping[int, list[int]]:
    """The keys of the members of each."""
    return _membership(batch, rows, "from_place_id", "to_place_id")


def _membership(batch: Batch, rows: Sequence[PlaceRow], near: str, far: str) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {row.pk: [] for row in rows}
    links = Place.members.through.objects.filter(**{f"{near}__in": list(found)})
    for here, there in links.values_list(near, far):
        found[here].append(there)
    batch.scope.lookup(find_places).announce(key for keys in found.values() for key in keys)
    return found


def load_record_counts(batch: Batch, rows: Sequence[PlaceRow]) -> Mapping[int, Mapping[str, int]]:
    """How many records of each type answer for each place."""
    return count_by_place([row.pk for row in rows], viewer=batch.scope.viewer)
