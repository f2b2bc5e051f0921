"""Parsers: pure functions from bytes, headers and URL to what the page said."""
