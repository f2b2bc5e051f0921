"""What users give, and the one name that each page goes by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.targets import TargetError, names_of_page, read_list, read_target
from crawler.urls import canonical_url, clean_url

PAGE = "https://journal.example/articles/a1"


@pytest.mark.parametrize(
    "text",
    [
        "10.5555/ABC.1",
        " doi:10.5555/abc.1 ",
        "DOI 10.5555/abc.1.",
        "doi: 10.5555/abc.1",
        "https://doi.org/10.5555/abc.1",
        "http://dx.doi.org/10.5555%2Fabc.1?nosfx=y",
        "doi.org/10.5555/abc.1",
        "<https://doi.org/10.5555/abc.1>",
        "info:doi/10.5555/abc.1",
        "10.5555%2Fabc.1",
        "http://127.0.0.1:9/doi/10.5555/abc.1",
    ],
)
def test_a_doi_in_any_spelling_is_one_target(text):
    target = read_target(text, "http://127.0.0.1:9/doi/")
    assert target.name == "doi:10.5555/abc.1"
    assert target.url == "http://127.0.0.1:9/doi/10.5555/abc.1"
    assert target.request_id == read_target("10.5555/abc.1").request_id


def test_a_doi_with_odd_characters_is_encoded_for_the_resolver():
    target = read_target("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")
    assert target.url.endswith("17:15%3C1661::aid-sim968%3E3.0.co;2-2")


@pytest.mark.parametrize(
    "url",
    [
        "http://journal.example/articles/a1",
        "https://www.journal.example/articles/a1/",
        "https://JOURNAL.example:443/articles/a1#Sec2",
        "https://journal.example/articles/a1?utm_source=feed&utm_medium=rss",
        "https://journal.example/articles/a1?error=cookies_not_supported&code=1f0e9a3c",
        "https://journal.example/articles/%61%31",
        "https://journal.example/x/../articles/a1",
        "https://journal.example/articles/a1;jsessionid=ABC.tomcat1",
        "https://reader:secret@journal.example/articles/a1",
        "journal.example/articles/a1",
    ],
)
def test_one_page_under_many_urls_is_one_target(url):
    target = read_target(url)
    assert target.name == PAGE
    assert "secret" not in repr(target)


def test_what_tells_pages_apart_is_kept():
    assert canonical_url("https://a.example/x?id=2&lang=en") == canonical_url(
        "https://a.example/x?lang=en&id=2"
    )
    assert canonical_url("https://a.example/x?id=2") != canonical_url("https://a.example/x?id=3")
    assert canonical_url("https://a.example/x?code=7") != canonical_url("https://a.example/x")
    assert canonical_url("https://a.example:8443/x") != canonical_url("https://a.example/x")
    assert canonical_url("https://a.example/article/10.1%2Fx") == canonical_url(
        "https://a.example/article/10.1/x"
    )


def test_the_url_asked_for_keeps_scheme_host_and_path():
    assert (
        clean_url("http://www.a.example/Art/10.1%2FX?gclid=1&b=2#top")
        == "http://www.a.example/Art/10.1%2FX?b=2"
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("hello", "neither a DOI nor a URL"),
        ("10.12/x", "a DOI looks like"),
        ("two words", "white space"),
        ("10.5555/a\x00b", "white space"),
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "backmatter ingest"),
        ("javascript:alert(1)", "only http and https"),
        (f"https://a.example/{'x' * 2100}", "longer than 2083"),
        ("http://", "no host"),
        ("http://[x", "not a URL"),
        ("http://a.example:99999/", "not a URL"),
    ],
)
def test_what_cannot_be_fetched_is_said_with_a_reason(text, word):
    with pytest.raises(TargetError, match=word):
        read_target(text)


def test_a_list_file_holds_one_entry_a_line(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(f"\ufeff# my list\n\n10.5555/a\r\n  {PAGE}#Sec1  \n", encoding="utf-8")
    assert read_list(path) == ["10.5555/a", f"{PAGE}#Sec1"]


@pytest.mark.parametrize("content", [b"", b"# nothing\n\n", b"\xff\xfe\x00"])
def test_a_list_without_entries_is_refused_by_name(tmp_path, content):
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    with pytest.raises(TargetError, match="list"):
        read_list(path)


def test_a_stored_page_is_known_by_all_its_names():
    names = set(
        names_of_page(["doi:10.5555/A", f"{PAGE}?utm_source=x", None, "saved/page.html"], "10.5555/a")
    )
    assert names == {"doi:10.5555/a", PAGE}


def target_or_message(text):
    try:
        return read_target(text)
    except TargetError as error:
        return str(error)


@given(st.text(max_size=80))
def test_any_text_is_a_target_or_an_error_with_a_message(text):
    target = target_or_message(text)
    assert target
    if not isinstance(target, str):
        assert target.url.startswith(("http://", "https://"))
        assert read_target(target.url).name == target.name


@given(
    st.from_regex(
        r"https?://(www\.)?[a-z]{1,8}\.org(:80)?/[\w./%-]{0,30}(\?[a-z=&%0-9]{0,20})?", fullmatch=True
    )
)
def test_the_canonical_form_is_its_own_canonical_form(url):
    once = canonical_url(url)
    assert canonical_url(once) == once
