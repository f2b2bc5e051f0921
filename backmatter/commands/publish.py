"""``backmatter publish``: the tables of ``current/`` anew from all commits."""

from __future__ import annotations

from backmatter.commands.common import (
    DatasetOption,
    JsonOption,
    shown_progress,
    tell_recovered,
    tell_tables,
    told,
    write_json,
)
from output.layout import existing_dataset


def publish(dataset: DatasetOption = None, as_json: JsonOption = False) -> None:
    """Write current/ anew: the newest accepted version of every article, as plain Parquet."""
    from backmatter.recovery import recover
    from output.lock import writing
    from output.publish import publish as publish_tables

    with told(), shown_progress("Publishing") as progress:
        path = existing_dataset(dataset)
        with writing(path, "backmatter publish"):
            recovered = recover(path)
            done = publish_tables(path, progress)
    tell_recovered(recovered)
    if as_json:
        write_json(
            {
                "run": done.run,
                "folder": str(done.folder),
                "commits": done.parts,
                "recovered": recovered.pages,
                "tables": done.tables,
            }
        )
    else:
        tell_tables(done.tables, done.folder)
