"""Files and archives into the dataset, without the network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backmatter.errors import UserError
from backmatter.inputs import InputFile, input_files
from backmatter.intake import Intake, Outcome
from backmatter.known import Known
from backmatter.progress import Progress
from backmatter.reading import read_file
from backmatter.recovery import Recovered, recover
from backmatter.tally import COMPLETE, HELD, INCOMPLETE, Tally
from crawler.archive import ArchivedPage, ArchiveError, ArchiveWriter, Damage, read_archive
from crawler.parsers.formats import MAX_BYTES
from output.layout import new_run_id, raw_dir
from output.lock import writing
from output.publish import Published, publish

#: Headers that say how the bytes were packed on their way; in the archive they stand unpacked.
_PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True)
class Ingested:
    """The outcome of ``ingest``.

    Attributes:
        run: The run that the files came in with.
        files: How many files there were.
        tally: What became of the pages in them.
        unusable: Files that gave no article, other than lists of articles; pages inside an archive do not count.
        recovered: What a killed command had left, taken in first.
        published: The tables as published; None when that was not wanted.
    """

    run: str
    files: int
    tally: Tally
    unusable: int
    recovered: Recovered
    published: Published | None

    @property
    def exit_status(self) -> int:
        """3 when an input gave no article, else 5 when a version is held back, else 0.

        Lists of articles, and pages of a WARC file that are no articles, are normal.
        """
        if self.unusable:
            return INCOMPLETE
        return HELD if self.tally.held else COMPLETE


def ingest(
    dataset: Path,
    inputs: Iterable[str | Path],
    *,
    emails: bool = False,
    publish_after: bool = True,
    progress: Progress | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Ingested:
    """Take files into the dataset.

    The bytes of each file go into the archive first. A file whose very bytes are stored already is skipped, so
    taking the same files in again changes no table of articles. A file that cannot be used has its row in
    ``fetches`` and does not stop the others.

    Args:
        dataset: The dataset folder; made if it does not exist.
        inputs: Files, folders and globs: pages of any format, packed with gzip or not, and WARC files.
        emails: Whether to keep authors' e-mail addresses, which are personal data.
        publish_after: Whether to publish the tables in the end.
        progress: Told which file is next.
        on_outcome: Told what became of each page.
        clock: The time.

    Raises:
        DatasetBusyError: If another command is writing to the dataset.
        BrokenFileError: If a file of the dataset cannot be read.
        OSError: If the archive or a commit cannot be written.
    """
    with writing(dataset, "backmatter ingest"):
        known = Known.of(dataset)
        recovered = recover(dataset, known)
        run = new_run_id(clock())
        files = input_files(inputs, dataset)
        with (
            ArchiveWriter(raw_dir(dataset), run) as archive,
            Intake(dataset, run, known=known, emails=emails) as intake,
        ):
            taker = _Taker(intake, archive, clock, on_outcome)
            for done, file in enumerate(files):
                if progress:
                    progress(str(file.path), done, len(files))
                taker.take(file)
        published = publish(dataset) if publish_after else None
    return Ingested(run, len(files), intake.tally, taker.unusable, recovered, published)


class _Taker:
    """Takes file by file into an archive and from there into the intake."""

    def __init__(
        self,
        intake: Intake,
        archive: ArchiveWriter,
        clock: Callable[[], datetime],
        on_outcome: Callable[[Outcome], None] | None,
    ) -> None:
        self.unusable = 0
        self._intake = intake
        self._archive = archive
        self._clock = clock
        self._on_outcome = on_outcome
        self._requests = 0

    def take(self, file: InputFile) -> None:
        """Take in one file; what is wrong with it becomes its row in ``fetches``."""
        if file.problem is not None:
            self._refuse(file.path, "missing", file.problem)
        elif file.is_warc:
            self._take_archive(file.path)
        else:
            self._take_page(file.path)

    def _take_page(self, path: Path) -> None:
        try:
            body = read_file(path)
        except UserError as error:
            self._refuse(path, "unreadable", str(error))
            return
        if not body.strip():
            self._refuse(path, "unreadable", "the file is empty")
        elif len(body) > MAX_BYTES:
            limit = MAX_BYTES // 2**20
            self._refuse(path, "too_large", f"more than {limit} MiB; an article page is far smaller")
        elif not self._skipped(_name(path), body):
            self._add_file(_name(path), body, None, self._clock(), alone=True)

    def _take_archive(self, path: Path) -> None:
        damages: list[Damage] = []
        taken = 0
        try:
            for page in read_archive(path, on_damage=damages.append):
                taken += 1
                self._take_capture(page)
        except (ArchiveError, OSError) as error:
            self._refuse(path, "unreadable", str(error))
            return
        if damages:
            self._refuse(path, "damaged" if taken else "unreadable", "; ".join(map(str, damages)))
        elif not taken:
            self._refuse(path, "unreadable", "no page in this archive")

    def _take_capture(self, page: ArchivedPage) -> None:
        if not page.body and page.problem:
            self._refuse(page.requested, "unreadable", page.problem, alone=False)
        elif self._skipped(page.requested, page.body):
            return
        elif page.url is None or page.status is None:
            self._add_file(page.requested, page.body, page.url, page.fetched_at, alone=False)
        else:
            headers = [(name, value) for name, value in page.headers.items() if name not in _PACKING]
            entry = self._archive.write(
                requested=page.requested,
                request_id=self._next_request(),
                url=page.url,
                status=page.status,
                headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
                body=page.body,
                fetched_at=page.fetched_at,
            )
            self._tell(self._intake.add(entry.page), alone=False)

    def _add_file(self, name: str, body: bytes, url: str | None, at: datetime, *, alone: bool) -> None:
        entry = self._archive.write_file(
            requested=name, request_id=self._next_request(), body=body, fetched_at=at, url=url
        )
        self._tell(self._intake.add(entry.page), alone=alone)

    def _skipped(self, name: str, body: bytes) -> bool:
        outcome = self._intake.skip_if_stored(name, self._next_request(), self._clock(), body)
        if outcome is not None:
            self._tell(outcome, alone=False)
        return outcome is not None

    def _refuse(self, name: Path | str, reason: str, detail: str, *, alone: bool = True) -> None:
        request = self._next_request()
        # Messages repeat the name, so they too may hold what no text can.
        told = _name(detail).removeprefix(f"{_name(name)}: ")
        outcome = self._intake.refuse(_name(name), request, self._clock(), reason, told)
        self._tell(outcome, alone=alone)

    def _tell(self, outcome: Outcome, *, alone: bool) -> None:
        # A list of articles is no article, but nothing is wrong with it: folders of saved pages have some.
        not_article = outcome.reason == "not_article" and outcome.page_state != "listing"
        gave_nothing = outcome.state == "failed" or not_article
        self.unusable += alone and gave_nothing
        if self._on_outcome:
            self._on_outcome(outcome)

    def _next_request(self) -> str:
        self._requests += 1
        return f"{self._requests:06d}"


def _name(path: Path | str) -> str:
    """A file's name as text; bytes of it that are no UTF-8 are written out, for tables and archives hold text only."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
