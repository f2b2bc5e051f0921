"""Scrapy's settings: slow, honest and bounded unless somebody says otherwise with ``-s NAME=VALUE``."""

from importlib.metadata import PackageNotFoundError, version

from crawler.targets import DOI_RESOLVER as _DOI_RESOLVER
from crawler.targets import MAX_URL as _MAX_URL

try:
    _VERSION = version("backmatter")
except PackageNotFoundError:
    _VERSION = "0"

BOT_NAME = "Backmatter"
SPIDER_MODULES = ["crawler.spiders"]
#: Scrapy would read each callback's source for a mistake that the linter finds; ast.parse can fail in a live loop.
WARN_ON_GENERATOR_RETURN_VALUE = False

# --- What is crawled into what -----------------------------------------------------------------------------
#: The dataset folder; by default BACKMATTER_DATASET, else ./articles-data.
DATASET = None
#: Name of the run; made from the time when there is none.
RUN_ID = None
#: URL that a DOI is appended to.
DOI_RESOLVER = _DOI_RESOLVER
#: Whether the tables are published when the crawl is over.
PUBLISH = True
ITEM_PIPELINES = {"backmatter.collect.CollectPipeline": 500}

# --- Who we are and where we go ----------------------------------------------------------------------------
#: Mail address or web page of whoever runs the crawl; without one, no host of the public web is asked.
CONTACT = None
USER_AGENT = f"Backmatter/{_VERSION}"
#: Whether private, loopback and link-local addresses may be connected to.
ALLOW_PRIVATE = False
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Backmatter"
REFERRER_POLICY = "no-referrer"
COOKIES_ENABLED = False
DOWNLOAD_HANDLERS = {
    "http": "crawler.politeness.guarded_handler.GuardedDownloadHandler",
    "https": "crawler.politeness.guarded_handler.GuardedDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOAD_VERIFY_CERTIFICATES = True
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# --- How fast ----------------------------------------------------------------------------------------------
# One request at a time and at most one a second, for each host; hosts side by side.
CONCURRENT_REQUESTS = 32
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0
# The pace of a host follows from what it says, see crawler/politeness/hosts.py; AutoThrottle would undo that.
AUTOTHROTTLE_ENABLED = False
#: First pause after a refusal, in units of the host's delay; it doubles with each refusal in a row.
BACKOFF_FACTOR = 4
#: Longest such pause, in seconds.
BACKOFF_MAX = 120
#: Longest Retry-After that is waited for, in seconds; a host that asks for more is not asked again in this run.
RETRY_AFTER_MAX = 900
#: Longest Crawl-delay that is kept, in seconds; a host that asks for more is not crawled.
CRAWL_DELAY_MAX = 300
#: Refusals in a row after which a host is not asked again in this run.
HOST_STOP_AFTER = 5

# --- How much ----------------------------------------------------------------------------------------------
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 32 * 2**20
DOWNLOAD_WARNSIZE = 0
URLLENGTH_LIMIT = _MAX_URL
REDIRECT_MAX_TIMES = 10
METAREFRESH_MAXDELAY = 10
RETRY_TIMES = 3
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
MEMUSAGE_LIMIT_MB = 4096

# --- The way of a request, from the spider to the network and back -----------------------------------------
DOWNLOADER_MIDDLEWARES = {
    "crawler.politeness.guard.GuardMiddleware": 40,  # may this be asked at all; who asks
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.politeness.robots.RobotsMiddleware": 100,  # does the host allow it
    "crawler.known_pages.KnownPagesMiddleware": 200,  # is it a page that we have
    "crawler.politeness.hosts.HostMiddleware": 560,  # is it the host's turn; behind Scrapy's retries (550)
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.politeness.cookies.OfflineCookiesMiddleware": 700,
    "crawler.archiving.ArchiveMiddleware": 950,  # the answer is on disk before anybody looks at it
}
# Every answer reaches the spider, which says of each request what became of it.
HTTPERROR_ALLOW_ALL = True
# The spider itself knows which requests are the same; a filter would drop them without a word.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"

LOG_LEVEL = "INFO"
LOG_SHORT_NAMES = True
