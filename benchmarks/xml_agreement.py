"""How records of XML articles agree with records that others expect of the same files: a line for each field.

python benchmarks/xml_agreement.py [CORPUS] [--apart] [--field NAME …]

CORPUS is a folder with ``pages/<publisher>/<name>.xml.gz`` and ``ads-expected/<publisher>/<name>.xml.json``, the latter
in the vocabulary of NASA ADS; without one, the folder that BACKMATTER_CORPUS names. ``--apart`` lists every
disagreement with both values.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from crawler.parsers import read_page
from pipelines.clean import clean
from pipelines.record import Record

DATES = ("received", "revised", "accepted", "published", "issue_date")
#: Fields in the order of the table; of each the values of both sides are compared whole.
FIELDS = (
    "authors",
    "orcid",
    "affiliations",
    "doi",
    "title",
    "abstract",
    "volume",
    "issue",
    "pages",
    *DATES,
    "funding",
    "references",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one file on both sides, in a form in which the two can be compared."""

    file: str
    field: str
    ours: Any
    theirs: Any

    @property
    def stated(self) -> bool:
        """Whether the expected record says anything."""
        values = self.theirs if isinstance(self.theirs, list | set) else [self.theirs]
        return any(any(value) if isinstance(value, list | tuple) else bool(value) for value in values)

    @property
    def agrees(self) -> bool:
        """Awards may be more than theirs, which take the first of a group only; dates may be absent from theirs."""
        if self.field == "funding":
            return bool(self.theirs <= self.ours)
        if self.field in DATES and self.theirs is None:
            return True
        return bool(self.ours == self.theirs)

    def difference(self) -> tuple[str, str]:
        """What only we say and what only they say; of lists that are equally long the entries that differ."""
        ours, theirs = self.ours, self.theirs
        if isinstance(ours, set):
            ours, theirs = sorted(ours - theirs), sorted(theirs - ours)
        elif isinstance(ours, list):
            both = [pair for pair in zip_longest(ours, theirs) if pair[0] != pair[1]]
            ours, theirs = ([pair[i] for pair in both] for i in (0, 1))
        return str(ours), str(theirs)


def compare(corpus: Path) -> Iterator[Compared]:
    """Every field of every file for which there is an expected record."""
    for path in sorted((corpus / "ads-expected").glob("*/*.json")):
        page = corpus / "pages" / path.parent.name / f"{path.stem}.gz"
        reading = read_page(gzip.decompress(page.read_bytes()))
        ours, theirs = our_values(clean(reading)), their_values(json.loads(path.read_bytes()))
        # What the file states, whatever register a funder is found in later.
        ours["funding"] |= {key(award.funder_id) for award in reading.awards if award.funder_id}
        for field in FIELDS:
            yield Compared(f"{path.parent.name}/{path.stem}", field, ours[field], theirs[field])


def key(text: object) -> str:
    """Letters and digits alone: markup, case, accents, punctuation and spacing are another matter."""
    plain = re.sub(r"<[^>]{0,200}>", "", html.unescape(html.unescape(str(text or ""))))
    return "".join(c for c in unicodedata.normalize("NFKD", plain).casefold() if c.isalnum())


def our_values(record: Record) -> dict[str, Any]:
    """A record of ours as the fields that are compared."""
    article, authors = record.article, record.authors
    return {
        "authors": [(key(author["family"] or author["name"]), key(author["given"])) for author in authors],
        "orcid": [author["orcid"] for author in authors],
        "affiliations": [sorted(map(key, author["affiliations"])) for author in authors],
        "doi": article["doi"] or "",
        "abstract": key(article["abstract"])[:150],
        "pages": [key(article[column]) for column in ("first_page", "last_page", "article_number")],
        "funding": {
            key(row[part]) for row in record.funding for part in ("funder_name", "award_id") if row[part]
        },
        "references": len(record.references),
        **{column: key(article[column]) for column in ("title", "volume", "issue")},
        **{column: article[column] for column in DATES},
        # A file with one date of publication only has it as the date of the issue in theirs.
        "issue_date": article["issue_date"] or article["published"],
    }


