import pytest

from backmatter import page_rows as page_rows_module
from backmatter.intake import Intake
from crawler.fetch_items import FetchOutcome
from crawler.parsers import read_page
from output.layout import counting_parts
from output.load import load


@pytest.fixture
def take(dataset, web):
    """Fetch and take in pages, each in a command of its own."""
    opened = web()

    def take_in(body, requested="https://order.example/1", **named):
        page = opened.fetch(body, requested, **named)
        with Intake(dataset, page.run_id) as intake:
            return intake.add(page)

    return take_in


def test_an_article_page_becomes_rows_with_their_fetch(dataset, take, article):
    outcome = take(article(1), "https://doi.org/10.5555/order.1")
    assert (outcome.state, outcome.decision, outcome.article_id) == (
        "stored",
        "accepted",
        "doi:10.5555/order.1",
    )
    (row,) = load("articles", dataset).to_dict("records")
    assert (row["title"], row["n_authors"], row["n_references"]) == ("On sorting, part 1", 2, 3)
    (fetch,) = load("fetches", dataset).to_dict("records")
    assert row["run_id"] == fetch["run_id"] == "run1"
    assert row["page_sha256"] == fetch["page_sha256"]
    assert row["fetched_at"] == fetch["fetched_at"]
    assert fetch["requested"] == "https://doi.org/10.5555/order.1"
    assert (fetch["status"], fetch["etag"], fetch["attempts"]) == (200, '"e1"', 1)
    assert fetch["bytes"] == len(article(1))
    assert (fetch["state"], fetch["page_state"], fetch["decision"]) == ("stored", "article", "accepted")
    assert (dataset / "raw" / fetch["warc_file"]).is_file()
    assert len(load("references", dataset)) == 3
    assert len(load("authors", dataset)) == 2


def test_every_request_has_one_row_and_the_sum_is_right(
    dataset, web, article, challenge, listing, no_article
):
    opened = web()
    with Intake(dataset, "run1", commit_every=2) as intake:
        outcomes = [
            intake.add(opened.fetch(body))
            for body in (
                article(1),
                article(1),
                challenge,
                listing,
                no_article,
                b"",
                b"%PDF-1.7 x",
                article(2),
            )
        ]
    assert [(outcome.state, outcome.reason) for outcome in outcomes] == [
        ("stored", None),
        ("skipped", "same_page"),
        ("failed", "blocked"),
        ("skipped", "not_article"),
        ("skipped", "not_article"),
        ("failed", "unreadable"),
        ("failed", "unreadable"),
        ("stored", None),
    ]
    fetches = load("fetches", dataset)
    assert fetches["state"].value_counts().to_dict() == {"stored": 2, "skipped": 3, "failed": 3}
    assert fetches["error"].tolist()[2].startswith("blocked: ")
    assert "PDF" in fetches["error"].tolist()[6]
    assert intake.tally.requested == 8
    assert intake.tally.exit_status == 3
    assert len(load("articles", dataset)) == 2


def test_a_reading_made_before_is_used(dataset, web, article, monkeypatch):
    page = web().fetch(article(1))
    reading = read_page(page.body, page.url, page.headers)
    monkeypatch.setattr(page_rows_module, "read_page", None)
    with Intake(dataset, "run1") as intake:
        assert intake.add(page, reading).state == "stored"


def test_a_worse_version_is_held_and_the_better_one_stays(dataset, take, article):
    take(article(1, authors=3, references=5))
    outcome = take(article(1, authors=1, references=0))
    assert (outcome.state, outcome.decision) == ("stored", "held")
    assert "references: 5 before, 0 now" in outcome.detail
    assert load("articles", dataset)["n_references"].tolist() == [5]
    assert load("fetches", dataset)["decision"].tolist() == ["accepted", "held"]
    issues = load("issues", dataset, where="kind = 'regressed'")
    assert issues["field"].tolist() == ["authors", "references"]


def test_a_better_version_replaces(dataset, take, article):
    take(article(1, references=1))
    assert take(article(1, references=4)).decision == "accepted"
    assert load("articles", dataset)["n_references"].tolist() == [4]
    assert len(load("references", dataset)) == 4


def test_a_page_cut_off_is_held_even_as_the_first_of_its_article(dataset, take, article):
    assert take(article(1, cut=True)).decision == "held"
    assert load("articles", dataset).empty
    assert take(article(1)).decision == "accepted"
    assert len(load("articles", dataset)) == 1


def test_the_gate_compares_within_one_commit_too(dataset, web, article):
    opened = web()
    with Intake(dataset, "run1") as intake:
        assert intake.add(opened.fetch(article(1, references=5))).decision == "accepted"
        assert intake.add(opened.fetch(article(1, references=2))).decision == "held"
        assert intake.add(opened.fetch(article(1, references=6))).decision == "accepted"
        assert intake.add(opened.fetch(article(2))).decision == "accepted"
    assert len(counting_parts(dataset)) == 3
    assert load("articles", dataset)["n_references"].tolist() == [6, 3]


def test_a_page_that_lost_its_doi_is_a_version_of_what_stands_at_its_address(dataset, take, article):
    take(article(1))
    outcome = take(article(1, doi=False, note="new"))
    assert outcome.decision == "held"
    assert "doi: '10.5555/order.1' is gone" in outcome.detail
    assert len(load("articles", dataset)) == 1


def test_an_old_capture_replaces_nothing_and_is_not_held(dataset, web, article):
    opened = web()
    new = opened.fetch(article(1))
    old = opened.fetch(article(1, references=0), fetched_at=new.fetched_at.replace(year=2015))
    with Intake(dataset, "run1") as intake:
        intake.add(new)
        assert intake.add(old).decision == "accepted"
    assert load("articles", dataset)["n_references"].tolist() == [3]


