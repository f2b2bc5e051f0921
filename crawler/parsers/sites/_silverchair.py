"""What journals on Silverchair's platform share: a card for each author, with addresses and correspondence."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class SilverchairCards(Layout):
    """Pages since about 2016. A card may repeat the note on correspondence for an author whom it does not name."""

    marks = frozenset({"al-authors-list", "info-card-author"})
    values = {"abstract": "section.abstract"}
    lists = {"keywords": "div.kwd-group a.kwd-part"}
    # Editors have a list and cards of the same names.
    authors = "//div[@class='info-card-author' or starts-with(@class, 'info-card-author ')][not(ancestor::div[@class='wi-editors'])]"
    author_name = "div.info-card-name"
    author_affiliation = "div.info-card-affilitation div.aff"
    # Some journals print nothing but an address there, and call nobody corresponding.
    correspondence = "//div[contains(@class, 'info-author-correspondence')][contains(., 'orrespond')]"
    corresponding = ".//div[contains(@class, 'info-author-correspondence')][contains(., 'orrespond')]"
