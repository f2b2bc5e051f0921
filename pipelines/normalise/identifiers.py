"""Identifiers of works and people other than the DOI: checked, bare, in one spelling each."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from stdnum import isbn as stdnum_isbn
from stdnum import issn as stdnum_issn
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from pipelines.normalise.characters import HYPHENS

_PMID = re.compile(
    r"^\s*(?:(?:pmid|pubmed(?:\s?id)?|medline)\s*[:#]?\s*|(?:https?:)?//\S{0,80}?(?:pubmed[/.]\S{0,40}?|term=|list_uids=|id=))?"
    r"([1-9][0-9]{0,7})(?![0-9])(?:\[(?:pmid|uid)\]|[/?&#]\S*)?[\s.;,\])]*$",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?:\bPMC\s?|\bpmcid\s?:\s?(?:PMC)?|artid=|^\s*)([0-9]{1,9})(?![0-9])", re.IGNORECASE)
_ARXIV_NEW = re.compile(
    r"(?<![0-9])(?<![0-9]\.)([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})(v[0-9]{1,2})?(?![0-9])"
)
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    "|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol"
    "|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
_ARXIV_OLD = re.compile(
    rf"(?<![\w-])({_ARCHIVES})(?:\.[A-Za-z]{{2}})?\s?/\s?([0-9]{{2}}(?:0[1-9]|1[0-2])[0-9]{{3}})(v[0-9]{{1,2}})?(?![0-9])",
    re.IGNORECASE,
)
_ARXIV_SIGN = re.compile(r"arxiv|abs/|^\s*[0-9]{4}\.[0-9]{4,5}", re.IGNORECASE)
_ISBN = re.compile(r"(?<![0-9-])(?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx](?![0-9-])")
_ISSN = re.compile(r"(?<![0-9X-])([0-9]{4})\s?-?\s?([0-9]{3}[0-9X])(?![0-9X-])", re.IGNORECASE)
_ORCID = re.compile(
    r"(?<![0-9])([0-9]{4})-?\s?([0-9]{4})-?\s?([0-9]{4})-?\s?([0-9]{3}[0-9X])(?![0-9])", re.IGNORECASE
)


def pmid(text: str | None) -> str | None:
    """Return the digits of a PubMed identifier given bare, with its label or as a link."""
    match = _PMID.match(text) if text else None
    return match[1] if match else None


def pmcid(text: str | None) -> str | None:
    """Return a PubMed Central identifier as ``PMC123456`` (bare digits are taken for one)."""
    match = _PMCID.search(text) if text else None
    return f"PMC{match[1].lstrip('0')}" if match and match[1].strip("0") else None


def arxiv_id(text: str | None, *, keep_version: bool = False) -> str | None:
    """Return an arXiv identifier: ``2105.01601`` or ``hep-th/9711200``.

    The version goes unless ``keep_version``: a reference cites the work, and tables are joined on the work.
    The old subject class (``math.GT/0309136``) goes too: arXiv itself names the paper ``math/0309136``.
    A bare number must be the whole text or stand after "arXiv"; other numbers of that form are not taken.
    """
    if not text:
        return None
    if "%" in text:
        text = unquote(text)
    if not text.isascii():
        text = text.translate(HYPHENS)
    old = _ARXIV_OLD.search(text)
    if old:
        return f"{old[1].lower()}/{old[2]}" + ((old[3] or "") if keep_version else "")
    sign = _ARXIV_SIGN.search(text)
    new = _ARXIV_NEW.search(text, sign.start()) if sign else None
    if new is None:
        return None
    return new[1] + ((new[2] or "") if keep_version else "")


def isbn(text: str | None) -> str | None:
    """Return the first valid ISBN as 13 digits without hyphens; ten-digit ones are converted."""
    for match in _ISBN.finditer(text.translate(HYPHENS)) if text else ():
        found = _checked(stdnum_isbn.validate, match[0])
        if found:
            return str(stdnum_isbn.to_isbn13(found))
    return None


def issn(text: str | None) -> str | None:
    """Return the first ISSN with a right check digit, as ``1234-567X``."""
    for match in _ISSN.finditer(text.translate(HYPHENS)) if text else ():
        if _checked(stdnum_issn.validate, match[1] + match[2]):
            return f"{match[1]}-{match[2].upper()}"
    return None


def orcid(text: str | None) -> str | None:
    """Return the first ORCID with a right check digit, bare: ``0000-0002-1825-0097``."""
    for match in _ORCID.finditer(text.translate(HYPHENS)) if text else ():
        parts = [part.upper() for part in match.groups()]
        if parts[0].startswith("000") and _checked(mod_11_2.validate, "".join(parts)):
            return "-".join(parts)
    return None


def _checked(validate: Callable[[str], str], number: str) -> str | None:
    try:
        return validate(number)
    except ValidationError:
        return None
