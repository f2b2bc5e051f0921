"""Who we say we are: a crawler of the public web names somebody whom its operator can reach."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.politeness.addresses import is_public, literal_address

_MAIL = re.compile(r"^(?:mailto:)?[^\s@<>()]{1,64}@[^\s@<>().]{1,63}(?:\.[^\s@<>().]{1,63}){1,8}$")
_PAGE = re.compile(r"^https?://[^\s<>()/]{1,253}\.[^\s<>()/]{2,63}(?:/[^\s<>()]{0,500})?$")

HOW_TO = "give a mail address or a web page with --contact, or set CONTACT"


def contact_problem(contact: str | None) -> str | None:
    """Return what is wrong with a contact, None if nothing; no contact at all is wrong."""
    if not contact:
        return f"no contact is set; {HOW_TO}"
    if not (_MAIL.match(contact) or _PAGE.match(contact)):
        return f"{contact!r} is neither a mail address nor a web page; {HOW_TO}"
    return None


def user_agent(product: str, contact: str | None) -> str:
    """Return the User-Agent header: the product, and whom to write to."""
    if not contact or contact_problem(contact):
        return product
    is_bare_mail = "@" in contact and ":" not in contact
    return f"{product} (+{'mailto:' if is_bare_mail else ''}{contact})"


def needs_contact(url: str) -> bool:
    """Tell whether a URL may lead to the public web: any host but this machine and private addresses."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return False
    address = literal_address(host)
    return address is None or is_public(address)
