"""Feeds that a store follows: the list of them, OPML in and out, and fetching what is new."""

from store.feeds.opml import OpmlProblem, Outline, opml, outlines
from store.feeds.subscriptions import Feed, add, feeds, remove
from store.feeds.update import FeedOutcome, fetch

__all__ = [
    "Feed",
    "FeedOutcome",
    "OpmlProblem",
    "Outline",
    "add",
    "feeds",
    "fetch",
    "opml",
    "outlines",
    "remove",
]
