"""Every saved page under ``tests/pages`` gives the record that stands beside it.

A page without an expected record gets one written, and its test fails until somebody has read it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import backmatter

PAGES = Path(__file__).resolve().parents[2] / "pages"
SAVED = sorted(
    path for path in PAGES.rglob("*") if path.is_file() and path.suffix not in {".json", ".md", ".url", ".py"}
)


def _said(record: Any) -> Any:
    """The record without what is empty, so that a new column does not touch every page."""
    if isinstance(record, dict):
        kept = {key: _said(value) for key, value in record.items()}
        return {key: value for key, value in kept.items() if value not in (None, [], {}, "")}
    return [_said(value) for value in record] if isinstance(record, list) else record


@pytest.mark.parametrize("page", SAVED, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_page_gives_its_record(page: Path):
    address = page.with_suffix(".url")
    url = address.read_text("utf-8").strip() if address.exists() else None
    record = _said(json.loads(json.dumps(backmatter.parse(page, url=url), ensure_ascii=False, default=str)))
    record["file"] = page.name
    expected = page.with_suffix(".json")
    if not expected.exists():
        expected.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail(f"{expected.name} was missing and is now written; read it before you keep it")
    assert record == json.loads(expected.read_text("utf-8"))
