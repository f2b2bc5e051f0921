"""The authors of a reference string, from "Kim HK, Cho HY" and its hundred relatives to ``Family, Given``."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.normalise import is_collective_name, person_name

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NOISE = re.compile(
    r"[\s,;(\[]{0,3}\b(?:et\s?\.?\s?al(?:ii)?\b\.?|and others|and colleagues|u\. ?a\.|\(?eds?\b\.?\)?|\(?comps?\.\)?|editors?|hrsg\.?)[\s,.;:)\]]{0,3}$",
    re.IGNORECASE,
)
_SPACED_MARK = re.compile(r"\s+(?=[.,;])")
_AND = re.compile(r"(?<!\w)(?:and(?=[ A-Z])|(?:AND|And|et|ET|und|y|with)(?= ))|&")
_INITIALS = re.compile(
    rf"(?:(?:{_UPPER}[a-z]{{0,2}}\.|{_UPPER}{{1,3}}\.?(?![^\W\d_]))['’]?[-‐ ]{{0,2}}){{1,6}}"
)
_SUFFIX = re.compile(r"(?:Jr|Sr|JR|SR|II|III|IV|2nd|3rd)\.?")
_GIVEN_FIRST = re.compile(
    rf"((?:{_UPPER}[a-z]?\.[-‐ ]{{0,2}}){{1,5}})([^\W\d_][^\W\d_'’‐-]+(?: [^\W\d_]{{4,}})?)"
)
_FAMILY_FIRST = re.compile(
    rf"((?:[a-z]{{2,3}} ){{0,2}}[^\W\d_][^\W\d_'’‐-]+) ((?:{_UPPER}[-. ]{{0,2}}){{1,4}})"
)
_GLUED = re.compile(rf"(?<=[a-z] {_UPPER})(?={_UPPER}[a-z])|(?<=[a-z] {_UPPER}{{2}})(?={_UPPER}[a-z])")
# Lists in one of the three commonest forms throughout are read by one pattern: "Kim HK, Cho HY", "Goo, J. D., Choi, Y.",
# "J. Yan, S. Chou and H. Jin". What has capitals throughout, collectives or other oddities takes the long way.
_W = r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*"
_DOTTED = rf"{_UPPER}\.(?:[ -‐]{{0,2}}{_UPPER}\.){{0,4}}"
_SEPARATOR = r"(?:, and |, & | and | & |, |$)"
_WS = rf"{_W}(?: [^\W\d_]{{2}}[^\W\d_]*(?:[-‐'’][^\W\d_]+)*){{0,2}}"
_VANCOUVER = re.compile(rf"({_WS}) ({_UPPER}(?: ?{_UPPER}){{0,3}})(?:, | and |$)")
_INVERTED = re.compile(rf"({_WS}), ({_DOTTED}){_SEPARATOR}")
_ONE_INVERTED = re.compile(rf"({_WS}), (?:{_DOTTED}|{_UPPER}{{1,3}})")
_STRAIGHT = re.compile(rf"({_DOTTED}) ?({_W}){_SEPARATOR}")
_EDGE = ' ,;:&"“”'
_NOISE_REACH = 30
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: More names than any list has are a page given by mistake.
_MOST = 500


def split_authors(text: str) -> list[str]:
    """Return ``Family, Given`` for each author of ``text``, in order; groups by their name.

    Knows lists divided by ";", by "," with inverted names ("Goo, J. D., Choi, Y. J."), with initials before or
    after the family name, with only the first name inverted (Chicago, MLA), and lists without commas.
    """
    text = _cleaned(text)
    if not text:
        return []
    found = _uniform(text)
    if found:
        return found
    if "," not in text and is_collective_name(text):
        return [text.strip()]
    if ";" in text:
        people = [person for part in text.split(";") for person in _AND.split(part)]
    elif _HAN.search(text):
        people = [person for part in _AND.split(text) for person in re.split(r"[,、·，]", part)]
    else:
        people = [person for part in _AND.split(text) for person in _people_between_commas(part)]
    names = [_name(person) for person in people[:_MOST]]
    return [name for name in names if name]


def _uniform(text: str) -> list[str] | None:
    """Return the names of a list that has one form throughout, None for any other."""
    for pattern in (_VANCOUVER, _INVERTED, _STRAIGHT):
        if pattern.match(text) is None:
            continue
        at, names = 0, []
        while at < len(text):
            match = pattern.match(text, at)
            if match is None or match[1 + (pattern is _STRAIGHT)].isupper():
                return None
            at = match.end()
            family, given = (match[2], match[1]) if pattern is _STRAIGHT else (match[1], match[2])
            names.append(f"{family}, {given}")
        return names
    return None


def _cleaned(text: str) -> str:
    text = _SPACED_MARK.sub("", " ".join(text.split())).strip(_EDGE).rstrip("(")
    while match := _NOISE.search(text, max(0, len(text) - _NOISE_REACH)):
        text = text[: match.start()].rstrip(_EDGE)
    if "," not in text and ";" not in text and _GLUED.search(text):
        text = _GLUED.sub(", ", text)
    return text


def _people_between_commas(part: str) -> list[str]:
    pieces = [piece for piece in (piece.strip() for piece in part.split(",")) if piece]
    people: list[str] = []
    i = 0
    while i < len(pieces):
        person = pieces[i]
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if following is not None and _inverts(person, following, pieces, i):
            person = f"{person}, {following}"
            i += 1
        if i + 1 < len(pieces) and _SUFFIX.fullmatch(pieces[i + 1]):
            person = f"{person}, {pieces[i + 1]}"
            i += 1
        people.append(person)
        i += 1
    return people


def _inverts(family: str, given: str, pieces: list[str], at: int) -> bool:
    """Whether two pieces between commas are one person, family name first."""
    if _INITIALS.fullmatch(given):
        return "." not in family or family.lower().startswith("st.")
    if " " in family or "." in family:
        return False
    if _SUFFIX.fullmatch(given):
        return False
    # "Deleuze, Gilles": a given name written out. In a list of family names only ("Smith, Jones, Brown") it is not.
    words = given.split()
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return len(words[-1].rstrip(".")) == 1  # "Taitt, David K." but not "Kim, Cho HY"
    if _INITIALS.fullmatch(words[0]):
        return False
    return at == 0 or len(pieces) % 2 == 0 or at % 2 == 0


@lru_cache(maxsize=1 << 14)
def _name(person: str) -> str | None:
    person = person.strip(" ,;:&·•")
    if not person:
        return None
    if not person.isupper():
        match = _ONE_INVERTED.fullmatch(person)
        if match and not match[1].isupper() and not is_collective_name(match[1]):
            return person
        match = _GIVEN_FIRST.fullmatch(person)
        if match and " " not in match[2] and not match[2].isupper():
            return _without_full_stop(f"{match[2]}, {match[1].strip()}")
        match = _FAMILY_FIRST.fullmatch(person)
        if match and not match[1].isupper():
            return f"{match[1]}, {match[2].strip()}"
    name = person_name(person)
    if name is None or name.family is None:
        return None
    return _without_full_stop(str(name))


def _without_full_stop(name: str) -> str:
    """Drop the full stop of the sentence, but keep that of an initial: "Taitt, David." but "Frisch, U."."""
    return name[:-1] if name.endswith(".") and name[-4:-1].isalpha() and name[-3:-1].islower() else name
