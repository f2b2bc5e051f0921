"""Who wrote the article, from its byline, its line to cite it by and its words about correspondence."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, Doubt, PageReading
from crawler.parsers.plain_text import matter
from crawler.parsers.plain_text.citation import Citation
from crawler.parsers.plain_text.front import Front
from crawler.parsers.plain_text.names import byline, is_name
from crawler.parsers.plain_text.sections import TextSection

_AUTHOR_TOOLS = re.compile(
    r"(?:view author publications|search (?:for )?(?:author|this author)|you can also search|view all publications)",
    re.IGNORECASE,
)


def read_people(
    reading: PageReading, sections: list[TextSection], front: Front, cited: Citation | None
) -> None:
    """Author lists of the byline and of the citation line; whom only the correspondence names joins a list cut short."""
    lists = [AuthorList("text:byline", front.authors, front.whole)] if front.authors else []
    if (
        lists
        and len(front.authors) == 1
        and not (cited is not None and len(cited.authors) == 1 and cited.complete)
    ):
        lists[0].complete = False  # one name alone may stand above its affiliation, with others behind it
    if cited is not None and cited.authors:
        listed = AuthorList("text:citation", cited.authors, cited.complete)
        fuller = not lists or (listed.complete and len(cited.authors) > len(front.authors))
        lists.insert(0 if fuller else 1, listed)
    for listed in lists:
        if not listed.complete:
            reading.doubts.append(
                Doubt(
                    "incomplete", "authors", f"{listed.source} names {len(listed.authors)} and cuts the list"
                )
            )
    full = _author_section(sections, lists)
    if full is not None:
        lists.insert(0, full)
    named = matter.correspondence(sections)
    if named is not None:
        sentence, who = named
        reading.candidates.append(Candidate("correspondence", sentence, "text:correspondence"))
        people, _ = byline(who.split(" at ")[0][:200].split(". ")[0])
        _mark(lists, people)
    reading.author_lists += lists


def _author_section(sections: list[TextSection], lists: list[AuthorList]) -> AuthorList | None:
    """The list under "Authors" that has a search link below every name, where it is longer than the byline's."""
    for section in sections:
        if section.kind not in {"author_information", "affiliations"}:
            continue
        tools = sum(1 for block in section.blocks if _AUTHOR_TOOLS.match(block.text))
        names = list(
            dict.fromkeys(
                block.text.strip(" ,") for block in section.blocks if is_name(block.text.strip(" ,"))
            )
        )
        if tools and len(names) <= tools and (not lists or len(names) > len(lists[0].authors)):
            return AuthorList(
                f"text:{section.heading.casefold()[:60]}", [AuthorSaid(name=name) for name in names]
            )
    return None


def _mark(lists: list[AuthorList], people: list[AuthorSaid]) -> None:
    """Mark the corresponding authors; one that a cut list does not name stands at its end, one of those it left out."""
    if not lists and people:
        lists.append(AuthorList("text:correspondence", [], complete=False))
    for person in people:
        name = person.name or ""
        family = name.split()[-1].casefold()
        known = False
        for listed in lists:
            for author in listed.authors:
                if _family(author) == family and _initial(author) == name[:1].casefold():
                    author.is_corresponding = known = True
        if not known and lists and not lists[0].complete:
            lists[0].authors.append(AuthorSaid(name=name, orcid=person.orcid, is_corresponding=True))


def _family(author: AuthorSaid) -> str:
    return (author.family or (author.name or " ").split()[-1]).casefold()


def _initial(author: AuthorSaid) -> str:
    return (author.given or author.name or " ")[:1].casefold()
