"""The feeds that a store follows, in its table.

>>> Feed("https://daily.example/rss").title
''
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from store.database import Store
from store.feeds.opml import Outline


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its address, what it is called, when it was last asked, and what stood in the way."""

    url: str
    title: str = ""
    added: str = ""
    visited: str = ""
    problem: str = ""


def add(store: Store, wanted: Iterable[Outline], now: datetime) -> list[Outline]:
    """Follow feeds; those that were not followed yet."""
    with store.transaction() as db:
        return [
            feed
            for feed in wanted
            if db.execute(
                "INSERT OR IGNORE INTO feeds (url, title, added) VALUES (?, ?, ?)",
                (feed.url, feed.title, now.isoformat(timespec="seconds")),
            ).rowcount
        ]


def remove(store: Store, url: str) -> bool:
    """Follow a feed no longer; whether it was. What came from it stays."""
    with store.transaction() as db:
        db.execute("DELETE FROM visits WHERE url = ?", (url,))
        return db.execute("DELETE FROM feeds WHERE url = ?", (url,)).rowcount > 0


def feeds(store: Store) -> list[Feed]:
    """All feeds in the order in which they were added."""
    return [Feed(*row) for row in store.db.execute(_FEEDS)]


def rename(store: Store, url: str, title: str, moved_to: str) -> None:
    """Note what a feed calls itself, and where it has moved for good."""
    with store.transaction() as db:
        db.execute("UPDATE feeds SET title = ? WHERE url = ? AND title = ''", (title, url))
        if moved_to != url:
            db.execute("UPDATE OR REPLACE feeds SET url = ? WHERE url = ?", (moved_to, url))


_FEEDS = """
SELECT feeds.url, title, added, coalesce(visits.at, ''), coalesce(visits.problem, '')
FROM feeds LEFT JOIN visits ON visits.url = feeds.url ORDER BY feeds.rowid
"""
