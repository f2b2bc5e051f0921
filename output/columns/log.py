"""The columns of the tables that say what was done and what is doubtful."""

from __future__ import annotations

from output.column import Column, article_id_column

FETCH_STATES = ("stored", "skipped", "failed")
DECISIONS = ("accepted", "held")
PAGE_STATES = (
    "article",
    "preview",
    "abstract",
    "news",
    "listing",
    "blocked",
    "login",
    "not_found",
    "other",
)

FETCHES = (
    Column("run_id", "text", "Run that asked for the page.", "fetch", required=True),
    Column("request_id", "text", "Identifies the request within its run.", "fetch", required=True),
    Column("requested", "text", "What was asked for: DOI, address or file.", "fetch", required=True),
    Column("url", "text", "Address first requested; null for a file of unknown origin.", "fetch"),
    Column("final_url", "text", "Address that answered, after redirects.", "fetch"),
    Column("status", "integer", "HTTP status; null for files and for hosts that did not answer.", "fetch"),
    Column(
        "state",
        "text",
        "What became of the request; per run, requested = stored + skipped + failed.",
        "fetch",
        required=True,
        values=FETCH_STATES,
    ),
    Column(
        "page_state",
        "text",
        "What kind of page it was; null without a page, and for one whose bytes were stored before.",
        values=PAGE_STATES,
    ),
    Column("bytes", "integer", "Length of the page.", "fetch", minimum=0),
    Column("page_sha256", "text", "SHA-256 of the page's bytes, hexadecimal.", "fetch"),
    Column("etag", "text", "`ETag` header of the answer.", "fetch"),
    Column("last_modified", "text", "`Last-Modified` header of the answer, as sent.", "fetch"),
    Column("attempts", "integer", "How often the page was asked for.", "fetch", minimum=0),
    Column("error", "text", "Why the request failed or was skipped; null when stored.", "fetch"),
    Column("fetched_at", "instant", "When the answer, or the last failure, came.", "fetch", required=True),
    Column("warc_file", "text", "File under `raw/` that holds the page; null where none was kept.", "fetch"),
    Column(
        "warc_offset", "integer", "Where in that file the page's record begins, in bytes.", "fetch", minimum=0
    ),
    article_id_column(
        "Article that the page was a version of; null where it was none. Not always a row of `articles`: "
        "the only version of an article may be held back.",
        required=False,
    ),
    Column(
        "decision",
        "text",
        "Whether the stored version may be published; null unless stored.",
        "derived",
        values=DECISIONS,
    ),
)

ISSUES = (
    Column("run_id", "text", "Run that fetched the page.", "fetch", required=True),
    article_id_column("Article that the doubt is about (of whatever version, held ones included)."),
    Column("field", "text", "Column in doubt; null where it is the whole page.", "derived"),
    Column(
        "kind",
        "text",
        "What is doubtful, e.g. `conflict`, `count_mismatch`, `regressed`.",
        "derived",
        required=True,
    ),
    Column("detail", "text", "The values or counts behind the doubt.", "derived"),
)
