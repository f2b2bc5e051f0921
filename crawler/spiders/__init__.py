"""Spiders: what to fetch, and what became of it."""
