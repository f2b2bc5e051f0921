"""What German, French, Spanish, Portuguese and Italian do otherwise: names in lower case, "and" with an article."""

from __future__ import annotations

_AND = frozenset({"et", "y", "e", "ed", "und", "och", "og"})
_ARTICLES = frozenset(
    "la le les l' l’ el los las der die das den dem o os a as par por pela pelo pelas pelos durch von".split()
)
_GENITIVES = frozenset(
    "de du des d' d’ del della dell' dello di da do dos das la le les l' l’ el los las en et y e à al à für der a o para".split()
)
_MARKS = frozenset(
    "de du des del della da do dos das der den dem die und et y para für les el los d' d’ l' l’".split()
)
#: Heads of names whose other words are printed in lower case: "Agence nationale de la recherche".
_HEADS = frozenset(
    """
    agence institut instituts centre conseil conseils fonds fondation ministère ministere université région académie société
    fondo fundación fundação fundacao instituto centro consejo conselho ministerio ministério universidad universidade agencia
    agência comisión comissão secretaría secretaria gobierno governo fondazione ministero università consiglio
    """.split()
)
_LONGEST_NAME = 16
_ENDS = frozenset(",.;:()")


def speaks_abroad(lows: list[str]) -> bool:
    """Whether a sentence has a word that only the languages treated here have."""
    return not _MARKS.isdisjoint(lows)


def read_abroad(lows: list[str], classes: str) -> str:
    """The token classes of a sentence, with names in lower case made names, and "et la BODY" one more body."""
    letters = list(classes)
    for index in range(len(lows) - 2):
        if lows[index] in _AND and lows[index + 1] in _ARTICLES and letters[index + 2] in "HK":
            letters[index] = "&"
            if letters[index + 1] != "b":
                letters[index + 1] = "t"
    for index, low in enumerate(lows):
        if letters[index] == "H" and low in _HEADS:
            _raise_name(lows, letters, index)
    return "".join(letters)


def _raise_name(lows: list[str], letters: list[str], first: int) -> None:
    """Give the words in lower case of the name that begins at `first` the class of capitalised ones, in place."""
    lower: list[int] = []
    last = index = first
    behind_preposition = False
    while index + 1 < len(lows) and index - first < _LONGEST_NAME:
        index += 1
        following = lows[index + 1] if index + 1 < len(lows) else "."
        if lows[index] in _GENITIVES and letters[index] != "&":
            behind_preposition = True
        elif letters[index] in "ws" and (behind_preposition or following in _GENITIVES or following in _ENDS):
            lower.append(index)
            last, behind_preposition = index, False
        elif letters[index] in "CK" and behind_preposition:
            last, behind_preposition = index, False
        elif letters[index] != "C":
            break
    for place in lower:
        if place <= last:
            letters[place] = "C"
