"""What is found on the pages of a folder, a line for each of its sub-folders, and where pages disagree with themselves.

python benchmarks/coverage.py [FOLDER] [--issues]

Pages state many things twice: a count of references in the metas and in the text, authors in the metas and in the
by-line. Those comparisons need no labels; ``--issues`` lists every page whose sources disagree.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import backmatter

_OWN = Path(__file__).parents[1] / "tests" / "pages"
_ARTICLES = ("article", "preview", "abstract", "news")
_COLUMNS = (
    "files",
    "articles",
    "title",
    "authors",
    "affiliations",
    "abstract",
    "references",
    "ref. DOI",
    "funding",
    "awards",
)


def found(record: dict[str, Any]) -> Counter[str]:
    """Which columns of the table a record counts in."""
    counts = Counter({"files": 1})
    article = record.get("article")
    if not article or record["page_state"] not in _ARTICLES:
        return counts
    counts["articles"] = 1
    counts["title"] = bool(article.get("title"))
    counts["abstract"] = bool(article.get("abstract"))
    counts["authors"] = bool(record["authors"])
    counts["affiliations"] = bool(record["affiliations"])
    counts["references"] = bool(record["references"])
    counts["ref. DOI"] = any(row.get("doi") for row in record["references"])
    counts["funding"] = bool(article.get("funding_text"))
    counts["awards"] = any(row.get("award_id") for row in record["funding"])
    return counts


def main() -> None:
    """Print the table, the kinds of doubt with their counts, and the pages if they are asked for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=_OWN)
    arguments.add_argument("--issues", action="store_true", help="list every page whose sources disagree")
    options = arguments.parse_args()
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    doubts: list[tuple[str, str, str, str]] = []
    for path in sorted(options.folder.rglob("*")):
        if not path.is_file() or path.suffix in {".json", ".md", ".url", ".py"}:
            continue
        record = backmatter.parse(path)
        where = path.relative_to(options.folder)
        rows[where.parts[0]] += found(record)
        doubts += [
            (row["kind"], row["field"] or "", str(where), row["detail"] or "") for row in record["issues"]
        ]
    print(f"{'':<20}" + "".join(f"{name:>14}" for name in _COLUMNS))
    for name, counts in [*sorted(rows.items()), ("all", sum(rows.values(), Counter()))]:
        print(f"{name:<20}" + "".join(f"{counts[column]:>14}" for column in _COLUMNS))
    print()
    for (kind, field), count in Counter((kind, field) for kind, field, _, _ in doubts).most_common():
        print(f"{count:>6}  {kind} {field}")
    for doubt in sorted(doubts) if options.issues else ():
        print("  ".join(doubt))


if __name__ == "__main__":
    main()
