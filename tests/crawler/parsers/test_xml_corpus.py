"""The saved XML articles of sixty publishers: each is read, and what is read agrees with NASA ADS's records.

ADS's conventions differ from the files here and there (registry ids as funder names, members of a consortium
as authors, synopsis for abstract), so no floor stands at all of the records. Floors only ever go up.
"""

import gzip
import html
import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from crawler.items import PageReading
from crawler.parsers.xml_page import read_xml

#: Not articles: a name authority's answer and two lists of a data set's files.
UNREAD = 3
#: Of 208 articles, how many give at least one of each.
FOUND = {"title": 208, "doi": 207, "authors": 205, "abstract": 186, "references": 174, "awards": 94}
#: Of 82 records (those that state it, for the two dates of publication), how many agree to the letter.
AGREED = {
    "authors": 76,
    "affiliations": 78,
    "orcid": 80,
    "doi": 82,
    "volume": 82,
    "issue": 79,
    "pages": 78,
    "received": 78,
    "revised": 80,
    "accepted": 79,
    "published": 57,
    "issue_date": 63,
    "references": 80,
    "funding": 80,
    "title": 79,
    "abstract": 76,
}


@cache
def _readings(pages: Path) -> dict[str, PageReading | None]:
    files = sorted(pages.glob("*/*.xml.gz"))
    return {f"{path.parent.name}/{path.stem}": read_xml(gzip.decompress(path.read_bytes())) for path in files}


def _key(text: object) -> str:
    """Letters and digits alone: markup, case, accents, punctuation and spacing are another matter."""
    plain = re.sub(r"<[^>]{0,200}>", "", html.unescape(html.unescape(str(text or ""))))
    return "".join(c for c in unicodedata.normalize("NFKD", plain).casefold() if c.isalnum())


def _day(date: str | None) -> str | None:
    return re.sub(r"(?:-00)+$", "", date) if date else None


def _values(reading: PageReading) -> dict[str, object]:
    values: dict[str, object] = {}
    for candidate in reading.candidates:
        values.setdefault(candidate.field, candidate.value)
    return values


def _ours(reading: PageReading) -> dict[str, object]:
    said = _values(reading)
    authors = reading.author_lists[0].authors if reading.author_lists else []
    return (
        {
            "authors": [(_key(author.family or author.name), _key(author.given)) for author in authors],
            "affiliations": [sorted(map(_key, author.affiliations)) for author in authors],
            "orcid": [author.orcid for author in authors],
            "doi": str(said.get("doi") or "").lower(),
            "pages": [_key(said.get(field)) for field in ("first_page", "last_page", "article_number")],
            "references": sum(len(listed.references) for listed in reading.reference_lists[:1]),
            "funding": {
                _key(part) for award in reading.awards for part in (award.funder_name, award.award_id)
            },
            "abstract": _key(said.get("abstract"))[:150],
            "issue_date": said.get("issue_date") or said.get("published"),
        }
        | {field: _key(said.get(field)) for field in ("volume", "issue", "title")}
        | {field: said.get(field) for field in ("received", "revised", "accepted", "published")}
    )


def _theirs(record: dict) -> dict[str, object]:
    authors = [author for author in record.get("authors", []) if author.get("name")]
    issue, pages = record.get("publication", {}), record.get("pagination", {})
    history, dates = record.get("editorialHistory", {}), record.get("pubDate", {})
    title, abstract = record.get("title", {}), record.get("abstract", {})
    return {
        "authors": [_their_author(author["name"]) for author in authors],
        "affiliations": [
            sorted(_key(part["affPubRaw"]) for part in author.get("affiliation", []) if part.get("affPubRaw"))
            for author in authors
        ],
        "orcid": [author.get("attrib", {}).get("orcid") for author in authors],
        "doi": next((key["DOI"] for key in record.get("persistentIDs", []) if "DOI" in key), "").lower(),
        "pages": [_key(pages.get(field)) for field in ("firstPage", "lastPage", "electronicID")],
        "volume": _key(issue.get("volumeNum")),
        "issue": _key(issue.get("issueNum")),
        "received": _day((history.get("receivedDates") or [None])[0]),
        "revised": _day((history.get("revisedDates") or [None])[-1]),
        "accepted": _day(history.get("acceptedDate")),
        "published": _day(dates.get("electrDate")),
        "issue_date": _day(dates.get("printDate")),
        "references": len(record.get("references", [])),
        "funding": {
            _key(award[part])
            for award in record.get("funding", [])
            for part in ("agencyname", "awardnumber")
            if award.get(part) and award[part] != "Unassigned"
        },
        "title": _key(title.get("textEnglish") or title.get("textNative")),
        "abstract": _key(abstract.get("textEnglish"))[:150],
    }


def _their_author(name: dict) -> tuple[str, str]:
    if name.get("collab") and not name.get("surname"):
        return _key(name["collab"]), ""
    given = [name[part] for part in ("given_name", "middle_name") if name.get(part)]
    return _key(name.get("surname")), _key(" ".join(given))


def _agree(field: str, ours: object, theirs: object) -> bool:
    """Awards may be more than theirs, which take the first of a group only; dates may be absent from theirs."""
    if field == "funding":
        assert isinstance(ours, set)
        assert isinstance(theirs, set)
        return theirs <= ours
    if field in {"published", "issue_date"}:
        return theirs is not None and ours == theirs
    return ours == theirs


def test_every_article_is_read(corpus):
    readings = _readings(corpus / "pages")
    read = [reading for reading in readings.values() if reading is not None]
    assert len(readings) - len(read) == UNREAD
    found: Counter[str] = Counter()
    for reading in read:
        said = _values(reading)
        found.update(field for field in ("title", "doi", "abstract") if said.get(field))
        found.update({"authors": bool(reading.author_lists and reading.author_lists[0].authors)})
        found.update({"references": bool(reading.reference_lists and reading.reference_lists[0].references)})
        found.update({"awards": bool(reading.awards)})
    short = {field: (found[field], floor) for field, floor in FOUND.items() if found[field] < floor}
    assert not short, "found in fewer articles than before (now, floor)"


@cache
def _compared(corpus: Path) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    compared = []
    for path in sorted((corpus / "ads-expected").glob("*/*.json")):
        page = f"{path.parent.name}/{path.stem}"
        reading = _readings(corpus / "pages")[page]
        assert reading is not None, page
        compared.append((page, _ours(reading), _theirs(json.loads(path.read_bytes()))))
    return compared


@pytest.mark.parametrize("field", AGREED)
def test_articles_agree_with_their_records(corpus, field):
    compared = [(page, ours[field], theirs[field]) for page, ours, theirs in _compared(corpus)]
    apart = [(page, ours, theirs) for page, ours, theirs in compared if not _agree(field, ours, theirs)]
    assert len(compared) - len(apart) >= AGREED[field], apart


def test_nearly_every_single_author_agrees(corpus):
    """A list of a thousand counts once above, so the authors are counted here, each with his affiliations."""
    agreed = total = 0
    for _, ours, theirs in _compared(corpus):
        our_authors, their_authors = (
            Counter(map(repr, zip(side["authors"], side["affiliations"], side["orcid"], strict=True)))
            for side in (ours, theirs)
        )
        total += their_authors.total()
        agreed += (our_authors & their_authors).total()
    assert agreed / total >= 0.991, (agreed, total)
