import pytest

from knowledge.exchange.mapping import Vocabulary
from knowledge.models import Organisation


@pytest.fixture
def vocabulary(words):
    Organisation.objects.create(slug="iucn", names={"fr": "Union internationale"}, acronym="IUCN")
    return Vocabulary()


@pytest.mark.feature("K7")
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("COL", "co"),
        ("co", "co"),
        ("colombia", "co"),
        ("哥伦比亚", "co"),
        ("Union Europeenne", "eu"),
        ("england", ""),
        ("", ""),
    ],
)
def test_a_place_is_found_by_code_or_by_name_in_any_language(vocabulary, name, place):
    assert vocabulary.place(name) == place


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("eng", "en"),
        ("fre", "fr"),
        ("FRA", "fr"),
        ("en_US", "en"),
        ("por", "pt"),
        ("enc", ""),
        ("other", ""),
    ],
)
def test_a_language_is_found_by_two_or_three_letters(vocabulary, code, language):
    assert vocabulary.language(code) == language


@pytest.mark.feature("K12")
@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.fr", "CC-BY-4.0"),
        ("Under https://www.creativecommons.org/licenses/by/4.0/legalcode.", "CC-BY-4.0"),
        ("CC-BY-NC-SA-3.0-IGO", "CC-BY-NC-SA-3.0-IGO"),
        ("Copyright 2001, all rights reserved", "NOASSERTION"),
        ("", "NOASSERTION"),
    ],
)
def test_a_licence_is_found_in_every_spelling_and_is_never_guessed(vocabulary, text, licence):
    assert vocabulary.licence(text) == licence


@pytest.mark.feature("K6")
@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("inland water",), ("subjects", "CBD-SUBJECT-WTR")),
        (("wet land", "humedales"), ("subjects", "CBD-SUBJECT-WTR")),
        (("湿地",), ("subjects", "CBD-SUBJECT-WTR")),
        (("pools/inland-waters",), ("subjects", "CBD-SUBJECT-WTR")),
        (("GBF Target 3",), ("targets", "GBF-TARGET-03")),
        (("GBF Target 99",), None),
        (("3",), None),
        (("offences/penalties",), None),
    ],
)
def test_a_keyword_leads_to_a_concept_by_a_label_in_any_language(vocabulary, labels, found):
    assert vocabulary.keyword(labels) == found


def test_an_organisation_is_found_by_name_or_acronym(vocabulary):
    assert [vocabulary.organisation(name) for name in ("iucn", "union internationale", "WWF")] == ["iucn", "iucn", ""]
