import pytest

from hub.vocabularies.enums import PlaceKind
from hub.vocabularies.models import Place
from tests.knowledge.desk import make_concept


@pytest.fixture
def words(locales) -> None:
    """A vocabulary of a few words, in the shape of the one that ships."""
    make_concept("CBD-SUBJECT-WTR", label="Inland waters", alternative_labels={"es": ["humedales"], "zh": ["湿地"]})
    make_concept("CBD-SUBJECT-AGR", label="Agricultural biodiversity")
    make_concept("GBF-TARGET-03", "gbf-targets", "Conserve land, waters and seas", notation="3")
    for code, label, codes in (
        ("en", "English", ["eng"]),
        ("es", "Spanish", ["spa"]),
        ("fr", "French", ["fra", "fre"]),
        ("pt", "Portuguese", ["por"]),
    ):
        make_concept(code, "languages", label, notation=codes[0], alternative_labels={"und": codes})
    make_concept("CC-BY-4.0", "licences", "CC BY 4.0", uri="https://creativecommons.org/licenses/by/4.0/")
    make_concept("CC-BY-NC-SA-3.0-IGO", "licences", "CC BY-NC-SA 3.0 IGO")
    make_concept("NOASSERTION", "licences", "No licence stated")
    make_concept("POLICY-TYPE-LAW", "policy-document-types", "Law")
    make_concept("JURISDICTION-NATIONAL", "jurisdictions", "National")
    make_concept("POLICY-STATUS-REPEALED", "policy-statuses", "Repealed")
    Place.objects.create(
        identifier="co",
        slug="co",
        kind=PlaceKind.COUNTRY,
        iso2="CO",
        iso3="COL",
        names={"en": "Colombia", "zh": "哥伦比亚"},
    )
    Place.objects.create(identifier="eu", slug="european-union", kind=PlaceKind.GROUP, names={"fr": "Union européenne"})
