"""Reading the store: a filter in, ordered ids, rows, cards, counts, facets and histograms out.

Nothing here writes but ``see``. Only the standard library is imported, so that a first screen
need not wait for more.
"""

from store.query.cards import claim, explain
from store.query.counts import BucketSize, facets, histogram, stats
from store.query.documents import document, documents, sources, tags
from store.query.filter import Field, Filter, FilterProblem, Order, Scope, Term
from store.query.keys import KeyProblem, find, keys, see, short
from store.query.language import parse
from store.query.lists import count, first, headings, hits, ids, position_of_date, rows
from store.query.values import (
    Bucket,
    CardDate,
    CardHedge,
    CardHop,
    CardPlace,
    CardQuantity,
    CardRelation,
    ClaimCard,
    DocumentLine,
    DocumentView,
    Facet,
    Heading,
    Mark,
    MarkStyle,
    Row,
    SourceLine,
)

__all__ = [
    "Bucket",
    "BucketSize",
    "CardDate",
    "CardHedge",
    "CardHop",
    "CardPlace",
    "CardQuantity",
    "CardRelation",
    "ClaimCard",
    "DocumentLine",
    "DocumentView",
    "Facet",
    "Field",
    "Filter",
    "FilterProblem",
    "Heading",
    "KeyProblem",
    "Mark",
    "MarkStyle",
    "Order",
    "Row",
    "Scope",
    "SourceLine",
    "Term",
    "claim",
    "count",
    "document",
    "documents",
    "explain",
    "facets",
    "find",
    "first",
    "headings",
    "histogram",
    "hits",
    "ids",
    "keys",
    "parse",
    "position_of_date",
    "rows",
    "see",
    "short",
    "sources",
    "stats",
    "tags",
]
