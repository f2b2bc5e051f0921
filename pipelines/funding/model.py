"""What a funding statement yields: one row per funder–award pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FundingKind = Literal["research", "open_access_fee", "none_declared"]


@dataclass(frozen=True, slots=True)
class Funding:
    """One funder–award pair of a statement.

    Attributes:
        kind: What the money was for; ``none_declared`` where the statement says that there was none.
        funder_name: As printed; None for an award or a scheme whose funder is not stated.
        funder_id: ROR URL, only where the printed name means one organisation and no other.
        award_id: As printed, without "grant no." and the like.
        scheme: Programme or kind of grant, as printed (``Starting Grant``).
        recipient: Who received it, as printed (``A.B.``, ``Jane Doe``), where the statement says so.
        text: The sentence the pair came from, as printed.
        start: Where `text` begins in the statement, in characters.
        end: Where `text` ends.
        source: ``text:statement``; callers that know better put the place on the page.
    """

    kind: FundingKind
    funder_name: str | None
    funder_id: str | None
    award_id: str | None
    scheme: str | None
    recipient: str | None
    text: str
    start: int
    end: int
    source: str = "text:statement"
