"""From archived pages to commits: the one way into the tables, for crawl, ingest, recovery and rebuild alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from backmatter.fetch_rows import row_of_input, row_of_outcome, row_of_page
from backmatter.known import Accepted, Known
from backmatter.page_rows import PageRows, Refusal, Tables, issue_rows, page_rows
from backmatter.registry import Registries, registries_of
from backmatter.tally import Tally
from crawler.archive import PAGE_KINDS, ArchivedPage
from crawler.fetch_items import FetchOutcome
from crawler.items import PageReading
from output.commit import commit
from pipelines.gate import judge, summarise

#: Pages in a commit. A page costs about 30 kB of memory until then; until then it is only in the archive.
COMMIT_EVERY = 100

State = Literal["stored", "skipped", "failed"]

_SAME_BYTES = ("same_page", "its very bytes are stored already")
#: Refusals that say nothing is wrong: the page is simply not an article's.
_SKIPPING: frozenset[Refusal] = frozenset({"not_article"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one request.

    Attributes:
        requested: What was asked for.
        state: As in ``fetches``.
        page_state: What kind of page it was, if it was looked at.
        article_id: The article that the page is a version of.
        decision: ``accepted`` or ``held`` for a stored version.
        reason: First word of the error, e.g. ``blocked``; None when stored.
        detail: Why it was skipped, failed or held, for a person.
    """

    requested: str
    state: State
    page_state: str | None = None
    article_id: str | None = None
    decision: str | None = None
    reason: str | None = None
    detail: str = ""


