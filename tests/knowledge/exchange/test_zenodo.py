import pytest

from knowledge.enums import RecordType
from knowledge.exchange.readers.zenodo import record_type_of

from .feeds import deposit, imported, take, zenodo


@pytest.mark.parametrize(
    ("resource_type", "keywords", "record_type"),
    [
        ({"type": "lesson"}, [], RecordType.E_LEARNING_RESOURCE),
        ({"type": "presentation"}, [], RecordType.E_LEARNING_RESOURCE),
        ({"type": "publication", "subtype": "other"}, ["Training material"], RecordType.E_LEARNING_RESOURCE),
        ({"type": "software"}, [], RecordType.TOOL_OR_GUIDANCE),
        ({"type": "publication", "subtype": "report"}, ["strategy"], RecordType.TOOL_OR_GUIDANCE),
        ({"type": "publication", "subtype": "article"}, [], RecordType.RESEARCH_REPORT),
        ({}, [], RecordType.TOOL_OR_GUIDANCE),
    ],
)
def test_what_is_taught_is_e_learning_and_the_rest_is_guidance(resource_type, keywords, record_type):
    assert record_type_of(resource_type, keywords) == record_type


@pytest.mark.django_db
def test_a_long_description_is_summed_up_and_kept_whole_and_clean(words, tmp_path):
    html = (
        '<p>First <b>part</b>.</p><p>Second: <a href="https://x.example" onclick="y()">here</a>.</p><script>x</script>'
    )

    report = take("zenodo", zenodo(tmp_path / "answer.json", deposit(7, description=html)), publish=True)

    record = imported("7")
    assert report.new == 1
    assert record.summary == "First part. Second: here."
    assert (
        record.body[0].value.source == '<p>First <b>part</b>.</p><p>Second: <a href="https://x.example">here</a>.</p>'
    )
    assert record.licence.identifier == "CC-BY-4.0"
    assert record.is_syndication_allowed


@pytest.mark.django_db
@pytest.mark.feature("K12")
@pytest.mark.parametrize("licence", [None, {}, {"id": "acme-1.0"}])
def test_an_unknown_licence_keeps_a_record_from_partners(words, tmp_path, licence):
    report = take("zenodo", zenodo(tmp_path / "answer.json", deposit(license=licence)), publish=True)

    record = imported("1")
    assert record.licence.identifier == "NOASSERTION"
    assert not record.is_syndication_allowed
    assert report.unmapped[("licence", "acme-1.0")] == bool(licence)


@pytest.mark.django_db
def test_a_code_that_is_no_known_language_is_told(words, tmp_path):
    report = take("zenodo", zenodo(tmp_path / "answer.json", deposit(language="enc")))

    assert report.unmapped[("language", "enc")] == 1
    assert imported("1").locale.language_code == "en"


@pytest.mark.django_db
def test_records_without_metadata_are_told_and_versions_are_related(words, tmp_path):
    newer = deposit(2, related_identifiers=[{"relation": "isNewVersionOf", "identifier": "10.5281/zenodo.1"}])

    report = take("zenodo", zenodo(tmp_path / "answer.json", newer, {"id": 3}, deposit(1)))

    assert (report.new, report.related) == (2, 1)
    assert report.rejected.names == ["item 2: it has no metadata"]
    assert imported("2").relations.get().target_id == imported("1").pk
