"""scielo.br and the other SciELO collections: metas are in English, titles and affiliations in the article's language."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout

_HOSTS = (
    "scielo.br", "scielo.org", "scielosp.org", "scielo.cl", "scielo.org.mx", "scielo.org.co", "scielo.org.ar", "scielo.org.za",
    "scielo.org.pe", "scielo.edu.uy", "scielo.sld.cu", "scielo.isciii.es", "scielo.mec.pt", "scielo.pt", "scielo.iics.una.py",
)  # fmt: skip


class Scielo2(Layout):
    """Pages of articles that were tagged in XML, from about 2012 on."""

    site = "scielo"
    version = 2
    seen = (2012, 2020)
    hosts = _HOSTS
    marks = frozenset({"#article-front", "autores"})
    values = {"title": "#article-front p.title", "article_type": "#article-front p.categoria"}
    byline = "#article-front div.autores"
    affiliations = "#article-front p.aff"
    correspondence = "div.author-notes p.corresp"


class Scielo1(Layout):
    """Pages that were set by hand, in tags for fonts."""

    site = "scielo"
    version = 1
    seen = (1998, 2020)
    hosts = _HOSTS
    values = {"title": "p font[size='4'] b"}
