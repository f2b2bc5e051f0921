"""What a killed command had fetched but not committed: taken in before any other command goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from backmatter.intake import Intake
from backmatter.known import Known
from backmatter.raw_files import pages_not_taken_in, run_of
from backmatter.tally import Tally
from crawler.archive import Damage, rebuild_index
from output.atomic import sweep
from output.layout import new_run_id, run_names, runs_dir, superseded_runs
from output.lock import writing


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was taken in.

    Attributes:
        tally: What became of the pages.
        runs: Runs that the pages belong to.
        notes: What could not be read, one line each; the torn record that a killed process leaves is normal.
    """

    tally: Tally
    runs: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages were taken in."""
        return self.tally.requested


def recover(dataset: Path, known: Known | None = None) -> Recovered:
    """Take in every page that the archive holds beyond the commits, each under the run that fetched it.

    Does nothing, quickly, when there is none. Whoever writes to a dataset calls this first.

    Args:
        dataset: The dataset folder.
        known: What the dataset holds, kept up to date; read from there when it is needed.

    Raises:
        DatasetBusyError: If another command is writing to the dataset.
        BrokenFileError: If a file of the dataset cannot be read.
        OSError: If a commit cannot be written.
    """
    damages: list[Damage] = []
    total = Tally()
    runs: list[str] = []
    with writing(dataset, "backmatter recovery"):
        sweep_unfinished(dataset)
        for file, pages in pages_not_taken_in(dataset, damages.append):
            first = next(pages, None)
            if first is None:
                continue
            known = known or Known.of(dataset)
            run = run_of(first)
            runs.append(run)
            with Intake(dataset, run, folder=_folder(dataset, run), known=known) as intake:
                intake.add(first)
                for page in pages:
                    intake.add(page)
            total.update(intake.tally)
            rebuild_index(file)
    return Recovered(total, tuple(dict.fromkeys(runs)), tuple(map(str, damages)))


def sweep_unfinished(dataset: Path) -> None:
    """Remove the half-written parts of killed commands."""
    sweep(runs_dir(dataset))
    for run in run_names(dataset):
        sweep(runs_dir(dataset) / run)


def _folder(dataset: Path, run: str) -> str:
    """The run folder for pages of a run: its own, unless a rebuild has replaced that."""
    if run in superseded_runs(dataset, run_names(dataset)):
        return new_run_id(datetime.now(UTC))
    return run
