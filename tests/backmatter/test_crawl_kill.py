"""A crawl that is killed again and again: nothing is lost, nothing comes twice, nothing is fetched twice."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from itertools import accumulate

import pytest

import backmatter
from backmatter.sample_journal import serve
from crawler.archive import read_archive
from output.layout import raw_dir

#: The full measure is 300; what runs every time is less.
PAGES = int(os.environ.get("BACKMATTER_KILL_PAGES", "40"))
KILLS = 3


class Killer:
    """Kills the process it is given, the moment the site is asked for its so many-th page."""

    def __init__(self):
        self.process = None
        self.at = None
        #: Pages that were asked for but were not in the archive when the process died.
        self.lost = 0
        self.pages = Counter()
        self._lock = threading.Lock()

    def __call__(self, path, times):
        if not path.startswith("/bulk/"):
            return
        with self._lock:
            self.pages[path] += 1
            if self.process is not None and self.pages.total() == self.at:
                self.process.send_signal(signal.SIGKILL)


def crawl(names, dataset, resolver, **options):
    command = [sys.executable, "-m", "backmatter", "crawl", "--from", str(names), "--dataset", str(dataset)]
    command += ["--allow-private", "-s", "DOWNLOAD_DELAY=0", "-s", f"DOI_RESOLVER={resolver}", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def archived(dataset):
    return {
        page.url: page.request_id
        for path in raw_dir(dataset).glob("*.warc.zst")
        for page in read_archive(path, on_damage=lambda damage: None)
    }


@pytest.mark.parametrize("seed", [20260316])
def test_a_crawl_killed_three_times_ends_with_every_article_once(tmp_path, seed):
    choose = random.Random(seed)
    share = PAGES // (KILLS + 1)
    kill_at = list(accumulate(choose.randint(2, share) for _ in range(KILLS)))
    killer = Killer()
    names, dataset = tmp_path / "list.txt", tmp_path / "data"
    with serve(bulk=PAGES, faults=killer) as site:
        names.write_text("\n".join(site.bulk_dois))
        for at in kill_at:
            killer.at = at
            killer.process = crawl(names, dataset, site.doi_resolver)
            killer.process.communicate(timeout=120)
            assert killer.process.returncode == -signal.SIGKILL
            held = archived(dataset)
            # All but the page just asked for and the one before it, which may not have been written down yet.
            assert len(held) >= at - killer.lost - 2
            killer.lost += at - killer.lost - len(held)
            fetched = dict(killer.pages)
        killer.process = None
        last = crawl(names, dataset, site.doi_resolver)
        _, problems = last.communicate(timeout=120)
        assert last.returncode == 0, problems
        again = [
            path
            for path, times in killer.pages.items()
            if times > fetched.get(path, 0) and site.url(path) in held
        ]
    assert again == []
    assert len(archived(dataset)) == PAGES
    assert killer.pages.total() == PAGES + killer.lost
    articles = backmatter.load("articles", dataset=dataset)
    assert sorted(articles["article_id"]) == sorted(f"doi:{doi}" for doi in site.bulk_dois)
    fetches = backmatter.load("fetches", dataset=dataset)
    assert (fetches["state"] == "stored").sum() == PAGES
    assert not fetches.duplicated(["run_id", "request_id"]).any()
