"""One name for a page that goes by many: the URL without what does not tell pages apart."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

#: Query parameters that say where a reader came from or how a session goes, not which page this is.
_TRACKING = re.compile(
    r"^(?:utm_\w+|wt\.\w+|gclid|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|_ga|_gl"
    r"|_hs(?:enc|mi)|vero_id|icid|cmpid|sap-outbound-id|cm_mmc|trk|jsessionid|phpsessid|frompaywallrec"
    r"|shared-article-renderer|rss|proof)$",
    re.IGNORECASE,
)
_COOKIE_ERROR = re.compile(r"^error=cookies_not_supported$", re.IGNORECASE)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid)=[^/?#;]*", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def clean_url(url: str) -> str:
    """Return the URL to ask for: no tracking parameters, fragment, session or credentials.

    Scheme, host and path stay as they are, for the server decides what they mean.
    """
    parts = urlsplit(url)
    netloc = parts.netloc.rpartition("@")[2]
    path = _SESSION_IN_PATH.sub("", parts.path) or "/"
    return urlunsplit((parts.scheme.lower(), netloc.lower(), path, _telling_query(parts.query), ""))


def canonical_url(url: str) -> str:
    """Return the name under which a page is known, whichever of its URLs is used.

    Two URLs with the same result are the same page: ``http`` and ``https``, with and without ``www.``, with
    and without tracking parameters or a closing slash, in whatever percent-encoding and order of parameters.
    The result is a key; it need not be an address that answers.

    Raises:
        ValueError: The text is no URL with a host.
    """
    parts = urlsplit(canonicalize_url(clean_url(url)))
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise ValueError(f"{url!r} has no host")
    while host.startswith("www.") and host.count(".") > 1:
        host = host.removeprefix("www.")
    if ":" in host:
        host = f"[{host}]"
    if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{parts.port}"
    path = parts.path.replace("%2F", "/").rstrip("/") or "/"
    return urlunsplit(("https", host, path, parts.query, ""))


def host_of(url: str) -> str:
    """Return ``host`` or ``host:port`` in lower case; what a server is known by."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _telling_query(query: str) -> str:
    items = [item for item in query.split("&") if item]
    if any(_COOKIE_ERROR.match(item) for item in items):
        items = [
            item
            for item in items
            if not _COOKIE_ERROR.match(item) and item.partition("=")[0].lower() != "code"
        ]
    return "&".join(item for item in items if not _TRACKING.match(item.partition("=")[0]))
