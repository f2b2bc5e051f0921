"""The columns of ``articles``."""

from __future__ import annotations

from output.column import Column, article_id_column

ACCESS = ("open", "free", "preview", "login", "unknown")
SOURCE_FORMATS = ("html", "jats", "elsevier", "xml", "text", "unreadable")

ARTICLES = (
    article_id_column(
        "`doi:` and the DOI in lower case; `url:` and the SHA-1 of `url` where the page has no DOI."
    ),
    Column("doi", "text", "The article's own DOI, lower case, without resolver.", pattern=r"^10\.\S+$"),
    Column("title", "text", "Title as plain text; sub- and superscripts as Unicode where it has them."),
    Column("article_type", "text", "What the journal calls this kind of article, e.g. `Correspondence`."),
    Column("journal", "text", "Full name of the journal."),
    Column("journal_abbrev", "text", "Abbreviated name of the journal as the page gives it."),
    Column("publisher", "text", "Publisher as the page names it."),
    Column("issn", "texts", "ISSNs that the page gives, `1234-567X`."),
    Column("volume", "text", "Volume; text, since volumes are not always numbers."),
    Column("issue", "text", "Issue."),
    Column("first_page", "text", "First page; an article number is not a page."),
    Column("last_page", "text", "Last page, written out in full."),
    Column("article_number", "text", "Article number (e-locator) of a journal without running pages."),
    Column("language", "text", "Language of the article, BCP 47 (`en`)."),
    Column("abstract", "text", "The author's abstract; not a teaser or an editor's summary."),
    Column("keywords", "texts", "Keywords printed with the article."),
    Column("subjects", "texts", "Subjects or sections under which the journal files the article."),
    Column("received", "date", "Date received, as precise as the page."),
    Column("revised", "date", "Date of the last revision, as precise as the page."),
    Column("accepted", "date", "Date accepted, as precise as the page."),
    Column("published", "date", "Date first published (online, where several are given)."),
    Column("issue_date", "date", "Date of the issue, as precise as the page."),
    Column("year", "integer", "Year of publication.", "derived", minimum=1000),
    Column("license", "text", "Licence of the article, e.g. `CC-BY-4.0`."),
    Column("license_url", "text", "Address of the licence."),
    Column(
        "is_open_access", "boolean", "Whether the article is open access; null where the page does not say."
    ),
    Column(
        "access",
        "text",
        "What this fetch could see of the article; another fact than `is_open_access`.",
        required=True,
        values=ACCESS,
    ),
    Column("funding_text", "text", "What the article says about money, whichever section it stands in."),
    Column("acknowledgements", "text", "The acknowledgements in full."),
    Column("competing_interests", "text", "The statement on competing interests."),
    Column("data_availability", "text", "The statement on the availability of data."),
    Column("code_availability", "text", "The statement on the availability of code."),
    Column("ethics", "text", "The statement on ethics approval and consent."),
    Column("notices", "notices", "Retractions, corrections, expressions of concern that the page names."),
    Column("n_authors", "integer", "Rows in `authors`.", "derived", minimum=0),
    Column("n_references", "integer", "Rows in `references`.", "derived", minimum=0),
    Column("url", "text", "Canonical address of the article."),
    Column(
        "source_format",
        "text",
        "What the page's bytes were.",
        "derived",
        required=True,
        values=SOURCE_FORMATS,
    ),
    Column("fetched_at", "instant", "When the page was fetched.", "fetch", required=True),
    Column("page_sha256", "text", "SHA-256 of the page's bytes, hexadecimal.", "fetch", required=True),
    Column(
        "parser",
        "text",
        "Layout that read the page and its version, e.g. `nature@2`.",
        "derived",
        required=True,
    ),
    Column(
        "sources", "sources", "For each filled column, the place on the page that gave the value.", "derived"
    ),
    Column("conflicts", "texts", "Columns about which the page's own sources disagree.", "derived"),
    Column("run_id", "text", "Run that fetched the page.", "fetch", required=True),
)
