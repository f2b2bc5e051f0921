"""What a sentence says about money: research funding, an open-access fee, that there was none, or nothing."""

from __future__ import annotations

import re
from typing import Literal

SentenceKind = Literal["research", "open_access_fee", "none_declared", "boilerplate", "other"]

# Each pattern is tried only where one of its hints stands in the sentence: looking for a word costs next to nothing.
_MONEY_HINTS = (
    "fund", "financ", "grant", "sponsor", "scholarship", "fellowship", "studentship", "support", "award", "contract", "agreement", "subsid",
    "founded by", "stipend", "bursar", "donat", "endow", "project", "program", "donor", "auspices", "made possible", "förder",
    "unterstütz", "apoya", "apoia", "soutenu", "sosten", "subven", "bourse", "beca", "bolsa", "apoio", "apoyo", "soutien", "soutenu", "finanz", "fomento", "auxílio",
)  # fmt: skip
_THANKED_WITH_NUMBER = re.compile(
    r"acknowledg.{3,120}[(\[](?:no|nr|grant|award|project|contract|ref)", re.IGNORECASE
)
_NOT_MONEY_HINTS = (
    "role", "involve", "influence", "responsib", "necessarily", "reflect", "views", "opinions", "those of the author", "interest",
    "endorse", "disclos", "honorari", "consult", "advisory board", "travel fees", "equity", "stock", "employee", "speaker",
    "intervene", "part in", "ethic", "review board", "consent", "approved by",
)  # fmt: skip
_NOT_MONEY = re.compile(
    r"\b(?:(?:role of|role for) the (?:funding|sponsor)|funde(?:r|rs) (?:had|played|have|has|did|were|was) (?:no|not)|"
    r"(?:had|have|has|played|having) no (?:\w+ ){0,2}(?:role|involvement|influence|part)\b|"
    r"(?:did|do|does) not (?:have|play|influence|participate|intervene)|not involved in|"
    r"solely the responsibility|(?:not|may not) necessarily (?:represent|reflect|state|constitute)|do not reflect|"
    r"(?:views|opinions) (?:and \w+ )?(?:expressed|presented)|those of the author|"
    r"conflicts? of interest|competing (?:financial )?interests?|no (?:official )?endorsement|"
    r"disclos(?:ed?|ures?) (?:that )?(?:they|he|she|no)|received (?:speaker|consult\w+|personal|lecture) |honorari|"
    r"consultan(?:t|cy|cies)\b|consulting fees|speakers? bureau|(?:on|of) (?:the|an|several|a) (?:\w+ ){0,3}advisory board|advisory board member|travel fees|equity in|"
    r"stock options?|employees? of|role in (?:the )?(?:study|design|data|project)|"
    r"ethic(?:s|al) (?:approval|committee|clearance|permission|review|board)|review board|informed consent|approved by)",
    re.IGNORECASE,
)
_NONE_HINTS = (
    "no ", "not ", "without", "none", "nil", "unfunded", "self-fund", "self-support", "self-financ", "aucun",
    "keine", "nicht ", "ningun", "sin ", "sem ", "nenhum", "n/a", "não ",
)  # fmt: skip
_KIND_OF_MONEY = (
    r"(?:specific |particular |external |extramural |financial |outside |commercial |additional |direct |industry |dedicated "
    r"|public |other |kind of )"
)
_NONE = re.compile(
    rf"\b(?:(?:received?|receiving|had|have|has|was|were|is|with|there (?:was|is|were)) no {_KIND_OF_MONEY}{{0,3}}"
    r"(?:fund|support|grant|sponsor|financ)\w*|"
    rf"no {_KIND_OF_MONEY}{{0,3}}"
    r"(?:fund(?:ing|s)?|financial support|financing|grants?|sponsorship|sources? of (?:funding|support))"
    r"(?: support| sources?| or (?:sponsorship|grants?|support))? (?:was|were|has been|have been|is|to|received|provided|used|"
    r"supported|declared|for)\b|"
    r"no (?:external |specific )?funding(?:\.|$|,)|no (?:specific )?(?:grants?|funding|support) .{0,80}(?:was|were) received|"
    rf"(?:did|does|do|has|have) not (?:receive|received|have|get) (?:any )?{_KIND_OF_MONEY}{{0,3}}"
    r"(?:fund|financ|grant|support|sponsor)\w*|"
    r"(?:was|were|is|are) (?:not (?:supported|funded|financed|sponsored)|unfunded|self-?(?:funded|financed|supported))|"
    rf"without (?:any )?{_KIND_OF_MONEY}{{0,3}}(?:funding|financial support|sponsorship)|"
    r"not receive any specific grant|"
    r"wurden? (?:finanziell )?nicht (?:finanziell )?(?:gefördert|unterstützt|finanziert)|"
    r"aucun (?:financement|soutien financier)|keine (?:finanzielle|externe|drittmittel)\w*|"
    r"(?:ninguna|sin|sem|nenhum|nenhuma) (?:financiación|financiamiento|fuente de financiación|financiamento|apoio financeiro|"
    r"subvención)|"
    r"no (?:recibió|recibieron|ha recibido|han recibido) (?:ninguna |ningún )?(?:financia|apoyo|ayuda|subvenci)\w*|"
    r"não (?:recebeu|receberam|houve|teve) (?:nenhum |qualquer )?(?:financiamento|apoio|suporte|auxílio)\w*)",
    re.IGNORECASE,
)
_NONE_ALONE = re.compile(
    r"^\W{0,3}(?:(?:sources? of )?(?:funding|financial support|grant support|financial disclosures?|funding sources?|"
    r"funding statement|funding information|financement|finanzierung|financiación|financiamiento|financiamento|förderung)\W{1,3})"
    r"(?:none|nil|no|n/?a|no funding|not applicable|keine|aucun|ninguna?|nenhuma?|nothing(?: to (?:declare|disclose))?|self-funded)"
    r"\W{0,3}(?:declared|reported|received)?\W{0,3}$",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:no|not any) (?:additional|other|further)\b", re.IGNORECASE)
