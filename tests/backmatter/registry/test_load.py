"""Dumps become an index, or nothing changes and one line says why."""

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backmatter.errors import UserError
from backmatter.registry import load_registry, registries_of, registry_status
from backmatter.registry.json_records import BrokenJsonError, json_records
from output.errors import DatasetBusyError, DatasetError
from output.lock import writing

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def dataset(tmp_path):
    return tmp_path / "data"


def ids(bodies):
    return [body.id for body in bodies]


def test_the_zip_of_a_release_is_loaded(dataset, dump, ror):
    done = load_registry(dataset, dump(), clock=lambda: NOON)
    assert (done.kind, done.version) == ("ror", "v9.1-2025-03-02")
    assert (done.organisations, done.names, done.acronyms) == (8, 9, 1)
    assert (done.source, done.loaded_at) == ("v9.1-2025-03-02-ror-data.zip", "2026-03-01T12:00:00+00:00")
    found = registries_of(dataset)
    (body,) = found.named("borea trust")
    assert (body.id, body.name, body.country, body.city) == (ror(1), "Borea Trust", "ES", "Toledo")
    assert ids(found.abbreviated("BT")) == [ror(1)]
    assert ids(found.named("ministry of tides")) == sorted([ror(2), ror(3)])
    assert registry_status(dataset).registries == (done,)
    found.close()


def test_zip_json_and_gzip_of_a_release_are_the_same_release(dataset, dump, tmp_path):
    loaded = [load_registry(dataset, dump(name=name)) for name in ("a.zip", "a.json")]
    packed = tmp_path / "a.json.gz"
    packed.write_bytes(gzip.compress((tmp_path / "a.json").read_bytes()))
    loaded.append(load_registry(dataset, packed))
    assert len({one.sha256 for one in loaded}) == 1
    assert [one.version for one in loaded] == ["v9.1-2025-03-02", "as of 2025-02-11", "as of 2025-02-11"]


def test_schema_1_is_read_as_well(dataset, tmp_path, ror):
    old = {
        "id": ror(1),
        "name": "Borea Trust",
        "types": ["Other"],
        "links": [],
        "aliases": ["Borea Fund"],
        "acronyms": ["BT"],
        "status": "active",
        "wikipedia_url": None,
        "labels": [{"label": "Fundación Borea", "iso639": "es"}],
        "country": {"country_name": "Spain", "country_code": "ES"},
        "addresses": [{"city": "Toledo", "country_geonames_id": 1}],
        "relationships": [],
        "external_ids": {"FundRef": {"preferred": "501100099901", "all": ["501100099901", "501100099902"]}},
    }
    path = tmp_path / "v1.20-2023-02-28-ror-data.json"
    path.write_text(json.dumps([old]), "utf-8")
    assert load_registry(dataset, path).version == "v1.20-2023-02-28"
    found = registries_of(dataset)
    for name in ("borea trust", "borea fund", "fundacion borea"):
        assert [(body.id, body.country, body.city) for body in found.named(name)] == [
            (ror(1), "ES", "Toledo")
        ]
    assert ids(found.abbreviated("BT")) == [ror(1)]
    assert found.numbered("501100099902").id == ror(1)


def test_what_was_merged_or_withdrawn_stands_for_its_successor(dataset, dump, ror):
    load_registry(dataset, dump())
    found = registries_of(dataset)
    assert ids(found.named("alba council")) == [ror(5)]
    assert found.named("never was") == ()
    assert found.numbered("501100099906").id == ror(1)


def test_a_number_belongs_to_who_prefers_it(dataset, dump, ror):
    load_registry(dataset, dump())
    found = registries_of(dataset)
    assert found.numbered("501100099907").id == ror(7)
    assert found.numbered("501100099999") is None


def test_the_funder_registry_in_every_form_leads_to_ror(dataset, dump, funders, ror):
    load_registry(dataset, dump())
    done = load_registry(dataset, funders)
    assert (done.kind, done.organisations) == ("crossref", 3)
    found = registries_of(dataset)
    assert ids(found.named("borea trust for the sciences")) == [ror(1)]
    assert ids(found.named("old borea fund")) == [ror(1)]  # replaced by one that ROR knows
    assert found.numbered("501100099920").id == ror(1)
    assert ids(found.named("society for sundials")) == ["10.13039/501100099921"]
    assert set(found.facts) == {"ror", "crossref"}


def test_the_funder_registry_alone_gives_its_own_numbers(dataset, funders):
    load_registry(dataset, funders)
    found = registries_of(dataset)
    assert ids(found.named("borea trust for the sciences")) == ["10.13039/501100099901"]
    assert found.numbered("501100099921").id == "10.13039/501100099921"
    assert found.numbered("501100099920").id == "10.13039/501100099901"  # replaced
    assert ids(found.named("old borea fund")) == ["10.13039/501100099901"]


def test_a_second_load_takes_the_place_of_the_first(dataset, dump, record, ror):
    load_registry(dataset, dump())
    load_registry(dataset, dump([record(9, "Meridia Trust")], "v9.2-2025-04-02-ror-data.json"))
    found = registries_of(dataset)
    assert found.facts["ror"]["version"] == "v9.2-2025-04-02"
    assert (found.named("borea trust"), ids(found.named("meridia trust"))) == ((), [ror(9)])
    assert [path.name for path in (dataset / "registry").iterdir()] == ["ror.sqlite"]


def truncated(path):
    path.write_bytes(path.read_bytes()[:-200])