def their_values(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record in the vocabulary of ADS as the same fields."""
    authors = [author for author in record.get("authors", []) if author.get("name")]
    issue, pages = record.get("publication", {}), record.get("pagination", {})
    history, dates = record.get("editorialHistory", {}), record.get("pubDate", {})
    title, abstract = record.get("title", {}), record.get("abstract", {})
    dois = [identifier["DOI"] for identifier in record.get("persistentIDs", []) if "DOI" in identifier]
    return {
        "authors": [_their_author(author["name"]) for author in authors],
        "orcid": [author.get("attrib", {}).get("orcid") for author in authors],
        "affiliations": [
            sorted(key(part["affPubRaw"]) for part in author.get("affiliation", []) if part.get("affPubRaw"))
            for author in authors
        ],
        "doi": next(iter(dois), "").lower(),
        "abstract": key(abstract.get("textEnglish"))[:150],
        "pages": [key(pages.get(column)) for column in ("firstPage", "lastPage", "electronicID")],
        "funding": {
            key(award[part])
            for award in record.get("funding", [])
            for part in ("agencyname", "awardnumber")
            if award.get(part) and award[part] != "Unassigned"
        },
        "references": len(record.get("references", [])),
        "title": key(title.get("textEnglish") or title.get("textNative")),
        "volume": key(issue.get("volumeNum")),
        "issue": key(issue.get("issueNum")),
        "received": _day((history.get("receivedDates") or [None])[0]),
        "revised": _day((history.get("revisedDates") or [None])[-1]),
        "accepted": _day(history.get("acceptedDate")),
        "published": _day(dates.get("electrDate")),
        "issue_date": _day(dates.get("printDate")),
    }


def _their_author(name: Mapping[str, str]) -> tuple[str, str]:
    if name.get("collab") and not name.get("surname"):
        return key(name["collab"]), ""
    given = [name[part] for part in ("given_name", "middle_name") if name.get(part)]
    return key(name.get("surname")), key(" ".join(given))


def _day(date: str | None) -> str | None:
    return re.sub(r"(?:-00)+$", "", date) if date else None


def single_authors(compared: Iterable[Compared]) -> tuple[int, int]:
    """How many single authors agree in name, ORCID iD and affiliations, and how many are expected."""
    files: dict[str, list[Compared]] = {}
    for pair in compared:
        if pair.field in {"authors", "orcid", "affiliations"}:
            files.setdefault(pair.file, []).append(pair)
    agreed = total = 0
    for pairs in files.values():
        ours = Counter(map(repr, zip(*(pair.ours for pair in pairs), strict=True)))
        theirs = Counter(map(repr, zip(*(pair.theirs for pair in pairs), strict=True)))
        total += theirs.total()
        agreed += (ours & theirs).total()
    return agreed, total


def main() -> None:
    """Print the table and, if asked for, every disagreement."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", nargs="?", type=Path, default=os.environ.get("BACKMATTER_CORPUS"))
    arguments.add_argument("--apart", action="store_true", help="list every disagreement")
    arguments.add_argument("--field", action="append", choices=FIELDS, help="only this field")
    options = arguments.parse_args()
    if options.corpus is None:
        print("No expected records: name the folder that holds them, or set BACKMATTER_CORPUS.")
        return
    compared = list(compare(Path(options.corpus)))
    print(f"{'':<14}{'files':>7}{'agree':>7}{'share':>8}{'stated':>9}{'agree':>7}{'share':>8}")
    for field in options.field or FIELDS:
        of_field = [pair for pair in compared if pair.field == field]
        row = f"{field:<14}"
        for pairs in (of_field, [pair for pair in of_field if pair.stated]):
            agreed = sum(pair.agrees for pair in pairs)
            row += f"{len(pairs):>7}{agreed:>7}{agreed / max(1, len(pairs)):>8.1%}  "
        print(row.rstrip())
        for pair in (pair for pair in of_field if options.apart and not pair.agrees):
            ours, theirs = pair.difference()
            print(f"    {pair.file}\n        ours     {ours[:400]}\n        expected {theirs[:400]}")
    agreed, total = single_authors(compared)
    print(f"single authors with ORCID iD and affiliations: {agreed} of {total}, {agreed / max(1, total):.1%}")


if __name__ == "__main__":
    main()
