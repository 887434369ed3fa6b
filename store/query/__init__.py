"""Reading the store: a filter in, ordered ids, rows, cards, counts, facets and histograms out.

Nothing here writes but ``see``. Only the standard library is imported, so that a first screen
need not wait for more.
"""

from store.query.filter import Field, Filter, FilterProblem, Order, Scope, Term
from store.query.values import (
    Basis,
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
    "Basis",
    "Bucket",
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
    "Mark",
    "MarkStyle",
    "Order",
    "Row",
    "Scope",
    "SourceLine",
    "Term",
]
