"""Who is meant: identifiers of funders and institutions, from what a page says and from registries."""

from pipelines.identity.body import Body, Registry
from pipelines.identity.funders import named_funder, stated_funder
from pipelines.identity.institutions import institution
from pipelines.identity.names import acronym_key, name_key

__all__ = ["Body", "Registry", "acronym_key", "institution", "name_key", "named_funder", "stated_funder"]
