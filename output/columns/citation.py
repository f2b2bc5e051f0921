"""The columns of ``references``: the works an article cites."""

from __future__ import annotations

from output.column import ARTICLE_ID_PATTERN, Column, article_id_column, position_column

REFERENCES = (
    article_id_column("Article that cites."),
    position_column("Place in the reference list, from 1."),
    Column("key", "text", "The page's own id of the reference, e.g. `CR12`."),
    Column("raw", "text", "The reference as printed, without its number and without link labels."),
    Column("doi", "text", "DOI of the cited work, lower case, without resolver.", pattern=r"^10\.\S+$"),
    Column("pmid", "text", "PubMed id.", pattern=r"^\d{1,9}$"),
    Column("pmcid", "text", "PubMed Central id, `PMC…`.", pattern=r"^PMC\d+$"),
    Column("arxiv_id", "text", "arXiv id without version prefix, e.g. `1706.03762`."),
    Column("isbn", "text", "ISBN without hyphens."),
    Column(
        "url", "text", "Address that the reference itself prints or links to, other than its identifiers."
    ),
    Column(
        "type", "text", "Kind of work (Crossref vocabulary: `journal-article`, `book`, `book-chapter` …)."
    ),
    Column("title", "text", "Title of the cited work."),
    Column("container_title", "text", "Journal, book or proceedings it appeared in, as printed."),
    Column("authors", "texts", "Authors as `Family, Given`, in order; as many as the reference prints."),
    Column("year", "integer", "Year of publication.", minimum=1000),
    Column("volume", "text", "Volume."),
    Column("issue", "text", "Issue."),
    Column("first_page", "text", "First page or article number, as printed."),
    Column("last_page", "text", "Last page."),
    Column("publisher", "text", "Publisher of a cited book or report."),
    Column(
        "cited_article_id",
        "text",
        "`article_id` of the cited work where the dataset holds it: by identifier, else by title, year and "
        "first author.",
        "derived",
        pattern=ARTICLE_ID_PATTERN,
    ),
    Column("source", "text", "Place on the page that gave the row, `kind:place`.", "derived"),
)