class Intake:
    """Takes archived pages in the order of the archive and commits what they say.

    Every page gets its row in ``fetches``. A page that is an article's becomes a version of it, accepted or held
    back by the gate; a page whose very bytes are stored already is skipped. The caller holds the dataset's lock.

    Use it as a context manager: on leaving, what is pending is committed; after an error it is not, for the
    archive has it and the next command will take it in.

    Args:
        dataset: The dataset folder.
        run_id: The run, for whatever does not name its own.
        folder: Run folder of the commits; by default that of the run.
        known: What the dataset holds; by default it is read from there.
        sink: Where commits go, by default into the run folder.
        commit_every: Pages in a commit.
        emails: Whether to keep authors' e-mail addresses, which are personal data.
        registries: Where funders and institutions are looked up; by default in what is loaded into the dataset.

    Raises:
        DatasetError: If the index of a registry is damaged.
    """

    def __init__(
        self,
        dataset: Path,
        run_id: str,
        *,
        folder: str | None = None,
        known: Known | None = None,
        sink: Callable[[Tables], object] | None = None,
        commit_every: int = COMMIT_EVERY,
        emails: bool = False,
        registries: Registries | None = None,
    ) -> None:
        self.tally = Tally()
        self._run_id = run_id
        self._known = Known.of(dataset) if known is None else known
        self._registries = registries or registries_of(dataset)
        used = self._registries.facts if self._registries else None
        self._sink = sink or (lambda rows: commit(dataset, folder or run_id, rows, used))
        self._commit_every = commit_every
        self._emails = emails
        self._pending: Tables = {}
        self._articles: set[str] = set()
        self._requests: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            self.close()
        elif self._registries:
            self._registries.close()

    def add(
        self, page: ArchivedPage, reading: PageReading | None = None, rows: PageRows | None = None
    ) -> Outcome:
        """Take in one page.

        Args:
            page: The page, as the archive gives it.
            reading: What `crawler.parsers.read_page` said of exactly this page, if that is known already.
            rows: What `page_rows` made of it, if that is known already.

        Raises:
            OSError: If a commit cannot be written; the pages pending stay pending.
        """
        fetch = row_of_page(page, self._run_id)
        self._make_room(fetch)
        same = self._same_bytes(page, fetch["page_sha256"])
        if same is not None:
            fetch |= {"article_id": same}
            return self._settle(fetch, "skipped", *_SAME_BYTES)
        if rows is None:
            rows = page_rows(page, fetch["run_id"], reading, emails=self._emails, registry=self._registries)
        fetch["page_state"] = rows.page_state
        if rows.refusal is not None:
            state: State = "skipped" if rows.refusal in _SKIPPING else "failed"
            return self._settle(fetch, state, rows.refusal, rows.detail)
        return self._version(fetch, rows.tables)

    def note(self, outcome: FetchOutcome) -> Outcome:
        """Take in a request that gave no page, or a page that is not wanted.

        Where the archive holds an answer as a page, that page decides, as it will in a rebuild.
        """
        if outcome.answer is not None and outcome.answer.kind in PAGE_KINDS:
            return self.add(outcome.answer)
        row = row_of_outcome(outcome, self._run_id)
        self._make_room(row)
        return self._settle(row, outcome.state, outcome.reason, outcome.detail)

    def refuse(self, requested: str, request_id: str, at: datetime, reason: str, detail: str) -> Outcome:
        """Take in an input that is not in the archive, such as a missing file."""
        row = row_of_input(requested, request_id, at, self._run_id)
        self._make_room(row)
        return self._settle(row, "failed", reason, detail)

    def skip_if_stored(self, requested: str, request_id: str, at: datetime, body: bytes) -> Outcome | None:
        """Skip an input whose very bytes are stored already, so that the archive need not hold them twice.

        Returns:
            None, and nothing noted, when they are not stored.
        """
        digest = hashlib.sha256(body).hexdigest()
        stored = self._known.page(digest)
        if stored is None:
            return None
        row = row_of_input(requested, request_id, at, self._run_id)
        row |= {"bytes": len(body), "page_sha256": digest, "article_id": stored.article_id}
        self._make_room(row)
        return self._settle(row, "skipped", *_SAME_BYTES)

    def flush(self) -> None:
        """Commit what is pending.

        Raises:
            OSError: If the commit cannot be written; what is pending stays pending.
        """
        if self._pending:
            self._sink(self._pending)
        self._pending, self._articles, self._requests = {}, set(), set()

    def close(self) -> None:
        """Commit what is pending; more may be added afterwards."""
        self.flush()
        if self._registries:
            self._registries.close()

    def _same_bytes(self, page: ArchivedPage, digest: str) -> str | None:
        """The article of which a stored version has exactly these bytes, if that makes this page redundant.

        A live page that has gone back to what it was two versions ago is news; a file or an old capture is not.
        """
        stored = self._known.page(digest)
        if stored is None:
            return None
        if page.kind == "page" and stored.decision == "accepted":
            accepted = self._known.accepted(stored.article_id)
            if accepted and accepted.page_sha256 != digest and page.fetched_at > accepted.fetched_at:
                return None
        return stored.article_id

    def _version(self, fetch: dict[str, Any], tables: Tables) -> Outcome:
        (article,) = tables["articles"]
        article_id = article["article_id"]
        self._make_room(fetch, article_id)
        summary = summarise(tables)
        accepted = self._accepted(article)
        is_newest = accepted is None or fetch["fetched_at"] >= accepted.fetched_at
        # A version older than the accepted one replaces nothing, so it has nothing to lose.
        verdict = judge(accepted.summary if accepted and is_newest else None, summary)
        reasons = issue_rows(fetch["run_id"], article_id, verdict.reasons)
        for name, rows in {**tables, "issues": tables["issues"] + reasons}.items():
            self._pending.setdefault(name, []).extend(rows)
        self._articles.add(article_id)
        if verdict.decision == "accepted" and is_newest:
            self._known.accept(article, summary)
        fetch |= {"article_id": article_id, "decision": verdict.decision}
        self._known.store(fetch)
        why = "; ".join(": ".join(filter(None, (doubt.field, doubt.detail))) for doubt in verdict.reasons)
        return self._settle(fetch, "stored", None, why)

    def _accepted(self, article: dict[str, Any]) -> Accepted | None:
        accepted = self._known.accepted(article["article_id"])
        if accepted is None and not article["doi"] and article["url"]:
            # A page that lost its DOI is still a version of the article that stands at its address.
            accepted = self._known.accepted_at(article["url"])
        return accepted

    def _make_room(self, fetch: dict[str, Any], article_id: str | None = None) -> None:
        """Commit first what cannot stand in one part with the next page: the same request, the same article."""
        if (fetch["run_id"], fetch["request_id"]) in self._requests or article_id in self._articles:
            self.flush()

    def _settle(self, fetch: dict[str, Any], state: State, reason: str | None, detail: str) -> Outcome:
        fetch |= {"state": state, "error": f"{reason}: {detail}" if reason else None}
        self._pending.setdefault("fetches", []).append(fetch)
        self._requests.add((fetch["run_id"], fetch["request_id"]))
        self.tally.add(state, reason, fetch.get("decision"))
        if len(self._pending["fetches"]) >= self._commit_every:
            self.flush()
        return Outcome(
            fetch["requested"],
            state,
            fetch.get("page_state"),
            fetch.get("article_id"),
            fetch.get("decision"),
            reason,
            detail,
        )
