"""What kind of work a reference cites, in the vocabulary of Crossref."""

from __future__ import annotations

import re

_THESIS = re.compile(
    r"\b(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|bachelor'?s?|diploma)\W{1,3}(?:thesis|dissertation|theses)"
    r"|\b(?:thesis|dissertation|habilitation\w{0,10}|thèse|tese \(|tesis|diplomarbeit|doktorarbeit|學位論文|학위논문|박사|석사)\b",
    re.IGNORECASE,
)
_THESIS_SIGNS = (
    "thes",
    "dissert",
    "habil",
    "thès",
    "tese",
    "tesis",
    "arbeit",
    "論文",
    "논문",
    "박사",
    "석사",
)
_REPORT = re.compile(
    r"\b(?:tech(?:nical|n?\.)? ?rep(?:ort|\.)|report no|research report|working paper|white paper|discussion paper|policy brief"
    r"|tech(?:nical)?\.? note|conf-\d{4}|[A-Z]{2,8}-(?:TN|TR|RP|CR)-)",
    re.IGNORECASE,
)
_PATENT = re.compile(
    r"\b(?:patent|pat\. ?(?:no|appl)|(?:US|EP|WO|JP|CN) ?\d{4}[/ ]?\d{5,7} ?[AB]\d)", re.IGNORECASE
)
_STANDARD = re.compile(
    r"\b(?:(?:ISO|IEC|ASTM|ANSI|DIN|EN|IEEE Std\.?|BS|JIS|KS)(?:/[A-Z]{2,5})? ?[A-Z]? ?\d{2,6}(?:[-:]\d{1,4}){0,2})\b"
)
_DATASET = re.compile(
    r"\b(?:data ?set|dryad|pangaea|\[data\]|dataverse|mendeley data|data repository|gene expression omnibus)\b",
    re.IGNORECASE,
)
_REPOSITORY = re.compile(r"\b(?:zenodo|figshare|github|osf)\b", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\b(?:biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|ssrn|preprint|e-?print|research square)\b|\barxiv\b",
    re.IGNORECASE,
)
_PREPRINT_SIGNS = ("rxiv", "ssrn", "print", "research square")
_PROCEEDINGS = re.compile(
    r"\b(?:proc(?:eedings|\.| of)|conference|conf\.|symposium|symp\.|workshop|congress|meeting|advances in neural|kongress|actes)\b"
    r"|^(?:ICML|ICLR|NeurIPS|NIPS|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL|AAAI|IJCAI|KDD|SIGIR|CHI)\b",
    re.IGNORECASE,
)
# Journals whose names would say otherwise: "Proc Natl Acad Sci", "Conference Series" with a volume.
_JOURNAL_LIKE = re.compile(
    r"^proc(?:eedings)?\.? (?:of the )?(?:natl|nat\.|national|r(?:oyal)?\.? ?soc|ieee$|inst|biol|phys|london|am(?:er)?)",
    re.IGNORECASE,
)


def kind_of(
    raw: str,
    *,
    journal: str | None,
    book: str | None,
    title: str | None,
    publisher: str | None,
    preprint: bool,
    volume: bool,
    editors: bool,
) -> str | None:
    """Return Crossref's type of the cited work, None where the string does not make it clear.

    Args:
        raw: The reference string.
        journal: What the tagger took for a journal.
        book: What it took for a book or proceedings.
        title: What it took for the title of an article or chapter.
        publisher: What it took for a publisher.
        preprint: Whether there is a preprint's identifier.
        volume: Whether there is a volume.
        editors: Whether there are editors besides the authors.
    """
    if journal and volume and "rxiv" not in journal.lower():
        return "journal-article"
    container = journal or (book if title else None)
    if container and _PROCEEDINGS.search(container) and not _JOURNAL_LIKE.match(container):
        return "proceedings-article"
    lower = raw.lower()
    if _mentions(lower, _THESIS_SIGNS) and _THESIS.search(raw):
        return "dissertation"
    if journal and not _PREPRINT.search(journal):
        return "dataset" if _DATASET.search(journal) else "journal-article"
    if preprint or (_mentions(lower, _PREPRINT_SIGNS) and _PREPRINT.search(raw)):
        return "posted-content"
    if "pat" in lower and _PATENT.search(raw):
        return "other"
    if book and title:
        return "book-chapter"
    return _of_whole(raw, book=book, publisher=publisher, editors=editors)


def _mentions(lower: str, signs: tuple[str, ...]) -> bool:
    """Whether any sign stands in the text: cheaper than the pattern that then decides."""
    return any(sign in lower for sign in signs)


def _of_whole(raw: str, *, book: str | None, publisher: str | None, editors: bool) -> str | None:
    if _DATASET.search(raw):
        return "dataset"
    if _STANDARD.search(raw) and not editors:
        return "standard"
    if _REPORT.search(raw):
        return "report"
    if book and _PROCEEDINGS.search(book):
        return "proceedings"
    if publisher and not _REPOSITORY.search(raw):
        return "book"
    return None
