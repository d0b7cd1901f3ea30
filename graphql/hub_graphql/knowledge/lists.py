"""Lists of records, building blocks and organisations, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from hub.statements import fetch_all
from hub.visibility.viewer import Viewer
from knowledge.filters import RecordCriteria, RecordFilter
from knowledge.matches import Match, match_reasons
from knowledge.models import BuildingBlock, Organisation, Record

from ..core.connection import Connection, Edge, PageRequest, connect, in_order
from ..core.cursors import Ordering, OrderKey, moment, number, text
from ..core.errors import CallerError
from ..core.rows import Scope
from ..vocabularies.concept_rows import ConceptRow, find_concepts
from ..vocabularies.place_rows import PlaceRow, find_places
from .building_block_rows import read_building_blocks
from .organisation_rows import read_organisations
from .record_rows import RecordRow, read_records, take_records

KEY = OrderKey(column="pk", attribute="pk", parse=number)
NEWEST_KEY = OrderKey(column="pk", attribute="pk", parse=number, is_descending=True)
TITLE = OrderKey(column="title", attribute="title", parse=text)

ORDERS = {
    "newest": Ordering(
        name="newest",
        keys=(
            OrderKey(column="first_published_at", attribute="first_published", parse=moment, is_descending=True),
            NEWEST_KEY,
        ),
    ),
    "oldest": Ordering(
        name="oldest",
        keys=(OrderKey(column="first_published_at", attribute="first_published", parse=moment), KEY),
    ),
    "title": Ordering(name="title", keys=(TITLE, KEY)),
}
BY_TITLE = Ordering(name="blocks", keys=(TITLE, KEY))
BY_SLUG = Ordering(name="organisations", keys=(OrderKey(column="slug", attribute="slug", parse=text),))


@dataclass(slots=True, kw_only=True)
class MatchRow:
    """A reason, with its concepts and places in the language asked for."""

    scope: Scope
    match: Match

    @property
    def asked_concept(self) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(self.match.asked_concept)

    @property
    def found_concept(self) -> ConceptRow | None:
        return self.scope.lookup(find_concepts).get(self.match.found_concept)

    @property
    def asked_place(self) -> PlaceRow | None:
        return self.scope.lookup(find_places).get(self.match.asked_place)

    @property
    def found_place(self) -> PlaceRow | None:
        return self.scope.lookup(find_places).get(self.match.found_place)

    @property
    def basis(self) -> str:
        return self.match.basis

    @property
    def is_inferred(self) -> bool:
        return self.match.is_inferred


@dataclass(slots=True, kw_only=True)
class RecordEdgeRow(Edge):
    page: "RecordPage"

    @property
    def matches(self) -> list[MatchRow]:
        return self.page.reasons[self.node.translation_key]


@dataclass(kw_only=True)
class RecordPage(Connection):
    """A page of records that can tell why each of them is there."""

    scope: Scope
    record_filter: RecordFilter

    @cached_property
    def edges(self) -> list[Edge]:
        return [RecordEdgeRow(node=node, ordering=self.ordering, page=self) for node in self.nodes]

    @cached_property
    def reasons(self) -> dict[UUID, list[MatchRow]]:
        found = match_reasons(self.record_filter, [node.translation_key for node in self.nodes])
        matches = [match for reasons in found.values() for match in reasons]
        self.scope.lookup(find_concepts).announce(
            key for match in matches for key in (match.asked_concept, match.found_concept)
        )
        self.scope.lookup(find_places).announce(
            key for match in matches for key in (match.asked_place, match.found_place)
        )
        return {work: [MatchRow(scope=self.scope, match=match) for match in reasons] for work, reasons in found.items()}


def list_records(scope: Scope, criteria: RecordCriteria, order: str, request: PageRequest) -> RecordPage:
    """A page of the records that answer `criteria`; raises `CallerError` for what cannot be asked."""
    record_filter = RecordFilter(criteria=criteria, viewer=scope.viewer)
    served = Record.objects.served_in(scope.locale, scope.viewer)
    try:
        answering = record_filter.apply(served)
    except ValidationError as problem:
        raise CallerError(" ".join(problem.messages)) from None
    page = connect(
        answering,
        ordering=ORDERS[order],
        request=request,
        read=lambda rows: read_records(scope, rows),
        read_first=_first_records(scope, order) if criteria == RecordCriteria() else None,
        count=lambda: record_filter.count(served),
    )
    return RecordPage(
        nodes=page.nodes,
        ordering=page.ordering,
        has_more=page.has_more,
        request=page.request,
        count=page.count,
        scope=scope,
        record_filter=record_filter,
    )


def _first_records(scope: Scope, order: str) -> Callable[[int], Sequence[RecordRow]]:
    """Reads the first records of all: what most callers ask for."""
    return lambda size: take_records(scope, fetch_all(_first_of_all, scope.locale, scope.viewer, order, size))


def _first_of_all(locale: str, viewer: Viewer, order: str, size: int) -> Any:
    served = Record.objects.served_in(locale, viewer).order_by(*in_order(ORDERS[order]))
    return served[:size].values_list(*RecordRow.columns)


def list_building_blocks(scope: Scope, request: PageRequest) -> Connection:
    """A page of building blocks by title."""
    served = BuildingBlock.objects.served_in(scope.locale, scope.viewer)
    return connect(served, ordering=BY_TITLE, request=request, read=lambda rows: read_building_blocks(scope, rows))


def list_organisations(scope: Scope, request: PageRequest) -> Connection:
    """A page of organisations by their addresses, which follow their English names."""
    rows: Any = Organisation.objects.all()
    return connect(rows, ordering=BY_SLUG, request=request, read=lambda rows: read_organisations(scope, rows))
