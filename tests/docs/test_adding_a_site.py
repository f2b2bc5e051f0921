"""The example in docs/adding-a-site.md reads the page that its selectors describe."""

import re
import types
from pathlib import Path

from crawler.items import PageReading
from crawler.parsers.document import Document
from crawler.parsers.formats import html_root

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-site.md"

PAGE = b"""<!DOCTYPE html><html><head><title>x</title></head><body>
<h1 class="paper-title">Of <i>mice</i></h1> <span class="e-locator">e7</span>
<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">licence</a>
<ul class="tags"><li>mice</li><li>men</li></ul>
<ol class="by-line"><li><span class="who">Ada Byron</span></li></ol>
<ol class="works"><li><p class="as-printed">Steinbeck, J. Of Mice and Men (1937).</p><a href="/x">Find</a></li></ol>
<p class="write-to">Correspondence to Ada Byron.</p></body></html>"""


def example():
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    module = types.ModuleType("example")
    exec(compile(code, str(GUIDE), "exec"), module.__dict__)
    return module


def read(layout, page):
    document = Document(html_root(page, None), "https://journal.example/1")
    reading = PageReading("other", "html", layout.name)
    assert "journal.example" in layout.hosts
    layout.read(document, reading)
    return reading


def test_the_example_reads_its_page():
    reading = read(example().Example2(), PAGE)
    values = {candidate.field: candidate.value for candidate in reading.candidates}
    assert values["title"] == "Of mice"
    assert values["article_number"] == "e7"
    assert values["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert values["keywords"] == ("mice", "men")
    assert [author.name for author in reading.author_lists[0].authors] == ["Ada Byron"]
    assert [work.raw for work in reading.reference_lists[0].references] == [
        "Steinbeck, J. Of Mice and Men (1937)."
    ]


def test_marks_tell_the_older_layout():
    module = example()
    old = Document(html_root(b"<html><body><div id='old-front-matter'><h2>T</h2></div></body></html>", None))
    assert module.Example1().is_marked(old)
    assert not module.Example1().is_marked(Document(html_root(PAGE, None)))
