"""Which edition of a work stands in for which."""

import pytest

from hub.languages.actions import ensure_locales
from hub.languages.chain import fallback_chain
from hub.visibility.viewer import ANONYMOUS
from knowledge.models import BuildingBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions():
    """Makes the editions of one work in the given languages, the first one the original."""
    locales = {locale.language_code: locale for locale in ensure_locales()}

    def make(*codes: str, drafts: tuple[str, ...] = ()) -> BuildingBlock:
        original = None
        for code in codes:
            key = {"translation_key": original.translation_key} if original else {}
            block = BuildingBlock(title=code, summary=code, locale=locales[code], live=code not in drafts, **key)
            block.translation_method = "human" if original else "original"
            block.save()
            original = original or block
        return original

    return make


def served(code: str) -> list[str]:
    return [block.locale.language_code for block in BuildingBlock.objects.served_in(code, ANONYMOUS)]


@pytest.mark.feature("T8")
def test_the_language_asked_for_comes_first(editions):
    editions("en", "fr", "zh")

    assert [served(code) for code in ("en", "fr", "zh")] == [["en"], ["fr"], ["zh"]]


@pytest.mark.feature("T8")
def test_english_stands_in_for_what_is_missing(editions):
    editions("fr", "en")

    assert served("ar") == ["en"]


@pytest.mark.feature("T8")
def test_without_english_the_order_of_the_settings_decides(editions):
    editions("ru", "es", "fr")

    assert served("zh") == ["fr"]


@pytest.mark.feature("T8")
def test_a_draft_stands_in_for_nothing(editions):
    editions("en", "fr", drafts=("fr",))

    assert served("fr") == ["en"]


@pytest.mark.feature("T8")
def test_a_translation_outlives_its_source(editions):
    original = editions("en", "fr")
    BuildingBlock.objects.filter(pk=original.pk).update(live=False)

    assert served("en") == ["fr"]


@pytest.mark.feature("T8")
def test_each_work_is_served_once(editions):
    editions("en", "fr")
    editions("en")

    assert sorted(served("fr")) == ["en", "fr"]


@pytest.mark.feature("T1")
def test_the_reference_is_the_same_in_every_language(editions):
    original = editions("en", "fr", "ar")

    assert set(BuildingBlock.objects.values_list("reference", flat=True)) == {original.reference}


@pytest.mark.feature("T10")
def test_the_six_locales_are_there_once():
    first = ensure_locales()

    assert [locale.language_code for locale in first] == ["en", "fr", "es", "ar", "ru", "zh"]
    assert ensure_locales() == first


@pytest.mark.feature("T10")
@pytest.mark.parametrize("code", ["en", "fr", "es", "ar", "ru", "zh"])
def test_every_chain_begins_with_the_language_asked_for_and_leaves_none_out(code):
    chain = fallback_chain(code)

    assert chain[0] == code
    assert sorted(chain) == ["ar", "en", "es", "fr", "ru", "zh"]
