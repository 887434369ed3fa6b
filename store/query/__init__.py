"""Reading the store: a filter in, ordered ids, rows, cards, counts, facets and histograms out.

Nothing here writes but ``see``. Only the standard library is imported, and what only a card or a
document needs (the model with its dates, half of the time) not before it is asked for: a first
screen shows rows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
from store.query.faceting import facets
from store.query.filter import Field, Filter, FilterProblem, Order, Scope, Term
from store.query.found import Gathered, gathering
from store.query.keys import KeyProblem, find, keys, see, short
from store.query.language import parse
from store.query.listing import Listing, Place, last_id, listed, open_listing
from store.query.lists import (
    count,
    first,
    headings,
    hits,
    ids,
    position_of_date,
    rows,
    searched,
)
from store.query.news import arrived, next_unseen
from store.query.values import Bucket, Facet, Heading, Row

if TYPE_CHECKING:
    from store.query.cards import claim, explain
    from store.query.library import document, documents, sources, tags
    from store.query.retold import tellings
    from store.query.siblings import copies, editions
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

_LATER = {
    "claim": "store.query.cards",
    "explain": "store.query.cards",
    "copies": "store.query.siblings",
    "editions": "store.query.siblings",
    "document": "store.query.library",
    "documents": "store.query.library",
    "sources": "store.query.library",
    "tags": "store.query.library",
    "tellings": "store.query.retold",
    "CardDate": "store.query.views",
    "CardHedge": "store.query.views",
    "CardHop": "store.query.views",
    "CardPlace": "store.query.views",
    "CardQuantity": "store.query.views",
    "CardRelation": "store.query.views",
    "ClaimCard": "store.query.views",
    "Copy": "store.query.views",
    "EditionLine": "store.query.views",
    "DocumentLine": "store.query.views",
    "DocumentView": "store.query.views",
    "Mark": "store.query.views",
    "MarkStyle": "store.query.views",
    "SourceLine": "store.query.views",
}


def __getattr__(name: str) -> Any:
    """What is imported when it is first asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


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
