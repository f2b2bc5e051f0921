"""What every room's tests may use."""

import os
import sys
import threading
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of saved publisher pages, which are not ours to ship: without it the test is skipped."""
    folder = Path(os.environ.get("BACKMATTER_CORPUS") or REPOSITORY.parent / "shared" / "corpus")
    if not (folder / "pages").is_dir():
        pytest.skip(f"no saved publisher pages in {folder} (BACKMATTER_CORPUS names another folder)")
    return folder


@pytest.fixture(scope="session")
def reactor_loop():
    """Twisted's reactor on an event loop in a thread of its own, for the whole session."""
    ready = threading.Event()
    found = []

    def run():
        from scrapy.utils.reactor import install_reactor

        install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
        from twisted.internet import reactor

        loop = reactor._asyncioEventloop
        found.append(loop)
        loop.call_soon(ready.set)
        reactor.run(installSignalHandlers=False)
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield found[0]
    from twisted.internet import reactor

    reactor.callFromThread(reactor.stop)
    thread.join(10)


@pytest.fixture(scope="session")
def calls_of():
    """Counts the calls that a function makes, its own and those into C: work measured without a clock."""

    def count(function, *arguments):
        calls = 0

        def note(_frame, event, _argument):
            nonlocal calls
            calls += event in {"call", "c_call"}

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            function(*arguments)
        finally:
            sys.setprofile(before)
        return calls

    return count
