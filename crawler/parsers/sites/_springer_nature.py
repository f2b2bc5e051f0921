"""The ``c-article-*`` layout that nature.com, SpringerLink and BioMed Central share since about 2019."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class CArticle(Layout):
    """Base of the three hosts; a page of it on another host (a mirror, a saved file) is read as well."""

    marks = frozenset(
        {"c-article-title", "c-article-references", "c-article-body", "c-article-magazine-title"}
    )
    abstract_pages = False
    open_access = "[data-test=open-access]"
    values = {
        "title": "h1.c-article-title, h1.c-article-magazine-title",
        "article_type": "li[data-test=article-category], span[data-test=article-category], li.c-article-identifiers__item:first-child",
        "article_number": "span[data-test=article-number]",
        "doi": "a[data-crossmark] @data-crossmark",
        "journal": "i[data-test=journal-title]",
        "volume": "b[data-test=journal-volume]",
        "license": "a[rel=license] @href",
    }
    lists = {
        "keywords": "ul.c-article-subject-list > li.c-article-subject-list__subject",
        "subjects": "ul.c-article-subject-list > li.c-article-subject-list__subject",
    }
    authors = "ul.c-article-author-list > li.c-article-author-list__item"
    author_name = "a[data-test=author-name], span[data-test=author-name]"
    affiliations = "ol.c-article-author-affiliation__list > li"
    affiliation_text = "p.c-article-author-affiliation__address"
    references = "li.c-article-references__item"
    reference_text = "p.c-article-references__text"
    correspondence = "#corresponding-author-list"
    history = "li.c-bibliographic-information__list-item"
    # The metas repeat the abstract with the editor's summary glued to it, and shorten addresses; JSON-LD adds the
    # site's own words ("general", "multidisciplinary") to the subjects.
    precedence = {
        "abstract": ("dom",),
        "subjects": ("dom", "dc"),
        "journal": ("highwire", "prism", "jsonld", "dom"),
    }
