"""What kind of page a page is."""

from __future__ import annotations

import pytest

from crawler.parsers.page_state import news_type

ARTICLE = (
    "<meta name='citation_title' content='On beans'><meta name='citation_doi' content='10.5555/beans.1'>"
)
ABSTRACT = "<h2>Abstract</h2><p>Beans grow. We watched them, and they went on growing all the same.</p>"
LINKS = "".join(f"<li><a href='/articles/10.5555/beans.{n}'>Beans {n}</a></li>" for n in range(6))


def test_an_article_with_its_text(read, prose):
    assert read(f"<h1>On beans</h1>{ABSTRACT}{prose}", ARTICLE).page_state == "article"


def test_an_article_of_which_only_the_abstract_is_here(read):
    assert read(f"<h1>On beans</h1>{ABSTRACT}", ARTICLE).page_state == "abstract"


def test_a_short_note_with_a_heading_of_the_body(read):
    body = "<h2>Introduction</h2><p>Beans were sown and eaten; the gardener had nothing else to say of them that summer, and left it there.</p>"
    assert read(f"<h1>On beans</h1>{body}", ARTICLE).page_state == "article"


@pytest.mark.parametrize(
    "offer",
    [
        "<p>This is a preview of subscription content, log in to check access.</p>",
        "<div class='article-buy-box'><p>39,95 €</p></div>",
        "<div><h3>Get access</h3><button>Purchase this article</button></div>",
        "<div id='paywall'></div>",
    ],
)
def test_an_offer_where_the_text_would_be(read, offer):
    assert read(f"<h1>On beans</h1>{ABSTRACT}{offer}", ARTICLE).page_state == "preview"


def test_an_offer_beside_the_whole_text_is_no_paywall(read, prose):
    offer = "<div class='buy-box'><p>Buy this article as a booklet</p></div>"
    assert read(f"<h1>On beans</h1>{ABSTRACT}{prose}{offer}", ARTICLE).page_state == "article"


def test_prose_about_access_is_no_paywall(read):
    text = (
        "Gardens differ in who may enter. " * 12
        + "Those who get access to the full version of a garden are few. " * 6
    )
    body = f"<h1>On beans</h1>{ABSTRACT}<h2>Introduction</h2><p>{text}</p>"
    assert read(body, ARTICLE).page_state == "article"


@pytest.mark.parametrize(
    "kind", ["News", "News & Views", "NEWS FEATURE", "Research Highlight", "Podcast", "Career Column"]
)
def test_news(read, prose, kind):
    head = ARTICLE + f"<meta name='citation_article_type' content='{kind.replace('&', '&amp;')}'>"
    state = read(f"<h1>On beans</h1>{prose}", head).page_state
    assert (state == "news") is news_type(kind)


@pytest.mark.parametrize(
    "kind", [None, "", "Article", "Review", "Newsletter studies", "Correspondence", "Editorial"]
)
def test_types_that_are_no_news(kind):
    assert not news_type(kind)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Just a moment...</title>", "<p>Enable JavaScript and cookies to continue</p>"),
        (
            "<title>journal.example</title>",
            "<script src='/cdn-cgi/challenge-platform/x.js'></script><p>Wait</p>",
        ),
        ("<title>Access Denied</title>", "<p>You don't have permission.</p>"),
        ("<title>Pardon Our Interruption</title>", "<p>As you were browsing</p>"),
        ("<title>Cookies Required</title>", "<p>Cookies must be enabled.</p>"),
        ("<title>Human Verification</title>", "<div class='g-recaptcha'></div>"),
    ],
)
def test_challenges_and_refusals(read, head, body):
    reading = read(body, head)
    assert reading.page_state == "blocked"


@pytest.mark.parametrize(
    ("head", "body", "state"),
    [
        ("<title>Sign in</title>", "<form><input name='u'></form>", "login"),
        ("<title>Garden Press</title>", "<form><input type='password'></form>", "login"),
        ("<title>Page not found</title>", "<p>Sorry.</p>", "not_found"),
        ("<title>404</title>", "<p>Nothing here.</p>", "not_found"),
        ("<title>Garden Press</title>", "<h1>DOI not found</h1>", "not_found"),
        ("<title>Search results</title>", "<p>None.</p>", "listing"),
        ("<title>Volume 7, Issue 2</title>", "<p>March</p>", "listing"),
        ("<title>Garden Press</title>", f"<ul>{LINKS}</ul>", "listing"),
        ("<title>About us</title>", "<p>We print books on gardens.</p>", "other"),
        ("", "", "other"),
    ],
)  # fmt: skip
def test_pages_without_an_article(read, head, body, state):
    assert read(body, head).page_state == state


def test_an_article_with_a_login_form_in_its_header_is_an_article(read, prose):
    form = "<form><input type='password'></form>"
    assert read(f"{form}<h1>On beans</h1>{ABSTRACT}{prose}", ARTICLE).page_state == "article"


def test_an_article_that_links_to_many_others_is_no_listing(read, prose):
    assert read(f"<h1>On beans</h1>{ABSTRACT}{prose}<ul>{LINKS}</ul>", ARTICLE).page_state == "article"


def test_an_article_about_blocked_pipes_is_not_blocked(read, prose):
    head = "<title>Blocked pipes and 404 gardens</title>" + ARTICLE
    assert read(f"<h1>Blocked pipes</h1>{ABSTRACT}{prose}", head).page_state == "article"
