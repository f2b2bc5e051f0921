"""How the sample journal's layouts print a reference, and how their metadata spells it."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup

from backmatter.sample_journal.model import Work

_ET_AL_AFTER = 5


def _dash(pages: str | None) -> str:
    return (pages or "").replace("-", "–")


def _names(work: Work, last: str) -> str:
    """``Family, I. I.`` names in a row, the last one joined by ``last``; a group by its name."""
    if work.collective:
        return work.collective
    if work.et_al or len(work.authors) > _ET_AL_AFTER:
        return f"{work.authors[0]} et al."
    if len(work.authors) == 1:
        return work.authors[0]
    return ", ".join(work.authors[:-1]) + last + work.authors[-1]


def _short(author: str) -> str:
    """``Button KS`` from ``Button, K. S.``."""
    family, _, initials = author.partition(", ")
    return f"{family} {initials.replace('.', '').replace(' ', '')}".strip()


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def nature(work: Work) -> Markup:
    """Authors, title, journal in italics, volume in bold, pages, year in brackets."""
    names = _ended(_names(work, " & "))
    if work.type == "book":
        where = ", ".join(filter(None, (work.publisher, str(work.year))))
        edition = f" {work.edition}" if work.edition else ""
        return Markup("{} <i>{}</i>{} ({}).").format(names, work.title, edition, where)
    if work.type == "preprint":
        link = f"https://arxiv.org/abs/{work.arxiv}"
        text = Markup('{} {} Preprint at <a href="{}">{}</a> ({}).')
        return text.format(names, _ended(work.title), link, link, work.year)
    if work.type == "web":
        text = Markup('{} <i>{}</i> <a href="{}">{}</a> ({}, {}).')
        return text.format(names, work.title, work.url, work.url, work.publisher, work.year)
    text = Markup("{} {} <i>{}</i> <b>{}</b>, {} ({}).")
    return text.format(names, _ended(work.title), work.abbrev, work.volume, _dash(work.pages), work.year)


def apa(work: Work) -> Markup:
    """Authors, year in brackets, title, journal and volume in italics, issue, pages."""
    names = _names(work, ", & ")
    if work.type == "book":
        edition = f" ({work.edition})" if work.edition else ""
        text = Markup("{} ({}). <em>{}</em>{}. {}: {}.")
        return text.format(names, work.year, work.title, edition, work.place, work.publisher)
    if work.type == "preprint":
        text = Markup("{} ({}). {} arXiv:{}.")
        return text.format(names, work.year, _ended(work.title), work.arxiv)
    if work.type == "web":
        text = Markup('{} ({}). <em>{}</em>. {}. <a href="{}">{}</a>')
        return text.format(names, work.year, work.title, work.publisher, work.url, work.url)
    issue = f"({work.issue})" if work.issue else ""
    text = Markup("{} ({}). {} <em>{}, {}</em>{}, {}.")
    return text.format(
        names, work.year, _ended(work.title), work.container, work.volume, issue, _dash(work.pages)
    )


def bmc(work: Work) -> Markup:
    """Authors without dots, title in bold, journal in italics, year, volume in bold, pages."""
    if work.collective:
        names = work.collective
    else:
        shown = work.authors[:6]
        names = ", ".join(map(_short, shown)) + (", et al." if work.et_al or len(work.authors) > 6 else "")
    if work.type == "book":
        edition = f" {work.edition}." if work.edition else ""
        text = Markup("{}: <em>{}.</em>{} {}: {}; {}.")
        return text.format(names, work.title, edition, work.place, work.publisher, work.year)
    journal = (work.abbrev or "").replace(".", "")
    text = Markup("{}: <strong> {} </strong></p><p><em>{}</em> {}, <strong>{}</strong><strong>:</strong>{}.")
    return text.format(names, _ended(work.title), journal, work.year, work.volume, work.pages)


def citation_reference(work: Work, number: int) -> str:
    """The content of one ``citation_reference`` tag: fields where they are known, else the printed text."""
    if work.type != "article":
        return str(nature(work).striptags())
    reordered = [" ".join(reversed(_short(author).rsplit(" ", 1))) for author in work.authors]
    fields = {
        "citation_journal_title": work.abbrev,
        "citation_title": work.title,
        "citation_author": work.collective or ", ".join(reordered[:1] if work.et_al else reordered),
        "citation_volume": work.volume,
        "citation_publication_date": str(work.year),
        "citation_pages": work.pages,
        "citation_doi": work.doi,
        "citation_id": f"CR{number}",
    }
    return "; ".join(f"{name}={value}" for name, value in fields.items() if value)


def scholar_link(work: Work) -> str:
    """The Google Scholar look-up that the publisher's pages put behind every reference."""
    first = (work.authors[0] if work.authors else work.collective or "").replace(". ", "").replace(".", "")
    fields = {
        "title": work.title,
        "journal": work.abbrev,
        "doi": work.doi,
        "volume": work.volume,
        "pages": work.pages,
        "publication_year": str(work.year),
        "author": first.replace(", ", ","),
    }
    known = {name: value for name, value in fields.items() if value}
    return "http://scholar.google.com/scholar_lookup?&" + urlencode(known, quote_via=quote)


def doi_link(doi: str, resolver: str = "https://doi.org/") -> str:
    """The DOI as a link, percent-encoded the way the publisher's pages do it (the slash as well)."""
    return resolver + quote(doi, safe="")
