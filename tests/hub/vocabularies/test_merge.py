"""The rule of importing over editors' changes, over generated values."""

from hypothesis import given
from hypothesis import strategies as st

from hub.vocabularies.exchange.merge import Outcome, merge_map, merge_set, merge_value

words = st.text(alphabet="abc", max_size=2)
maps = st.dictionaries(st.sampled_from(["en", "fr", "zh"]), words.filter(bool), max_size=3)


@given(before=words.filter(bool), incoming=words.filter(bool), edited=words.filter(bool))
def test_what_an_editor_changed_is_kept(before, incoming, edited):
    merged = merge_value(current=edited, incoming=incoming, before=before)

    if edited not in (before, incoming):
        assert merged.value == edited
        assert merged.outcome is Outcome.KEPT
    else:
        assert merged.value == incoming


@given(current=maps, incoming=maps)
def test_merging_the_same_again_changes_nothing(current, incoming):
    first = merge_map(current=current, incoming=incoming, before=None)
    second = merge_map(current=first.value, incoming=incoming, before=incoming)

    assert second.value == first.value
    assert second.outcome is not Outcome.CHANGED


@given(before=st.lists(words, unique=True), incoming=st.lists(words, unique=True), added=words, removed=words)
def test_additions_and_removals_of_editors_survive_in_lists(before, incoming, added, removed):
    current = [item for item in before if item != removed] + ([added] if added not in before else [])

    value = merge_set(current=current, incoming=incoming, before=before).value

    if added not in before:
        assert added in value
    if removed in before and removed in incoming and removed != added:
        assert removed not in value
    assert all(item in value for item in incoming if item not in before)


def test_what_another_source_wrote_may_be_replaced():
    merged = merge_value(current="from a", incoming="from b", before=None, others=["from a"])

    assert merged.value == "from b"
    assert merged.outcome is Outcome.CHANGED
