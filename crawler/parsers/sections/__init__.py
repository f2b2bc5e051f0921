"""Headed sections and what is like one: named blocks, bold lines, keywords, statements in running text."""
