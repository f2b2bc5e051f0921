"""Whom the sentence on correspondence names."""

from typing import Any

from pipelines.corresponding import mark_corresponding


def _rows(*people: tuple[str, str, str | None]) -> list[dict[str, Any]]:
    return [
        {"position": n, "given": given, "family": family, "email": email, "is_corresponding": None}
        for n, (given, family, email) in enumerate(people, start=1)
    ]


def _marked(rows: list[dict[str, Any]]) -> list[bool | None]:
    return [row["is_corresponding"] for row in rows]


def test_an_address_beside_another_name_is_not_that_authors():
    rows = _rows(("M.", "Pell", "h.siebert@quay.example"), ("K.", "Zeun", None), ("H. R.", "Siebert", None))
    mark_corresponding(rows, "Correspondence to: Prof. Hartwig R. Siebert, Kiel. h.siebert@quay.example")
    assert _marked(rows) == [False, False, True]


def test_an_address_without_a_name_is_its_authors():
    rows = _rows(("M.", "Pell", "office@quay.example"), ("H. R.", "Siebert", None))
    mark_corresponding(rows, "E-mail: office@quay.example")
    assert _marked(rows) == [True, False]
