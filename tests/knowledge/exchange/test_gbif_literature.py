import pytest

from .feeds import article, as_json, imported, take

pytestmark = pytest.mark.django_db


def test_an_article_arrives_with_its_facts(words, tmp_path):
    result = article(
        identifiers={"doi": "https://doi.org/10.1234/x"},
        source="Journal of Wetlands",
        title="Frogs: <i>Rana</i> of the delta",
        websites=["https://journal.example/1"],
        keywords=["inland waters", "frogs"],
        authors=[{"firstName": "Ada", "lastName": "Diaz"}, {"lastName": "someone@example.org"}, {}],
    )

    report = take(
        "gbif-literature", as_json(tmp_path / "answer.json", {"offset": 0, "results": [result]}), publish=True
    )

    record = imported("a-1")
    assert report.new == 1
    assert (record.title, record.doi, record.journal) == (
        "Frogs: Rana of the delta",
        "10.1234/x",
        "Journal of Wetlands",
    )
    assert (record.publication_date, record.authors) == ("2024-06-20", ["Ada Diaz"])
    assert (record.is_peer_reviewed, record.is_open_access) == (True, False)
    assert [place.identifier for place in record.places.all()] == ["co"]
    assert [language.identifier for language in record.languages.all()] == ["en"]
    assert [link.url for link in record.links.all()] == ["https://doi.org/10.1234/x", "https://journal.example/1"]
    assert record.provenance.as_of.isoformat() == "2024-10-02T20:59:19.730000+00:00"
    assert record.licence.identifier == "NOASSERTION"
    assert not record.is_syndication_allowed


def test_recorded_calls_are_unwrapped_and_what_comes_twice_is_stored_once(words, tmp_path):
    calls = [{"uri": "https://api.example", "body": {"results": [article("a-1"), article("a-2")]}}] * 2

    report = take("gbif-literature", as_json(tmp_path / "calls.json", {"recorded_interactions": calls}))

    assert (report.new, report.unchanged) == (2, 2)


def test_empty_identifiers_and_broken_results_are_told_by_item(words, tmp_path):
    results = [article(""), article(None), "text", article("a-4", authors=["Ada"]), article("a-5", language=None)]

    report = take("gbif-literature", as_json(tmp_path / "answer.json", {"results": results}))

    assert report.new == 1
    assert report.rejected.names == [
        "item 1: it has no id",
        "item 2: it has no id",
        "item 3: it is not an object",
        "item 4 (a-4): not as expected: 'str' object has no attribute 'get'",
    ]


def test_a_file_that_ends_in_the_middle_gives_what_it_holds(words, tmp_path):
    path = as_json(tmp_path / "answer.json", {"results": [article("a-1"), article("a-2")]})
    path.write_text(path.read_text()[:-60])

    report = take("gbif-literature", path)

    assert report.new == 1
    assert report.rejected.names == ["after item 1: parse error: premature EOF"]


def test_another_file_holds_no_results(words, tmp_path):
    report = take("gbif-literature", as_json(tmp_path / "other.json", {"hits": []}))

    assert report.rejected.names == ["the file: it holds no results of a literature search"]


def test_a_date_is_put_together_from_its_parts(words, tmp_path):
    parts = article(published=None, year=2019, month=7, day=None)

    take("gbif-literature", as_json(tmp_path / "answer.json", {"results": [parts]}))

    assert imported("a-1").publication_date == "2019-07"
