"""Names of people in running text: a byline told from other lines, and taken apart into authors."""

from __future__ import annotations

import re

from crawler.items import AuthorSaid
from crawler.parsers.bylines.marks import ORCID_LINK
from crawler.parsers.plain_text.blocks import Block
from crawler.parsers.sections.headings import section_kinds

_ORCID = re.compile(
    r"\(?\[?(?:ORCID(?:\s?(?:iD|logo|profile))?:?\s*)?(?:https?://)?(?:orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\)?\]?"
)
_MARKS = r"(?:[\d*†‡§¶#]{1,3}|[a-z](?![a-z]))"
_NOISE = re.compile(
    rf"\^\{{?{_MARKS}(?:\s?,\s?\^?{_MARKS}){{0,12}}\}}?"
    r"|\[(?:\d{1,2}[,\s]{0,2}){1,8}\]|[*†‡§¶#‖✉∗⁎^]+|\b[\w.+-]{1,64}@[\w.-]{1,80}|ORCID(?: iD| logo)?:?"
    r"|(?:view |the )?orcid (?:record|profile)?(?: for)?|orcid\.org/?|https?://\S{1,100}|\(?(?:opens? in (?:a )?new (?:tab|window))\)?"
    r"|(?:search for (?:other|more) (?:works|papers|articles) by[^,;]{0,60}|view (?:author )?(?:profile|details)|author links open overlay panel"
    r"|corresponding author|e-?mail(?: the author)?:?|email author|show more|show less|^by\s|^authors?:?\s|contributed equally)",
    re.IGNORECASE,
)
_SUPERSCRIPT = re.compile(r"(?<=[^\W\d_])\d{1,14}(?:\s?,\s?\d{1,2})*(?![\w])|(?<![\w-])\d{1,2}(?![\w-])")
_SPLIT = re.compile(r"\s*(?:,|;|·|•|\||\s&\s|\sand\s|\sund\s|\set\s(?!al)|\sy\s|\n)\s*")
_DEGREES = frozenset(
    """md phd ms msc ma mph mbbs bs ba rn dr prof dds dvm scd pharmd frcp mba jr sr ii iii mbchb mrcp facp do dphil psyd edd mrcpsych
    frcpc bsc drph dsc meng beng dmd frcs facs dnp pt dpt mmed mbbch mphil abpp fapa cfa esq med""".split()
)
_PARTICLES = frozenset(
    "van von der den de da di del della la le el al bin ibn ten ter zu zur dos do du das af av y e st. mac d' af".split()
)
#: Words that no person is called by; one of them makes a line something else than a byline.
_NOT_NAMES = frozenset(
    """university universität université universidad universidade department institute institut school college hospital center centre
    faculty laboratory lab division section academy ministry company inc ltd llc gmbh corporation foundation association society press
    journal article articles research review reviews letter letters science sciences nature published received accepted revised
    download view open access volume issue search sign log login about share abstract pdf full text supplementary figures tables
    references cite citation citations metrics metric details subjects home news topics menu skip main content advertisement subscribe
    the of for in on with from by to an this our my your all more other others new how why what when is are was not no free get
    author authors affiliations information contributions corresponding editor editors edited academic editorial submitted
    copyright rights reserved license creative commons data methods results introduction discussion background conclusions study
    effect effects analysis based using between among during after before through into role model models human patients cell cells
    publisher publishing page pages online first print issues contents table figure current archive alerts export email
    twitter facebook linkedin mendeley reddit google scholar pubmed crossref similar related recommended cited save saved follow
    january february march april june july august september october november december street road avenue usa china germany france
    united states kingdom japan canada italy spain australia india korea brazil switzerland netherlands sweden health medicine medical
    biology chemistry physics engineering technology environmental national international general services service center's
    """.split()
)
_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:['’\-‐][^\W\d_]+){0,3}|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.?)*|[A-ZÀ-Þ]{1,3}|d[’'][A-Z]\w+)\.?"
)
_REST = re.compile(
    r"(?:,?\s?\[?\.\.\.|…|et al\b|\+\s?\d+\b|show (?:all|more)|and \d+ (?:more|others))", re.IGNORECASE
)
_MARK = "\ue010"


