"""Tells the language of a text where its source does not: by script first, then by the little words of a language.

No language model is needed for that: titles and abstracts are full of articles and prepositions.
"""

import re

WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
# A third of the letters in one script decides: names and formulas in Latin letters stand in every text.
SHARE_OF_SCRIPT = 3
# Below this the evidence is too thin to speak of a language.
FEWEST_WORDS = 3
# Related languages share words: the first must be this many times as strong as the second.
CLEAR_LEAD = 1.4
LONGEST_SAMPLE = 500
LITTLE_WORDS = {
    "en": "the of and in to for is that with on by from are as which this be an at it or have its their was were",
    "fr": "le la les de l d des du et en un une pour dans par sur au aux qui que est sont ce cette ses avec plus ou ne",
    "es": "el la los las de del y en un una para por con se que su sus al es son como más lo o este esta sobre entre",
    "pt": "o a os as de do da dos das e em um uma para por com não que se ao à na no nas nos é são mais sobre pela",
    "nl": "de het een van en in te dat voor met op zijn aan bij naar uit ook door niet er als om wordt worden over",
    "de": "der die das und in den von zu mit ist des im dem nicht ein eine auf für sich als auch werden bei oder durch",
    "it": "il la le di e in un una per con che del della dei delle gli al alla nel nella sono è come più non su da",
}
LANGUAGES_OF_WORD: dict[str, list[str]] = {}
for _language, _words in LITTLE_WORDS.items():
    for _word in _words.split():
        LANGUAGES_OF_WORD.setdefault(_word, []).append(_language)


def detect_language(text: str) -> str:
    """The language that `text` is written in, as an ISO 639-1 code, or nothing where that is not clear."""
    sample = text[:LONGEST_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not sample.isascii():
        for language, pattern in SCRIPTS:
            if letters and len(pattern.findall(sample)) * SHARE_OF_SCRIPT > letters:
                return language
    return _by_little_words(sample)


def _by_little_words(text: str) -> str:
    """The language with the most little words; a word that several languages have counts for each in part."""
    scores = dict.fromkeys(LITTLE_WORDS, 0.0)
    for word in WORD.findall(text.lower()):
        languages = LANGUAGES_OF_WORD.get(word, ())
        for language in languages:
            scores[language] += 1 / len(languages)
    first, second = sorted(scores, key=lambda code: -scores[code])[:2]
    is_clear = scores[first] >= FEWEST_WORDS and scores[first] > scores[second] * CLEAR_LEAD
    return first if is_clear else ""
