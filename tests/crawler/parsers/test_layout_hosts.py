"""Which layout reads a page, told by its host."""

import pytest

from crawler.parsers import read_page


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.sciencedirect.com/science/article/pii/S1", "sciencedirect"),
        ("https://www.sciencedirect.com.ezproxy.lib.example.edu/science/article/pii/S1", "sciencedirect"),
        ("https://www-sciencedirect-com.ezproxy.lib.example.edu/science/article/pii/S1", "sciencedirect"),
        ("https://www.sciencedirect.example/science/article/pii/S1", "generic"),
    ],
)
def test_a_library_proxy_does_not_hide_the_site(address: str, site: str):
    page = b"""<html><body><div class="author-group"></div><h1>Dew</h1></body></html>"""
    assert read_page(page, address).parser.partition("@")[0] == site


@pytest.mark.parametrize(("marks", "site"), [("", "generic"), ("title-text", "sciencedirect")])
def test_a_mirror_is_told_by_several_marks(marks: str, site: str):
    page = f"""<html><body><div class="author-group"></div><h1><span class="{marks}">Dew</span></h1></body></html>"""
    assert read_page(page.encode(), "https://mirror.example/S1").parser.partition("@")[0] == site