def is_name(text: str) -> bool:
    """Whether a text reads like one person's name: two to six capitalised words, none of them a common noun."""
    words = text.split()
    if not 2 <= len(words) <= 6 or len(text) > 50:
        return False
    full = 0
    for word in words:
        bare = word.strip(".").casefold()
        if (bare in _PARTICLES and (word.islower() or word is not words[0])) or (
            bare in _DEGREES and word is not words[0]
        ):
            continue
        if bare in _NOT_NAMES or not _WORD.fullmatch(word):
            return False
        full += len(word.strip(".")) > 1
    # "S. K. De": a particle may be a whole family name.
    full += words[-1][0].isupper() and words[-1].strip(".").casefold() in _PARTICLES
    return full >= 1 and not (words[-1].islower() and words[-1] in _PARTICLES)


def byline(text: str) -> tuple[list[AuthorSaid], bool]:
    """The authors that a line names, and whether the line names nobody and nothing else.

    Returns:
        Authors in order (with ORCID iDs that stand behind them, `is_corresponding` where a mark says so is left
        to the page's own sentence), and True where at least half of what the line says are names, or it is
        only marks, numbers and labels that stand between names.
    """
    if len(text) > 6000:
        return [], False
    orcids: list[str] = []

    def keep(match: re.Match[str]) -> str:
        orcids.append(match[1].upper())
        return f" {_MARK}{len(orcids) - 1}{_MARK} "

    marked = _ORCID.sub(keep, text)
    marked = _SUPERSCRIPT.sub(lambda match: match[0] if _MARK in match[0] else " , ", _shielded(marked))
    bare = _NOISE.sub(" , ", marked)
    authors: list[AuthorSaid] = []
    other = 0
    for piece in _SPLIT.split(f" {bare} "):
        found = re.findall(rf"{_MARK}([a-z]{{1,4}}){_MARK}", piece)
        words = " ".join(re.sub(rf"{_MARK}[a-z]{{1,4}}{_MARK}", " ", piece).split()).strip(" .,;:()[]{}–-&")
        words = words.removeprefix("and ").removeprefix("by ")
        while (last := words.rpartition(" ")[2]) != words and _is_degree(last):
            words = words[: -len(last)].rstrip(" ,")
        if is_name(words):
            authors.append(AuthorSaid(name=words))
        elif (
            words
            and words.casefold().replace(".", "") not in _DEGREES
            and words.casefold() not in {"and", "et al", "by"}
        ):
            other += 1
        if found and authors and authors[-1].orcid is None:
            authors[-1].orcid = orcids[_decoded(found[0])]
    return authors, other == 0 or len(authors) >= 2 * other


def _is_degree(word: str) -> bool:
    return word.casefold().replace(".", "") in _DEGREES and word.casefold() not in {
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
    }


def _shielded(text: str) -> str:
    """Marks with letters for digits, so that they do not look like affiliation numbers."""
    return re.sub(
        rf"{_MARK}(\d+){_MARK}", lambda m: f"{_MARK}{''.join(chr(97 + int(c)) for c in m[1])}{_MARK}", text
    )


def _decoded(letters: str) -> int:
    return int("".join(str(ord(c) - 97) for c in letters))


def bylines_below(blocks: list[Block], title: int, end: int) -> tuple[list[AuthorSaid], bool]:
    """Authors in the blocks below the title, each once, and whether they are all.

    Names may stand in one line, one to a line, or each above its affiliations; a few other lines between two names
    are passed over, more of them end the list.
    """
    authors: list[AuthorSaid] = []
    seen: set[str] = set()
    strange, cut = 0, False
    for block in blocks[title + 1 : min(end, title + 500)]:
        text = block.text
        if authors and _REST.match(text):
            cut = True
            continue
        found, pure = byline(text)
        if pure and found:
            fresh = [author for author in found if (author.name or "").casefold() not in seen]
            # Behind other lines, only a line of one name goes on with the list.
            if authors and strange and len(found) > 1:
                break
            authors += fresh
            seen.update((author.name or "").casefold() for author in fresh)
            strange = 0
            continue
        orcid = ORCID_LINK.search(text)
        if orcid and authors and authors[-1].orcid is None:
            authors[-1].orcid = orcid[1]
            continue
        if pure:
            continue
        if section_kinds(text) and not block.bullet and not text.lower().startswith(("author", "correspond")):
            break
        if authors and not is_affiliation(text):
            strange += 2
        strange += 1
        if strange > 8:
            break
    return authors, bool(authors) and not cut


def is_affiliation(text: str) -> bool:
    """Whether a text names a university, an institute or a department with its place."""
    return (
        re.search(
            r"universit|institut|department|hospital|college|school of|laborator|affiliat",
            text,
            re.IGNORECASE,
        )
        is not None
    )
