"""All tables anew from the archive, with the parsers of today and without the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backmatter.errors import UserError
from backmatter.intake import Intake
from backmatter.known import Known
from backmatter.progress import Progress
from backmatter.raw_files import archive_files
from backmatter.recovery import sweep_unfinished
from backmatter.registry import Registries, registries_of
from backmatter.tally import Tally
from crawler.archive import ArchiveError, Damage, read_archive
from output.layout import existing_dataset, new_run_id
from output.lock import writing
from output.publish import Published, publish
from output.replace import Replacement, replacement


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The outcome of a rebuild.

    Attributes:
        run: The run folder with the new commits.
        tally: What became of the pages of the archive.
        carried_over: Rows of ``fetches`` without a page in the archive, kept as they were.
        notes: What could not be read, one line each.
        published: The tables as published; None when that was not wanted.
    """

    run: str
    tally: Tally
    carried_over: int
    notes: tuple[str, ...]
    published: Published | None


def rebuild(
    dataset: Path,
    *,
    emails: bool = False,
    allow_loss: bool = False,
    publish_after: bool = True,
    progress: Progress | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Rebuilt:
    """Make all tables anew from what is in ``raw/``.

    The new commits take the place of all earlier ones in one rename; until then, and if anything fails, the
    dataset stays as it was. Rows keep the run that fetched their page, so that with unchanged parsers the
    published tables come out byte for byte as they were; funders and institutions are looked up in the registries
    that are loaded now, which the new commits and ``datapackage.json`` name. Pages are read one after the other: memory does not
    grow with their number.

    Args:
        dataset: The dataset folder.
        emails: Whether to keep authors' e-mail addresses, which are personal data.
        allow_loss: Whether to go on when stored pages are no longer in the archive.
        publish_after: Whether to publish the tables in the end.
        progress: Told which archive file is next; steps are bytes of the archive.
        clock: The time.

    Raises:
        NoDatasetError: If there is no such dataset.
        UserError: If pages would get lost, unless `allow_loss`; nothing has changed then.
        DatasetBusyError: If another command is writing to the dataset.
        OSError: If the commits cannot be written; nothing has changed then.
    """
    existing_dataset(dataset)
    with writing(dataset, "backmatter rebuild"):
        sweep_unfinished(dataset)
        run = new_run_id(clock())
        damages: list[Damage] = []
        registries = registries_of(dataset)
        with replacement(dataset, run, registries.facts if registries else None) as new:
            tally = _take_in(dataset, new, damages.append, progress, registries, emails=emails)
            lost = new.lost_pages()
            if lost and not allow_loss:
                raise UserError(_loss(dataset, lost), exit_code=3)
            carried_over = new.carry_over_fetches()
        published = publish(dataset) if publish_after else None
    return Rebuilt(run, tally, carried_over, tuple(map(str, damages)), published)


def _take_in(
    dataset: Path,
    new: Replacement,
    on_damage: Callable[[Damage], None],
    progress: Progress | None,
    registries: Registries | None,
    *,
    emails: bool,
) -> Tally:
    known = Known()
    tally = Tally()
    files = archive_files(dataset)
    sizes = [file.stat().st_size for file in files]
    for number, file in enumerate(files):
        before, total = sum(sizes[:number]), sum(sizes)
        # Pages that name no run come from archives of others, which have the name of their file for one.
        run = file.name.partition(".warc")[0]
        with Intake(
            dataset, run, known=known, sink=new.write, emails=emails, registries=registries
        ) as intake:
            try:
                for page in read_archive(file, on_damage=on_damage):
                    if progress:
                        progress(file.name, before + page.warc_offset, total)
                    intake.add(page)
            except ArchiveError as error:
                on_damage(Damage(file, 0, None, str(error)))
        tally.update(intake.tally)
    return tally


def _loss(dataset: Path, lost: dict[str, int]) -> str:
    files = ", ".join(f"{dataset / 'raw' / file} ({count:,})" for file, count in lost.items())
    return (
        f"{sum(lost.values()):,} stored pages are no longer in the archive and would be lost: {files}. "
        "Nothing has been changed. Put the files back, or give --allow-loss to go on without them."
    )
