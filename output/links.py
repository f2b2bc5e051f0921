"""Which article of the dataset a reference cites: by identifier, and where none decides, by title.

A link rests on all articles of the dataset, so it is computed where commits are merged and never committed:
what is published then depends on what was committed alone, not on when or in which order.
"""

from __future__ import annotations

from typing import Final

import duckdb

#: Name of the table that `create_links` makes: ``article_id, position, cited_article_id``.
LINKS: Final = "citation_links"
#: Column of ``references`` that the links fill.
LINKED_COLUMN: Final = "cited_article_id"

#: Letters and digits that a title needs to be told from "Letter to the Editor" and the like. The characters
#: of Chinese, Japanese and Korean say more each.
_TITLE_LENGTH = 20
_DENSE_TITLE_LENGTH = 10
_DENSE = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"

_RAISED_OR_LOWERED = ("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
#: What full case folding does and DuckDB's `lower` does not.
_FOLDED = (("ß", "ss"), ("ς", "σ"))

#: Identifiers other than the DOI that the address of an article names.
_IN_ADDRESS = {
    "pmid": r"//(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/"
    r"|(?:www\.)?europepmc\.org/(?:article|abstract)/MED/)([1-9][0-9]{0,7})(?:[/?#]|$)",
    "pmcid": r"//(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/"
    r"|(?:www\.)?europepmc\.org/articles?/(?:PMC/)?)(PMC[0-9]+)(?:[/?#]|$)",
    "arxiv_id": r"//(?:www\.)?arxiv\.org/(?:abs|pdf|html)/([a-z-]+/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?"
    r"(?:\.pdf|[/?#]|$)",
}
_ARXIV_DOI = r"^10\.48550/arxiv\.([a-z-]+/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?$"


def create_links(
    connection: duckdb.DuckDBPyConnection, *, articles: str, authors: str, references: str
) -> None:
    """Make the table `LINKS` out of queries for the three tables.

    The first of a reference's DOI, PMID, PMCID and arXiv id that the dataset knows decides. Where it knows
    none, an article with the same title, year and first author does, unless both have a DOI. What leads to
    two articles links to neither, and no article links to itself.
    """
    connection.execute(f"CREATE OR REPLACE TEMP MACRO text_key(value) AS {text_key_sql('value')}")
    connection.execute(_identified_sql(articles, references))
    connection.execute(f"CREATE TEMP TABLE titled AS {_titled_sql(articles, authors)}")
    # Where every article has a DOI, no reference that has one is compared; the files' scan then leaves them out.
    comparable = (
        "true" if connection.execute("FROM titled WHERE doi IS NULL LIMIT 1").fetchone() else "doi IS NULL"
    )
    connection.execute(
        f"""CREATE TEMP TABLE {LINKS} AS
        SELECT * FROM (FROM identified UNION ALL ({_matched_sql(references, comparable)}))
        WHERE cited_article_id <> article_id"""  # noqa: S608
    )
    connection.execute("DROP TABLE identified; DROP TABLE titled")


def linked_sql(references: str, columns: str) -> str:
    """A query for the `columns` of ``references``, of which `references` gives all but the link."""
    return f"""SELECT {columns} FROM ({references})
        LEFT JOIN {LINKS} USING (article_id, position)"""  # noqa: S608


def _identified_sql(articles: str, references: str) -> str:
    """References that have an identifier of one article."""
    found = [("doi", "doi"), ("arxiv_id", _found_sql("doi", _ARXIV_DOI))]
    found += [(kind, _found_sql("url", pattern)) for kind, pattern in _IN_ADDRESS.items()]
    own = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, {name} AS name, article_id FROM works"  # noqa: S608
        for kind, name in found
    )
    # A reference that gives two identifiers says that they name one work; so the others may be found by it.
    return f"""CREATE TEMP TABLE identified AS WITH
        works AS MATERIALIZED (SELECT article_id, doi, url FROM ({articles})),
        own AS MATERIALIZED (SELECT DISTINCT * FROM ({own}) WHERE name IS NOT NULL),
        cited AS (SELECT article_id, position, doi, pmid, pmcid,
            coalesce(arxiv_id, {_found_sql("doi", _ARXIV_DOI)}) AS arxiv_id FROM ({references})),
        said AS (
            SELECT kind, name, min(doi) AS doi
            FROM (UNPIVOT (SELECT doi, pmid, pmcid, arxiv_id FROM cited WHERE doi IS NOT NULL)
                ON pmid, pmcid, arxiv_id INTO NAME kind VALUE name)
            GROUP BY ALL HAVING min(doi) = max(doi)),
        named AS (
            SELECT kind, name, min(article_id) AS cited_article_id FROM (
                FROM own UNION ALL
                SELECT kind, name, article_id FROM said ANTI JOIN own USING (kind, name)
                JOIN works USING (doi))
            GROUP BY ALL HAVING min(article_id) = max(article_id))
        SELECT article_id, position,
            arg_min(cited_article_id, list_position(['doi', 'pmid', 'pmcid', 'arxiv_id'], kind)) AS cited_article_id
        FROM (UNPIVOT cited ON doi, pmid, pmcid, arxiv_id INTO NAME kind VALUE name)
        JOIN named USING (kind, name) GROUP BY ALL"""  # noqa: S608


