"""What a reviewer corrected stays corrected."""

import pytest

from knowledge.translation.memory import remember_corrections

from .doors import edition_in, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


@pytest.fixture
def french(study, tom):
    tom.translate(study, "fr")
    tom.write_all(study, code="fr")
    tom.submit(edition_in(study, "fr"))
    return edition_in(study, "fr")


def correct(edition, person, **fields) -> None:
    """What the form of Wagtail does with the changes of a reviewer."""
    draft = edition.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=person)


def test_an_update_does_not_undo_the_corrections_of_a_reviewer(study, french, tom, people, desk):
    correct(french, people.french_reviewer, title="Plus de chèvres", problem="<p>Elles mangeaient tout.</p>")
    desk(people.french_reviewer).decide(french, "approve")
    study.summary = "All goats were taken off."
    study.save_revision().publish()

    tom.update_translations(study)
    tom.write_all(study, code="fr")
    tom.submit(french)
    desk(people.french_reviewer).decide(edition_in(study, "fr"), "approve")

    french = edition_in(study, "fr")
    assert french.title == "Plus de chèvres"
    assert french.problem == "<p>Elles mangeaient tout.</p>"
    assert french.summary == "fr: All goats were taken off."


def test_corrected_cells_and_notes_are_remembered(study, french, people):
    draft = french.get_latest_revision_as_object()
    draft.body[1].value["table"]["data"][0][1] = "Chèvres"
    use = draft.building_block_uses.first()
    use.note = "Dix chasseurs"
    draft.building_block_uses = [use]

    assert remember_corrections(edition=draft, actor=people.french_reviewer) == 2

    words = words_of(study)
    assert words["Goats"] == "Chèvres"
    assert words["Ten hunters"] == "Dix chasseurs"


def test_what_was_not_corrected_keeps_its_translator(study, french, people):
    assert remember_corrections(edition=french.get_latest_revision_as_object(), actor=people.french_reviewer) == 0


def test_nothing_is_guessed_when_the_source_has_changed(study, french, tom, people):
    correct(french, people.french_reviewer, title="Plus de chèvres")
    study.summary = "All goats were taken off."
    study.save_revision().publish()
    tom.update_translations(study)

    draft = edition_in(study, "fr").get_latest_revision_as_object()

    assert remember_corrections(edition=draft, actor=people.french_reviewer) == 0
    assert words_of(study)["Goats off an island"] == "fr: Goats off an island"


def words_of(study) -> dict[str, str]:
    translation = translation_of(study, "fr")
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return {segment.string.data: segment.translation for segment in segments.select_related("string")}
