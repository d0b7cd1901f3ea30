"""Pages of lists."""

import pytest

from tests.factories import BuildingBlockFactory, CaseStudyFactory, OrganisationFactory

PAGE = """query($first: Int, $after: String, $last: Int, $before: String, $order: RecordOrder! = NEWEST) {
  records(first: $first, after: $after, last: $last, before: $before, order: $order) {
    nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""


@pytest.fixture
def page(ask):
    """The titles of one page of records, and where to go on."""

    def asked(**arguments):
        records = ask(PAGE, **arguments)["records"]
        return [node["title"] for node in records["nodes"]], records["pageInfo"]

    return asked


def make(*titles):
    return [CaseStudyFactory(title=title) for title in titles]


@pytest.mark.feature("A6")
@pytest.mark.parametrize("order", ["NEWEST", "OLDEST", "TITLE"])
def test_pages_join_without_gap_or_repetition(page, order):
    make("c", "a", "b", "a", "d", "a", "e")
    whole, _info = page(order=order, first=100)

    seen, after = [], None
    while True:
        titles, info = page(order=order, first=2, after=after)
        seen += titles
        after = info["endCursor"]
        if not info["hasNextPage"]:
            break

    assert seen == whole
    assert len(whole) == 7


@pytest.mark.feature("A6")
@pytest.mark.parametrize("order", ["NEWEST", "OLDEST", "TITLE"])
def test_what_is_inserted_or_removed_between_two_pages_shifts_nothing(page, order):
    records = make("b", "d", "f", "h", "j")
    whole, _info = page(order=order)
    first, info = page(order=order, first=2)

    make("a", "k")
    next(record for record in records if record.title == first[0]).delete()
    rest, _info = page(order=order, first=10, after=info["endCursor"])

    assert first == whole[:2]
    assert [title for title in rest if title not in {"a", "k"}] == whole[2:]


@pytest.mark.feature("A6")
def test_records_published_at_the_same_moment_keep_their_order(page):
    first = CaseStudyFactory(title="a")
    for title in "bcd":
        CaseStudyFactory(title=title, first_published_at=first.first_published_at)

    one, info = page(first=2)
    other, _info = page(first=2, after=info["endCursor"])

    assert one + other == ["d", "c", "b", "a"]


def test_the_way_back(page):
    make("a", "b", "c", "d", "e")
    last, info = page(last=2)
    assert last == ["b", "a"]
    assert info["hasPreviousPage"] is True
    assert info["hasNextPage"] is False

    before, info = page(last=2, before=info["startCursor"])

    assert before == ["d", "c"]
    assert info["hasPreviousPage"] is True
    assert info["hasNextPage"] is True
    assert page(last=2, before=info["startCursor"])[0] == ["e"]


def test_between_two_cursors(page):
    make("a", "b", "c", "d", "e")
    _titles, head = page(first=1)
    _titles, tail = page(last=1)

    assert page(after=head["endCursor"], before=tail["startCursor"])[0] == ["d", "c", "b"]


def test_an_empty_page_has_no_cursors(page):
    assert page() == ([], {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None})
    make("a")
    assert page(first=0) == (
        [],
        {"hasNextPage": True, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"first": 101}, "The argument “first” must lie between 0 and 100."),
        ({"first": -1}, "The argument “first” must lie between 0 and 100."),
        ({"last": 101}, "The argument “last” must lie between 0 and 100."),
        ({"first": 1, "last": 1}, "Give “first” or “last”, not both."),
        ({"after": "x"}, "The argument “after” is not a cursor of this list."),
        ({"after": ""}, "The argument “after” is not a cursor of this list."),
        ({"before": "é"}, "The argument “before” is not a cursor of this list."),
        ({"before": "W10="}, "The argument “before” is not a cursor of this list."),
        ({"after": "WyJuZXdlc3QiLCJ4IiwxXQ=="}, "The argument “after” is not a cursor of this list."),
        ({"after": "WyJuZXdlc3QiLCIyMDI2LTAxLTAxIiwxXQ=="}, "The argument “after” is not a cursor of this list."),
    ],
)
def test_impossible_pages_are_refused_in_plain_words(ask_wrongly, arguments, message):
    assert ask_wrongly(PAGE, **arguments) == [message]


def test_a_cursor_of_another_order_is_refused(page, ask_wrongly):
    make("a", "b")
    _titles, info = page(first=1, order="TITLE")

    assert ask_wrongly(PAGE, after=info["endCursor"], order="NEWEST") == [
        "The argument “after” is not a cursor of this list."
    ]


@pytest.mark.feature("A6")
def test_the_total_is_counted_only_when_asked_for(ask, django_assert_num_queries):
    make("a", "b")
    ask("{ records { nodes { title } } }")

    with django_assert_num_queries(1):
        ask("{ records { nodes { title } } }")
    with django_assert_num_queries(2):
        assert ask("{ records(first: 1) { totalCount nodes { title } } }")["records"]["totalCount"] == 2


def test_building_blocks_and_organisations_are_paged_too(ask):
    for name in ("b", "a", "c"):
        BuildingBlockFactory(title=name)
        OrganisationFactory(slug=name)
    query = """query($a: String, $b: String) {
      buildingBlocks(first: 2, after: $a) { totalCount edges { cursor node { title } } pageInfo { endCursor } }
      organisations(first: 2, after: $b) { totalCount edges { cursor node { slug } } pageInfo { endCursor } } }"""

    first = ask(query)
    blocks, organisations = first["buildingBlocks"], first["organisations"]
    second = ask(query, a=blocks["pageInfo"]["endCursor"], b=organisations["pageInfo"]["endCursor"])

    assert blocks["totalCount"] == organisations["totalCount"] == 3
    assert [edge["node"]["title"] for edge in blocks["edges"] + second["buildingBlocks"]["edges"]] == ["a", "b", "c"]
    assert [edge["node"]["slug"] for edge in organisations["edges"]] == ["a", "b"]
    assert [edge["node"]["slug"] for edge in second["organisations"]["edges"]] == ["c"]
