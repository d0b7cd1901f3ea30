"""As much of a date as can be trusted, from whatever a source wrote."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache

from babel.dates import get_month_names

from hub.languages.chain import LOCALES

EARLIEST_YEAR = 1000
YEARS_AHEAD = 5
ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])")
LEADING_YEAR = re.compile(r"(\d{4})\b")
SLASHED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
IN_WORDS = re.compile(r"\b(\d{1,2})(?:º|er|st|nd|rd|th)?\s+(?:de\s+)?([^\W\d]{3,})\.?,?\s+(?:de\s+)?(\d{4})\b")


def partial_date(text: object) -> str:
    """`2008-10-16`, `2008-10`, `2008` or nothing: the parts of `text` that make sense, coarser rather than wrong.

    Takes ISO dates and times, `16/10/2008` and dates in words in six languages, also within a sentence.
    """
    words = str(text or "").strip()
    if match := ISO.match(words):
        return _checked(*(int(part or 0) for part in match.groups()))
    if match := SLASHED.search(words):
        return _from_slashes(*(int(part) for part in match.groups()))
    if match := IN_WORDS.search(words):
        return _checked(int(match[3]), _months().get(match[2].casefold(), 0), int(match[1]))
    match = LEADING_YEAR.match(words)
    return _checked(int(match[1])) if match else ""


def moment(text: object) -> datetime | None:
    """The moment that an ISO timestamp names, in UTC where it says no zone; None where it is none."""
    try:
        found = datetime.fromisoformat(str(text or "").strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def bad_dates(texts: Iterable[object]) -> list[str]:
    """Those of `texts` that say something, but no date."""
    return [str(text) for text in texts if str(text or "").strip() and not partial_date(text)]


def _from_slashes(first: int, second: int, year: int) -> str:
    """Day and month are told apart only where one of them cannot be a month."""
    if first > 12 or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 else _checked(year)


def _checked(year: int, month: int = 0, day: int = 0) -> str:
    if not EARLIEST_YEAR <= year <= datetime.now(UTC).year + YEARS_AHEAD:
        return ""
    if not 1 <= month <= 12:
        return f"{year:04d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}"


@cache
def _months() -> dict[str, int]:
    """The months by their names in the six languages, long and short."""
    return {
        name.casefold().rstrip("."): number
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
