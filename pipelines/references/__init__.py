"""Reference strings of any style, read into the columns of the ``references`` table."""

from pipelines.references.parse import parse_reference
from pipelines.references.reference import Reference

__all__ = ["Reference", "parse_reference"]
