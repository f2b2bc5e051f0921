import os
import signal
import subprocess
import sys
import threading

import pytest

from output.errors import DatasetBusyError, NoDatasetError
from output.lock import writing

HOLDER = """
import sys
from pathlib import Path
from output.lock import writing
with writing(Path(sys.argv[1]), "backmatter crawl"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(dataset):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(dataset)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_command_learns_who_holds_the_dataset(dataset, holder):
    said = rf"is being written to by `backmatter crawl` \(process {holder.pid}, since 20"
    with pytest.raises(DatasetBusyError, match=said), writing(dataset, "backmatter publish"):
        pass


def test_a_killed_holder_is_no_hindrance(dataset, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with writing(dataset, "backmatter publish"):
        pass


def test_within_a_thread_it_nests(dataset):
    with writing(dataset, "outer"):
        with writing(dataset, "inner"):
            pass
        failed = []

        def other():
            try:
                with writing(dataset, "other"):
                    pass
            except DatasetBusyError as error:
                failed.append(str(error))

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert "`outer`" in failed[0]
    with writing(dataset, "again"):
        pass


def test_an_error_lets_go(dataset):
    with pytest.raises(ZeroDivisionError), writing(dataset, "one"):
        raise ZeroDivisionError
    with writing(dataset, "two"):
        pass


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    place = tmp_path / "notes.txt"
    place.write_text("mine")
    with pytest.raises(NoDatasetError, match=r"notes\.txt: is a file, not a folder"), writing(place, "test"):
        pytest.fail("a file was taken for a dataset")
    assert place.read_text() == "mine"
