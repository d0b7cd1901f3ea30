"""Which language stands in for which, said once."""

from django.conf import settings

LOCALES: tuple[str, ...] = tuple(code for code, _ in settings.LANGUAGES)
LAST_RESORT = "en"


def fallback_chain(requested: str) -> list[str]:
    """The locales to try for a reader who asked for `requested`, best first.

    English comes second because most sources are in it; the others follow in the order of the settings.
    An unknown code starts the chain at English, so that a caller never gets nothing because of a typo.
    """
    wanted = [requested, LAST_RESORT, *LOCALES]
    return [code for code in dict.fromkeys(wanted) if code in LOCALES]


def pick(texts: dict[str, str], requested: str) -> tuple[str, str]:
    """The best text of a language map for a reader, and the language it is in.

    `texts` maps BCP 47 codes to text. Returns `("", requested)` when the map is empty: there is nothing to fall
    back to. Languages outside the six come last, in their stored order.
    """
    for code in fallback_chain(requested):
        if texts.get(code):
            return texts[code], code
    for code, text in texts.items():
        if text:
            return text, code
    return "", requested
