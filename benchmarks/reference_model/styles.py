"""Reference strings made up from facts, in the styles that journals print, with the label of every character.

A template names fields in braces; a part in ``<…>`` is printed only if its fields are there.
A author, C first author only, E editors, O organisation, T title, J journal, B book, V volume, I issue, P pages,
F first page, Y year, M day and month, U publisher, L place, N note, D identifier or link.
"""

from __future__ import annotations

import random
import re

LABELS = {
    "A": "author", "E": "editor", "O": "org", "T": "title", "J": "journal", "B": "book", "V": "volume", "I": "issue",
    "P": "pages", "F": "pages", "Y": "date", "M": "date", "U": "publisher", "L": "place", "N": "note", "D": "id",
    "S": "series", "R": "id",
}  # fmt: skip

# (author style, template)
ARTICLES = [
    ("vancouver", "{A}. {T}. {J}. {Y};{V}<({I})>:{P}.< {D}>"),
    ("vancouver", "{A}. {T}. {J} {Y};{V}<({I})>:{P}"),
    ("vancouver", "{A}. {T}. {J}. {Y} {M};{V}<({I})>:{P}.< doi: {D}>"),
    ("vancouver", "{A}. {T}. {J} {Y}; {V}: {P}."),
    ("vancouver", "{A} ({Y}) {T}. {J} {V}: {P}.< doi: {D}>"),
    ("vancouver", "{A}: {T}. {J} {Y}, {V}<({I})>:{P}."),
    ("vancouver", "{A}: {T}. {J}. {Y}; {V}<({I})>: {P}."),
    ("vancouver", "{A}: {T}. {J} {Y}; {V}:{P}"),
    ("vancouver", "{A} ({Y}) {T}. {J} {V}<({I})>:{P}.< {D}>"),
    ("vancouver", "{A}. {Y}. {T}. {J} {V}:{P}"),
    ("vancouver", "{A}. {Y} {T}. {J} {V}, {P}.< (doi:{D})>"),
    ("vancouver", "{A}. {T}.{J}{Y};{V}:{P}.< doi:{D}>"),
    ("vancouver", "{A}. {T} {J}. {Y};{V}:{P}.< {D}>"),
    ("vancouver", "{A}. {T}. {J}. {V}<, {I}>, {F} ({Y})."),
    ("glued", "{A} {T}. {J}. {Y};{V}:{P}"),
    ("glued", "{A} {T} {J} {Y};{V}<({I})>:{P}< {D}>"),
    ("vancouver", "{A} {T} {J} {Y} {V} {P}< {D}>"),
    ("vancouver", "{A}. {Y}. {T}. {J} {V} Article {F}"),
    ("vancouver", "{A}. {T}. {J}. {Y};{V}<({I})>:{P}. [PMID: {D}] doi:{D}"),
    ("vancouver", "{A}. {T}. {J}. {Y};{V}:{P}.<  PMID: {D}>"),
    ("vancouver", "{A}. {T} [published online {M}, {Y}]. {J}. doi:{D}"),
    ("vancouver", "{A}: {T}. {J} {Y}. Issue {I}. Art. No.: {F}.< doi:{D}>"),
    ("vancouver", "{A}. {T}. {J}, {Y}:{F}."),
    ("vancouver", "{A}. {T}.{J}, {Y}:{F}."),
    ("vancouver", "{A}. {T}. {J}. {Y}; {V}:{F}."),
    ("families", "{A}. {Y}. {T}. {J}.< {D}>"),
    ("families", "{A}. {T}. {J} {V}, {P} ({Y})."),
    ("families", "{A} ({Y}) {J} {V}:{P}"),
    ("spaced", "{A}. {Y}. {T}. {J}, {V}: {P}"),
    ("spaced", "{A}. {T}[J]. {J}, {Y}, {V}<({I})>: {P}."),
    ("spaced", "{A} {Y} {T} {J} {V} {P}"),
    ("spaced", "{A} {Y} {J} {V} {F}"),
    ("dotted", "{A} ({Y}) {T}. {J} {V}:{P}.< doi: {D}>"),
    ("dotted", "{A} {T}. {J}, {Y}, {V}<({I})>: {P}"),
    ("dotted", "{A} ({Y}) {T}. {J}, {V}, {P}."),
    ("dotted", "{A}, {Y}, {J}, {V}, {F}"),
    ("apa", "{A} ({Y}). {T}. {J}, {V}<({I})>, {P}.< {D}>"),
    ("apa", "{A} ({Y}). {T}. {J}, {V}<({I})>, {P}."),
    ("apa", "{A} ({Y}, {M}). {T}. {J}, {V}<({I})>, {P}."),
    ("apa", "{A} ({Y}). {T}. {J}.< {D}>"),
    ("nature", "{A} {T}. {J} {V}, {P} ({Y})."),
    ("nature", "{A} {T}. {J} {V}, {F} ({Y})."),
    ("nature", "{A} {T}. {J} {V}, ({Y})."),
    ("nature", "{A} {T}. {J}< {D}> ({Y})."),
    ("nature", "{A} {Y}, {J}, {V}, {F}"),
    ("harvard", "{A}, {Y}. {T}. {J} {V}<({I})>, {P}.< {D}>"),
    ("harvard", "{A} ({Y}) {T}. {J}, {V}<({I})>, pp. {P}."),
    ("harvard", "{A} ({Y}) ‘{T}’, {J}, {V}<({I})>, pp. {P}.< doi: {D}>"),
    ("harvard", "{A}: {T}, {J}, {V}, {P},< {D},> {Y}."),
    ("cell", "{A} ({Y}). {T}. {J} {V}, {P}."),
    ("cell", "{T}. {A} ({Y}) {J} {V}, {P}."),
    ("cell", "{A} ({Y}). {T}. {J} {V}, {P}.< doi: {D}>"),
    ("acs", "{A} {T}. {J} {Y}, {V}< ({I})>, {P}.< DOI: {D}>"),
    ("acs", "{A} {T}. {J} {Y}, {V}, {F}."),
    ("acs", "{A} {J} {Y}, {V}, {P}."),
    ("acs", "{A} {T}. {J}. {Y};{V}<({I})>:{P}."),
    ("acs", "{A}. {T}. {J}, {V}<({I})>, {Y}, {P}."),
    ("abnt", "{A} {T}. {J}, {L}, v. {V}<, n. {I}>, p. {P}, {Y}."),
    ("abnt", "{A} {T}. {J}, v. {V}<, n. {I}>, p. {P}, {Y}.< DOI: {D}>"),
    ("ieee", "{A}, “{T},” {J}, vol. {V}<, no. {I}>, pp. {P}, {Y}."),
    ("ieee", '{A}, "{T}," {J}, vol. {V}<, no. {I}>, pp. {P}, {M} {Y}.< doi: {D}>'),
    ("ieee", "{A}, “{T},” {J}, vol. {V}<, no. {I}>, Article ID {F}, {Y}."),
    ("ieee", "{A}, {T}, {J} {V}, {F} ({Y})."),
    ("ieee", "{A}, “{T},” {J} {V}<({I})>, {P} ({Y}).< {D}>"),
    ("ieee", "{A}, {J} {V}<({I})>, {P} ({Y}).< {D}>"),
    ("ieee", "{A}, {J}, {Y}, {V}, {P}"),
    ("ieee", "{A}, {J} {V} ({Y}), {F}.< {D}>"),
    ("ieee", "{A} ({Y}) {T}. {J} {V}< ({I})>, pp. {P}."),
    ("ieee", "{A}. {T}. {J}, {V}<({I})>:{P}, {Y}."),
    ("ieee", "{A}, {T}, {J} {V} ({Y})<, no. {I}>, {P}."),
    ("physics", "{A}, {T}. {J} {V}, {P} ({Y})."),
    ("physics", "{A}, {T}, {J} {V} ({Y}) {P}.< {D}>"),
    ("physics", "{A}, {J} {V} ({Y}) {F}"),
    ("physics", "{A}, {J} {V}, {F} ({Y})"),
    ("physics", "{A}: {J} {V} ({Y}) {F}."),
    ("tight", "{A}, {T}, {J} {V} ({Y}) {P}."),
    ("tight", "{A} ({Y}) {T}. {J}, {V}, {P}."),
    ("tight", "{A}, {J} {Y}, {V}, {F}."),
    ("bare", "{T} {A} {J}, {V}, {P}, {Y}< {D}>"),
    ("bare", "{A}. {T}. {J} {Y};{V}:{P}"),
    ("full", "{A}. {T}. {J}, {V}<({I})>:{P}, {Y}."),
    ("full", "{A}. {Y}. {T}. {J} {V}, {I} ({M}), {P}.< {D}>"),
    ("full", "{A}, {T}, {J} {V} ({Y})<, no. {I}>, {P}."),
    ("full", "{T} {A} {J}, {V}, {P}, {Y}< {D}>"),
    ("full", "{A}, “{T},” {J} {V}<, no. {I}> ({Y}): {P}."),
    ("full", "{A}, « {T} », {J}<, vol. {V}><, n° {I}>, {Y}, p. {P}."),
    ("full", "{A}, {T}, in: {J} {V} ({Y}), S. {P}."),
    ("chicago", "{A}. “{T}.” {J} {V}<, no. {I}> ({Y}): {P}.< {D}>"),
    ("chicago", "{A}. {Y}. “{T}.” {J} {V}< ({I})>: {P}.< {D}>"),
    ("chicago", "{A}. “{T}.” {J}, vol. {V}<, no. {I}>, {Y}, pp. {P}."),
    ("chicago", "{A}. {Y}. {T}. {J} {V}. {P}."),
    ("chicago", '{A}. "{T}." {J} {V}<.{I}> ({Y}): {P}.'),
    ("ams", "{A}, {Y}: {T}. {J}, {V}, {P}.< {D}>"),
    ("ams", "{A} ({Y}), {T}, {J}, {V}<({I})>, {P}.< {D}>"),
    ("ams", "{A}, {T}, {J}, {V} ({Y}), pp. {P}."),
]
CHAPTERS = [
    ("vancouver", "{A}. {T}. In: {E}, editors. {B}. {L}: {U}; {Y}. p. {P}."),
    ("vancouver", "{A}: {T}. In {B}. Edited by {E}. {L}: {U}; {Y}:{P}."),
    ("vancouver", "{A} ({Y}) {T}. In: {E} (eds) {B}. {U}, {L}, pp {P}"),
    ("vancouver", "{A}. {Y} {T}. In {B} (eds {E}), pp. {P}. {L}: {U}."),
    ("vancouver", "{A} ({Y}) {T}. In: {B}, pp {P}.< {D}>"),
    ("apa", "{A} ({Y}). {T}. In {E} (Eds.), {B} (pp. {P}). {L}: {U}."),
    ("apa", "{A} ({Y}). {T}. In {E} (Ed.), {B} (Vol. {V}, pp. {P}). {U}."),
    ("nature", "{A} {T}. in {B} (eds {E}) {P} ({U}, {Y})."),
    ("nature", "{A} {T}. In {B} {P} ({U}, {Y})."),
    ("nature", "{A} in {B} (eds {E}) {P} ({U}, {L}, {Y})."),
    ("nature", "{A} {T}. In {B} Vol. {V} (eds {E}) {P} ({U}, {Y})."),
    ("nature", "{A} {B}, {P} ({U}, {Y})."),
    ("harvard", "{A}, {Y}. {T}. In: {E} (Eds.), {B}. {U}, {L}, pp. {P}."),
    ("ieee", "{A}, “{T},” in {B}, {E}, Eds. {L}: {U}, {Y}, pp. {P}."),
    ("ieee", "{A}, “{T},” in {B}, {L}, {Y}, pp. {P}."),
    ("ieee", "{A}. {T}. In {B}, pages {P}, {Y}."),
    ("ieee", "{A}. {T}. In {E}, editors, {B}, pages {P}. {U}, {L}, {Y}."),
    ("ieee", "{A}. {T}. In {B}, volume {V} of {S}, pages {P}. {U}, {Y}."),
    ("physics", "{A}, {T}, in: {E} (Eds.), {B}, {U}, {L}, {Y}, pp. {P}."),
    ("physics", "{A}, in {B}, edited by {E} ({U}, {L}, {Y}), p. {F}."),
    ("physics", "{A}, {T}, in {B} ({U}, {Y}), pp. {P}."),
    ("full", "{A}. {Y}. {T}. In {B}. {U}, {P}.< {D}>"),
    ("full", "{A}, “{T}”, in {E} (ed.), {B}, {L}, {U}, {Y}, p. {P}."),
    ("full", "{A}, {T}, in: {E} (Hg.), {B}, {L} {Y}, S. {P}."),
    ("chicago", "{A}. “{T}.” In {B}, edited by {E}, {P}. {L}: {U}, {Y}."),
    ("chicago", "{A}. {Y}. “{T}.” In {B}, edited by {E}, {P}. {L}: {U}."),
    ("ieee", "{A}, “{T},” {B}, {E}, Ed. , {L}: {U}, ch. 21, pp. {P}, {Y}."),
    ("org", "{O}. {B}, {P} ({U}, {Y})."),
    ("org", "{O} in {B} (eds {E}) {P} ({U}, {Y})."),
    ("abnt", "{A} {T}. In: {E} (Org.). {B}. {L}: {U}, {Y}. p. {P}."),
    ("ams", "{A}, {Y}: {T}. {B}, {E}, Eds., {U}, {P}."),
]
BOOKS = [
    ("vancouver", "{A}. {B}. {L}: {U}; {Y}."),
    ("vancouver", "{A}. {B}. {N}. {L}: {U}; {Y}."),
    ("vancouver", "{A}: {B}. {L}: {U}; {Y}."),
    ("vancouver", "{A}: {B}. {L}, {U}, {Y}"),
    ("vancouver", "{A} ({Y}) {B}. {U}, {L}"),
    ("vancouver", "{A} ({Y}) {B}. {L}: {U}. {N}."),
    ("vancouver", "{A}. {Y}. {B}. {L}: {U}"),
    ("vancouver", "{A} ({Y}) {B}. {U}, {L}."),
    ("apa", "{A} ({Y}). {B} ({N}). {L}: {U}."),
    ("apa", "{A} ({Y}). {B}. {U}."),
    ("dotted", "{A} ({Y}). {B}. {S}, {U}, {L}."),
    ("nature", "{A} {B} ({U}, {Y})."),
    ("nature", "{A} {B} {N} ({U}, {L}, {Y})."),
    ("harvard", "{A} ({Y}) {B}. {L}: {U}."),
    ("harvard", "{A}, {Y}. {B}, {N}. {U}, {L}."),
    ("ieee", "{A}, {B}. {L}: {U}, {Y}."),
    ("ieee", "{A}, {B}, {U}, {L}, {Y}."),
    ("ieee", "{A}, {B} ({U}, {L}, {Y})."),
    ("ieee", "{A}, {B}, {N} ({U}, {Y})."),
    ("ieee", "{A}. {B}. {U}, {Y}."),
    ("physics", "{A}, {B} ({U}, {Y})."),
    ("physics", "{A}, {B}, {U}, {Y}"),
    ("full", "{A}, {B}, {L}, {U}, {Y}."),
    ("full", "{A}, {B}, {L} {Y}."),
    ("full", "{A}. {B}. {U}, {Y}."),
    ("full", "{A}, {B} ({L}: {U}, {Y}), p. {F}."),
    ("chicago", "{A}. {B}. {L}: {U}, {Y}."),
    ("chicago", "{A}. {Y}. {B}. {L}: {U}."),
    ("chicago", "{A}. {B}. {U}, {Y}."),
    ("abnt", "{A} {B}. {L}: {U}, {Y}."),
    ("abnt", "{A} {B}. {N}. {L}: {U}, {Y}. {N}."),
    ("ams", "{A}, {Y}: {B}. {U}, {N}."),
]
THESES = [
    ("vancouver", "{A}. {B} [{N}]. {L}: {U}; {Y}."),
    ("apa", "{A} ({Y}). {B} ({N}). {U}."),
    ("nature", "{A} {B}. {N}, {U} ({Y})."),
    ("ieee", "{A}, “{B},” {N}, {U}, {L}, {Y}."),
    ("physics", "{A}, {B}, {N}, {U} ({Y})."),
    ("full", "{A}. {B}. {N}, {U}, {Y}."),
    ("chicago", "{A}. {Y}. “{B}.” {N}, {U}."),
    ("abnt", "{A} {B}. {Y}. {N} – {U}, {L}."),
    ("harvard", "{A}, {Y}. {B}. {N}. {U}."),
]
REPORTS = [
    ("apa", "{A} ({Y}). {B} ({R}). {L}: {U}."),
    ("ieee", "{A}, “{B},” {R}, {U}, {L}, {Y}."),
    ("nature", "{A} {B}. {R} ({U}, {Y})."),
    ("ams", "{A}, {Y}: {B}. {U} {R}, {N}.< {D}>"),
    ("vancouver", "{A}. {B}. {L}: {U}; {Y}. {R}."),
    ("ieee", "{A}, {B}, {R} ({Y})."),
    ("physics", "{A}, {B}, {R}, {Y}."),
    ("physics", "{A}, {R} ({Y})."),
    ("org", "{O}. {B}. {R}. {L}: {U}; {Y}."),
    ("org", "{O}, {B}, {R}."),
]
PREPRINTS = [
    ("nature", "{A} {T}. Preprint at {D} ({Y})."),
    ("apa", "{A} ({Y}). {T}. {D}."),
    ("apa", "{A} ({Y}). {T}. {J}. {D}"),
    ("ieee", "{A}. {T}. arXiv preprint {D}, {Y}."),
    ("physics", "{A}, {T}, {D} ({Y})."),
    ("physics", "{A}, {D}."),
    ("physics", "{A}, {T}, {J} {V} ({Y}) {F} [{D}]."),
    ("physics", "{A}, {J} {V}, {F} ({Y}), {D}."),
    ("tight", "{A}, {T}, {D}."),
    ("full", "{A}. {Y}. {T}. {D}"),
    ("full", "{A}. {T}. {D}, {Y}."),
]
WEB = [
    ("org", "{O}. {T}. {M} {Y}. Accessed at {D} on {N}."),
    ("org", "{O}. {T}. {D} ({Y})."),
    ("org", "{O}. {T}. {D}. Accessed {N}."),
    ("org", "{O} ({Y}). {T}. Retrieved from {D}"),
    ("org", "{O} ({Y}) {T}. Available at: {D} (accessed {N})."),
    ("org", "{O}, “{T}” ({Y}); {D}."),
    ("org", "{O}, {T}. {U}, {Y}, {D}."),
    ("org", "{O}. {T}. {L}: {U}; {Y}."),
    ("org", "{O}. {T}. {L}, {Y}."),
    ("org", "{O}. {B}. {L}: {U}; {Y}."),
    ("org", "{O}, {B}. {L}: {U}, {Y}."),
    ("org", "{O}. {T}. {L}, {Y}. Disponível em: <{D}>. Acesso em: {N}."),
    ("org", "{O}. {T} [Internet]. {L}: {U}; {Y} [cited {N}]. Available from: {D}"),
    ("apa", "{A} ({Y}). {T}. Retrieved {N}, from {D}"),
    ("ieee", "{A}, {T}, {U} ({Y}); {D}."),
    ("nature", "{A} {T}. {U} {D} ({Y})."),
    ("vancouver", "{A}. {Y} {T}. {U}. ({D})"),
    ("vancouver", "{A}. {T}. {U}. {Y}. {D}. Accessed {N}."),
    ("full", "{A}. {Y}. {T}. {D} (accessed {N})."),
    ("families", "{A}. {Y}. {T}. {U}. {D} (accessed {N})"),
    ("none", "{T}. {D}."),
    ("none", "{T}. {Y}. {D}. Accessed {N}."),
]

_FIELD = re.compile(r"\{(\w)\}")
_OPTIONAL = re.compile(r"<([^<>]*\{[^<>]*)>")


def filled(rng: random.Random, template: str, facts: dict[str, str]) -> tuple[str, list[str]]:
    """Return a template with its fields printed, and the label of each character."""

    def kept(match: re.Match[str]) -> str:
        there = all(facts.get(name) for name in _FIELD.findall(match[1]))
        return match[1] if there and rng.random() < 0.8 else ""

    template = _OPTIONAL.sub(kept, template)
    text, labels, at = "", [], 0
    for match in _FIELD.finditer(template):
        between = template[at : match.start()]
        value = facts.get(match[1]) or ""
        if value.endswith(".") and template[match.end() : match.end() + 1] == ".":
            value = value[:-1]
        text += between + value
        labels += ["O"] * len(between) + [LABELS[match[1]]] * len(value)
        at = match.end()
    rest = template[at:]
    return text + rest, labels + ["O"] * len(rest)
