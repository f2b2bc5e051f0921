"""pubs.acs.org: the American Chemical Society."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Acs2(Layout):
    """The current layout; who corresponds stands in the author information at the end."""

    site = "acs"
    version = 2
    seen = (2019, None)
    hosts = ("pubs.acs.org",)
    marks = frozenset({"article_header-meta", "article_header-left", "authorInformationSection"})
    authors = "ul.loa > li"
    author_name = "span.hlFld-ContribAuthor"
    author_affiliation = "div.loa-info-affiliations-info"
    citation_line = "div.article_header-meta div.article_header-cite-this"
    correspondence = "//span[@class='author-information-subsection-header'][starts-with(normalize-space(), 'Corresponding')]/following-sibling::ul[1]"


class Acs1(Layout):
    """Pages up to 2019. An author without a mark belongs to the address without one."""

    site = "acs"
    version = 1
    seen = (2009, 2019)
    hosts = ("pubs.acs.org",)
    marks = frozenset({"#articleMeta", "articleTitle"})
    values = {"doi": "#articleMeta #doi", "title": "h1.articleTitle"}
    authors = "#articleMeta #authors > span.hlFld-ContribAuthor"
    author_name = "a[href^='/author/'], span.hlFld-ContribAuthor > a"
    affiliations = "#articleMeta div.affiliations > div"
    citation_line = "#articleMeta #citation"
    correspondence = "#articleMeta #correspondence"
