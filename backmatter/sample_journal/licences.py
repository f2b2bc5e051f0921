"""Creative Commons licences: from ``CC-BY-NC-4.0`` to an address and a name."""

from __future__ import annotations

import re

from backmatter.sample_journal.model import Article

_LICENSE = re.compile(r"CC-(?P<terms>[A-Z-]+)-(?P<version>\d\.\d)")
_TERMS = {
    "BY": "Attribution",
    "NC": "NonCommercial",
    "ND": "NoDerivatives",
    "SA": "ShareAlike",
}


def license_url(article: Article) -> str:
    """Where the licence's text is; empty without a licence."""
    match = _LICENSE.fullmatch(article.license or "")
    if not match:
        return ""
    return f"http://creativecommons.org/licenses/{match['terms'].lower()}/{match['version']}/"


def license_name(article: Article) -> str:
    """The licence's name in words; empty without a licence."""
    match = _LICENSE.fullmatch(article.license or "")
    if not match:
        return ""
    terms = "-".join(_TERMS[term] for term in match["terms"].split("-"))
    return f"Creative Commons {terms} {match['version']} International License"
