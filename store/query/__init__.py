"""Reading the store: a filter in, ordered ids, rows, cards, counts, facets and histograms out.

Nothing here writes but ``see``. A room is imported when something of it is first asked for, so
that who shows a page of rows does not wait for what reads filters, cards and documents.

>>> from store.query import Filter
>>> Filter.__module__
'store.query.filter'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.query.around import around
    from store.query.by_key import KeyProblem, find, keys, see, short
    from store.query.cards import claim, explain
    from store.query.chosen import Chosen
    from store.query.counts import (
        BucketSize,
        begin_of,
        bucket_at,
        by_day_of_all,
        end_of,
        histogram,
        stats,
    )
    from store.query.faceting import faceted, facets
    from store.query.filter import Field, Filter, FilterProblem, Order, Scope, Term
    from store.query.found import Gathered, gathering
    from store.query.language import parse
    from store.query.library import document, documents, sources, tags
    from store.query.listing import Listing, last_id, listed, open_listing
    from store.query.lists import count, first, headings, hits, ids, position_of_date, searched
    from store.query.news import arrived, next_unseen
    from store.query.page import rows
    from store.query.retold import tellings
    from store.query.siblings import copies, editions
    from store.query.values import Bucket, Facet, Heading, Place, Row
    from store.query.views import (
        CardDate,
        CardHedge,
        CardHop,
        CardPlace,
        CardQuantity,
        CardRelation,
        ClaimCard,
        Copy,
        DocumentLine,
        DocumentView,
        EditionLine,
        Mark,
        MarkStyle,
        SourceLine,
    )

_ROOMS = {
    "around": "around",
    "by_key": "KeyProblem find keys see short",
    "cards": "claim explain",
    "chosen": "Chosen",
    "counts": "BucketSize begin_of bucket_at by_day_of_all end_of histogram stats",
    "faceting": "faceted facets",
    "filter": "Field Filter FilterProblem Order Scope Term",
    "found": "Gathered gathering",
    "language": "parse",
    "library": "document documents sources tags",
    "listing": "Listing last_id listed open_listing",
    "lists": "count first headings hits ids position_of_date searched",
    "news": "arrived next_unseen",
    "page": "rows",
    "retold": "tellings",
    "siblings": "copies editions",
    "values": "Bucket Facet Heading Place Row",
    "views": "CardDate CardHedge CardHop CardPlace CardQuantity CardRelation ClaimCard Copy "
    "DocumentLine DocumentView EditionLine Mark MarkStyle SourceLine",
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """What is imported when it is first asked for (PEP 562)."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    return found


__all__ = [
    "Bucket",
    "BucketSize",
    "CardDate",
    "CardHedge",
    "CardHop",
    "CardPlace",
    "CardQuantity",
    "CardRelation",
    "Chosen",
    "ClaimCard",
    "Copy",
    "DocumentLine",
    "DocumentView",
    "EditionLine",
    "Facet",
    "Field",
    "Filter",
    "FilterProblem",
    "Gathered",
    "Heading",
    "KeyProblem",
    "Listing",
    "Mark",
    "MarkStyle",
    "Order",
    "Place",
    "Row",
    "Scope",
    "SourceLine",
    "Term",
    "around",
    "arrived",
    "begin_of",
    "bucket_at",
    "by_day_of_all",
    "claim",
    "copies",
    "count",
    "document",
    "documents",
    "editions",
    "end_of",
    "explain",
    "faceted",
    "facets",
    "find",
    "first",
    "gathering",
    "headings",
    "histogram",
    "hits",
    "ids",
    "keys",
    "last_id",
    "listed",
    "next_unseen",
    "open_listing",
    "parse",
    "position_of_date",
    "rows",
    "searched",
    "see",
    "short",
    "sources",
    "stats",
    "tags",
    "tellings",
]
