"""What a user asks for, a DOI or a URL, and the request that it becomes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from crawler.urls import canonical_url, clean_url

DOI_RESOLVER = "https://doi.org/"
#: Longest URL that is asked for, in characters.
MAX_URL = 2083

_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org", "doi.dx.org"})
_SCHEMES = ("https://", "http://", "")
_DOI_PREFIX = re.compile(r"^(?:doi\s{0,3}:?\s{0,3}|info:doi/|urn:doi:)(?=10\.)", re.IGNORECASE)
_DOI = re.compile(r"^10\.\d{4,9}(?:\.\d{1,9}){0,4}/\S+$")
_BARE_HOST = re.compile(r"^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?]|$)", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]{0,20}:", re.IGNORECASE)
_PAIRS = (("<", ">"), ('"', '"'), ("'", "'"), ("[", "]"))


class TargetError(ValueError):
    """A text names nothing that can be fetched; the message says why and what would do."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to fetch.

    Attributes:
        requested: The text as the user gave it.
        name: What it is known by: ``doi:10.…`` in lower case, or a canonical URL. Equal names, one request.
        url: The URL to ask for first.
    """

    requested: str
    name: str
    url: str

    @property
    def request_id(self) -> str:
        """Key of the request within its run: the same for the same name, on any day and machine."""
        return request_id(self.name)


def request_id(name: str) -> str:
    """Return the key of a request, 16 hexadecimal digits."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def doi_name(doi: str) -> str:
    """Return the name of a bare DOI."""
    return f"doi:{doi.lower()}"


def read_target(text: str, resolver: str = DOI_RESOLVER) -> Target:
    """Read a DOI, in any of the ways in which people write one, or an http(s) URL.

    Args:
        text: What the user gave.
        resolver: URL that a DOI is appended to.

    Raises:
        TargetError: The text is neither.
    """
    asked = _DOI_PREFIX.sub("", _unwrapped(text))
    if not asked:
        raise TargetError("an empty text; give a DOI such as 10.1038/nature12373 or a URL")
    if any(character.isspace() or not character.isprintable() for character in asked):
        raise TargetError(f"{asked!r} has white space in it; give one DOI or URL a line")
    doi = _doi(asked, resolver)
    if doi is not None:
        url = resolver + quote(doi, safe="/:;()._-~,@!$&'*=")
        return Target(text.strip(), doi_name(doi), url)
    return _url_target(asked)


def names_of_page(urls: Iterable[str | None], doi: str | None = None) -> Iterator[str]:
    """Yield every name under which a stored page is known: its DOI, its URLs, what was asked for."""
    if doi:
        yield doi_name(doi)
    for url in urls:
        if url:
            try:
                yield read_target(url).name
            except TargetError:
                continue


def read_list(path: str | Path) -> list[str]:
    """Return the entries of a list file: one DOI or URL a line; empty lines and ``#`` comments do not count.

    Raises:
        OSError: The file cannot be opened.
        TargetError: The file is no text or has no entry.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise TargetError(f"{path}: not a text file in UTF-8 (byte {error.start:,})") from error
    entries = [line.strip() for line in lines]
    entries = [entry for entry in entries if entry and not entry.startswith("#")]
    if not entries:
        raise TargetError(f"{path}: no DOI or URL in it; write one a line")
    return entries


def _unwrapped(text: str) -> str:
    text = text.strip()
    for opener, closer in _PAIRS:
        if len(text) > 1 and text.startswith(opener) and text.endswith(closer):
            text = text[1:-1].strip()
    return text


def _doi(asked: str, resolver: str) -> str | None:
    """Return the DOI that a text or the URL of a resolver holds, in lower case."""
    lower = asked.lower()
    starts = (resolver.lower(), *(f"{scheme}{host}/" for scheme in _SCHEMES for host in _DOI_HOSTS))
    start = next((start for start in starts if lower.startswith(start)), None)
    if start is not None:
        asked = unquote(asked[len(start) :].partition("?")[0].partition("#")[0])
    elif lower.startswith("10.") and "%2f" in lower:
        asked = unquote(asked)
    asked = asked.rstrip(".,;").lower()
    return asked if _DOI.match(asked) else None


def _url_target(asked: str) -> Target:
    scheme = _SCHEME.match(asked)
    if scheme is None or (_BARE_HOST.match(asked) and "://" not in asked):
        if not _BARE_HOST.match(asked):
            hint = "; a DOI looks like 10.1038/nature12373" if asked.startswith("10.") else ""
            raise TargetError(f"{asked!r} is neither a DOI nor a URL{hint}")
        asked = f"https://{asked}"
    elif scheme[0].lower() not in {"http:", "https:"}:
        raise TargetError(
            f"{asked!r}: only http and https are fetched; `backmatter ingest` takes local files"
        )
    if len(asked) > MAX_URL:
        raise TargetError(f"{asked[:60]!r}… is longer than {MAX_URL} characters")
    try:
        parts = urlsplit(asked)
        requested = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        return Target(requested, canonical_url(asked), clean_url(asked))
    except ValueError as error:
        raise TargetError(f"{asked!r} is not a URL that can be fetched: {error}") from error
