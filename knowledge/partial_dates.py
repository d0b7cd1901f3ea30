"""Reckoning with dates of which only the year or the month may be known."""

from datetime import date, timedelta

from .fields import validate_partial_date


def prefixes(value: str) -> list[str]:
    """The less precise dates that contain this one: `2024` and `2024-03` for `2024-03-15`.

    Raises `ValidationError` when `value` is not such a date.
    """
    validate_partial_date(value)
    parts = value.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts))]


def first_day_after(value: str) -> str:
    """The first day after the year, month or day, as text that sorts behind all that lies in it.

    Raises `ValidationError` when `value` is not such a date.
    """
    validate_partial_date(value)
    year, month, day = (int(part) for part in (*value.split("-"), "0", "0")[:3])
    if day:
        try:
            return (date(year, month, day) + timedelta(days=1)).isoformat()
        except OverflowError:
            return "9999-12-32"
    if month in {0, 12}:
        return f"{year + 1:04d}" if year < 9999 else "9999-12-32"
    return f"{year:04d}-{month + 1:02d}"
