import pytest

from knowledge.models import Record

from .feeds import book, imported, library, take

pytestmark = pytest.mark.django_db
DELETED = ' status="deleted"'


def test_repeated_elements_are_told_once(words, tmp_path):
    elements = """
        <dc:title>On wetlands</dc:title><dc:title>Of wetlands</dc:title>
        <dc:creator>Diaz, A.</dc:creator><dc:creator>Diaz, A.</dc:creator><dc:contributor>Diaz, A.</dc:contributor>
        <dc:date>2003-03-11T14:00:50Z</dc:date><dc:date>2001</dc:date>
        <dc:description>The wetlands.</dc:description><dc:description>The wetlands.</dc:description>
        <dc:identifier>-</dc:identifier><dc:identifier>https://doi.org/10.1234/w.1</dc:identifier>
        <dc:format>application/pdf https://files.example/a b.pdf</dc:format>
        <dc:subject>inland waters; M 10;Kwel</dc:subject><dc:subject>kwel</dc:subject>
        <dc:language>en_US</dc:language><dc:language>other</dc:language>
        <dc:rights>Copyright 2001</dc:rights><dc:type>Working Paper</dc:type>
    """

    report = take("oai-pmh", library(tmp_path / "answer.xml", book(elements=elements)), publish=True)

    record = imported("oai:1")
    assert report.new == 1
    assert (record.title, record.relevant_information) == ("On wetlands", "<p>Of wetlands</p>")
    assert (record.authors, record.publication_date, record.summary) == (["Diaz, A."], "2001", "The wetlands.")
    assert [link.url for link in record.links.all()] == [
        "https://doi.org/10.1234/w.1",
        "https://files.example/a%20b.pdf",
    ]
    assert (record.doi, record.rights) == ("10.1234/w.1", "Copyright 2001")
    assert list(record.tags.names()) == ["Kwel"]
    assert [subject.identifier for subject in record.subjects.all()] == ["CBD-SUBJECT-WTR"]
    assert [language.identifier for language in record.languages.all()] == ["en"]
    assert record.provenance.as_of.isoformat() == "2004-02-03T10:58:05+00:00"


def test_what_the_source_deletes_is_taken_down_once_and_not_thrown_away(words, tmp_path):
    take("oai-pmh", library(tmp_path / "first.xml", book("oai:1"), book("oai:2")), publish=True)
    gone = library(tmp_path / "second.xml", book("oai:1", status=DELETED), book("oai:9", status=DELETED), book("oai:2"))

    first, second = take("oai-pmh", gone, publish=True), take("oai-pmh", gone, publish=True)

    assert (imported("oai:1").live, imported("oai:2").live) == (False, True)
    assert (first.deleted.count, first.taken_down.names) == (2, ["oai:1"])
    assert (second.deleted.count, second.taken_down.names) == (2, [])


def test_what_is_locked_is_not_taken_down(words, tmp_path):
    take("oai-pmh", library(tmp_path / "first.xml", book()), publish=True)
    Record.objects.update(locked=True)

    report = take("oai-pmh", library(tmp_path / "second.xml", book(status=DELETED)), publish=True)

    assert imported("oai:1").live
    assert report.rejected.names == ["line 3 (oai:1): it was deleted at the source, but is locked here"]


def test_records_that_are_no_use_are_told_by_line(words, tmp_path):
    answer = library(
        tmp_path / "answer.xml",
        book("", "<dc:title>x</dc:title>"),
        book("oai:2", ""),
        book("oai:3", "<dc:creator>A</dc:creator>"),
        book("oai:4", "<dc:title>Broken</dc:titel>"),
        book("oai:5"),
    )

    report = take("oai-pmh", answer)

    assert report.new == 1
    assert report.rejected.names == [
        "line 3: it has no identifier",
        "line 4 (oai:2): it has no Dublin Core metadata",
        "line 5 (oai:3): it has no title",
        "line 6: not well-formed at line 6: mismatched tag",
    ]


def test_an_error_of_the_protocol_is_passed_on(words, tmp_path):
    path = tmp_path / "error.xml"
    path.write_text('<OAI-PMH><error code="noRecordsMatch">Nothing since then</error></OAI-PMH>')

    assert take("oai-pmh", path).rejected.names == ["the file: noRecordsMatch: Nothing since then"]


def test_other_encodings_are_read(words, tmp_path):
    path = library(tmp_path / "answer.xml", book(elements="<dc:title>Études des marais</dc:title>"))
    path.write_bytes(path.read_text().replace("UTF-8", "ISO-8859-1").encode("latin-1"))

    take("oai-pmh", path)

    assert imported("oai:1").title == "Études des marais"
