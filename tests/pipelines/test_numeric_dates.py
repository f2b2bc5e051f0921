"""Day and month in figures."""

import pytest

from crawler.items import Candidate
from pipelines.numeric_dates import told_apart


def _values(*dates: str) -> list[object]:
    return [c.value for c in told_apart([Candidate("received", date, "dom:label") for date in dates])]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("14/09/2007", "08/10/2008"), ["2007-09-14", "2008-10-08"]),
        (("09/14/2007", "08/10/2008"), ["2007-09-14", "2008-08-10"]),
        (("08/10/2008", "May 3, 2008"), ["08/10/2008", "May 3, 2008"]),
        (("14/09/2007", "09/14/2007"), ["14/09/2007", "09/14/2007"]),
        (("25.01.2010 00:00:00", "02.01.2010 00:00:00"), ["2010-01-25 00:00:00", "2010-01-02 00:00:00"]),
    ],
)
def test_one_date_tells_the_order_of_all(dates: tuple[str, ...], expected: list[str]):
    assert _values(*dates) == expected


def test_other_columns_stay_as_they_are():
    page = Candidate("first_page", "12/01/2015", "dom:x")
    assert told_apart([page, Candidate("published", "25/01/2015", "dom:y")])[0] == page
