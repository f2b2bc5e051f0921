"""Addresses of mail in a by-line: to which of the page's authors each belongs."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.named_beside import known_names, named_around
from crawler.parsers.document import Document

_MAILTO = "mailto:"
_MOST = 15
#: Addresses of the journal or the site.
_OFFICE = re.compile(
    r"[\w.+-]{0,20}(?:help|info|support|contact|edit|office|permission|webmaster|service|journal|feedback|custom|admin|press|library|access|subscri|reprint|sales|market|privacy)",
    re.IGNORECASE,
)


def read_mail_links(document: Document, reading: PageReading) -> None:
    """Add the address of each author beside whose name alone a link to write to it stands, where no author has one yet.

    Where one stands beside several names or none, nothing is read: all of them may have one.
    """
    links = [(href, link) for href, link in document.links if href[:7].lower() == _MAILTO]
    if not links or any(
        author.email or author.is_corresponding
        for listing in reading.author_lists
        for author in listing.authors
    ):
        return
    names = known_names(reading)
    if len(names) < 2:
        return  # a single author's address says nothing of the part that he has
    found: dict[str, AuthorSaid] = {}
    for href, link in islice(links, _MOST):
        address = unquote(href[len(_MAILTO) :]).partition("?")[0].strip()
        if "@" in address:
            named = named_around(link, names)
            if len(named) > 1 or not (named or _OFFICE.match(address)):
                return  # whose it is, nothing but the order tells
            for name in named:
                found.setdefault(name, AuthorSaid(name=name, email=address))
    if found:
        reading.author_lists.append(AuthorList("dom:a[href^=mailto]", list(found.values()), complete=False))
