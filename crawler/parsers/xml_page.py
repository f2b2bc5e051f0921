"""One XML document: told apart by its root, read by the reader of its vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from crawler.items import PageReading
from crawler.parsers.elsevier_xml import is_elsevier, read_elsevier
from crawler.parsers.jats import is_jats, read_jats
from crawler.parsers.other_xml.copernicus import is_copernicus, read_copernicus
from crawler.parsers.other_xml.pubmed import is_pubmed, read_pubmed
from crawler.parsers.other_xml.springer import is_springer, read_springer
from crawler.parsers.other_xml.wiley import is_wiley, read_wiley
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.document import parse_xml

Reader = tuple[Callable[[Element], bool], Callable[[Element, str | None], PageReading]]

#: Every vocabulary: whether a tree is of it, and its reader.
FORMATS: Final[tuple[Reader, ...]] = (
    (is_jats, read_jats),
    (is_elsevier, read_elsevier),
    (is_wiley, read_wiley),
    (is_pubmed, read_pubmed),
    (is_copernicus, read_copernicus),
    (is_springer, read_springer),
)


def read_xml(body: bytes, url: str | None = None) -> PageReading | None:
    """Read one XML file; None when it is in no known vocabulary (an XHTML page, a feed).

    What is wrong with the file itself (cut, not well-formed, wrongly encoded) is among the doubts.
    """
    document = parse_xml(body)
    if document.root is None:
        return None
    for knows, read in FORMATS:
        if knows(document.root):
            reading = read(document.root, url)
            reading.doubts[:0] = document.doubts
            return reading
    return None
