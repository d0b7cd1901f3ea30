"""Organisations as plain rows, and what loads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from hub.languages.chain import pick
from hub.statements import fetch
from knowledge.counts import count_by_organisation
from knowledge.models import Organisation

from ..core.ids import global_id
from ..core.rows import Batch, Row, Scope
from ..vocabularies.concept_rows import ConceptRow, find_concepts
from ..vocabularies.place_rows import PlaceRow, find_places


@dataclass(slots=True, eq=False)
class OrganisationRow(Row):
    columns: ClassVar[tuple[str, ...]] = (
        "pk",
        "slug",
        "names",
        "acronym",
        "organisation_type_id",
        "country_id",
        "website",
        "ror",
        "is_example",
    )
    graphql_type: ClassVar[str] = "Organisation"

    slug: str
    names: dict[str, str]
    acronym: str
    organisation_type_id: int | None
    country_id: int | None
    website: str
    ror: str
    is_example: bool

    @property
    def id(self) -> str:
        return global_id("Organisation", self.slug)

    @property
    def name(self) -> str:
        return pick(self.names, self.scope.locale)[0] or self.slug

    @property
    def name_locale(self) -> str:
        return pick(self.names, self.scope.locale)[1]

    @property
    def organisation_type(self) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(self.organisation_type_id)

    @property
    def country(self) -> PlaceRow | None:
        return self.scope.lookup(find_places).get(self.country_id)

    @property
    def profile(self) -> str:
        return pick(self.group(load_profiles), self.scope.locale)[0]

    @property
    def profile_locale(self) -> str:
        return pick(self.group(load_profiles), self.scope.locale)[1]

    @property
    def record_count(self) -> int:
        return self.group(load_record_counts)


def find_organisations(scope: Scope, keys: Sequence[int]) -> Mapping[int, OrganisationRow]:
    """Organisations by primary key."""
    return {row.pk: row for row in take_organisations(scope, fetch(_organisations, keys))}


def _organisations(keys: Sequence[int]) -> Any:
    return Organisation.objects.filter(pk__in=keys).order_by().values_list(*OrganisationRow.columns)


def read_organisations(scope: Scope, queryset: Any) -> list[OrganisationRow]:
    """The organisations of `queryset` as rows of the scope."""
    return take_organisations(scope, queryset.values_list(*OrganisationRow.columns))


def take_organisations(scope: Scope, found: Iterable[Sequence[Any]]) -> list[OrganisationRow]:
    """What was found of organisations, in the order of the columns, as rows of the scope; known ones stay."""
    batch = scope.batch("organisations")
    made = [OrganisationRow(*values) for values in found]
    batch.add(row for row in made if row.pk not in batch.rows)
    rows: list[OrganisationRow] = [batch.rows[row.pk] for row in made]
    scope.lookup(find_organisations).know({row.pk: row for row in rows})
    if scope.mentions("organisationType"):
        scope.lookup(find_concepts).announce(row.organisation_type_id for row in rows)
    if scope.mentions("country"):
        scope.lookup(find_places).announce(row.country_id for row in rows)
    return rows


def load_profiles(batch: Batch, rows: Sequence[OrganisationRow]) -> Mapping[int, dict[str, str]]:
    """The profiles, which are long."""
    return dict(Organisation.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", "profiles"))


def load_record_counts(batch: Batch, rows: Sequence[OrganisationRow]) -> Mapping[int, int]:
    """How many records each organisation wrote or did."""
    return count_by_organisation([row.pk for row in rows], viewer=batch.scope.viewer)
