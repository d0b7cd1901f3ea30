"""Relay connections over keyset cursors: what is inserted or removed between two pages shifts nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import graphene
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.translation import gettext as _

from .cursors import Ordering, decode_cursor, encode_cursor
from .errors import CallerError

DEFAULT_PAGE_SIZE = 20
MAX_PAGE_SIZE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """The four arguments of a connection as the caller gave them."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    @property
    def size(self) -> int:
        """How many nodes are wanted; raises `CallerError` when the arguments contradict each other or ask too much."""
        if self.first is not None and self.last is not None:
            raise CallerError(_("Give “first” or “last”, not both."))
        name, wanted = ("last", self.last) if self.last is not None else ("first", self.first)
        if wanted is None:
            return DEFAULT_PAGE_SIZE
        if not 0 <= wanted <= MAX_PAGE_SIZE:
            raise CallerError(
                _("The argument “%(name)s” must lie between 0 and %(most)d.") % {"name": name, "most": MAX_PAGE_SIZE}
            )
        return wanted

    @property
    def is_backward(self) -> bool:
        return self.last is not None

    @property
    def is_first(self) -> bool:
        """Whether the page is the first from the start."""
        return self.last is None and self.after is None and self.before is None


@dataclass(slots=True, kw_only=True)
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(slots=True, kw_only=True)
class Edge:
    node: Any
    ordering: Ordering

    @property
    def cursor(self) -> str:
        return encode_cursor(self.node, self.ordering)


@dataclass(kw_only=True)
class Connection:
    """One page of a list. The total is counted when somebody reads it, and not before."""

    nodes: Sequence[Any]
    ordering: Ordering
    has_more: bool
    request: PageRequest
    count: Callable[[], int]

    @cached_property
    def edges(self) -> list[Edge]:
        return [Edge(node=node, ordering=self.ordering) for node in self.nodes]

    @cached_property
    def total_count(self) -> int:
        return self.count()

    @property
    def page_info(self) -> PageInfo:
        request = self.request
        return PageInfo(
            has_next_page=bool(request.before) if request.is_backward else self.has_more,
            has_previous_page=self.has_more if request.is_backward else bool(request.after),
            start_cursor=encode_cursor(self.nodes[0], self.ordering) if self.nodes else None,
            end_cursor=encode_cursor(self.nodes[-1], self.ordering) if self.nodes else None,
        )


def connect(
    queryset: "QuerySet[Any]",
    *,
    ordering: Ordering,
    request: PageRequest,
    read: "Callable[[QuerySet[Any]], Sequence[Any]]",
    read_first: Callable[[int], Sequence[Any]] | None = None,
    count: Callable[[], int] | None = None,
) -> Connection:
    """Read one page of `queryset`.

    `read` turns the sliced queryset into rows; `read_first`, where given, reads that many rows from the start without
    it. One row more than asked tells whether there are others. Raises `CallerError` for a page size or cursor that
    cannot be.
    """
    size = request.size
    if read_first and request.is_first:
        rows = list(read_first(size + 1))
    else:
        rows = list(read(_page(queryset, ordering, request)[: size + 1]))
    nodes = rows[:size]
    if request.is_backward:
        nodes.reverse()
    return Connection(
        nodes=nodes,
        ordering=ordering,
        has_more=len(rows) > size,
        request=request,
        count=count or queryset.order_by().count,
    )


def _page(queryset: "QuerySet[Any]", ordering: Ordering, request: PageRequest) -> "QuerySet[Any]":
    page = queryset
    if request.after is not None:
        page = page.filter(_beyond(ordering, request.after, "after", is_reversed=False))
    if request.before is not None:
        page = page.filter(_beyond(ordering, request.before, "before", is_reversed=True))
    return page.order_by(*in_order(ordering, is_reversed=request.is_backward))


def in_order(ordering: Ordering, *, is_reversed: bool = False) -> list[OrderBy]:
    """What to order a queryset by."""
    return [OrderBy(F(key.column), descending=key.is_descending != is_reversed) for key in ordering.keys]


def _beyond(ordering: Ordering, cursor: str, argument: str, *, is_reversed: bool) -> Q:
    """What comes after the cursor (before it, when reversed).

    Written as `a <= x AND (a < x OR pk < y)`, whose first half a database answers from the index of the order.
    """
    (leading, value), *rest = zip(ordering.keys, decode_cursor(cursor, ordering, argument), strict=True)
    smaller = leading.is_descending != is_reversed
    if not rest:
        return Q(**{f"{leading.column}__{'lt' if smaller else 'gt'}": value})
    ((key, tie),) = rest
    tied = "lt" if key.is_descending != is_reversed else "gt"
    return Q(**{f"{leading.column}__{'lte' if smaller else 'gte'}": value}) & (
        Q(**{f"{leading.column}__{'lt' if smaller else 'gt'}": value}) | Q(**{f"{key.column}__{tied}": tie})
    )


class PageInfoType(graphene.ObjectType):
    """Whether there is more, and where to go on."""

    class Meta:
        name = "PageInfo"

    has_next_page = graphene.Boolean(required=True, description="Whether more follows.")
    has_previous_page = graphene.Boolean(required=True, description="Whether something comes before.")
    start_cursor = graphene.String(description="The cursor of the first node; null when the page is empty.")
    end_cursor = graphene.String(
        description="The cursor of the last node, to be given as `after`; null when the page is empty."
    )


def page_arguments() -> dict[str, graphene.Argument]:
    """The four arguments that every connection takes."""
    return {
        "first": graphene.Int(
            description=f"How many from the start: at most {MAX_PAGE_SIZE}, else {DEFAULT_PAGE_SIZE}."
        ),
        "after": graphene.String(description="Go on after this cursor."),
        "last": graphene.Int(description=f"How many from the end: at most {MAX_PAGE_SIZE}."),
        "before": graphene.String(description="Stop before this cursor."),
    }


def total_count_field() -> graphene.Field:
    """The field `totalCount` of every connection."""
    return graphene.Int(required=True, description="How many there are in all. Counted only when asked for.")
