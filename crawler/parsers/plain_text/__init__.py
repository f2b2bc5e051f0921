"""Plain-text captures of pages, as text browsers and text corpora hold them."""

from crawler.parsers.plain_text.reader import looks_like_capture, read_plain_text

__all__ = ["looks_like_capture", "read_plain_text"]
