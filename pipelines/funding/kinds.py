"""What a sentence says about money: research funding, an open-access fee, that there was none, or nothing."""

from __future__ import annotations

import re
from typing import Literal

SentenceKind = Literal["research", "open_access_fee", "none_declared", "boilerplate", "other"]

_MONEY = re.compile(
    r"fund(?:s|ed|ing|er|ers|ings)?\b|\bfinanc|\bgrant|\bsponsor|\bscholarship|\bfellowship|\bstudentship|\bsupport|\baward|"
    r"\bcontract\b|\bsubsid|\bfounded by|\bstipend|\bbursary|\bdonat|\bendow|\bproject\b|\bprogramme?\b|\bdonors?\b|"
    r"\bunder the auspices|\bmade possible|\bauspices|\bf[öo]rder|\bgef[öo]rdert|\bunterst[üu]tz|\bfinancé|\bfinanci|\bsubven|\bbourse|\bbeca\b|"
    r"\bbolsa|\bapoio|\bapoyo|\bsoutien|\bsoutenu|\bfinanziat|\bzuwendung|\bfomento|\bauxílio",
    re.IGNORECASE,
)
# what the money words may also mean
_NOT_MONEY = re.compile(
    r"\b(?:(?:role of|role for) the (?:funding|sponsor)|funde(?:r|rs) (?:had|played|have|has|did|were|was) (?:no|not)|"
    r"(?:had|have|has|played|having) no (?:\w+ ){0,2}(?:role|involvement|influence|part)\b|"
    r"(?:did|do|does) not (?:have|play|influence|participate|intervene)|not involved in|"
    r"solely the responsibility|(?:not|may not) necessarily (?:represent|reflect|state|constitute)|do not reflect|"
    r"(?:views|opinions) (?:and \w+ )?(?:expressed|presented)|those of the author|"
    r"conflicts? of interest|competing (?:financial )?interests?|no endorsement|"
    r"disclos(?:ed?|ures?) (?:that )?(?:they|he|she|no)|received (?:speaker|consult\w+|personal|lecture) |honorari|consultan(?:t|cy|cies)\b|consulting fees|"
    r"speakers? bureau|advisory board|travel fees|equity in|stock options?|employees? of|"
    r"role in (?:the )?(?:study|design|data|project))",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:(?:received?|receiving|had|have|has|was|were|is|with|there (?:was|is|were)) no (?:specific |particular |external |extramural |financial |"
    r"outside |commercial |additional |direct |industry |dedicated |public )*(?:fund|support|grant|sponsor|financ)\w*|"
    r"no (?:specific |particular |external |extramural |financial |outside |commercial |direct |industry )*"
    r"(?:fund(?:ing|s)?|financial support|financing|grants?|sponsorship|sources? of (?:funding|support))"
    r"(?: support| sources?| or (?:sponsorship|grants?|support))? (?:was|were|has been|have been|is|to|received|provided|used|supported|declared|for)\b|"
    r"no (?:external |specific )?funding(?:\.|$|,)|"
    r"(?:did|does|do|has|have) not (?:receive|received|have|get) (?:any )?(?:specific |external |particular |financial |other |kind of )*"
    r"(?:fund|financ|grant|support|sponsor)\w*|"
    r"(?:was|were|is|are) (?:not (?:supported|funded|financed|sponsored)|unfunded|self-?(?:funded|financed|supported))|"
    r"without (?:any )?(?:specific |external |financial )*(?:funding|financial support|sponsorship)|"
    r"(?:nothing|none) to (?:declare|report|disclose)|not receive any specific grant|"
    r"aucun (?:financement|soutien financier)|keine (?:finanzielle|externe|drittmittel)\w*|"
    r"(?:ninguna|sin|sem|nenhum|nenhuma) (?:financiación|financiamiento|fuente de financiación|financiamento|apoio financeiro|subvención)|"
    r"no (?:recibió|recibieron|ha recibido|han recibido) (?:ninguna |ningún )?(?:financia|apoyo|ayuda|subvenci)\w*|"
    r"não (?:recebeu|receberam|houve|teve) (?:nenhum |qualquer )?(?:financiamento|apoio|suporte|auxílio)\w*)",
    re.IGNORECASE,
)
_NONE_ALONE = re.compile(
    r"^\W{0,3}(?:(?:sources? of )?(?:funding|financial support|grant support|financial disclosures?|funding sources?|funding statement|"
    r"funding information|financement|finanzierung|financiación|financiamiento|financiamento|förderung)\W{1,3})"
    r"(?:none|nil|no|n/?a|no funding|not applicable|keine|aucun|ninguna?|nenhuma?|nothing|self-funded)\W*(?:declared|reported|received)?\W*$",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:no|not any) (?:additional|other|further)\b", re.IGNORECASE)
_FEE = re.compile(
    r"\bopen[- ]access (?:funding|fund\b|publi|charge|fee|was|is|costs?|license|licence|provided|support|made|option|agreement|to this)|"
    r"\bfunding (?:for|of) (?:the )?open[- ]access|\b(?:article|paper|publication|page)[- ](?:processing |publishing |publication )?(?:charges?|fees?|costs?)\b|"
    r"\bAPCs?\b|\bpublication (?:of this article )?(?:was|is) funded by|\bopen[- ]access (?:article )?fees?|"
    r"\bprojekt deal\b|\bpay the open[- ]access|charges? for open access",
    re.IGNORECASE,
)
_HELP_ONLY = re.compile(
    r"\b(?:technical|editorial|administrative|logistic(?:al|s)?|secretarial|statistical|computational|computing|clerical|experimental|"
    r"moral|emotional|linguistic|writing|bioinformatics?|software|field|laboratory|analytical|professional|nursing|instrumental|"
    r"scientific|intellectual|infrastructural|it|material|valuable|constant|continuous|continued|kind|great|helpful|invaluable) (?:and \w+ )?support\b",
    re.IGNORECASE,
)
_STRONG_MONEY = re.compile(
    r"fund(?:s|ed|ing|er|ers)?\b|\bfinanc|\bgrants?\b|\bsponsor|\bscholarship|\bfellowship|\bstudentship|\baward|\bsupported (?:in |by |through )|"
    r"\bcontract\b|\bsupport (?:from|by|through|of)|\bfinancial",
    re.IGNORECASE,
)


def kind_of(sentence: str) -> SentenceKind:
    """What `sentence` is, in the order: no money, a fee, talk about the funders, research money."""
    money = _MONEY.search(sentence)
    if money is None and "APC" not in sentence and "DEAL" not in sentence:
        return "other"
    if (_NONE.search(sentence) and not _FURTHER.search(sentence)) or _NONE_ALONE.match(sentence):
        return "none_declared"
    if _FEE.search(sentence):
        return "open_access_fee"
    if _NOT_MONEY.search(sentence):
        return "boilerplate"
    return "research"


def only_help(sentence: str) -> bool:
    """Whether the only support a sentence speaks of is technical, editorial and the like."""
    return (
        _HELP_ONLY.search(sentence) is not None and _STRONG_MONEY.search(_HELP_ONLY.sub("", sentence)) is None
    )


_PAID_BY = re.compile(
    r"\b(?:supported|funded|financed|sponsored|provided|support|funding|grants?)\b.{0,60}\b(?:by|from|of)\b",
    re.IGNORECASE,
)


def said_before_boilerplate(sentence: str) -> int:
    """How many characters of `sentence` speak of money before the talk about the funders begins; 0 if none do."""
    match = _NOT_MONEY.search(sentence)
    stop = match.start() if match else len(sentence)
    return stop if _PAID_BY.search(sentence, 0, stop) else 0
