"""What the links and attributes of one reference say about the cited work."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from crawler.items import ReferenceSaid
from crawler.parsers.references.lookup import is_lookup, read_lookup
from crawler.parsers.text import Element

#: Texts of links that lead to the cited work or look for it; they are not part of the reference.
LINK_LABELS = frozenset(
    """article|cas|pubmed|pubmed central|pmc|google scholar|crossref|cross ref|full text|fulltext|view article|ads
    |web of science|web of science®|isi|isi web of science|math|mathscinet|zentralblatt math|scopus|pdf|abstract|doi
    |view in article|view|search google scholar|search pubmed|find it|open url|openurl|medline|chemport|chemical abstracts
    |full text pdf|view in scopus|view pdf|view abstract|view record in scopus|cited by in scopus|export|google
    |europe pmc|worldcat|go to reference|crossref full text|pubmed abstract|pubmed central full text|publisher full text
    |biomed central full text|cross ref full text|download citation|publisher|link|external link|return to ref|show
    |article in web of science|first citation in article|return to text|iopscience|inspire|spires|ui|[pubmed]|[crossref]|[google scholar]
    |[web of science]|[ref list]|[free full text]|[abstract/free full text]|free full text|ncbi|scielo|lilacs|sciencedirect
    |view at publisher|view at google scholar|view at zentralblatt math|view at mathscinet|view at scopus|back to cited text
    |order article via infotrieve|opens in new tab|opens in a new window|crossref metadata|publisher site|sfx|jstor
    |pubmed/ncbi|article pubmed|ieee xplore|acm digital library|hal|arxiv|⇪|↑|^|↵|view in context|view all references
    |preprint|pub med|web of knowledge|search ads|nasa ads|gscholar|free article|mathematical reviews|zbmath|add to library
    |order article|euclid|project euclid|ovid|ovid full text|psycinfo|wiley online library|ebsco|proquest|cas reference
    |digital object identifier|look up in scopus|ssrn|adsabs|medline web of science|full text via crossref
    |open in new tab|pmc free article|free pmc article|rsc|buy via ask*ieee|reference link|scholar|links|find this article online""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
