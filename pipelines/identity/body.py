"""What a registry of organisations knows, and how it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

ROR = "https://ror.org/"


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of a registry.

    Attributes:
        id: ROR URL; ``10.13039/…`` for a funder of the Crossref Funder Registry that ROR does not know.
        name: The name that the registry shows.
        country: ISO 3166 alpha-2; None where the registry tells none, or several.
        city: As the registry spells it; None where it tells none.
    """

    id: str
    name: str
    country: str | None
    city: str | None


class Registry(Protocol):
    """Registries of organisations, as the pipelines ask them. Equal questions have equal answers."""

    def named(self, key: str) -> Sequence[Body]:
        """Every body that has a name with this `pipelines.identity.name_key`, sorted by id."""

    def abbreviated(self, acronym: str) -> Sequence[Body]:
        """Every body that has an acronym with this `pipelines.identity.acronym_key`, sorted by id."""

    def numbered(self, number: str) -> Body | None:
        """The body with this number in the Crossref Funder Registry (``501100000780``); None if not just one."""


def sole(bodies: Sequence[Body]) -> Body | None:
    """The only one of `bodies`; None where there are none or several."""
    return bodies[0] if len(bodies) == 1 else None
