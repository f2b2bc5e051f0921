"""Registries in a dataset: what is made with them, what a rebuild does, and what the commands say."""

import hashlib
import json
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backmatter import cli
from backmatter.ingest import ingest
from backmatter.rebuild import rebuild
from backmatter.registry import load_registry, registries_of, registry_status
from output.layout import counting_parts
from output.load import load
from output.made_with import registries_of as registries_of_part
from pipelines.identity import named_funder

PAGE = """<!DOCTYPE html><html lang="en"><head><title>x</title>
<meta name="citation_title" content="On sorting, part {number}"><meta name="citation_doi" content="10.5555/order.{number}">
<meta name="citation_author" content="Hoe, Ann">
<meta name="citation_author_institution" content="Order University, Norburg, USA"></head>
<body><h1>On sorting</h1><section><h2>Abstract</h2><p>We sort things and look at what comes out of it.</p></section>
<section><h2>Funding</h2><p>This work was supported by the Borea Trust (grant 123/2020) and by the Ministry of Tides,
Norway.</p></section></body></html>"""


@pytest.fixture
def dataset(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def page(tmp_path):
    """Write an article's page."""

    def write(number=1):
        path = tmp_path / f"page{number}.html"
        path.write_text(PAGE.format(number=number), "utf-8")
        return path

    return write


def ids(dataset):
    columns = load("funding", dataset)["funder_id"], load("affiliations", dataset)["ror_id"]
    return tuple([value if isinstance(value, str) else None for value in column] for column in columns)


def digests(dataset):
    files = sorted((dataset / "current").iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.name[0] != "."}


def packaged(dataset):
    package = json.loads((dataset / "current" / "datapackage.json").read_text("utf-8"))
    return [(one["name"], one["version"], one["covers"]) for one in package["registries"]]


def test_rows_are_made_with_what_is_loaded_and_say_so(dataset, dump, page, ror):
    done = load_registry(dataset, dump())
    ingest(dataset, [page()])
    assert ids(dataset) == ([ror(1), ror(2)], [ror(7)])
    (part,) = counting_parts(dataset)
    assert registries_of_part(part.path) == {"ror": {"version": done.version, "sha256": done.sha256}}
    assert packaged(dataset) == [("ror", "v9.1-2025-03-02", "all")]


def test_a_rebuild_looks_everything_up_in_what_is_loaded_now(dataset, dump, page, record, ror):
    ingest(dataset, [page(1)])
    assert (ids(dataset), packaged(dataset)) == (([None, None], [None]), [])
    load_registry(dataset, dump())
    ingest(dataset, [page(2)])
    assert ids(dataset)[0] == [None, None, ror(1), ror(2)]  # stored rows stay
    assert packaged(dataset) == [("ror", "v9.1-2025-03-02", "some")]
    assert (registry_status(dataset).commits, registry_status(dataset).outdated) == (2, 1)
    rebuild(dataset)
    assert ids(dataset) == ([ror(1), ror(2)] * 2, [ror(7)] * 2)
    assert packaged(dataset) == [("ror", "v9.1-2025-03-02", "all")]
    assert registry_status(dataset).outdated == 0
    load_registry(dataset, dump([record(9, "Borea Trust")], "v9.2-2025-04-02-ror-data.json"))
    assert registry_status(dataset).outdated == 2
    rebuild(dataset)
    assert ids(dataset) == ([ror(9), None] * 2, [None] * 2)
    assert packaged(dataset) == [("ror", "v9.2-2025-04-02", "all")]


def test_with_the_same_registry_a_rebuild_gives_the_same_bytes(dataset, dump, page):
    load_registry(dataset, dump())
    ingest(dataset, [page(1), page(2)])
    before = digests(dataset)
    load_registry(dataset, dump())  # the same release once more
    rebuild(dataset)
    after = digests(dataset)
    assert {name for name in before if before[name] != after[name]} <= {
        "datapackage.json"
    }  # it names the run
    assert "funding.parquet" in before


def test_without_a_registry_nothing_is_noted(dataset, page):
    ingest(dataset, [page()])
    (part,) = counting_parts(dataset)
    assert not (part.path / "made-with.json").exists()


@pytest.fixture
def run(monkeypatch, capsys, dataset):
    def call(*words):
        arguments = ["backmatter", *map(str, words), "--dataset", str(dataset)]
        monkeypatch.setattr(sys, "argv", arguments)
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return left.value.code or 0, captured.out, captured.err

    return call


def test_the_commands_say_what_is_loaded(run, dump, page):
    status, out, _ = run("registry", "status")
    assert (status, "backmatter registry load FILE" in out) == (0, True)
    run("ingest", page())
    status, out, err = run("registry", "load", dump())
    counted = "8 organisations, 9 names, 1 acronyms"
    assert (status, out) == (0, f"Research Organization Registry v9.1-2025-03-02: {counted}\n")
    assert "1 of 1 were made with other registries or none; `backmatter rebuild`" in err
    run("rebuild")
    _, out, _ = run("registry", "status")
    assert f"Research Organization Registry v9.1-2025-03-02, {counted}" in out
    assert "1, all made with what is loaded" in out
    _, out, _ = run("registry", "status", "--json")
    found = json.loads(out)
    assert (found["registries"][0]["version"], found["outdated"]) == ("v9.1-2025-03-02", 0)


def test_the_command_for_machines(run, dump):
    _, out, _ = run("registry", "load", dump(), "--json")
    found = json.loads(out)
    assert (found["kind"], found["organisations"], found["outdated"]) == ("ror", 8, 0)


def test_a_file_that_is_no_dump_is_one_line_and_status_1(run, tmp_path):
    (tmp_path / "garden.txt").write_text("Roses and peas.")
    status, out, err = run("registry", "load", tmp_path / "garden.txt")
    assert (status, out) == (1, "")
    assert err.startswith(f"backmatter: {tmp_path / 'garden.txt'}: no registry's dump")
    assert err.count("\n") == 1


def test_a_damaged_index_stops_a_command_before_anything_is_written(run, dataset, dump, page):
    load_registry(dataset, dump())
    (dataset / "registry" / "ror.sqlite").write_bytes(b"x" * 5000)
    status, _, err = run("ingest", page())
    assert status == 3
    assert "`backmatter registry load` makes it anew" in err
    assert counting_parts(dataset) == []


WORDS = st.lists(st.text("abcdefgàéñö", min_size=3, max_size=8), min_size=2, max_size=5)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(names=st.lists(WORDS, min_size=1, max_size=5, unique_by=" ".join), data=st.data())
def test_every_name_is_found_however_it_is_spelled(tmp_path, record, ror, names, data):
    records = [record(number, f"{' '.join(words).title()} Trust") for number, words in enumerate(names)]
    path = tmp_path / "any.json"
    path.write_text(json.dumps(records), "utf-8")
    load_registry(tmp_path / "any", path)
    found = registries_of(tmp_path / "any")
    number = data.draw(st.integers(0, len(names) - 1))
    spell = data.draw(st.sampled_from([str.upper, str.lower, str.title]))
    printed = f"the {spell(' '.join(names[number]) + ' trust')}, Spain"
    bodies = found.named(" ".join([*_bare(names[number]), "trust"]))
    assert ror(number) in [body.id for body in bodies]
    expected = ror(number) if len(bodies) == 1 else None  # accents alone tell no bodies apart
    assert named_funder(printed, None, found) == expected
    found.close()


def _bare(words):
    return " ".join(words).translate(str.maketrans("àéñö", "aeno")).split()
