"""What kind of work a reference cites, in the vocabulary of Crossref."""

from __future__ import annotations

import re

_THESIS = re.compile(
    r"\b(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|bachelor'?s?|diploma)\W{1,3}(?:thesis|dissertation|theses)"
    r"|\b(?:thesis|dissertation|habilitation\w{0,10}|thèse|tese \(|tesis|diplomarbeit|doktorarbeit|學位論文|학위논문|박사|석사)\b",
    re.IGNORECASE,
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
    container = journal or (book if title else None)
    if (
        container
        and _PROCEEDINGS.search(container)
        and not _JOURNAL_LIKE.match(container)
        and not (journal and volume)
    ):
        return "proceedings-article"
    if _THESIS.search(raw) and not (journal and volume):
        return "dissertation"
    if journal and not _PREPRINT.search(journal):
        return "dataset" if _DATASET.search(journal) else "journal-article"
    if preprint or _PREPRINT.search(raw):
        return "posted-content"
    if _PATENT.search(raw):
        return "other"
    if book and title:
        return "book-chapter"
    return _of_whole(raw, book=book, publisher=publisher, editors=editors)


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
