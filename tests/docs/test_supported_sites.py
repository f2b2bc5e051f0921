from backmatter.supported_sites import PAGE, SAVED_PAGES, sites_page
from crawler.parsers.sites import layouts


def test_the_list_of_sites_is_that_of_the_site_files():
    assert PAGE.read_text("utf-8") == sites_page(), (
        "run python -m backmatter.supported_sites and commit docs/supported-sites.md"
    )


def test_every_layout_has_a_saved_page():
    page = sites_page(SAVED_PAGES)
    without = [
        layout.name for layout in layouts() if f"| {layout.name} |" in page and _saved(page, layout.name) == 0
    ]
    assert without == []


def _saved(page: str, name: str) -> int:
    row = next(line for line in page.splitlines() if line.startswith(f"| {name} |"))
    return int(row.split(" | ")[4])
