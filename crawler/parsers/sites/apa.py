"""psycnet.apa.org: full texts of PsycARTICLES, the American Psychological Association's journals."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Apa1(Layout):
    """Pages of about 2010 to 2017. They have no metas; authors stand in a table with their affiliations."""

    site = "apa"
    version = 1
    seen = (2010, 2017)
    hosts = ("psycnet.apa.org",)
    marks = frozenset({"articleTitleGroup", "articleAuthorAffs", "#psycnet_fulltext_article_content"})
    abstract_pages = False
    values = {"title": "div.articleTitleGroup h1", "journal": "#ftJournalTitle > li"}
    lists = {"keywords": "div.keywords a"}
    authors = "table.articleAuthorAffs tr, div.authorGroup a[href*='latSearchType']"
    author_name = "td.affAuthorName, a[href*='latSearchType']"
    author_affiliation = "td + td"
    citation_line = "p.articleCitationText"
