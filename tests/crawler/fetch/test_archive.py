"""The raw archive: what is written is read back, whatever happens to the file."""

import gzip
import json
import os
import subprocess
import sys
import zlib
from datetime import UTC, datetime

import brotli
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.archive import ArchiveError, ArchiveWriter, read_archive, read_at, rebuild_index
from crawler.archive.frames import zstd

NOON = datetime(2026, 3, 16, 12, 0, 0, 250_000, tzinfo=UTC)
HTML = b"<!doctype html><title>Tides of the inner shelf</title>" + b"<p>Salt and light.</p>" * 200


def write_page(writer, number=1, *, body=HTML, headers=((b"Content-Type", b"text/html"),), **facts):
    said = {
        "requested": f"10.5555/a{number}",
        "request_id": f"id{number}",
        "url": f"https://journal.example/articles/a{number}",
        "status": 200,
        "fetched_at": NOON,
        "first_url": f"https://doi.example/10.5555/a{number}",
    }
    return writer.write(headers=headers, body=body, **(said | facts))


@pytest.fixture
def five(tmp_path):
    with ArchiveWriter(tmp_path / "raw", "run1") as writer:
        entries = [write_page(writer, number) for number in range(1, 6)]
    return tmp_path / "raw" / entries[0].warc_file, entries


def test_a_page_comes_back_with_everything_that_was_said_about_it(five):
    path, entries = five
    pages = list(read_archive(path))
    assert [page.requested for page in pages] == [f"10.5555/a{number}" for number in range(1, 6)]
    page = pages[2]
    assert (page.request_id, page.run_id, page.status, page.kind) == ("id3", "run1", 200, "page")
    assert page.url == "https://journal.example/articles/a3"
    assert page.first_url == "https://doi.example/10.5555/a3"
    assert page.fetched_at == NOON
    assert page.headers == {"content-type": "text/html"}
    assert page.body == HTML
    assert (page.warc_file, page.warc_offset) == (entries[2].warc_file, entries[2].warc_offset)
    assert page.size == len(HTML)
    assert page.problem is None
    assert path.name == f"run1-{os.getpid()}.warc.zst"


def test_what_the_writer_returns_is_what_the_reader_gives(five):
    path, entries = five
    assert [entry.page for entry in entries] == list(read_archive(path))
    assert [entry.page for entry in entries] == [read_at(path, entry.warc_offset) for entry in entries]


def test_each_record_is_on_disk_when_write_returns(tmp_path):
    with ArchiveWriter(tmp_path, "run1") as writer:
        for number in range(1, 4):
            entry = write_page(writer, number)
            assert len(list(read_archive(tmp_path / entry.warc_file))) == number


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path):
    script = f"""
import os, signal
from datetime import datetime, UTC
from crawler.archive import ArchiveWriter
writer = ArchiveWriter({str(tmp_path)!r}, "run1")
for number in range(7):
    writer.write(requested=str(number), request_id=str(number), url="http://a.example/", status=200,
                 headers=[], body=b"x" * 5000, fetched_at=datetime(2026, 3, 16, tzinfo=UTC))
os.kill(os.getpid(), signal.SIGKILL)
"""
    result = subprocess.run([sys.executable, "-c", script], check=False)
    assert result.returncode == -9
    (path,) = tmp_path.glob("*.warc.zst")
    assert [page.requested for page in read_archive(path)] == [str(number) for number in range(7)]


def test_the_format_is_warc_1_1_that_another_reader_understands(five):
    path, _ = five
    records = list(ArchiveIterator(str(path), verify_digests=True))
    assert [record.record_type for record in records] == [WarcRecordType.warcinfo] + [
        WarcRecordType.response
    ] * 5
    assert zstd.decompress(path.read_bytes()).startswith(b"WARC/1.1\r\n")
    info = zstd.decompress(path.read_bytes()).decode()
    assert "isPartOf: run1" in info
    assert records[1].http_headers.status_code == 200


def test_a_writer_without_pages_leaves_no_file(tmp_path):
    with ArchiveWriter(tmp_path / "raw", "run1"):
        pass
    assert not (tmp_path / "raw").exists()


def test_two_writers_of_one_process_and_run_do_not_share_a_file(tmp_path):
    with ArchiveWriter(tmp_path, "run1") as first, ArchiveWriter(tmp_path, "run1") as second:
        assert write_page(first).warc_file != write_page(second).warc_file


