"""journals.plos.org: the Public Library of Science. Affiliations of one author share a line, and only metas part them."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout

_PRECEDENCE = {"affiliations": ("highwire", "dom")}


class Plos2(Layout):
    """The current layout: each author has a panel with roles, addresses and ORCID."""

    site = "plos"
    version = 2
    seen = (2014, None)
    hosts = ("journals.plos.org", "plos.org")
    abstract_pages = False
    marks = frozenset({"#author-list", "#artTitle"})
    numbers_articles = True
    precedence = _PRECEDENCE
    values = {"article_type": "#artType"}
    authors = "#author-list > li"
    author_name = "a.author-name"
    author_affiliation = "p[id^=authAffiliations]"
    corresponding = "a.author-name span.email"
    history = "div.articleinfo"


class Plos1(Layout):
    """Pages up to 2014, under one host for each journal."""

    site = "plos"
    version = 1
    seen = (2012, 2014)
    hosts = (
        "plosone.org",
        "plosbiology.org",
        "plosmedicine.org",
        "ploscompbiol.org",
        "plosgenetics.org",
        "plospathogens.org",
        "plosntds.org",
        "plosclinicaltrials.org",
        "plos.org",
    )
    abstract_pages = False
    marks = frozenset({"author_meta", "author_inner"})
    numbers_articles = True
    precedence = _PRECEDENCE
    authors = "//ul[@class='authors']/li[span]"
    author_name = "span.person"
    corresponding = "span.corresponding"
    history = "div.articleinfo"