_FEE_HINTS = ("open access", "open-access", "charge", "fee", "apc", "deal", "publication", "costs")
_FEE = re.compile(
    r"\bopen[- ]access (?:funding|fund\b|publi|charge|fee|was|is|costs?|license|licence|provided|support|made|option|agreement|to this)|"
    r"\bfund(?:ing|s) (?:for|of) (?:the )?open[- ]access|"
    r"\b(?:article|paper|publication|page)[- ](?:processing |publishing |publication )?(?:charges?|fees?|costs?)\b|"
    r"\bAPCs?\b|\bpublication (?:of this article )?(?:was|is) funded by|\bopen[- ]access (?:article )?fees?|"
    r"\bprojekt deal\b|\bpay the open[- ]access|charges? for open access",
    re.IGNORECASE,
)
_HELP = frozenset(
    """
    technical editorial administrative logistic logistical logistics secretarial statistical computational computing clerical
    experimental moral emotional linguistic writing bioinformatic bioinformatics software field laboratory analytical professional
    nursing instrumental scientific intellectual infrastructural it material valuable constant continuous kind great
    helpful invaluable
    """.split()
)
_LAST_WORD = re.compile(r"\w+$")
_HELP_REACH = 40
_MACHINE_TIME = re.compile(
    r"\b(?:(?:super)?comput(?:er|ing|ational)|cpu|beam|telescope|observing)[- ]?times?\b", re.IGNORECASE
)
_MONEY_BESIDE_TIME = re.compile(
    r"\b(?:funded|funding|financ\w+|supported (?:in part )?by|sponsored|fellowship|scholarship)\b",
    re.IGNORECASE,
)
_SURELY_MONEY = re.compile(
    r"fund(?:s|ed|ing|er|ers)?\b|\bfinanc|\bgrants?\b|\bsponsor|\bscholarship|\bfellowship|\bstudentship|\baward|"
    r"\bsupported (?:in |by |through )|\bcontract\b|\bsupport (?:from|by|through|of)|\bfinancial",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"\b(?:supported|funded|financed|sponsored|provided|support|funding|grants?)\b.{0,60}\b(?:by|from|of)\b",
    re.IGNORECASE,
)


def kind_of(sentence: str) -> SentenceKind:
    """What `sentence` is, in the order: no money, a fee, talk about the funders, research money."""
    low = sentence.lower()
    if (
        not _any(_MONEY_HINTS, low)
        and "apc" not in low
        and "deal" not in low
        and not ("acknowledg" in low and _THANKED_WITH_NUMBER.search(sentence))
    ):
        return "other"
    if _any(_NONE_HINTS, low) and (
        (_NONE.search(sentence) and not _FURTHER.search(sentence)) or _NONE_ALONE.match(sentence)
    ):
        return "none_declared"
    if _any(_FEE_HINTS, low) and _FEE.search(sentence):
        return "open_access_fee"
    if _any(_NOT_MONEY_HINTS, low) and _NOT_MONEY.search(sentence):
        return "boilerplate"
    return "research"


def only_help(sentence: str) -> bool:
    """Whether the only support a sentence speaks of is technical, editorial, time on a computer and the like."""
    if "time" in sentence and _MACHINE_TIME.search(sentence) and _MONEY_BESIDE_TIME.search(sentence) is None:
        return True
    kept: list[str] = []
    done = 0
    place = sentence.find("support")
    while place >= 0:
        begin = _help_before(sentence, max(done, place - _HELP_REACH), place)
        if begin >= 0:
            kept.append(sentence[done:begin])
            done = place + len("support")
        place = sentence.find("support", place + 1)
    return bool(done) and _SURELY_MONEY.search(" ".join([*kept, sentence[done:]])) is None


def _help_before(sentence: str, start: int, stop: int) -> int:
    """Where the word for help begins that ends before `stop`, "and" and a second word apart; -1 if none does."""
    *_, first, link, last, rest = ["", "", "", *sentence[start:stop].rsplit(" ", 4)]
    if rest:
        return -1
    for word, behind in ((first, 5 + len(last)) if link == "and" else ("", 0), (last, 0)):
        bare = _LAST_WORD.search(word)
        if bare is not None and bare.group().lower() in _HELP:
            return stop - 1 - behind - len(bare.group())
    return -1


def said_before_boilerplate(sentence: str) -> int:
    """How many characters of `sentence` speak of money before the talk about the funders begins; 0 if none do."""
    match = _NOT_MONEY.search(sentence)
    stop = match.start() if match else len(sentence)
    return stop if _PAID_BY.search(sentence, 0, stop) else 0


def _any(hints: tuple[str, ...], text: str) -> bool:
    # half the cost of a generator, and this runs for every sentence
    return any(map(text.__contains__, hints))