def _titled_sql(articles: str, authors: str) -> str:
    """Titles, years and first authors that only one article has; it may be known by several years."""
    years = ", ".join(f"TRY_CAST(left({date}, 4) AS BIGINT)" for date in ("published", "issue_date"))
    return f"""SELECT title, author, year, min(article_id) AS cited_article_id, min(doi) AS doi FROM (
            SELECT article_id, doi, text_key(title) AS title,
                text_key(coalesce(family, split_part(name, ',', 1))) AS author,
                unnest(list_distinct([year, {years}])) AS year
            FROM (SELECT article_id, doi, title, year, published, issue_date FROM ({articles}))
            JOIN (SELECT article_id, family, name FROM ({authors}) WHERE position = 1) USING (article_id))
        WHERE author <> '' AND (length(title) >= {_TITLE_LENGTH}
            OR length(title) >= {_DENSE_TITLE_LENGTH} AND regexp_matches(title, '{_DENSE}'))
        GROUP BY title, author, year HAVING min(article_id) = max(article_id)"""  # noqa: S608


def _matched_sql(references: str, comparable: str) -> str:
    """References without a known identifier whose title, year and first author are those of one article.

    Only those that meet the condition `comparable` are looked at.
    """
    # Keys of texts cost most: only those are made that can still decide.
    return f"""WITH
        near AS MATERIALIZED (
            SELECT * FROM (
                SELECT article_id, position, doi, title, year, text_key(split_part(authors[1], ',', 1)) AS author
                FROM (SELECT article_id, position, doi, title, year, authors FROM ({references}) WHERE {comparable})
                ANTI JOIN identified USING (article_id, position)
                WHERE title IS NOT NULL AND len(authors) > 0 AND year IN (SELECT year FROM titled))
            SEMI JOIN titled USING (year, author))
        SELECT near.article_id, near.position, titled.cited_article_id
        FROM (SELECT * REPLACE (text_key(title) AS title) FROM near) near
        JOIN titled USING (title, author, year)
        WHERE near.doi IS NULL OR titled.doi IS NULL"""  # noqa: S608


def _found_sql(text: str, pattern: str) -> str:
    """What the group of a pattern matches in a text, null where it does not."""
    return f"nullif(regexp_extract({text}, '{pattern}', 1), '')"


def text_key_sql(text: str) -> str:
    """A text as its letters and digits alone, case folded, without accents."""
    folded = f"lower(strip_accents(translate({text}, '{_RAISED_OR_LOWERED[0]}', '{_RAISED_OR_LOWERED[1]}')))"
    for letter, plain in _FOLDED:
        folded = f"replace({folded}, '{letter}', '{plain}')"
    return rf"regexp_replace({folded}, '[^\p{{L}}\p{{N}}]+', '', 'g')"
