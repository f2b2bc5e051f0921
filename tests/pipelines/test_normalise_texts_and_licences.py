from __future__ import annotations

import pytest

from pipelines import normalise

CC = "https://creativecommons.org/licenses"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("http://creativecommons.org/licenses/by/4.0/", ("CC-BY-4.0", f"{CC}/by/4.0/")),
        ("https://creativecommons.org/licenses/by-nc-nd/3.0", ("CC-BY-NC-ND-3.0", f"{CC}/by-nc-nd/3.0/")),
        ("https://creativecommons.org/licenses/by/3.0/igo/", ("CC-BY-3.0-IGO", f"{CC}/by/3.0/igo/")),
        ("CC BY-NC-SA 4.0", ("CC-BY-NC-SA-4.0", f"{CC}/by-nc-sa/4.0/")),
        ("CC-BY", ("CC-BY", None)),
        ("Creative Commons Attribution 4.0 International License", ("CC-BY-4.0", f"{CC}/by/4.0/")),
        ("Creative Commons Attribution-NonCommercial-NoDerivs 3.0 Unported",
         ("CC-BY-NC-ND-3.0", f"{CC}/by-nc-nd/3.0/")),
        ("under a Creative Commons Attribution (CC BY) 4.0 licence", ("CC-BY-4.0", f"{CC}/by/4.0/")),
        ("CC0", ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")),
        ("Public Domain Dedication", ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")),
        ("© 2020 The Authors. All rights reserved.", (None, None)),
        ("", (None, None)),
    ],
)  # fmt: skip
def test_licence(printed: str, expected: tuple[str | None, str | None]) -> None:
    assert normalise.licence(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("  two\n words ", "two words"),
        ("M&amp;amp;M", "M&M"),
        ("co\u00adop\u200beration", "cooperation"),
        ("e\u0301tude", "étude"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("p &lt; 0.05", "p < 0.05"),
        ("\u200b", None),
        (None, None),
    ],
)
def test_text(printed: str | None, expected: str | None) -> None:
    assert normalise.repaired_text(printed) == (expected, False)


@pytest.mark.parametrize(
    ("printed", "expected"), [("SchÃ¶n and MÃ¼ller", "Schön and Müller"), ("Pâ€™s", "P’s")]
)
def test_mojibake_is_repaired_and_told(printed: str, expected: str) -> None:
    assert normalise.repaired_text(printed) == (expected, True)


@pytest.mark.parametrize("sound", ["São Paulo", "naïve Â", "Ångström", "Größe „gut“"])
def test_sound_text_is_left_alone(sound: str) -> None:
    assert normalise.repaired_text(sound) == (sound, False)


def test_plain_title_drops_markup_and_keeps_mathematics() -> None:
    assert normalise.plain_title("&lt;i&gt;E. coli&lt;/i&gt; H<sub>2</sub>O") == "E. coli H2O"
    assert normalise.plain_title("n<b and c>d") == "n<b and c>d"
    assert normalise.plain_title("One<br/>two") == "One two"
