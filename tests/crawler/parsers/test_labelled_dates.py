"""Dates behind a label in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsers.labelled_dates import DATED_COLUMNS, labelled_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Received: 27 May 2014", {"received": "27 May 2014"}),
        ("Received 27th May, 2014; accepted June 3, 2014", {"received": "27th May, 2014", "accepted": "June 3, 2014"}),
        ("Submitted on 2014-05-27. Revised form received 1.6.2014.", {"received": "2014-05-27", "revised": "1.6.2014"}),
        ("First published online: May 2014", {"published": "May 2014"}),
        ("Available online 3 January 2015", {"published": "3 January 2015"}),
        ("Issue Date: July 2020", {"issue_date": "July 2020"}),
        ("Eingegangen: 3. März 2001, angenommen am 4. Juli 2001", {"received": "3. März 2001", "accepted": "4. Juli 2001"}),
        ("Reçu le 3 février 2001 ; accepté le 4 août 2001", {"received": "3 février 2001", "accepted": "4 août 2001"}),
        ("Recibido: 3 de mayo de 2011 Aceptado: 4 de junio de 2011", {"received": "3 de mayo de 2011", "accepted": "4 de junio de 2011"}),
        ("Published: Monday, May 11, 2005", {"published": "May 11, 2005"}),
    ],
)  # fmt: skip
def test_labels_and_dates(text, expected):
    assert labelled_dates(text) == expected


def test_the_first_date_of_a_label_counts():
    assert labelled_dates("Received 1 May 2001. Received 2 June 2002.") == {"received": "1 May 2001"}


def test_a_label_may_touch_the_word_before_it_with_a_capital():
    assert labelled_dates("TrialsReceived: 1 May 2001Accepted: 2 June 2001") == {
        "received": "1 May 2001",
        "accepted": "2 June 2001",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Received wisdom has it that 3 May 2001 was a Thursday",
        "It was generally accepted in 1950",
        "unreceived 3 May 2001",
        "self-published 3 May 2001",
        "Published by Garden Press, 2001",
        "Accepted",
    ],
)
def test_words_that_are_no_labels(text):
    assert labelled_dates(text) == {}


@given(st.text(max_size=200), st.sampled_from(["Received: ", "Accepted ", "Published online: "]))
def test_any_text_is_read_and_dates_are_as_printed(noise, label):
    text = f"{noise} {label}3 May 2001"
    found = labelled_dates(text)
    assert set(found) <= DATED_COLUMNS
    assert all(date.casefold() in text.casefold() for date in found.values())
