"""The sample journal, served once for all tests that only read it."""

from collections.abc import Iterator

import pytest

from backmatter.sample_journal import SampleJournal, SampleServer, load_journal, serve


@pytest.fixture(scope="session")
def journal() -> SampleJournal:
    return load_journal()


@pytest.fixture(scope="session")
def sample_server() -> Iterator[SampleServer]:
    with serve(bulk=40) as server:
        yield server
