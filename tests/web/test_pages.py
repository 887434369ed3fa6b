"""Pages over the network: what is read, what is refused, what is asked for only once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from store import edits, query
from store.database import Store
from store.edits import Forget
from store.load import Outcome, load
from store.model import Document
from store.readers import ReadProblem, parcels, read
from store.web import Bounds, pages, visitor, visits
from store.web.answers import refusal
from tests.formats import shapes
from tests.web.server import Served, Server

NOW = datetime(2025, 8, 4, 12, 0, tzinfo=UTC)
QUICK = Bounds(connect=2, read=0.3, whole=5, size=1_000_000, redirects=3)


@dataclass
class Clock:
    """A clock that a test sets."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now


def loaded(store: Store, *urls: str, clock: Clock | None = None) -> list[Outcome]:
    """The outcomes of loading addresses."""
    with visitor(clock or Clock(), QUICK) as visiting:
        found = parcels(pages(urls, visiting, store))
        return list(load(store, found, who="ann", now=NOW).outcomes)


def test_a_page_is_read(server: Server) -> None:
    """Its canonical address, and when it was captured."""
    with visitor(Clock(), QUICK) as visiting:
        (found,) = read(pages([server("/page")], visiting))
    assert isinstance(found, Document)
    assert (found.url, found.captured) == (shapes.ADDRESS, "2025-08-04T12:00:00+00:00")
    assert found.raw == shapes.page()
    assert server.asked[-1][1]["user-agent"] == "conflict-tui"


def test_redirects_are_followed(server: Server) -> None:
    """To where the page is; round and round is refused."""
    server.paths["/old"] = Served(301, headers={"Location": "/page"})
    server.paths["/round"] = Served(302, headers={"Location": "/round"})
    with visitor(Clock(), QUICK) as visiting:
        page, endless = read(pages([server("/old"), server("/round")], visiting))
    assert isinstance(page, Document)
    assert isinstance(endless, ReadProblem)
    assert endless.sentence == "It leads from one address to the next without end."


@pytest.mark.parametrize(
    ("served", "sentence"),
    [
        (Served(404), "It answers 404: there is no such page."),
        (Served(500), "It answers 500: the server has a fault."),
        (Served(403), "It answers 403: it does not let programs in, or not from here."),
        (
            Served(429, headers={"Retry-After": "60"}),
            "It answers 429: too many requests; it asks to be left alone until "
            "2025-08-04T12:01:00+00:00.",
        ),
        (Served(200, b"It was", stalls=True), "It did not answer in time."),
        (Served(200, endless=True), "It is larger than 1 MB."),
        (Served(200, b"\x89PNG\r\n\x1a\n" + bytes(99)), "It is a PNG picture, no text."),
        (Served(200, b""), "The file is empty."),
        (Served(200, b"<html><body></body></html>"), "No article was found on the page: it may"),
    ],
    ids=["404", "500", "403", "429", "slow", "huge", "picture", "empty", "no article"],
)
def test_what_is_no_page_is_refused(
    server: Server, empty: Store, served: Served, sentence: str
) -> None:
    """In a sentence; nothing comes into the store."""
    server.paths["/x"] = served
    (outcome,) = loaded(empty, server("/x"))
    assert outcome.status == "failed"
    assert outcome.sentence.startswith(sentence)
    assert not query.documents(empty)


def test_nobody_listens(empty: Store) -> None:
    """An address that does not answer at all."""
    (outcome,) = loaded(empty, "http://127.0.0.1:1/page")
    assert outcome.sentence.startswith("Its robots.txt cannot be read: It cannot be reached")


def test_what_has_not_changed_is_not_sent_again(server: Server, empty: Store) -> None:
    """A conditional request; after the page was forgotten it is asked for as new."""
    assert [outcome.status for outcome in loaded(empty, server("/page"))] == ["added"]
    (again,) = loaded(empty, server("/page"))
    assert (again.status, again.sentence) == ("left out", "It has not changed since it was loaded.")
    assert server.asked[-1][1]["if-none-match"] == '"1"'


def test_what_was_forgotten_is_asked_for_anew(server: Server, empty: Store) -> None:
    """Where the page names no other address for itself."""
    server.paths["/own"] = Served(200, f"<p>{shapes.PARAGRAPHS[0]}</p>".encode(), {"ETag": '"o"'})
    assert loaded(empty, server("/own"))[0].status == "added"
    edits.apply(empty, Forget(query.documents(empty)[0].identity), "ann", NOW)
    assert loaded(empty, server("/own"))[0].status == "added"


