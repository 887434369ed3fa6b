"""Fetching feeds: each asked for what is newer, its items loaded, its errors its own.

Feeds are asked at once, some at a time; one after the other is written, in short transactions, so
that it can run from cron beside an open app.

>>> FeedOutcome("https://daily.example/rss", "Example Daily", added=2).failed
False
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from store import pipeline
from store.crew import Analyse
from store.database import Store
from store.feeds.subscriptions import Feed, rename
from store.load import Outcome, loading
from store.readers import parcels
from store.web import visits
from store.web.client import Visitor
from store.web.pages import as_blob
from store.web.values import Answer, Fetched, Refused

AT_ONCE = 8
"""Servers asked at once: most of the time is waiting."""


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What came of one feed: documents by what became of them, or its problem in a sentence."""

    url: str
    title: str
    added: int = 0
    unchanged: int = 0
    claims: int = 0
    problem: str = ""
    sentence: str = ""

    @property
    def failed(self) -> bool:
        """Whether there is a problem."""
        return bool(self.problem)


def fetch(
    store: Store,
    wanted: Iterable[Feed],
    visitor: Visitor,
    *,
    who: str,
    now: datetime,
    analyse: Analyse = pipeline.analyse,
) -> Iterator[FeedOutcome]:
    """Ask feeds for what is new and load it; the outcome of each, in order."""
    asked = [(feed, visits.recall(store, feed.url)) for feed in wanted]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda one: visitor.fetch(one[0].url, one[1], robots=False), asked)
        for (feed, _), answer in zip(asked, answers, strict=True):
            yield _settled(store, feed, answer, who, now, analyse)


def _settled(
    store: Store, feed: Feed, answer: Answer, who: str, now: datetime, analyse: Analyse
) -> FeedOutcome:
    if not isinstance(answer, Fetched):
        problem = answer.sentence if isinstance(answer, Refused) else ""
        visits.note(store, feed.url, answer.visit, problem)
        told = "" if problem else "nothing new"
        return FeedOutcome(feed.url, feed.title, problem=problem, sentence=told)
    items = parcels([as_blob(answer)])
    outcomes = list(loading(store, items, who=who, now=now, analyse=analyse))
    problem = _problem(outcomes)
    title = _title(store, outcomes) or feed.title
    url = answer.url if answer.moved else feed.url
    # Only now: what was not loaded is asked for again the next time.
    visits.note(store, url, answer.visit, problem)
    rename(store, feed.url, title, url)
    return _counted(feed, title, outcomes, problem, f"moved to {url}" if answer.moved else "")


def _counted(
    feed: Feed, title: str, outcomes: list[Outcome], problem: str, told: str
) -> FeedOutcome:
    counts = Counter(outcome.status for outcome in outcomes)
    claims = sum(outcome.claims for outcome in outcomes if outcome.status == "added")
    return FeedOutcome(feed.url, title, counts["added"], counts["unchanged"], claims, problem, told)


def _problem(outcomes: list[Outcome]) -> str:
    """What stood in the way, where nothing could be read at all; or of some items."""
    faults = [outcome.sentence for outcome in outcomes if outcome.status == "failed"]
    return faults[0] if faults else ""


def _title(store: Store, outcomes: Iterable[Outcome]) -> str:
    """What the feed calls itself: the source of the first of its documents."""
    first = next((outcome.document for outcome in outcomes if outcome.document), None)
    found = store.db.execute(_SOURCE, (first,)).fetchone()
    return str(found[0]) if found else ""


_SOURCE = """
SELECT sources.name FROM documents JOIN sources ON sources.id = source_id WHERE documents.id = ?
"""