def scrambled(path):
    body = bytearray(path.read_bytes())
    body[60:90] = bytes(30)
    path.write_bytes(body)


DAMAGES = {
    "zip cut off": ("a.zip", truncated, "damaged or cut off"),
    "zip scrambled": ("a.zip", scrambled, "damaged or cut off"),
    "JSON cut off": ("a.json", truncated, "damaged or cut off .*behind record 7"),
    "empty": ("a.json", lambda path: path.write_bytes(b""), "no registry's dump"),
    "empty list": ("a.json", lambda path: path.write_text("[]"), "holds no organisation"),
    "not a dump": ("a.json", lambda path: path.write_text("Roses and peas."), "no registry's dump"),
    "HTML": ("a.json", lambda path: path.write_text("<html><p>Sign in</p></html>"), "no registry's dump"),
    "other JSON": ("a.json", lambda path: path.write_text('[{"id": "Q42"}]'), "neither of ROR nor"),
    "binary": ("a.json", lambda path: path.write_bytes(b"[\xff\xfe\x00"), "damaged or cut off"),
    "ROR's CSV": ("a.csv", lambda path: path.write_text("id,names,external_ids.type.fundref.all\nx,y,z\n"), "ROR's CSV"),
    "two lists": ("a.json", lambda path: path.write_text(path.read_text() * 2), "something follows"),
    "deep": ("a.json", lambda path: path.write_text('[{"a":' + '{"a":' * 100_000), "nested too deeply"),
    "RDF cut off": ("a.rdf", lambda path: path.write_text("<rdf:RDF xmlns:rdf='x'><rdf:a>"), "damaged or cut off"),
}  # fmt: skip


@pytest.mark.parametrize("what", DAMAGES)
def test_a_dump_that_cannot_be_used_is_told_in_one_line_and_changes_nothing(what, dataset, dump, ror):
    load_registry(dataset, dump(name="good.zip"))
    name, damage, said = DAMAGES[what]
    path = dump(name=name)
    damage(path)
    with pytest.raises(UserError, match=said) as told:
        load_registry(dataset, path)
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)
    assert ids(registries_of(dataset).named("borea trust")) == [ror(1)]
    assert [path.name for path in (dataset / "registry").iterdir()] == ["ror.sqlite"]


@pytest.mark.parametrize(
    ("member", "value", "said"),
    [
        ("id", "https://example.org/1", "record 3 has an id that is no ROR id"),
        ("names", None, "record 3 has no 'names'"),
        ("names", [], "record 3 has no name"),
        ("locations", "Toledo", "record 3 has no 'locations'"),
        ("external_ids", 7, "record 3 does not fit the schema"),
        ("status", None, "record 3 has no 'status'"),
    ],
)
def test_a_record_of_another_schema_is_named(member, value, said, dataset, dump, record):
    records = [record(number, f"Trust {number}") for number in range(4)]
    records[2][member] = value
    with pytest.raises(UserError, match=said):
        load_registry(dataset, dump(records))
    assert not list((dataset / "registry").iterdir())


def test_an_organisation_that_comes_twice_is_named(dataset, dump, record, ror):
    records = [record(number % 3, f"Trust {number}") for number in range(4)]
    with pytest.raises(UserError, match=f"{ror(0)} stands twice"):
        load_registry(dataset, dump(records))


def test_a_zip_without_a_dump_is_told(dataset, tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "nothing here")
    with pytest.raises(UserError, match="neither JSON nor RDF nor CSV"):
        load_registry(dataset, path)


def test_missing_files_and_folders_are_told(dataset, tmp_path):
    with pytest.raises(UserError, match="no such file"):
        load_registry(dataset, tmp_path / "gone.zip")
    with pytest.raises(UserError, match="is a folder"):
        load_registry(dataset, tmp_path)


def test_a_dataset_that_is_being_written_to_is_left_alone(dataset, dump, in_thread):
    path = dump()
    with writing(dataset, "backmatter crawl"):
        error = in_thread(load_registry, dataset, path)
    assert isinstance(error, DatasetBusyError)


@pytest.mark.parametrize(
    "damage", [truncated, lambda path: path.write_bytes(b"nothing"), lambda path: path.write_bytes(b"")]
)
def test_a_damaged_index_says_how_it_is_made_anew(damage, dataset, dump):
    load_registry(dataset, dump())
    damage(dataset / "registry" / "ror.sqlite")
    with pytest.raises(DatasetError, match=r"registry load.*makes it anew"):
        registries_of(dataset)


KEYS = st.text(max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=10,
)


class Slow(io.StringIO):
    """A text that gives three characters at a time, as if the chunks were small."""

    def read(self, size=-1):
        return super().read(3 if size else size)


@given(st.lists(st.dictionaries(KEYS, JSON, max_size=3), max_size=5), st.sampled_from([None, 2]))
def test_json_is_read_record_by_record_as_it_is_at_once(values, indent):
    text = json.dumps(values, indent=indent)
    assert list(json_records(io.StringIO(text))) == values
    assert list(json_records(Slow(text))) == values


@given(st.lists(st.dictionaries(st.text(max_size=5), st.integers()), min_size=1, max_size=4), st.data())
def test_json_that_is_cut_off_is_never_taken_for_whole(values, data):
    text = json.dumps(values)
    cut = text[: data.draw(st.integers(1, len(text) - 1))]
    with pytest.raises(BrokenJsonError):
        list(json_records(io.StringIO(cut)))