def test_a_full_file_is_followed_by_the_next_one(tmp_path):
    with ArchiveWriter(tmp_path, "run1", max_file=1) as writer:
        files = [write_page(writer, number).warc_file for number in (1, 2, 3)]
    assert len(set(files)) == 3
    assert {path.name for path in tmp_path.glob("*.warc.zst")} == set(files)
    assert len(list(tmp_path.glob("*.cdxj"))) == 3


@pytest.mark.parametrize("cut", [1, 7, 60, 200])
def test_a_torn_tail_costs_the_last_record_only(five, cut):
    path, entries = five
    content = path.read_bytes()
    assert cut < len(content) - entries[-1].warc_offset
    path.write_bytes(content[:-cut])
    damage = []
    pages = list(read_archive(path, on_damage=damage.append))
    assert [page.request_id for page in pages] == ["id1", "id2", "id3", "id4"]
    assert damage[0].end is None
    assert str(path) in str(damage[0])


def test_a_file_torn_in_its_very_first_record_is_an_archive_without_pages(five):
    path, _ = five
    path.write_bytes(path.read_bytes()[:20])
    damage = []
    assert list(read_archive(path, on_damage=damage.append)) == []
    assert len(damage) == 1


@pytest.mark.parametrize("place", [10, 40, 100])
def test_damage_in_the_middle_costs_one_record(five, place):
    path, entries = five
    content = bytearray(path.read_bytes())
    content[entries[2].warc_offset + place] ^= 0xFF
    path.write_bytes(content)
    damage = []
    pages = list(read_archive(path, on_damage=damage.append))
    assert [page.request_id for page in pages] == ["id1", "id2", "id4", "id5"]
    assert [(item.start, item.end) for item in damage] == [(entries[1].warc_offset, entries[3].warc_offset)]


def test_damage_is_logged_by_default(five, caplog):
    path, _ = five
    path.write_bytes(path.read_bytes()[:-9])
    assert len(list(read_archive(path))) == 4
    assert "torn behind the record" in caplog.text


@pytest.mark.parametrize("content", [b"<html>no archive</html>", b"PK\x03\x04 something else entirely"])
def test_a_file_that_is_no_archive_is_refused_by_name(tmp_path, content):
    path = tmp_path / "page.warc"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"page\.warc: not a WARC file"):
        list(read_archive(path))


def test_an_empty_file_has_no_pages_and_says_so(tmp_path):
    path = tmp_path / "empty.warc.zst"
    path.write_bytes(b"")
    damage = []
    assert list(read_archive(path, on_damage=damage.append)) == []
    assert "empty" in str(damage[0])


def test_read_at_a_wrong_place_names_file_and_byte(five):
    path, _ = five
    with pytest.raises(ArchiveError, match=f"{path.name}: cannot read the record at byte 17"):
        read_at(path, 17)
    with pytest.raises(ArchiveError, match="no record of a page"):
        read_at(path, 0)


def deflate_raw(data):
    stream = zlib.compressobj(wbits=-15)
    return stream.compress(data) + stream.flush()


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [
        (b"gzip", gzip.compress),
        (b"X-GZIP", gzip.compress),
        (b"br", brotli.compress),
        (b"zstd", zstd.compress),
        (b"deflate", zlib.compress),
        (b"deflate", deflate_raw),
        (b"gzip, br", lambda data: brotli.compress(gzip.compress(data))),
        (b"identity", bytes),
    ],
)
def test_bodies_are_kept_as_fetched_and_read_decoded(tmp_path, encoding, encode):
    fetched = encode(HTML)
    with ArchiveWriter(tmp_path, "run1") as writer:
        entry = write_page(writer, body=fetched, headers=[(b"Content-Encoding", encoding)])
    assert entry.page.body == HTML
    assert entry.page.size == len(fetched)
    stored = next(
        iter(ArchiveIterator(str(tmp_path / entry.warc_file), record_types=WarcRecordType.response))
    )
    assert stored.reader.read() == fetched


