"""The citation graph of a dataset as a pandas data frame of edges."""

from __future__ import annotations

import os

import pandas as pd
import pyarrow as pa

from output.layout import existing_dataset
from output.snapshot import snapshot

_SCHEMA = pa.schema(
    [
        pa.field("citing_article_id", pa.string(), nullable=False),
        pa.field("cited_article_id", pa.string()),
        pa.field("cited_doi", pa.string()),
    ]
)


def citations(
    dataset: str | os.PathLike[str] | None = None, *, outside: bool = False, run: str | None = None
) -> pd.DataFrame:
    """Load who cites whom, always fresh: published rows and those committed since.

    Args:
        dataset: The dataset folder; by default BACKMATTER_DATASET, else ``./articles-data``.
        outside: Whether to add the citations of works with a DOI that the dataset does not hold.
        run: The graph as it was at the end of this run; None for now.

    Returns:
        A data frame with Arrow types (`pandas.ArrowDtype`) and one row per pair, however often a reference list
        names the work: ``citing_article_id``; ``cited_article_id``, null outside the dataset; ``cited_doi``,
        null for an article of the dataset that has none. Sorted by these columns, nulls last.

    Raises:
        UnknownNameError: If there is no such run.
        NoDatasetError: If there is no such dataset.
        BrokenFileError: If a file of the dataset cannot be read; the message names it.
    """
    wanted = "cited_article_id IS NOT NULL"
    if outside:
        # A list that names the article it stands in, by DOI, cites nothing by that.
        wanted += " OR (cited_doi IS NOT NULL AND 'doi:' || cited_doi <> citing_article_id)"
    with snapshot(existing_dataset(dataset), run) as merge:
        found = merge.read(
            f"""SELECT DISTINCT * FROM (
                SELECT cites.article_id AS citing_article_id, cited_article_id,
                    CASE WHEN cited_article_id IS NULL THEN cites.doi ELSE works.doi END AS cited_doi
                FROM ({merge.rows_sql("references")}) cites
                LEFT JOIN ({merge.rows_sql("articles")}) works ON works.article_id = cited_article_id)
            WHERE {wanted} ORDER BY ALL NULLS LAST"""  # noqa: S608
        )
    frame: pd.DataFrame = found.cast(_SCHEMA).to_pandas(types_mapper=pd.ArrowDtype)
    return frame
