"""Pages and feeds over the network, politely: conditional, bounded, with a clear refusal.

What an answer means is decided by ``answers``, which is pure; ``client`` alone talks to a server,
``visits`` remembers in the store what a server said the last time.
"""

from store.web.client import AGENT, Visitor, visitor
from store.web.pages import as_blob, pages
from store.web.values import Bounds, Fetched, NotModified, Refused, Visit

__all__ = [
    "AGENT",
    "Bounds",
    "Fetched",
    "NotModified",
    "Refused",
    "Visit",
    "Visitor",
    "as_blob",
    "pages",
    "visitor",
]
