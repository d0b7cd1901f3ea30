import pytest

from knowledge.models import RecordRelation

from .feeds import faolex, imported, law, take

pytestmark = pytest.mark.django_db


def test_a_law_arrives_with_its_facts(words, tmp_path):
    feed = faolex(
        tmp_path / "feed.xml",
        law(
            originalYear="1999",
            serialImprint="Diario Oficial Nº 47.144, 16 de octubre de 2008.",
            entryIntoForce="Rige desde el 1 de abril de 2009.",
            repealed="REPEALED",
            subjectSelectionCode="WA",
            keyword_en=["wet land", "fees"],
            keyword_es=["humedales", "tasas"],
        ),
    )

    report = take("faolex", feed, publish=True)

    record = imported("LEX-1")
    assert (report.new, report.rejected.count) == (1, 0)
    assert (record.locale.language_code, record.live) == ("es", True)
    assert (record.publication_date, record.adoption_date, record.entry_into_force_date) == (
        "2008",
        "1999",
        "2009-04-01",
    )
    assert [record.document_type.identifier, record.policy_status.identifier] == [
        "POLICY-TYPE-LAW",
        "POLICY-STATUS-REPEALED",
    ]
    assert [place.identifier for place in record.places.all()] == ["co"]
    assert [subject.identifier for subject in record.subjects.all()] == ["CBD-SUBJECT-WTR"]
    assert [language.identifier for language in record.languages.all()] == ["es"]
    assert list(record.tags.names()) == ["fees"]
    assert [link.url for link in record.links.all()] == ["http://faolex.example/LEX-1.doc"]
    assert record.source == "Diario Oficial Nº 47.144, 16 de octubre de 2008."
    assert dict(report.unmapped) == {("keyword", "fees"): 1}


def test_the_payload_is_kept_as_it_arrived(words, tmp_path):
    text = law()

    take("faolex", faolex(tmp_path / "feed.xml", text))

    origin = imported("LEX-1").provenance
    assert (origin.source, origin.payload) == ("faolex", text)
    assert origin.licence.identifier == "CC-BY-NC-SA-3.0-IGO"
    assert origin.as_of is not None


def test_a_law_in_another_language_goes_to_the_english_edition_and_says_so(words, tmp_path):
    metas = {
        "titleOfText": "Lei que regula o uso das terras e não se aplica ao mar.",
        "abstract": "Esta lei dispõe sobre o uso das águas e das florestas do país.",
        "recordLanguage": "P",
        "documentLanguage_en": "Portuguese",
    }

    take("faolex", faolex(tmp_path / "feed.xml", law(**metas)))

    record = imported("LEX-1")
    assert record.locale.language_code == "en"
    assert [language.identifier for language in record.languages.all()] == ["pt"]


def test_a_missing_or_impossible_year_is_survived_and_told(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law("LEX-1", year=None), law("LEX-2", year="19O9"), law("LEX-3", year="9999"))

    report = take("faolex", feed)

    assert report.new == 3
    assert [imported(f"LEX-{number}").publication_date for number in (1, 2, 3)] == ["", "", ""]
    assert report.unmapped[("date", "19O9")] == report.unmapped[("date", "9999")] == 1


def test_a_title_that_is_too_long_is_cut_and_kept_whole_elsewhere(words, tmp_path):
    title = "Ley de los humedales " * 20

    take("faolex", faolex(tmp_path / "feed.xml", law(titleOfText=title)))

    record = imported("LEX-1")
    assert len(record.title) <= 300
    assert record.title.endswith("…")
    assert record.relevant_information == f"<p>{title.strip()}</p>"


def test_no_more_than_ten_free_tags(words, tmp_path):
    keywords = [f"word {letter}" for letter in "abcdefghijkl"]

    take("faolex", faolex(tmp_path / "feed.xml", law(keyword_en=[*keywords, "WORD A"])))

    assert sorted(imported("LEX-1").tags.names()) == keywords[:10]


@pytest.mark.feature("K13")
def test_laws_that_are_both_there_are_related_whichever_comes_first(words, tmp_path):
    feed = faolex(
        tmp_path / "feed.xml",
        law("LEX-1", amends=["LEX-2", "LEX-404"]),
        law("LEX-2"),
        law("LEX-3", repeals="LEX-1", amends="LEX-3"),
    )

    first, second = take("faolex", feed), take("faolex", feed)

    rows = RecordRelation.objects.values_list(
        "record__provenance__identifier", "kind", "target__provenance__identifier"
    )
    assert sorted(rows) == [("LEX-1", "references", "LEX-2"), ("LEX-3", "supersedes", "LEX-1")]
    assert (first.related, second.related) == (2, 0)
    told = imported("LEX-1").latest_revision.content["relations"]
    assert [relation["target"] for relation in told] == [imported("LEX-2").pk]


def test_a_relation_that_an_editor_removed_does_not_come_back(words, tmp_path):
    feed = faolex(tmp_path / "feed.xml", law("LEX-1", amends="LEX-2"), law("LEX-2"))
    take("faolex", feed)
    record = imported("LEX-1")
    record.relations.set([])
    record.save_revision(clean=False)
    record.save()

    report = take("faolex", feed)

    assert (report.related, RecordRelation.objects.count()) == (0, 0)


def test_a_broken_record_is_told_by_its_line_and_the_others_go_on(words, tmp_path):
    feed = faolex(
        tmp_path / "feed.xml",
        law("LEX-1"),
        "<record><metadata><meta name='faolexId' content='a & b'/></metadata></record>",
        law("LEX-2", faolexId=None),
        law("LEX-3", titleOfText="  "),
        "<record><metadata><meta name='faolexId' content='LEX-4'/>",
        law("LEX-5"),
        "<record><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><metadata/></record>",
        "<record>&lol;</record>",
        law("LEX-6")[:80],
    )

    report = take("faolex", feed)

    assert report.new == 2
    assert report.rejected.names == [
        "line 6: not well-formed at line 6: not well-formed (invalid token)",
        "line 7: it has no faolexId",
        "line 9 (LEX-3): it has no title",
        "line 11: the record is not closed",
        "line 14: it declares a document type or an entity",
        "line 15: not well-formed at line 15: undefined entity",
        "line 16: the record is not closed",
    ]


def test_hostile_markup_is_harmless(words, tmp_path):
    title = 'Ley <script>alert("x")</script>de <b onclick="x()">aguas</b>\u202e'
    long_title = '<a href="javascript:alert(1)">An Act</a><img src=x onerror=y>'

    take("faolex", faolex(tmp_path / "feed.xml", law(titleOfText=title, longTitleOfText=long_title)))

    record = imported("LEX-1")
    assert record.title == "Ley de aguas"
    assert record.relevant_information == "<p>An Act</p>"
