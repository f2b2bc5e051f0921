"""Marks in by-lines that several readers look for."""

from __future__ import annotations

import re

#: The ORCID iD in the address of a record.
ORCID_LINK = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
#: Between labels that are printed in one: "1,2", "1a", "a*".
LABEL_SPLIT = re.compile(r"[,;\s]+|(?<=\d)(?=[a-z*†‡§¶#])|(?<=[*†‡§¶#a-z])(?=[\d*†‡§¶#])")
#: What marks the corresponding author.
STAR = re.compile(r"[*✉\ue000]")
