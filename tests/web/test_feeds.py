"""Feeds: followed, listed, fetched; each with its own errors, safe beside another writer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import feeds, query
from store.database import Store, open_store
from store.feeds import FeedOutcome, OpmlProblem, Outline
from store.query import Filter
from store.web import Bounds, Visitor, visitor
from tests.cli.conftest import Runner
from tests.cli.conftest import conflict as conflict
from tests.formats import shapes
from tests.web.server import Served, Server

NOW = datetime(2025, 8, 4, 12, 0, tzinfo=UTC)
QUICK = Bounds(connect=2, read=0.3, whole=5, size=1_000_000)


def fetched(store: Store) -> list[FeedOutcome]:
    """The outcomes of fetching all feeds."""
    with visitor(lambda: NOW, QUICK) as visiting:
        assert isinstance(visiting, Visitor)
        return list(feeds.fetch(store, feeds.feeds(store), visiting, who="ann", now=NOW))


def test_a_feed_is_fetched_and_only_once(server: Server, empty: Store) -> None:
    """New items are documents; what has not changed is not sent again."""
    feeds.add(empty, [Outline(server("/rss"))], NOW)
    (first,) = fetched(empty)
    assert (first.added, first.title, first.problem) == (2, shapes.OUTLET, "")
    (again,) = fetched(empty)
    assert (again.added, again.sentence) == (0, "nothing new")
    assert server.asked[-1][1]["if-none-match"] == '"r"'
    assert [feed.title for feed in feeds.feeds(empty)] == [shapes.OUTLET]


def test_only_what_is_new_of_a_feed_that_changed(server: Server, empty: Store) -> None:
    """The items that were there are unchanged; one whose text changed is an edition."""
    feeds.add(empty, [Outline(server("/rss"))], NOW)
    fetched(empty)
    changed = shapes.rss().replace("закрыт после удара".encode(), "открыт после удара".encode())
    server.paths["/rss"] = Served(200, changed, {"ETag": '"s"'})
    (again,) = fetched(empty)
    assert (again.added, again.unchanged) == (1, 1)
    editions = [query.editions(empty, line.id) for line in query.documents(empty)]
    assert sorted(map(len, editions)) == [1, 2, 2]


def test_each_feed_has_its_own_errors(server: Server, empty: Store) -> None:
    """One that fails does not stop the others, and is asked again the next time."""
    server.paths |= {"/gone": Served(410), "/slow": Served(200, b"<rss", stalls=True)}
    server.paths["/text"] = Served(200, b"Not found, but 200.")
    paths = ("/gone", "/slow", "/rss")
    feeds.add(empty, [Outline(server(path)) for path in paths], NOW)
    gone, slow, good = fetched(empty)
    assert gone.problem == "It answers 410: the page is gone for good."
    assert slow.problem == "It did not answer in time."
    assert (good.problem, good.added) == ("", 2)
    assert [bool(feed.problem) for feed in feeds.feeds(empty)] == [True, True, False]


def test_a_feed_that_moved_for_good_is_followed_there(server: Server, empty: Store) -> None:
    """A move for the time being is not."""
    server.paths["/old"] = Served(301, headers={"Location": "/rss"})
    server.paths["/for-now"] = Served(302, headers={"Location": "/rss"})
    feeds.add(empty, [Outline(server("/old")), Outline(server("/for-now"))], NOW)
    fetched(empty)
    assert sorted(feed.url for feed in feeds.feeds(empty)) == [server("/for-now"), server("/rss")]


def test_beside_an_open_app(server: Server, empty: Store) -> None:
    """Another connection sees what came, and can write in between."""
    feeds.add(empty, [Outline(server("/rss"))], NOW)
    with open_store(empty.path) as other:
        before = other.version()
        fetched(empty)
        assert other.version() != before
        assert query.count(other, Filter()) > 0
        query.see(other, list(query.ids(other, Filter())))
    fetched(empty)


LIST = [Outline("https://a.example/rss", "A & B"), Outline("https://b.example/rss", "")]


def test_opml_comes_back() -> None:
    """What is written is read; a feed without a title is called by its address."""
    assert feeds.outlines(feeds.opml(LIST).encode()) == [
        LIST[0],
        Outline("https://b.example/rss", "https://b.example/rss"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<opml>",
        b"<opml><body/></opml>",
        b"<!DOCTYPE o [<!ENTITY a 'b'>]><opml/>",
        b"\xff\xfe",
    ],
)
def test_what_is_no_list_of_feeds(raw: bytes) -> None:
    """A sentence says what is wrong."""
    assert isinstance(feeds.outlines(raw), OpmlProblem)


def test_from_the_command_line(conflict: Runner, server: Server, tmp_path: Path) -> None:
    """Add an address and a list, list, fetch, remove; status 1 where a feed failed."""
    path = tmp_path / "feeds.opml"
    path.write_text(feeds.opml([Outline(server("/none"), "None")]))
    assert conflict("feeds", "add", server("/rss"), path).out == (
        "2 feeds added, 0 followed already.\n"
    )
    assert "0 feeds added, 1 followed already." in conflict("feeds", "add", server("/rss")).out
    ran = conflict("feeds", "fetch", "--json")
    assert ran.status == 1
    assert [(record["new"], bool(record["problem"])) for record in ran.records] == [
        (2, False),
        (0, True),
    ]
    assert conflict("feeds", "fetch", server("/rss"), "--quiet").out == ""
    assert f'xmlUrl="{server("/rss")}"' in conflict("feeds", "list", "--opml").out
    assert len(conflict("feeds", "list", "--json").records) == 2
    assert conflict("feeds", "remove", server("/none")).status == 0
    assert conflict("feeds", "remove", server("/none")).status == 1
    assert conflict("feeds", "fetch", server("/none")).status == 1
    assert conflict("feeds", "add", "no-such-file").status == 1


def test_a_page_from_the_command_line(conflict: Runner, server: Server) -> None:
    """Among files; why tells of it too."""
    ran = conflict("load", server("/page"), "--json")
    assert [record["status"] for record in ran.records] == ["added"]
    assert ran.records[0]["how"].startswith("metadata: JSON-LD datePublished")
    told = conflict("why", server("/page")).out
    assert "read as    HTML page" in told
    assert "captured" in told
