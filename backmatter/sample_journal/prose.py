"""Prose for the middle of an article, so that its page is as long as pages are: the same seed, the same text."""

from __future__ import annotations

import random

_SENTENCES = (
    "In the {season} of the {nth} year, {count} {things} were taken from {places} that a die had chosen.",
    "Two observers worked side by side and did not speak before both had written down their numbers.",
    "Where the numbers differed by more than {small}, a third person counted again without knowing either.",
    "We kept every {nth} item for a year, so that anyone who doubts a number can look at the thing itself.",
    "The {things} were drawn with equal chances, except in {places} that were closed on the day.",
    "A pilot round with {count} {things} had shown that more than {small} of them per tray cannot be told apart.",
    "Trays were numbered on the underside, because numbers that can be seen are numbers that are remembered.",
    "The scale was set to zero before each weighing and drifted by less than {small} parts in ten thousand.",
    "All times were read from one clock, which was compared with the radio every {season} morning.",
    "We did not remove outliers; the largest value is a {thing} that really was that large.",
    "Half of the variance lies between {places} and a quarter within them, and the rest is counting.",
    "The interval was found by drawing {count} samples from the sample, as one does when the formula is long.",
    "Results did not change when the first {small} days were left out, or when one observer was.",
    "What looks like a trend over the {season} is a change of trays in its second month.",
    "The effect is small beside the difference between any two {places}, and it is there all the same.",
    "A reader who wants one number may take the median; the mean follows the few heavy {things}.",
    "Nothing here says that {places} elsewhere are alike, and we would be surprised if they were.",
    "The plan was written down and sealed before the first {thing} was touched, and opened by the editor.",
    "Had we stopped after {small} trays, the conclusion would have been the opposite one.",
    "Counting twice costs twice as much and halves the error only where errors do not know of each other.",
    "The cheapest improvement turned out to be better light, the second cheapest a chair.",
    "We asked {count} people to guess beforehand; their guesses were too high, and they were sure of them.",
    "Missing trays were treated as missing by chance, which the log of the doors supports.",
    "The work was done in ordinary hours, by people who also had other things to do.",
)
_WORDS = {
    "season": ("winter", "spring", "summer", "autumn"),
    "nth": ("second", "third", "fifth", "seventh", "tenth"),
    "things": ("items", "pieces", "specimens", "units", "objects"),
    "thing": ("item", "piece", "specimen", "unit", "object"),
    "places": ("rooms", "houses", "streets", "corridors", "kitchens"),
}
HEADINGS = ("Sampling plan", "Instruments", "Counting", "Uncertainty", "Robustness", "Limitations")


def sections(seed: str, sentences: int = 11) -> tuple[tuple[str, str], ...]:
    """(heading, paragraph) pairs, about a thousand characters each.

    Args:
        seed: Decides what is said.
        sentences: How many sentences a paragraph has.
    """
    choose = random.Random(seed)  # noqa: S311 - made-up prose, not secrets
    return tuple((heading, _paragraph(choose, sentences)) for heading in HEADINGS)


def _paragraph(choose: random.Random, sentences: int) -> str:
    chosen = choose.sample(_SENTENCES, sentences)
    return " ".join(
        sentence.format(
            count=choose.randrange(60, 900),
            small=choose.randrange(3, 40),
            **{slot: choose.choice(words) for slot, words in _WORDS.items()},
        )
        for sentence in chosen
    )
