"""Values in one spelling: pure functions from what a page printed to what a table holds, or None.

None of them raises on any text, and each leaves its own output unchanged.
"""

from pipelines.normalise.affiliations import affiliation, strip_affiliation_label
from pipelines.normalise.collectives import is_collective_name
from pipelines.normalise.countries import country
from pipelines.normalise.dates import partial_date, year
from pipelines.normalise.dois import doi, find_doi
from pipelines.normalise.identifiers import arxiv_id, isbn, issn, orcid, pmcid, pmid
from pipelines.normalise.languages import language
from pipelines.normalise.licences import licence
from pipelines.normalise.name_noise import strip_name_noise
from pipelines.normalise.names import Name, person_name
from pipelines.normalise.page_ranges import article_number, looks_like_article_number, page_range, pages
from pipelines.normalise.texts import plain_title, repaired_text, text
from pipelines.normalise.urls import url

__all__ = [
    "Name",
    "affiliation",
    "article_number",
    "arxiv_id",
    "country",
    "doi",
    "find_doi",
    "is_collective_name",
    "isbn",
    "issn",
    "language",
    "licence",
    "looks_like_article_number",
    "orcid",
    "page_range",
    "pages",
    "partial_date",
    "person_name",
    "plain_title",
    "pmcid",
    "pmid",
    "repaired_text",
    "strip_affiliation_label",
    "strip_name_noise",
    "text",
    "url",
    "year",
]
