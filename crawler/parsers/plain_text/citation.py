"""How the page says it is to be cited: authors, title, journal, volume, pages and year in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.items import AuthorSaid

_PAGE = r"[A-Za-z]{0,4}\d[\w.]{0,14}"
_PAGES = rf"(?P<first>{_PAGE}?)(?:\s?[-–—]\s?(?P<last>{_PAGE}))?(?=[\s.,;)]|$)"
_VOLUME = r"(?P<volume>\d{1,4}[A-Z]?)"
_ISSUE = r"(?:\s?\((?P<issue>[^()]{1,24})\))?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
#: Where in the journal: each publisher's way to print it, most telling first.
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf",?\s(?:volume\s)?{_VOLUME}{_ISSUE},\s?(?:pages?\s|pp?\.\s?|article (?:number|no\.?|id):?\s)?{_PAGES}\s?\({_YEAR}\)",
        rf"[.,]?\s{_YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s?{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}",
        (
            rf",?\svol(?:ume|\.)?\s{_VOLUME}(?:,?\s(?:issue|no\.?|number|iss\.?)\s(?P<issue>[\w./–-]{{1,12}}))?(?:,\s(?:\d{{1,2}}\s)?(?:[A-Z][a-z]{{2,8}}\s)?{_YEAR})?"
            rf",?\s(?:pages?|pp?\.|article(?: id| number| no\.?)?:?)\s?{_PAGES}(?:,?\s?\((?P<year2>(?:18|19|20)\d\d)\))?"
        ),
        rf",?\s{_YEAR},\s{_VOLUME}(?:\s?\((?P<issue>[^()]{{1,24}})\)|,\s(?P<issue2>\d{{1,4}})(?=,\s))?,\s{_PAGES}",
        rf",?\s{_YEAR},\s{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}",
        rf",?\s{_VOLUME}\s?\((?P<issue>[^()]{{1,24}})\)\s?:\s?{_PAGES}",
        rf",?\s{_VOLUME}{_ISSUE},\s{_PAGES}",
        rf"\s{_VOLUME}:{_PAGES}",
    )
)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s?)?(10\.\d{4,9}/[^\s\"<>]{1,200})", re.IGNORECASE)
_STYLE = re.compile(r"^.{0,24}?\b(?:style|format|citation)\b:?\s{1,3}", re.IGNORECASE)
_LONE_YEAR = re.compile(r"\(((?:18|19|20)\d\d)[a-z]?\)")
_ET_AL = re.compile(r",?\s?\bet al\b\.?", re.IGNORECASE)
_INITIALS = re.compile(
    r"(?:(?:[A-ZÀ-Þ][a-zà-ÿ]?|[a-z])\.[\s-]?){1,6}|[A-ZÀ-Þ]{1,4}(?:-[A-ZÀ-Þ]{1,2})?\.?|(?:[A-ZÀ-Þ]\.-?){1,4}[A-ZÀ-Þ]"
)
_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\d\s,;&.][^\d,;&]{0,50}?)\s(?P<given>[A-ZÀ-Þ]{1,4}(?:-[A-ZÀ-Þ])?)\.?"
)
_STRIP = " .,;:\"“”'*"


@dataclass(slots=True)
class Citation:
    """What a citation line says; None where it does not.

    Attributes:
        authors: In order, as far as the line names them.
        complete: False where "et al." cuts the list.
        title: Only where the line itself tells title from journal.
    """

    authors: list[AuthorSaid]
    complete: bool = True
    title: str | None = None
    journal: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    year: str | None = None
    doi: str | None = None


def read_citation(text: str, title: str | None) -> Citation:
    """Take a citation line apart.

    Args:
        text: The line, in one of the styles that publishers print on their pages.
        title: The article's title, if known: what stands before it are authors, behind it the journal.
    """
    text = _STYLE.sub("", text[:3000])
    doi = _DOI.search(text)
    body = _DOI.sub(" ", text).strip()
    start = body.casefold().find(title.casefold().rstrip(" .")) if title else -1
    if title and start >= 0:
        before, behind = body[:start], body[start + len(title.rstrip(" .")) :]
        found = located(behind, behind_title=True)
    else:
        found = located(body)
        before, behind = body, ""
        if found.journal is not None:
            before = body[: body.rfind(found.journal)]
        names, rest = _leading_names(before)
        found.title = rest.strip(_STRIP + "()") or None
        before = names
    found.authors, found.complete = read_names(before)
    if found.year is None and (year := _LONE_YEAR.search(body)):
        found.year = year[1]
    found.doi = doi[1].rstrip(".,;)") if doi else None
    return found


def located(text: str, *, behind_title: bool = False) -> Citation:
    """Journal, volume, pages and year.

    Args:
        text: A citation or a header line.
        behind_title: Whether the title is cut off, so that all before the volume is the journal.
    """
    found = Citation([])
    for pattern in _PLACES:
        match = next(reversed(list(pattern.finditer(text))), None)
        if match is None:
            continue
        groups = match.groupdict()
        found.volume, found.year = groups["volume"], groups.get("year") or groups.get("year2")
        found.issue = groups.get("issue") or groups.get("issue2")
        found.first_page, found.last_page = (
            page and page.rstrip(".") for page in (groups["first"], groups["last"])
        )
        before = text[: match.start()]
        found.journal = _named(before) if behind_title else _journal(before)
        return found
    return found


def _journal(text: str) -> str | None:
    """The last sentence before the volume; abbreviated words of a journal end in stops, titles in stop and space."""
    bare = _LONE_YEAR.sub("", text).strip(" ,;")
    parts = re.split(r"(?<=[a-zà-ÿ)\d]{3}[.?!])\s|[.?!”]\s(?=[A-Z]\w{4,}\s)", bare)
    return _named(parts[-1]) if parts else None


def _named(text: str) -> str | None:
    name = _LONE_YEAR.sub("", text).strip(" ,;:\"“”'*").lstrip(" .,;:)]?!")
    return name if 1 < len(name) <= 120 and any(c.isalpha() for c in name) else None


def _leading_names(text: str) -> tuple[str, str]:
    """Authors and title of a citation whose title is not known: names end at "et al.", a year, or the last initial."""
    cut = _ET_AL.search(text)
    if cut:
        return text[: cut.end()], text[cut.end() :]
    year = _LONE_YEAR.search(text)
    if year and year.start() > 3:
        return text[: year.start()], text[year.end() :]
    end = 0
    for match in re.finditer(r"[^,;&]{1,60},\s(?:[A-Z][a-z]?\.[\s-]?){1,4}(?:,|;|\s&|\sand\b)?\s", text):
        if match.start() > end + 3:
            break
        end = match.end()
    return text[:end], text[end:]


def read_names(text: str) -> tuple[list[AuthorSaid], bool]:
    """Authors of a citation in order, and whether the list is whole."""
    cut = _ET_AL.search(text)
    named = _LONE_YEAR.sub("", text[: cut.start()] if cut else text).strip(" ,;:\"“”'*")
    if not named or len(named) > 2500:
        return [], cut is None
    if ";" in named:
        pieces = [piece.strip() for piece in re.split(r";|\s&\s|\sand\s", named)]
        return [author for piece in pieces if (author := _by_comma(piece))], cut is None
    pieces = [
        piece.strip() for piece in re.split(r",\s?(?:and\s|&\s)?|\s&\s|\sand\s", named) if piece.strip()
    ]
    authors: list[AuthorSaid] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        match = _FAMILY_FIRST.fullmatch(piece)
        if (
            match is None
            and following
            and _INITIALS.fullmatch(following)
            and len(following) <= 14
            and len(piece) > 1
        ):
            authors.append(AuthorSaid(family=piece, given=following))
            index += 2
            continue
        if match:
            authors.append(AuthorSaid(family=match["family"], given=match["given"]))
        elif 3 <= len(piece) <= 60 and " " in piece and not any(c.isdigit() for c in piece):
            authors.append(AuthorSaid(name=piece))
        index += 1
    return authors, cut is None


def _by_comma(piece: str) -> AuthorSaid | None:
    family, comma, given = piece.partition(",")
    if comma and family.strip() and given.strip() and len(piece) <= 80:
        return AuthorSaid(family=family.strip(), given=given.strip())
    return AuthorSaid(name=piece) if 3 <= len(piece) <= 60 else None
