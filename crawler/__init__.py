"""Fetch and read one page: what the page says, in the page's words."""
