"""The SQL of the store, literally: tables, indexes (each with the query it serves), migrations.

>>> MIGRATIONS[-1][0] == VERSION
True
"""

from __future__ import annotations

from store.format import APPLICATION_ID, VERSION
from store.schema.columns import COLUMNS, PLACE, WANTED_COLUMNS
from store.schema.migrations import MIGRATIONS
from store.schema.search import SEARCH
from store.schema.tables import INDEXES, LANE, TABLES
from store.schema.terms import BRANCHES, FIELDS, HAS, IS, TERMS, WANTED, Branch
from store.schema.views import VIEWS

SCHEMA = TABLES + INDEXES + SEARCH + TERMS + WANTED + COLUMNS + VIEWS
"""A new store, whole."""

__all__ = [
    "APPLICATION_ID",
    "BRANCHES",
    "FIELDS",
    "HAS",
    "IS",
    "LANE",
    "MIGRATIONS",
    "PLACE",
    "SCHEMA",
    "TABLES",
    "VERSION",
    "WANTED_COLUMNS",
    "Branch",
]