_LABEL_EDGE = re.compile(r"^[\s\[\](){}|•·,;.:»«→↗]+|[\s\[\](){}|•·,;.:»«→↗]+$")
_OPENS = re.compile(r"\s*\(?(?:opens? in (?:a )?new (?:tab|window)|external link)\)?\s*$", re.IGNORECASE)

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"'&?#|]{1,200}")
_DOI_KEYED = re.compile(
    r"(?:[?&;](?:key|refdoi|doioflink|lookupdoi|rft_id|xlink[?]doi|doiforpubofpage|target)=(?:info:)?(?:doi[:/])?"
    r"|doi\.org/|popreflink\w{0,4}\(['\"]|xlink\?doi=|doi:)\s*(10\.\d{4,9}[^\s\"'&?#|]{1,200})",
    re.IGNORECASE,
)
_DOI_PARAM = re.compile(r"[?&;]doi=(10\.\d{4,9}/[^\s\"'&#|]{1,200})", re.IGNORECASE)
_PMCID = re.compile(r"(?:pmc/articles/|/articles/|artid=|pmcid=)(?:PMC)?(\d{3,9})", re.IGNORECASE)
_PMID = re.compile(
    r"(?:ncbi\.nlm\.nih\.gov/(?:pubmed|entrez|sites)\S{0,120}?(?:/|list_uids=|term=|uid=|id=)(\d{4,9})\b"
    r"|pubmed\.ncbi\.nlm\.nih\.gov/(\d{4,9})|(?:pmid|pubmed|medline|pmed)(?:\?id)?[=:/](\d{4,9})\b"
    r"|europepmc\.org/(?:abstract/med|article/med)/(\d{4,9})\b"
    r"|access_num=(\d{4,9})(?=\S{0,60}link_type=(?:med|pubmed))|[?&](?:uid|pmid|list_uids|Pmid)=(\d{4,9})\b)",
    re.IGNORECASE,
)
_ARXIV = re.compile(
    r"arxiv\.org/(?:abs|pdf)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)", re.IGNORECASE
)
#: What a publisher's own address puts behind the DOI.
_VIEW = re.compile(r"/(?:abstract|full|fulltext|pdf|epdf|references|summary)$", re.IGNORECASE)
#: Atypon's link-outs name the database by number; that of PubMed is 8.
_LINKOUT_PMID = re.compile(r"[?&]dbid=8&(?:[^&\s]{0,200}&){0,6}?key=(\d{4,9})\b")
#: Parts of addresses that look a work up instead of naming it.
_LOOKUPS = (
    "doi.org", "scholar.google", "/articles/cas", "adsabs", "mathscinet", "pubmed", "ncbi.nlm.nih", "crossref", "ams.org",
    "zbmath", "zentralblatt", "emis.de", "cas-redirect", "chemport", "webofknowledge", "isiknowledge", "webofscience",
    "scopus.com", "openurl", "sfx_links", "linkresolver", "servlet/linkout", "getftrlinkout", "europepmc", "infotrieve", "worldcat",
    "external-ref", "xlink.rsc.org", "lookup/", "sciencedirect.com/science?_ob",
)  # fmt: skip
#: Elements that have ``data-doi`` on some platform.
_STATE_DOIS = ("a", "span", "input", "ul", "li", "div")
#: Addresses that are nothing but the DOI they lead to.
_RESOLVED = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/\s*(10\.\d{4,9}[^\s\"'&?#|]{1,200})")


@lru_cache(maxsize=4096)
def is_link_label(text: str) -> bool:
    """Whether a text is only the label of a link-out ("PubMed", "[CrossRef]", "Google Scholar ↗")."""
    if len(text) > 60:
        return False
    bare = _LABEL_EDGE.sub("", _OPENS.sub("", text).replace("®", "")).casefold()
    return not bare or bare in LINK_LABELS


def read_links(
    item: Element,
    own_doi: str | None,
    said: ReferenceSaid,
    *,
    states_dois: bool = True,
    look_up: bool = True,
) -> None:
    """Fill identifiers and address of one reference from the links and ``data-doi`` attributes inside it.

    Args:
        item: The element of the whole reference, its links included.
        own_doi: The citing article's DOI in lower case: link-outs carry it, it is never the target.
        said: Filled where it is still empty.
        states_dois: Whether the page has ``data-doi`` at all.
        look_up: Whether to read the fields in links that look the work up.
    """
    weak: str | None = None
    for link in item.iter("a"):
        href = link.get("href")
        if not href or href[0] == "#":
            continue
        if look_up or not is_lookup(href):
            weak = read_address(href, own_doi, said) or weak
        if said.doi is None and "10." in (title := link.get("title") or ""):
            # "Link to resource DOI:10.1039/…", where the address has a short form of it.
            named = _DOI.search(title)
            weak = named.group() if named and _usable(named.group(), own_doi) else weak
    if said.doi is None and states_dois:
        # What a link leads to was printed and proof-read; attributes are matched by machine.
        said.doi = _stated_doi(item, own_doi)
    said.doi = said.doi or weak


def _stated_doi(item: Element, own_doi: str | None) -> str | None:
    for element in item.iter(*_STATE_DOIS):
        stated = element.get("data-doi")
        if not stated and "data-doi" in (element.get("class") or "").split():
            stated = element.text
        if stated and _usable(stated, own_doi):
            return stated.strip()
    return None


def read_address(href: str, own_doi: str | None, said: ReferenceSaid) -> str | None:
    """Read one address; gives a DOI that is only probably the target's."""
    if is_lookup(href):
        read_lookup(href, said)
        return None
    if "scholar.google" in href:
        return None
    weak: str | None = None
    if said.doi is None and "10." in href:
        address = unquote(href)
        resolved = _RESOLVED.match(address)
        keyed = resolved or _DOI_KEYED.search(address)
        if keyed and _usable(keyed.group(1), own_doi):
            said.doi = keyed.group(1)
            if resolved:
                return None
        else:
            param = _DOI_PARAM.search(address)
            found = param.group(1) if param else next(iter(_DOI.findall(address)), None)
            if found and _usable(found, own_doi):
                weak = _VIEW.sub("", found)
    if (
        not _read_number(href, said)
        and said.url is None
        and href.startswith("http")
        and not _leads_to_lookup(href.lower())
        and not _leads_back(href.lower(), own_doi)
    ):
        said.url = href
    return weak


def _leads_back(address: str, own_doi: str | None) -> bool:
    """Whether an address is that of the citing article: it ends in what its DOI ends in."""
    own = (own_doi or "").partition("/")[2]
    return len(own) > 4 and address.partition("#")[0].partition("?")[0].rstrip("/").endswith(own)


def _leads_to_lookup(address: str) -> bool:
    return any(part in address for part in _LOOKUPS)


def _read_number(href: str, said: ReferenceSaid) -> bool:
    """PubMed Central, PubMed and arXiv ids; whether there was one. Words are looked for before patterns are tried."""
    lower = href.lower()
    if "dbid=8&" in lower and (linkout := _LINKOUT_PMID.search(href)):
        said.pmid = said.pmid or linkout.group(1)
        return True
    if "/articles/" in lower or "artid=" in lower or "pmcid=" in lower:
        pmcid = None if "doi" in lower else _PMCID.search(href)
        if pmcid:
            said.pmcid = said.pmcid or pmcid.group(1)
            return True
    if (
        "ncbi" in lower
        or "pmid" in lower
        or "pubmed" in lower
        or "medline" in lower
        or "pmed" in lower
        or "europepmc" in lower
        or "access_num" in lower
        or "uid" in lower
    ):
        pmid = _PMID.search(href)
        if pmid:
            said.pmid = said.pmid or next(group for group in pmid.groups() if group)
            return True
    arxiv = _ARXIV.search(href) if "arxiv" in lower else None
    if arxiv:
        said.arxiv_id = said.arxiv_id or arxiv.group(1)
    return arxiv is not None


def _usable(doi: str, own_doi: str | None) -> bool:
    bare = unquote(doi).strip().lower()
    return "10." in bare and (own_doi is None or not bare.endswith(own_doi))
