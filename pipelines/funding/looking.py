"""Look around a cue word: what comes after a verb, whether thanks are thanks for money."""

from __future__ import annotations

from pipelines.funding.sentence import Sentence

_FILLERS = frozenset({"in", "at", "least", "or", "large", "small", "great", "major", "joint"})
_MONEY_WORDS = frozenset(
    "funding funds fund financing sponsorship money finance endowment donation donations gift gifts sponsor funded financed "
    "soutien financement apoyo financiación beca apoio financiamento bolsa auxílio unterstützung förderung finanzierung finanziamento "
    "sponsored backing budget financial grant stipend salary financially".split()
)
_SUPPORT_WORDS = frozenset("support supporting supported contribution contributions aid assistance".split())
_MONEY_ADJECTIVES = frozenset(
    "financial economic monetary grant partial funding generous scholarship fellowship salary postdoctoral".split()
)
_HELP_WORDS = frozenset(
    "help helpful technical editorial logistical logistic data use using access discussion discussions comment comments advice reading "
    "computing computer computational hospitality collaboration permission sharing samples reagents scientific statistical "
    "administrative moral experimental material facilities facility equipment software".split()
)
_GIVING = frozenset(
    "providing provision offering giving granting awarding supplying extending receiving".split()
)
#: What comes from somewhere without being money.
_THINGS = frozenset(
    "samples sample cells plasmids strains patients participants colleagues members results comments discussions people help input "
    "suggestions students scientists researchers information advice permission feedback tissue images observations materials "
    "obtained taken downloaded collected derived different apart".split()
)
#: "the funding agencies CNPq and CAPES": the money word says what the names are.
_GIVERS = frozenset(
    "agency agencies body bodies organisation organisations organization organizations institution institutions".split()
)
_FOR_ABROAD = frozenset({"für", "pour", "por", "pelo", "pela", "per"})
_PERSONS_OF_MONEY = [["sponsors"], ["sponsor"], ["funders"], ["donors"]]
_SUPPORT_REACH = 4
_PURPOSE_REACH = 4
_NOT_A_GIFT = frozenset({"assistance", "aid", "contribution", "contributions"})


def after(sentence: Sentence, index: int) -> str:
    """The class of the next token that says anything: adverbs and "in part" are passed over."""
    place = index + 1
    while place < len(sentence.classes) and (
        sentence.classes[place] in "j:" or sentence.lows[place] in _FILLERS
    ):
        place += 1
    return sentence.at(place)


def before(sentence: Sentence, index: int) -> int:
    """Where the last token before `index` stands that says anything; -1 if there is none."""
    place = index - 1
    while place >= 0 and (sentence.classes[place] == "j" or sentence.lows[place] in _FILLERS):
        place -= 1
    return place


def near(sentence: Sentence, index: int, distance: int, letters: str) -> bool:
    """Whether a token of one of these classes stands within `distance`."""
    around = sentence.classes[max(0, index - distance) : index + distance]
    return any(letter in around for letter in letters)


def object_is_money(sentence: Sentence, index: int) -> bool:
    """Acknowledge (the) (generous) support: whether the thanks at `index` are for money, its giver still to come."""
    place = index + 1
    stop = min(index + 7, len(sentence.classes))
    while (
        place < stop and sentence.classes[place] in "tjzwoTrx&i" and sentence.lows[place] not in _HELP_WORDS
    ):
        place += 1
    if sentence.at(place) == "g":
        return True
    if place + 1 < len(sentence.lows) and sentence.lows[place + 1] in _GIVERS:
        return False
    if sentence.lows[place : place + 1] in _PERSONS_OF_MONEY:
        return False
    return sentence.at(place) == "m" and (
        sentence.lows[place] not in _NOT_A_GIFT or sentence.lows[place - 1] in _MONEY_ADJECTIVES
    )


def object_is_grant(sentence: Sentence, index: int) -> bool:
    """Acknowledges a(n) X Fellowship: whether the thanks at `index` go to a named grant."""
    place = index + 1
    stop = min(index + 12, len(sentence.classes))
    while place < stop and sentence.classes[place] in "tzjCKHPop'&wI":
        place += 1
    return sentence.at(place) == "g" and place > index + 1


def reason_is_money(sentence: Sentence, index: int) -> bool:
    """Thank A, B and C for (their) (financial) support: whether the next reason given after `index` is money."""
    place = _next_reason(sentence, index)
    return place > 0 and money_follows(sentence, place)


def _next_reason(sentence: Sentence, index: int) -> int:
    """Where the next "for" stands that is not part of a name; 0 if the thanks end before."""
    begun, end, found = sentence.reason
    if begun <= index <= end:
        return found
    place, count, found = index, len(sentence.classes), 0
    while place < count and sentence.classes[place] not in ";x":
        item = sentence.items.get(place)
        if item is not None:
            place = item.stop
        elif _gives_reason(sentence, place):
            found = place
            break
        else:
            place += 1
    sentence.reason = (index, place, found)
    return found


def reason_names_money(sentence: Sentence, index: int) -> bool:
    """Whether the next reason given after `index` speaks of funds and the like, not just of support."""
    place = _next_reason(sentence, index)
    return place > 0 and any(word in _MONEY_WORDS for word in sentence.lows[place + 1 : place + 6])


def some_reason_is_money(sentence: Sentence, index: int) -> bool:
    """Whether one of the reasons for the thanks at `index` is money."""
    for place in range(index + 1, len(sentence.classes)):
        letter = sentence.classes[place]
        if letter == ";" or (letter == "x" and place > index + 2):
            return False
        if _gives_reason(sentence, place) and money_follows(sentence, place):
            return True
    return False


def _gives_reason(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is "for", or in thanks the like of it in another language."""
    if sentence.classes[index] == "r":
        return True
    return sentence.classes[index] in "ob" and sentence.lows[index] in _FOR_ABROAD


def money_follows(sentence: Sentence, index: int) -> bool:
    """Whether the "for" at `index` is followed by money and not by help of another kind."""
    for place in range(index + 1, min(index + 10, len(sentence.classes))):
        letter, word = sentence.classes[place], sentence.lows[place]
        if letter == "g" or word in _MONEY_WORDS:
            return True
        if word == "supporting" and sentence.at(place + 1) == "&":
            continue
        if word in _SUPPORT_WORDS:
            return sentence.lows[place - 1] in _MONEY_ADJECTIVES or (
                word == "support" and _bare_support(sentence, index, place)
            )
        if word in _HELP_WORDS or not (letter in "tjzosCKPHc&wm" or word in _GIVING):
            return False
    return False


def _bare_support(sentence: Sentence, index: int, place: int) -> bool:
    """Whether "support" stands at `place` without a word on its kind: "for (generous) support."."""
    return place - index <= _SUPPORT_REACH and sentence.at(place + 1) in ".,;(&uf:hdTbDo"


def money_comes_from(sentence: Sentence, index: int) -> bool:
    """Whether the "from" at `index` may name a giver: it does not after data, samples and the like."""
    place = before(sentence, index)
    if place < 0 or grant_for_research(sentence, place):
        return True
    return sentence.classes[place] != "s" and sentence.lows[place] not in _THINGS


def grant_for_research(sentence: Sentence, index: int) -> bool:
    """Whether "research" at `index` is what a grant is for: "a grant-in-aid for scientific research"."""
    place = index
    while place > 0 and index - place < _PURPOSE_REACH and sentence.classes[place] in "sw":
        place -= 1
    return place < index and sentence.classes[place] == "r" and sentence.at(place - 1) in "gm"
