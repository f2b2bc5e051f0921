"""Where the crawler does not go, and who it says it is."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from OpenSSL import SSL
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.settings import default_settings
from twisted.internet.error import ConnectionLost
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from crawler import settings as project
from crawler.failures import NotFetchedError, explain
from crawler.politeness import guarded_handler
from crawler.politeness.addresses import is_public
from crawler.politeness.contact import contact_problem, needs_contact, user_agent


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
def test_this_machine_is_not_asked_unless_allowed(site, crawl, host):
    site.articles("a")
    url = f"http://{host}:{site.url.rpartition(':')[2]}/a/a"
    done = crawl([url], ALLOW_PRIVATE=False, CONTACT="ana@shelf.example")
    assert set(done.reasons.values()) == {"private_address"}
    assert "--allow-private" in done.outcomes[0].detail
    assert site.hits == []


def test_a_name_that_resolves_differently_the_second_time_is_caught_on_the_connection(
    site, crawl, monkeypatch
):
    async def public(host):
        return [ipaddress.ip_address("93.184.215.14")]

    monkeypatch.setattr(guarded_handler, "_resolve", public)
    url = f"http://localhost:{site.url.rpartition(':')[2]}/a/a"
    done = crawl([url], ALLOW_PRIVATE=False)
    assert set(done.reasons.values()) == {"private_address"}
    assert site.hits == []


def test_a_host_of_the_public_web_is_not_asked_without_a_contact(crawl):
    done = crawl(["https://journal.example/a", "10.5555/a"])
    assert set(done.reasons.values()) == {"no_contact"}
    assert "--contact" in done.outcomes[0].detail
    assert "downloader/request_count" not in done.stats


def test_a_redirect_to_the_public_web_needs_a_contact_too(site, crawl):
    url = site.on("/go", status=302, headers={"Location": "https://journal.example/a"})
    assert crawl([url]).reasons == {url: "no_contact"}


def test_every_request_says_who_asks(site, crawl):
    crawl(site.articles("a"), CONTACT="ana@shelf.example")
    agents = {headers["User-Agent"] for _, _, headers in site.hits}
    assert len(site.hits) == 2
    assert agents == {f"{project.USER_AGENT} (+mailto:ana@shelf.example)"}
    assert not any("Referer" in headers for _, _, headers in site.hits)


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("ana@shelf.example", "Bot/1 (+mailto:ana@shelf.example)"),
        ("mailto:ana@shelf.example", "Bot/1 (+mailto:ana@shelf.example)"),
        ("https://shelf.example/bot", "Bot/1 (+https://shelf.example/bot)"),
        (None, "Bot/1"),
        ("nobody", "Bot/1"),
    ],
)
def test_the_user_agent_names_the_contact(contact, shown):
    assert user_agent("Bot/1", contact) == shown


@pytest.mark.parametrize(
    "contact", ["me", "a@b", "http://", "a@b.example\r\nX: y", "a b@c.example", "", None]
)
def test_what_is_no_contact_is_said_so(contact):
    assert "--contact" in contact_problem(contact)


@pytest.mark.parametrize(
    ("url", "needed"),
    [
        ("https://journal.example/a", True),
        ("http://8.8.8.8/a", True),
        ("http://127.0.0.1:8000/a", False),
        ("http://localhost/a", False),
        ("http://[::1]:8000/a", False),
        ("http://10.1.2.3/a", False),
    ],
)
def test_the_public_web_needs_a_contact(url, needed):
    assert needs_contact(url) is needed


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.5.4", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00:ec2::254", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (CannotResolveHostError("x"), "dns"),
        (NotFetchedError("robots", "no"), "robots"),
        (IgnoreRequest("max redirections reached"), "redirects"),
        (ConnectionLost(), "connection"),
        (ResponseFailed([Failure(SSL.Error([]))]), "tls"),
        (ResponseFailed([Failure(ConnectionLost())]), "internal"),
        (KeyError("x"), "internal"),
    ],
)
def test_errors_become_words_of_the_vocabulary(error, reason):
    assert explain(error)[0] == reason


def test_every_setting_is_one_that_scrapy_or_this_project_knows():
    ours = {
        "ALLOW_PRIVATE",
        "BACKOFF_FACTOR",
        "BACKOFF_MAX",
        "CONTACT",
        "CRAWL_DELAY_MAX",
        "DATASET",
        "DOI_RESOLVER",
        "HOST_STOP_AFTER",
        "PUBLISH",
        "RETRY_AFTER_MAX",
        "RUN_ID",
    }
    names = {name for name in vars(project) if name.isupper() and not name.startswith("_")}
    assert names - ours == {name for name in names if hasattr(default_settings, name)}


def test_nothing_listens_and_nothing_is_unverified():
    assert project.TELNETCONSOLE_ENABLED is False
    assert project.REMOTE_CONTROL_ENABLED is False
    assert project.DOWNLOAD_VERIFY_CERTIFICATES is True
    assert project.ROBOTSTXT_OBEY is True


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(site, crawl, tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "site.pem"
    pem.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + certificate.public_bytes(Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    site.server.socket = context.wrap_socket(
        site.server.socket, server_side=True, do_handshake_on_connect=False
    )
    url = f"https://localhost:{site.url.rpartition(':')[2]}/a"
    done = crawl([url])
    assert done.reasons == {url: "tls"}
    assert "certificate" in done.outcomes[0].detail
    assert site.hits == []


def test_cookies_when_switched_on_need_no_list_from_the_network(site, crawl, monkeypatch):
    def no_network(*args, **facts):
        raise AssertionError("the suffix list was asked for")

    monkeypatch.setattr("requests.sessions.Session.request", no_network)
    urls = site.articles("a", "b")
    site.on("/a/a", site.page("a"), headers={"Set-Cookie": "visitor=1; Domain=127.0.0.1"})
    done = crawl(urls, COOKIES_ENABLED=True, CONCURRENT_REQUESTS=1)
    assert len(done.pages) == 2
