"""Registries of organisations beside a dataset: ROR and the Crossref Funder Registry, loaded from their dumps."""

from backmatter.registry.lookup import Registries
from backmatter.registry.store import Loaded, RegistryStatus, load_registry, registries_of, registry_status

__all__ = [
    "Loaded",
    "Registries",
    "RegistryStatus",
    "load_registry",
    "registries_of",
    "registry_status",
]
