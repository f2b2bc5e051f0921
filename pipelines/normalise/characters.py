"""Character tables that several normalisers share, for `str.translate`."""

from __future__ import annotations

#: Every printed hyphen, dash and minus to the one on the keyboard.
HYPHENS: dict[int, str] = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")

# Unicode categories Cc (but for white space), Cf (but for the joiners of Persian and Indic writing) and Cs.
_INVISIBLE_RANGES = (
    (0x00, 0x08),
    (0x0E, 0x1B),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFC),
    (0xE0001, 0xE007F),
)

#: Characters that take no room on paper: controls, soft hyphens, zero-width and direction marks, surrogates.
INVISIBLE: dict[int, None] = {
    code: None for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)
}
