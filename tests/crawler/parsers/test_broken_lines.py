"""Lists with nothing but line breaks between their items."""

from lxml import etree

from crawler.parsers.references.broken_lines import broken_lines


def _broken(markup: str) -> list[str]:
    root = etree.HTML(f"<body><div>{markup}</div></body>")
    return ["".join(line.itertext()).strip() for line in broken_lines(root.iter("div"))]


def test_lines_of_one_block_are_items():
    assert _broken("Arrow 1988<br>Nook <i>2002</i> and Dell<br/>\nSable 1961") == [
        "Arrow 1988",
        "Nook 2002 and Dell",
        "Sable 1961",
    ]


def test_blank_lines_part_items_that_are_broken_themselves():
    markup = "Arrow 1988<br>in two lines<br><br>Nook <i>2002</i><br>and <b>Dell</b><br><br>Sable 1961"
    assert _broken(markup) == ["Arrow 1988 in two lines", "Nook 2002 and Dell", "Sable 1961"]


def test_one_break_makes_no_list():
    assert _broken("Shade Institute<br>Aberdeen") == []
