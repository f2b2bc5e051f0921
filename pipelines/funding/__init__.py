"""Funding statements as data: who paid, which award, under which scheme."""

from __future__ import annotations

from pipelines.funding.model import Funding, FundingKind
from pipelines.funding.statement import funding_sentences, parse_funding

__all__ = ["Funding", "FundingKind", "funding_sentences", "parse_funding"]
