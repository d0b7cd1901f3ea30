import pytest
from django.core.management import CommandError, call_command

from knowledge.exchange.generated import VocabulariesMissingError, generate_records
from knowledge.models import RECORD_MODELS, Record
from knowledge.querysets import NEWEST_FIRST
from tests.knowledge.desk import make_concept, make_place

pytestmark = pytest.mark.django_db
SCHEMES = (
    *("gbf-targets", "aichi-targets", "subjects", "audiences", "expertise-levels", "languages", "licences", "scales"),
    *("tool-purposes", "policy-document-types", "jurisdictions", "policy-statuses"),
)


@pytest.fixture
def stock(locales):
    for scheme in SCHEMES:
        for number in range(3):
            make_concept(f"{scheme}-{number}", scheme)
    for slug in ("be", "sn", "pe"):
        make_place(slug)


def rows():
    return list(Record.objects.order_by("reference", "locale").values_list("reference", "title", "record_type"))


def test_the_same_seed_makes_the_same_live_records_of_every_type(stock):
    assert sum(new for _size, new in generate_records(120, seed=7)) == 120
    first = rows()

    Record.objects.all().delete()
    list(generate_records(120, seed=7))

    assert rows() == first
    assert Record.objects.filter(live=True, is_example=True).exclude(first_published_at=None).count() == 120
    assert set(Record.objects.values_list("record_type", flat=True)) == set(RECORD_MODELS)
    assert Record.objects.exclude(translation_method="original").stale().count() == 0
    assert len(set(Record.objects.values_list("locale", flat=True))) == 6


def test_an_interrupted_run_is_completed(stock):
    list(generate_records(50, seed=7))

    assert sum(new for _size, new in generate_records(120, seed=7)) == 70


def test_generated_records_are_whole(stock):
    list(generate_records(30))

    for record in Record.objects.order_by(*NEWEST_FIRST):
        specific = record.specific
        specific.full_clean()
        assert specific.targets.exists()
        assert specific.places.exists()
        assert specific.organisations.exists()
        assert specific.links.count() == 1
        assert specific.text_digest == specific.digest()


def test_without_vocabularies_it_says_what_to_load(locales):
    with pytest.raises(VocabulariesMissingError, match="load_vocabularies"):
        list(generate_records(1))


def test_it_refuses_a_hub_that_may_be_a_real_one(stock, settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="--yes"):
        call_command("generate_records", "5")

    assert Record.objects.count() == 0
    call_command("generate_records", "5", "--yes")
    assert Record.objects.count() == 5
