"""Which printed headings name the type of an article, rather than its subject or a section of the journal."""

from __future__ import annotations

import re
from typing import Final

#: A heading is a type when it has at least one of these words …
_KINDS: Final = frozenset(
    "article articles paper papers review reviews letter letters editorial editorials correspondence commentary"
    " commentaries comment comments communication communications report reports note notes news erratum errata corrigendum"
    " corrigenda correction corrections retraction addendum essay essays interview obituary perspective perspectives"
    " opinion viewpoint viewpoints feature features protocol protocols tutorial proceedings abstract abstracts primer"
    " preface foreword announcement announcements matters reply rejoinder response brief insight insights synopsis"
    " meta-analysis research discussion survey highlights survey analysis resource resources methods method hypothesis"
    " artigo artigos artículo artículos articulo articulos article originaux revisão revisión revisões editoriais"
    " comunicação carta cartas nota notas reseña resenha übersichtsarbeit originalarbeit originalarbeiten fallbericht"
    " kasuistik leitartikel translation introduction study studies q&a".split()
)
#: … and no word beyond these.
_FILLERS: Final = frozenset(
    "original originals originais originales full length full-length short rapid regular invited contributed brief"
    " mini systematic scoping case technical clinical scientific data software book books product meeting conference"
    " special topic issue issues feature open access peer reviewed peer-reviewed expert topical critical focused trial trials"
    " replication advance of the and to on in for a an author authors author's editor editors editor's guest concise registered"
    " basic applied theoretical experimental empirical quantitative qualitative community page pages tools tool"
    " arising new front matter back cover image images video de del da do e y et la le opinion policy forum history"
    " advances early career physics spotlight focus journal club stage i ii & - – / breakthrough progress"
    " laboratory practice education educational teaching public health in-depth news-and-views views view world".split()
)


def is_article_type(text: str) -> bool:
    """Whether a heading such as "Original Research Article" names a type.

    >>> is_article_type("Original Article"), is_article_type("Stellar structure and evolution")
    (True, False)
    """
    words = re.findall(r"[\w'&-]+", text.casefold().replace("’", "'"))
    return (
        0 < len(words) <= 7
        and any(word in _KINDS for word in words)
        and all(word in _KINDS or word in _FILLERS for word in words)
    )
