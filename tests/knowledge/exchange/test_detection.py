import pytest

from knowledge.exchange.detection import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The present Decree amends the one that regulates the use of land.", "en"),
        ("Le présent décret fixe la composition de l'organe ad hoc et la constatation de la non exploitation", "fr"),
        ("El presente Decreto modifica el que reglamenta la ley en lo relativo a los terrenos baldíos.", "es"),
        ("Este decreto altera a lei que regula o uso das terras e não se aplica ao mar.", "pt"),
        ("Dit proefschrift analyseert de performance van clusters en het gedrag van bedrijven", "nl"),
        ("هذا المرسوم يعدل القانون الخاص بالأراضي الرطبة", "ar"),
        ("Настоящий указ изменяет закон о водно-болотных угодьях", "ru"),
        ("本法令修改了湿地法", "zh"),
        ("Pistacia atlantica", ""),
        ("R&D Networks", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_script_or_its_little_words_or_not_at_all(text, language):
    assert detect_language(text) == language
