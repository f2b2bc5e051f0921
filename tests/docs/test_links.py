"""What the documents link to is there, and what they show runs."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(document):
    for target in _LINK.findall(document.read_text("utf-8")):
        if "://" not in target:
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_example_of_a_served_journal_runs(capsys):
    guide = (ROOT / "docs" / "operations.md").read_text("utf-8")
    (code,) = [block for block in re.findall(r"```python\n(.*?)```", guide, re.DOTALL) if "serve(" in block]
    exec(compile(code, "docs/operations.md", "exec"), {})
    assert "10.5555/bulk.0" in capsys.readouterr().out
