"""Data that a page deposits about its funding, merged with what its prose says."""

from crawler.items import AwardSaid, PageReading
from pipelines.funding_rows import funding_rows


def rows(awards, statement):
    reading = PageReading(page_state="article", source_format="html", parser="generic@1", awards=awards)
    return [
        (row["funder_name"], row["award_id"], row["source"])
        for row in funding_rows(reading, statement, "dom:section[funding_text]")
    ]


def test_an_award_that_is_deposited_is_not_repeated_because_prose_prints_the_acronym_with_it():
    data = AwardSaid(source="dom:funding", funder_name="Borea Research Council", award_id="61473999")
    assert rows(
        [data], "Supported by the Borea Research Council (BRC 61473999) and the Alba Trust (AT-1200)."
    ) == [
        ("Borea Research Council", "61473999", "dom:funding"),
        ("Alba Trust", "AT-1200", "dom:section[funding_text]"),
    ]


def test_nor_because_the_deposit_has_the_acronym():
    data = AwardSaid(source="dom:funding", funder_name="Borea Research Council", award_id="BRC-61473999")
    assert rows([data], "Supported by the Borea Research Council, grant 61473999.") == [
        ("Borea Research Council", "BRC-61473999", "dom:funding")
    ]


def test_short_numbers_with_different_letters_are_different_awards():
    data = AwardSaid(source="dom:funding", funder_name="Borea Trust", award_id="AB-1200")
    assert rows([data], "Supported by the Borea Trust (CD-1200).") == [
        ("Borea Trust", "AB-1200", "dom:funding"),
        ("Borea Trust", "CD-1200", "dom:section[funding_text]"),
    ]