def test_a_server_that_wants_to_be_left_alone_is(server: Server, empty: Store) -> None:
    """It is not asked again before the time it named."""
    clock = Clock()
    server.paths["/busy"] = Served(503, headers={"Retry-After": "3600"})
    loaded(empty, server("/busy"), clock=clock)
    asked = len(server.asked)
    (outcome,) = loaded(empty, server("/busy"), clock=clock)
    assert outcome.sentence == "It asked to be left alone until 2025-08-04T13:00:00+00:00."
    assert len(server.asked) == asked
    clock.now = NOW.replace(hour=14)
    server.paths["/busy"] = Served(200, shapes.page())
    assert loaded(empty, server("/busy"), clock=clock)[0].status == "added"


@pytest.mark.parametrize(
    ("rules", "read_"),
    [
        ("User-agent: *\nDisallow: /private", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: conflict-tui\nDisallow: /page", False),
        ("User-agent: other\nDisallow: /", True),
    ],
)
def test_robots_txt_is_respected(server: Server, empty: Store, rules: str, read_: bool) -> None:
    """What it forbids to all, or to us, is not asked for."""
    server.paths["/robots.txt"] = Served(200, rules.encode())
    (outcome,) = loaded(empty, server("/page"))
    assert (outcome.status == "added") is read_
    assert ("/page" in [path for path, _ in server.asked]) is read_


def test_what_a_page_leads_to_is_asked_for_as_well(server: Server, empty: Store) -> None:
    """A redirect is no way round robots.txt."""
    server.paths["/robots.txt"] = Served(200, b"User-agent: *\nDisallow: /page")
    server.paths["/short"] = Served(302, headers={"Location": "/page"})
    (outcome,) = loaded(empty, server("/short"))
    assert outcome.sentence == "robots.txt of 127.0.0.1 asks programs not to read it."


@pytest.mark.parametrize("status", [500, 429])
def test_a_server_whose_robots_txt_fails_is_not_read(
    server: Server, empty: Store, status: int
) -> None:
    """As the standard asks for; without one everything may be read."""
    server.paths["/robots.txt"] = Served(status)
    (outcome,) = loaded(empty, server("/page"))
    assert outcome.sentence.startswith(f"Its robots.txt cannot be read: It answers {status}")


def test_the_encoding_that_the_server_says(server: Server, empty: Store) -> None:
    """Goes before a guess, which a short page may lead astray."""
    page = "<html><body><p>Ґанок і їдальня у Сумах згоріли, сказав мер.</p></body></html>"
    kind = {"Content-Type": "text/html; charset=koi8-u"}
    server.paths["/koi"] = Served(200, page.encode("koi8-u"), kind)
    loaded(empty, server("/koi"))
    (text,) = empty.db.execute("SELECT text FROM texts").fetchone()
    assert text == "Ґанок і їдальня у Сумах згоріли, сказав мер."


def test_robots_txt_is_read_once(server: Server, empty: Store) -> None:
    """For all pages of a server."""
    loaded(empty, server("/page"), server("/page"), server("/rss"))
    assert [path for path, _ in server.asked].count("/robots.txt") == 1


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, empty: Store) -> None:
    """With the command that installs it."""
    monkeypatch.setattr("store.web.client.there", lambda _library: False)
    (outcome,) = loaded(empty, "https://daily.example/")
    assert outcome.sentence == "Fetching it needs httpx: pip install 'conflict-tui[web]'"


@pytest.mark.parametrize(
    ("after", "until"),
    [
        ("60", "2025-08-04T12:01:00+00:00"),
        ("Mon, 04 Aug 2025 13:00:00 GMT", "2025-08-04T13:00:00+00:00"),
        ("999999999", "2025-08-06T12:00:00+00:00"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone(after: str, until: str) -> None:
    """In seconds or as a date, two days at the most."""
    refused = refusal(503, {"retry-after": after}, NOW)
    assert refused is not None
    assert refused[1] == until


def test_visits_are_remembered(empty: Store) -> None:
    """An address that was never visited has an empty one."""
    assert visits.recall(empty, "https://daily.example/").etag == ""