@pytest.mark.parametrize(
    ("encoding", "word"), [(b"gzip", "not gzip"), (b"snappy", "unknown encoding 'snappy'")]
)
def test_a_body_that_is_not_encoded_as_its_header_says_is_read_as_it_stands(tmp_path, encoding, word):
    with ArchiveWriter(tmp_path, "run1") as writer:
        page = write_page(writer, headers=[(b"Content-Encoding", encoding)]).page
    assert page.body == HTML
    assert word in page.problem


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        (b"gzip", gzip.compress(bytes(3_000_000))),
        (b"br", brotli.compress(bytes(3_000_000), quality=1)),
        (b"zstd", zstd.compress(bytes(3_000_000))),
        (b"deflate", zlib.compress(bytes(3_000_000))),
    ],
)
def test_a_decompression_bomb_is_named_not_unpacked(tmp_path, encoding, bomb):
    with ArchiveWriter(tmp_path, "run1") as writer:
        entry = write_page(writer, body=bomb, headers=[(b"Content-Encoding", encoding)])
    page = read_at(tmp_path / entry.warc_file, entry.warc_offset, max_body=1_000_000)
    assert page.body == b""
    assert "too large" in page.problem


def test_cookies_do_not_reach_the_archive_and_headers_cannot_break_out(tmp_path):
    headers = [
        (b"Set-Cookie", b"session=secret"),
        (b"X-One", b"a\r\nX-Evil: b"),
        (b"Link", b"<a>"),
        (b"Link", b"<b>"),
    ]
    with ArchiveWriter(tmp_path, "run1") as writer:
        entry = write_page(writer, headers=headers, requested="10.5555/a\r\nWARC-Type: evil\x1b[31m é")
    assert entry.page.headers == {"x-one": "a  X-Evil: b", "link": "<a>, <b>"}
    assert entry.page.requested == "10.5555/a WARC-Type: evil [31m é"
    everything = zstd.decompress((tmp_path / entry.warc_file).read_bytes())
    assert b"10.5555/a" in everything
    assert b"secret" not in everything


def test_kinds_are_told_apart(tmp_path):
    with ArchiveWriter(tmp_path, "run1") as writer:
        write_page(writer, 1, kind="redirect", status=302, headers=[(b"Location", b"/x")], body=b"")
        write_page(writer, 2, kind="robots", url="https://journal.example/robots.txt")
        write_page(writer, 3, kind="error", status=503, attempt=2)
        entry = write_page(writer, 4)
    path = tmp_path / entry.warc_file
    assert [page.request_id for page in read_archive(path)] == ["id4"]
    hops = list(read_archive(path, kinds={"redirect", "robots", "error"}))
    assert [(page.kind, page.status, page.attempt) for page in hops] == [
        ("redirect", 302, 1),
        ("robots", 200, 1),
        ("error", 503, 2),
    ]


def test_a_local_file_is_a_resource(tmp_path):
    source = tmp_path / "saved pages" / "käse.html"
    with ArchiveWriter(tmp_path / "raw", "run1") as writer:
        bare = writer.write_file(requested=str(source), request_id="f1", body=HTML, fetched_at=NOON)
        known = writer.write_file(
            requested=str(source),
            request_id="f2",
            body=HTML,
            fetched_at=NOON,
            url="https://journal.example/articles/a9",
            content_type="text/html",
        )
    assert (bare.page.requested, bare.page.url, bare.page.status) == (str(source), None, None)
    assert bare.page.kind == known.page.kind == "file"
    assert bare.page.body == HTML
    assert known.page.url == "https://journal.example/articles/a9"
    assert known.page.headers == {"content-type": "text/html"}
    stored = list(ArchiveIterator(str(tmp_path / "raw" / bare.warc_file)))
    assert stored[1].headers["WARC-Target-URI"] == source.as_uri()


