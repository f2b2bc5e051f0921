"""The abstract of a capture: in one paragraph or in labelled parts, and where the body begins without a heading."""

from __future__ import annotations

import re

from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.plain_text.sections import TextSection, ends_sentence, is_prose

#: Labels inside a structured abstract.
_LABELS = frozenset(
    """aim|aims|aims and objectives|objective|objectives|purpose|purposes|hypothesis|context|importance|
    rationale|design|study design|methods/design|methods and design|design, setting, and participants|
    setting|settings|design and setting|participants|patients|subjects|population|
    patients and methods|patient population|intervention|interventions|exposure|exposures|
    measurements|measurement|main outcome measures|main outcome measure|main outcomes and measures|
    outcome measures|outcomes|primary outcome|data sources|data source|study selection|
    data extraction|data synthesis|data collection|eligibility|data extraction and synthesis|findings|
    main findings|interpretation|limitation|limitations|conclusions and relevance|
    conclusion and relevance|relevance|clinical relevance|significance and impact|level of evidence|
    trial registration|registration|study registration|clinical trial registration|
    background and aims|background and objectives|background and objective|background and purpose|
    aims and background|introduction and objectives|method|results and conclusions|
    methods and results|methods and findings|methodology/principal findings|
    methodology and principal findings|principal findings|conclusions/significance|
    results and discussion|recommendations|practical implications|sample size|location|novelty|
    motivation|availability and implementation|contact|supplementary information|study population|
    statistical analysis|evidence|systematic review registration|funding|primary funding source|
    clinical trials registration|significance|scope|procedures|approach|main results|problem|
    background|methods|results|conclusion|conclusions|discussion|introduction|materials and methods|
    material and methods|subjects and methods|observations|objetivo|objetivos|fundamento|antecedentes|
    métodos|resultados|conclusiones|conclusão|conclusões|introducción|introdução|material y métodos|
    zielsetzung|hintergrund|fragestellung|zweck|ziel|methoden|methodik|ergebnisse|schlussfolgerung|
    schlussfolgerungen|patienten und methoden|objectif|objectifs|contexte|méthodes|résultats|
    matériel et méthodes|scopo|metodi|risultati|conclusioni|study design and setting|
    objectives and methods|clinical significance""".replace("\n    ", "").split("|")
)
_LEADING = re.compile(r"([A-Z][A-Za-z/&, -]{2,45}?)\s?(?::|[.—–](?=\s)|\s(?=[A-Z\d]))")
_CLOSING = re.compile(r"conclu|interpretation|schlussfolger|conclus", re.IGNORECASE)
#: An abstract beyond this has run into the body.
_LONGEST = 4500
_ONE_PARAGRAPH = 500


def abstract_text(sections: list[TextSection], index: int, layout: Layout) -> str:
    """The abstract under a heading; "" where the heading is a menu's.

    "Abstract / Background / … / Methods / …": headings of the body's names right behind the abstract's heading
    belong to the abstract until one of them comes a second time, or an introduction follows.

    Args:
        sections: All sections.
        index: The abstract's.
        layout: How the capture is laid out.
    """
    parts, labels = _paragraphs(sections[index].blocks, layout)
    if parts and not labels:
        whole = " ".join(parts)
        closed = index + 1 < len(sections) and bool(sections[index + 1].kinds)
        overrun = len(whole) > _LONGEST or (not closed and len(parts[0]) >= _ONE_PARAGRAPH)
        return parts[0] if overrun else whole
    if any(_CLOSING.match(label) for label in labels):
        return " ".join(parts)
    for following in sections[index + 1 : index + 9]:
        name = label_of(following.heading)
        if (following.kind != "body" and name not in _LABELS) or name in labels or not name:
            break
        if name.startswith("introduction") and labels:
            break
        more, inner = _paragraphs(following.blocks, layout)
        if more and _CLOSING.match(name) and sum(map(len, more)) > 1500:
            more = more[:1]  # the body follows without a heading
        if not more or sum(map(len, more)) > 3000:
            break
        more[0] = f"{following.heading.strip(' :.')}: {more[0]}"
        parts += more
        labels += [name, *inner]
        if any(_CLOSING.match(label) for label in [name, *inner]) and len(labels) > 1:
            break
    return " ".join(parts) if len(labels) >= 2 or sections[index].blocks else ""


def label_of(text: str) -> str:
    """A text as the labels of abstracts are listed; "" for one too long to be a label."""
    return text.casefold().strip(" :.").replace("&", "and") if len(text) <= 60 else ""


def _paragraphs(blocks: list[Block], layout: Layout) -> tuple[list[str], list[str]]:
    """Paragraphs up to the first text that is none, and the labels that head them, alone or run in."""
    parts: list[str] = []
    labels: list[str] = []
    head = ""
    for position, block in enumerate(blocks[:400]):
        text = block.text
        name = label_of(text)
        if name in _LABELS:
            if labels and _CLOSING.match(labels[-1]):
                break
            head = text.strip(" :.")
            labels.append(name)
            continue
        leading = _LEADING.match(text[:60])
        led = leading is not None and label_of(leading[1]) in _LABELS
        goes_on = (
            bool(parts)
            and not head
            and layout.fragments
            and (not ends_sentence(parts[-1]) or text[:1] in ",.;:)" or text[:1].islower())
        )
        if goes_on:
            parts[-1] = join([parts[-1], text])
            continue
        if not (led or head or is_prose(text) or (layout.fragments and not parts and len(text) >= 40)):
            if parts or position >= 6:
                break
            continue
        if labels and _CLOSING.match(labels[-1]) and not head:
            break
        if led and leading is not None:
            labels.append(label_of(leading[1]))
        parts.append(f"{head}: {text}" if head else text)
        head = ""
    return parts, labels
