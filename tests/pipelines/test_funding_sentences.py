"""The sentences of acknowledgements that are about money, as printed."""

from pipelines.funding import funding_sentences


def test_only_the_sentences_about_money_exactly_as_printed():
    text = (
        "We thank the crew of the R/V Borea for help at sea.  This work was supported by the Alba Foundation\n(AF-1200).  "
        "We thank two reviewers. Open access funding provided by the University of Northtown. All data are open."
    )
    assert funding_sentences(text) == (
        "This work was supported by the Alba Foundation\n(AF-1200). Open access funding provided by the University of Northtown."
    )


def test_none_where_there_are_none():
    assert funding_sentences("We thank Ann Doe for comments on the manuscript.") is None
    assert funding_sentences("") is None


def test_a_declaration_of_no_funding_is_about_money():
    assert funding_sentences("We thank Ann Doe. This research received no external funding.") == (
        "This research received no external funding."
    )


def test_abbreviations_and_initials_do_not_cut_a_sentence():
    text = "A. B. and C.-D. E. were supported by the U.S. Army (Grant No. 1201, cf. Ref. 2) and Delta Inc. of Northtown."
    assert funding_sentences(text) == text
