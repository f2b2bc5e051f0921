"""``backmatter parse`` on input that is none: a line that names it, a record, exit status 1, and the rest done."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backmatter.cli import app

PAGE = (
    b"<!DOCTYPE html><html><head><title>Bread</title><meta name='citation_title' content='On bread'>"
    b"<meta name='citation_doi' content='10.5555/bread.1'></head><body><h1>On bread</h1>"
    + b"<p>Bread is what we look at here.</p>" * 60
    + b"</body></html>"
)


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("fake.warc", b"junk" * 100, "not a WARC file"),
        ("fake.warc.gz", b"junk" * 100, "not a WARC file"),
        ("empty.warc", b"", "the file is empty"),
        ("missing.warc.gz", None, "no such file"),
        ("missing.html", None, "no such file"),
        ("empty.html", b"", "empty"),
        ("paper.html", b"%PDF-1.4\n" + bytes(range(256)) * 9, "PDF"),
        ("torn.html.gz", gzip.compress(PAGE)[:150], "broken gzip"),
        ("garden.html", b"<html><body><h1>Our garden</h1><p>Roses.</p></body></html>", "not an article page"),
        ("cut.html", PAGE[:900], "ends before"),
    ],
)
def test_bad_input_is_told_and_the_rest_is_done(
    tmp_path: Path, name: str, body: bytes | None, says: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.html"
    good.write_bytes(PAGE)
    if body is not None:
        bad.write_bytes(body)
    result = CliRunner().invoke(app, ["parse", str(bad), str(good)])
    assert result.exit_code == 1
    first, last = map(json.loads, result.stdout.splitlines())
    assert first["file"] == str(bad)
    assert last["article"]["doi"] == "10.5555/bread.1"
    (line,) = result.stderr.splitlines()
    assert str(bad) in line
    assert says in line


def test_good_input_says_nothing(tmp_path: Path) -> None:
    good = tmp_path / "good.html"
    good.write_bytes(PAGE)
    result = CliRunner().invoke(app, ["parse", str(good)])
    assert (result.exit_code, result.stderr) == (0, "")