def test_the_same_bytes_are_skipped_but_a_live_page_that_went_back_is_news(dataset, take, article):
    first, second = article(1), article(1, note="edited")
    assert take(first).state == "stored"
    assert take(second).decision == "accepted"
    assert take(second).state == "skipped"
    back = take(first)
    assert (back.state, back.decision) == ("stored", "accepted")
    assert load("fetches", dataset)["state"].tolist() == ["stored", "stored", "skipped", "stored"]


def test_another_doi_than_asked_for_is_a_doubt(dataset, take, article):
    take(article(1), "doi:10.5555/order.9")
    (issue,) = load("issues", dataset, where="kind = 'doi_mismatch'").to_dict("records")
    assert issue["detail"] == "asked for 10.5555/order.9, the page is 10.5555/order.1"


def test_a_request_answered_twice_in_a_run_has_its_last_row(dataset, web, challenge, article):
    opened = web()
    with Intake(dataset, "run1") as intake:
        intake.add(opened.fetch(challenge, request_id="r"))
        intake.add(opened.fetch(article(1), request_id="r", attempt=2))
    (fetch,) = load("fetches", dataset).to_dict("records")
    assert (fetch["state"], fetch["attempts"]) == ("stored", 2)


def test_a_request_without_a_page_has_its_row(dataset, web):
    opened = web()
    answer = opened.fetch(b"gone", kind="error", status=404)
    told = FetchOutcome(
        "https://a.example/", "r1", "dns", "no such host", answer.fetched_at, url="https://a.example/"
    )
    refused = FetchOutcome(
        "https://b.example/", "r2", "not_found", "HTTP 404", answer.fetched_at, status=404, answer=answer
    )
    known = FetchOutcome("10.5/x", "r3", "already_stored", "the dataset has it", answer.fetched_at)
    with Intake(dataset, "run1") as intake:
        assert [intake.note(outcome).state for outcome in (told, refused, known)] == [
            "failed",
            "failed",
            "skipped",
        ]
    fetches = load("fetches", dataset)
    assert fetches["error"].tolist()[0] == "dns: no such host"
    assert fetches["warc_offset"].tolist()[1] == answer.warc_offset
    assert intake.tally.exit_status == 3


def test_where_the_archive_holds_an_answer_as_a_page_the_page_decides(dataset, web, challenge):
    answer = web().fetch(challenge)
    outcome = FetchOutcome(
        "https://b.example/", "other", "blocked", "a wall", answer.fetched_at, answer=answer
    )
    with Intake(dataset, "run1") as intake:
        assert intake.note(outcome).reason == "blocked"
    assert intake.tally.exit_status == 4
    assert load("fetches", dataset)["request_id"].tolist() == [answer.request_id]


def test_a_value_that_does_not_fit_is_taken_out_and_told(dataset, take, article, monkeypatch):
    clean = page_rows_module.clean

    def with_odd_values(reading, **options):
        record = clean(reading, **options)
        record.article["published"] = "31 February"
        record.references[1]["pmid"] = "PMID 7"
        return record

    monkeypatch.setattr(page_rows_module, "clean", with_odd_values)
    assert take(article(1)).state == "stored"
    assert load("articles", dataset)["published"].isna().all()
    issues = load("issues", dataset, where="kind = 'invalid_value'")
    assert dict(zip(issues["field"], issues["detail"], strict=True)) == {
        "published": "'31 February'",
        "references.pmid": "'PMID 7'",
    }


def test_a_fault_in_reading_one_page_does_not_stop_the_others(dataset, web, article, monkeypatch, caplog):
    def broken(*_args, **_options):
        raise ZeroDivisionError("oh")

    opened = web()
    with Intake(dataset, "run1") as intake:
        with monkeypatch.context() as patched:
            patched.setattr(page_rows_module, "read_page", broken)
            outcome = intake.add(opened.fetch(article(1)))
        intake.add(opened.fetch(article(2)))
    assert (outcome.state, outcome.reason) == ("failed", "internal")
    assert "ZeroDivisionError" in caplog.text
    assert load("fetches", dataset)["error"].tolist()[0] == "internal: ZeroDivisionError: oh"
    assert len(load("articles", dataset)) == 1


def test_rows_that_cannot_be_mended_are_an_internal_fault(dataset, take, article, monkeypatch, caplog):
    clean = page_rows_module.clean

    def without_access(reading, **options):
        record = clean(reading, **options)
        record.article["access"] = None
        return record

    monkeypatch.setattr(page_rows_module, "clean", without_access)
    outcome = take(article(1))
    assert (outcome.state, outcome.reason) == ("failed", "internal")
    assert "articles.access: must not be null" in outcome.detail


def test_commits_come_every_so_many_pages(dataset, web, article):
    opened = web()
    intake = Intake(dataset, "run1", commit_every=3)
    for number in range(7):
        intake.add(opened.fetch(article(number)))
    assert len(counting_parts(dataset)) == 2
    intake.close()
    intake.close()
    assert len(counting_parts(dataset)) == 3
    assert len(load("articles", dataset)) == 7


def test_ctrl_c_commits_what_is_pending_an_error_does_not(dataset, web, article):
    opened = web()
    for number, error in enumerate((KeyboardInterrupt, OSError)):

        def stopped(number=number, error=error):
            with Intake(dataset, "run1") as intake:
                intake.add(opened.fetch(article(number)))
                raise error

        with pytest.raises(error):
            stopped()
    assert load("articles", dataset)["doi"].tolist() == ["10.5555/order.0"]