def test_archives_of_others_are_read(tmp_path):
    def record(kind, url, http, date=b"2015-04-01T08:00:00Z"):
        content_type = b"application/http; msgtype=response" if http.startswith(b"HTTP") else b"text/html"
        return (
            b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nWARC-Date: %s\r\nContent-Type: %s\r\n"
            b"WARC-Record-ID: <urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>\r\n"
            b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (kind, url, date, content_type, len(http), http)
        )

    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    records = [
        record(b"request", b"http://a.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
        record(b"response", b"http://a.example/robots.txt", head + b"\r\nUser-agent: *"),
        record(
            b"response",
            b"http://a.example/1",
            head + b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunked,
        ),
        record(b"response", b"http://a.example/2", b"HTTP/1.1 301 Moved\r\nLocation: /1\r\n\r\n"),
        record(b"response", b"http://a.example/3", b"HTTP/1.1 404 Not Found\r\n\r\ngone"),
        record(
            b"response", b"http://a.example/4", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"
        ),
        record(b"resource", b"http://a.example/5", HTML),
    ]
    plain, packed_file = tmp_path / "theirs.warc", tmp_path / "theirs.warc.gz"
    plain.write_bytes(b"".join(records))
    packed_file.write_bytes(b"".join(map(gzip.compress, records)))
    for path in (plain, packed_file):
        pages = list(read_archive(path))
        assert [page.requested for page in pages] == ["http://a.example/1", "http://a.example/5"]
        assert [page.body for page in pages] == [HTML, HTML]
        assert pages[0].fetched_at == datetime(2015, 4, 1, 8, tzinfo=UTC)
        assert pages[0].run_id is None
        assert [read_at(path, page.warc_offset) for page in pages] == pages


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress])
def test_a_record_without_a_date_or_with_a_broken_head_costs_itself_only(tmp_path, pack):
    def record(number, date=b"2015-04-01T08:00:00Z", http=b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\nbody"):
        return pack(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/%d\r\nWARC-Date: %s\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
            % (number, date, len(http), http)
        )

    path = tmp_path / "theirs.warc"
    broken = b"no head at all"
    path.write_bytes(
        record(1)
        + record(2, date=b"yesterday")
        + record(3)
        + record(4, http=broken)
        + record(5)
        + record(6, b"?")
    )
    damage = []
    pages = list(read_archive(path, on_damage=damage.append))
    assert [page.requested[-1] for page in pages] == ["1", "3", "5"]
    assert [item.end is None for item in damage] == [False, False, True]


def test_the_index_finds_pages_and_is_sorted(tmp_path):
    with ArchiveWriter(tmp_path, "run1") as writer:
        for number in (3, 1, 2):
            entry = write_page(writer, number)
        write_page(writer, 9, kind="redirect", status=302)
    path = tmp_path / entry.warc_file
    index = path.with_name(path.name.replace(".warc.zst", ".cdxj"))
    lines = index.read_text().splitlines()
    assert [line.split()[0] for line in lines] == [
        f"example,journal)/articles/a{number}" for number in (1, 2, 3)
    ]
    assert lines[0].split()[1] == "20260316120000"
    said = json.loads(lines[1].split(" ", 2)[2])
    assert read_at(tmp_path / said["filename"], int(said["offset"])).request_id == "id2"
    length = int(said["length"])
    frame = path.read_bytes()[int(said["offset"]) :][:length]
    assert b"a2" in zstd.decompress(frame)
    with_lengths = index.read_text()
    index.unlink()
    assert rebuild_index(path) == index
    assert [line.split()[:2] for line in index.read_text().splitlines()] == [
        line.split()[:2] for line in with_lengths.splitlines()
    ]


def test_a_full_disk_leaves_the_file_readable(tmp_path, monkeypatch):
    with ArchiveWriter(tmp_path, "run1") as writer:
        entry = write_page(writer, 1)
        real = os.fsync
        monkeypatch.setattr(
            os, "fsync", lambda number: (_ for _ in ()).throw(OSError(28, "No space left on device"))
        )
        with pytest.raises(OSError, match="No space left"):
            write_page(writer, 2)
        monkeypatch.setattr(os, "fsync", real)
        write_page(writer, 3)
    assert [page.request_id for page in read_archive(tmp_path / entry.warc_file)] == ["id1", "id3"]


@settings(max_examples=60, deadline=None)
@given(flip=st.integers(0, 10_000), mask=st.integers(1, 255), cut=st.integers(0, 10_000))
def test_any_cut_and_any_flipped_byte_never_raises_and_never_invents(tmp_path_factory, flip, mask, cut):
    folder = tmp_path_factory.mktemp("fuzz")
    with ArchiveWriter(folder, "run1", sync=False) as writer:
        entries = [write_page(writer, number) for number in range(1, 4)]
    path = folder / entries[0].warc_file
    content = bytearray(path.read_bytes())
    content[4 + flip % (len(content) - 4)] ^= mask
    path.write_bytes(content[: max(4, len(content) - cut % len(content))])
    good = {entry.page.request_id: entry.page for entry in entries}
    for page in read_archive(path, on_damage=lambda damage: None):
        assert page == good[page.request_id]
