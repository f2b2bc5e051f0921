"""One small file per site, discovered by name; a leading underscore marks a family's base."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from crawler.parsers.document import Document
from crawler.parsers.sites._base import Layout


@cache
def layouts() -> tuple[Layout, ...]:
    """Every layout of every site file, newest version first within a site."""
    found: list[Layout] = []
    for module_info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        if module_info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        own = [
            value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Layout)
        ]
        found.extend(layout() for layout in own if layout.__module__ == module.__name__ and layout.site)
    return tuple(sorted(found, key=lambda layout: (layout.site, -layout.version)))


@cache
def _by_host() -> dict[str, list[Layout]]:
    found: dict[str, list[Layout]] = {}
    for layout in layouts():
        for host in layout.hosts:
            found.setdefault(host, []).append(layout)
    return found


def _of_host(host: str) -> list[Layout]:
    """The layouts of a host; a sub-domain of one counts as it, and so does its name under a library's proxy.

    Proxies put their own name behind: "journal.example.proxy.edu", or "www-journal-example.proxy.edu" for certificates.
    """
    labels = host.split(".")
    spelt = labels[0].replace("--", " ").replace("-", ".").replace(" ", "-").removeprefix("www.")
    names = [".".join(labels[n:]) for n in range(len(labels))]
    proxied = [".".join(labels[:n]) for n in range(len(labels) - 1, 1, -1)]
    return next((found for name in (*names, *proxied, spelt) if (found := _by_host().get(name))), [])


def layout_of(document: Document) -> Layout | None:
    """The layout that reads this page: host and mark agree, then the host alone, then the mark alone.

    A page of another site is read by its mark only with layouts that several sites share; a page of a host that no
    site has may be a mirror's, if it has several marks of a layout; one that does not say where it is from may be
    that of any site.
    """
    hosted = [layout for host in document.hosts for layout in _of_host(host)]
    if not hosted and (publisher := document.meta("citation_publisher", "dc.publisher")):
        hosted = [layout for layout in layouts() if layout.publisher and layout.publisher in publisher]
    own = next((layout for layout in hosted if layout.is_marked(document)), None)
    if own is not None:
        return own
    unmarked = next((layout for layout in hosted if not layout.marks), None)
    if unmarked is not None:
        return unmarked
    # A site's older pages may be those of a platform it has left. A layout that several sites share has a nameless
    # reader of its own, without hosts.
    marked = [
        layout
        for layout in layouts()
        if (not layout.hosts or not document.hosts or (not hosted and _is_mirrored(layout, document)))
        and layout.is_marked(document)
    ]
    if len(marked) < 2:
        return next(iter(marked), None)
    # Single names are shared by chance.
    return min(marked, key=lambda layout: (bool(layout.hosts), -len(layout.marks & document.marks)))


def _is_mirrored(layout: Layout, document: Document) -> bool:
    """Whether a page of an unknown host has several marks of a layout; a single name is shared by chance."""
    return len(layout.marks & document.marks) > 1
