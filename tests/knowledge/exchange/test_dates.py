from datetime import UTC, datetime

import pytest

from knowledge.exchange.dates import bad_dates, moment, partial_date


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("2008", "2008"),
        (2008, "2008"),
        ("2008-10", "2008-10"),
        ("2008-10-16", "2008-10-16"),
        ("2008-1-6", "2008-01-06"),
        ("2003-07-14T13:15:45Z", "2003-07-14"),
        ("2008-13-45", "2008"),
        ("2008-02-30", "2008-02"),
        ("16/10/2008", "2008-10-16"),
        ("10/16/2008", "2008-10-16"),
        ("05/06/2008", "2008"),
        ("Diario Oficial Nº 47.144, 16 de octubre de 2008.", "2008-10-16"),
        ("These Rules enter into force on 1 April 2005.", "2005-04-01"),
        ("Journal officiel nº 1, 1er janvier 2009.", "2009-01-01"),
        ("24 августа 1984", "1984-08-24"),
        ("2001 (revised)", "2001"),
        ("9999", ""),
        ("0000", ""),
        ("20081016", ""),
        ("s.d.", ""),
        ("-", ""),
        (None, ""),
    ],
)
def test_a_date_is_coarser_rather_than_wrong(written, understood):
    assert partial_date(written) == understood


def test_bad_dates_are_those_that_say_something_else():
    assert bad_dates(["2008", "", None, "s.d.", "9999"]) == ["s.d.", "9999"]


def test_a_moment_without_a_zone_is_in_utc():
    assert moment("2004-02-03T10:58:05") == datetime(2004, 2, 3, 10, 58, 5, tzinfo=UTC)
    assert moment("yesterday") is None
