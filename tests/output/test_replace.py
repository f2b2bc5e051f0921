from datetime import UTC, datetime

import pytest

from output.commit import commit
from output.errors import BrokenFileError, DatasetError
from output.layout import counting_parts
from output.load import load
from output.publish import publish
from output.replace import replacement


def failure(request):
    row = {"run_id": "run1", "request_id": request, "requested": "https://a.example/", "state": "failed"}
    return row | {"error": "no answer", "fetched_at": datetime(2026, 1, 1, tzinfo=UTC)}


def test_a_replacement_takes_the_place_of_all_runs_at_once(dataset, version):
    commit(dataset, "run1", version(1))
    commit(dataset, "run2", version(2, run="run2"))
    publish(dataset)
    with replacement(dataset, "run3") as new:
        new.write(version(1, title="Anew"))
        assert [part.run for part in counting_parts(dataset)] == ["run1", "run2"]
        assert load("articles", dataset)["title"].tolist() == ["On sorting"] * 2
    assert [part.run for part in counting_parts(dataset)] == ["run3"]
    articles = load("articles", dataset)
    assert articles["title"].tolist() == ["Anew"]
    assert articles["run_id"].tolist() == ["run1"]


def test_later_runs_add_to_a_replacement_and_older_states_can_still_be_loaded(dataset, version):
    commit(dataset, "run1", version(1))
    with replacement(dataset, "run2") as new:
        new.write(version(1, title="Anew"))
    commit(dataset, "run3", version(2, run="run3"))
    with replacement(dataset, "run4") as new:
        new.write(version(3))
    commit(dataset, "run5", version(4, run="run5"))
    assert [part.run for part in counting_parts(dataset)] == ["run4", "run5"]
    assert load("articles", dataset, run="run1")["title"].tolist() == ["On sorting"]
    assert load("articles", dataset, run="run3")["title"].tolist() == ["Anew", "On sorting"]


def test_a_replaced_run_takes_no_more_commits(dataset, version):
    commit(dataset, "run1", version(1))
    with replacement(dataset, "run2") as new:
        new.write(version(1))
    with pytest.raises(DatasetError, match=r"run1 .* replaced by a rebuild"):
        commit(dataset, "run1", version(2))


def test_a_replacement_that_fails_changes_nothing(dataset, version):
    commit(dataset, "run1", version(1))

    def fail():
        with replacement(dataset, "run2") as new:
            new.write(version(2))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert load("articles", dataset)["doi"].tolist() == ["10.5555/1"]
    assert [entry.name for entry in (dataset / "runs").iterdir()] == ["run1"]


def test_a_clock_that_went_back_is_noticed(dataset, version):
    commit(dataset, "run2", version(1))
    with pytest.raises(DatasetError, match="check the clock"), replacement(dataset, "run1"):
        pass


def test_requests_without_a_page_are_carried_over(dataset, version):
    commit(dataset, "run1", version(1))
    commit(dataset, "run1", {"fetches": [failure("f1"), failure("f2")]})
    with replacement(dataset, "run2") as new:
        new.write(version(1))
        new.write({"fetches": [failure("f1")]})
        assert new.lost_pages() == {}
        assert new.carry_over_fetches() == 1
    assert load("fetches", dataset)["request_id"].tolist() == ["000001", "f1", "f2"]


def test_pages_that_would_get_lost_are_counted(dataset, version):
    commit(dataset, "run1", version(1))
    commit(dataset, "run1", version(2))
    with replacement(dataset, "run2") as new:
        new.write(version(1))
        assert new.lost_pages() == {"run1-1.warc.zst": 1}
        assert new.carry_over_fetches() == 0


def test_a_replacement_of_nothing_is_an_empty_dataset(dataset, version):
    with replacement(dataset, "run1") as new:
        assert new.carry_over_fetches() == 0
    assert load("articles", dataset).empty


def test_a_damaged_list_of_replaced_runs_is_named(dataset, version):
    commit(dataset, "run1", version(1))
    (dataset / "runs" / "run1" / "supersedes.json").write_text("[")
    with pytest.raises(BrokenFileError, match=r"supersedes\.json"):
        load("articles", dataset)
