"""The values of a field among a filter's claims, with their counts.

>>> facets.__name__
'facets'
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import replace

from store.database import Store
from store.query import columns
from store.query.counting import number
from store.query.filter import Field, Filter, Term
from store.query.found import Gathered, gathering
from store.query.lists import count
from store.query.plan import EVERY, Plan, number_of, plan
from store.query.values import Facet
from store.schema import BRANCHES, FIELDS

MANY = 5_000
"""Claims from which on values are picked out of columns, not looked up one by one: 20 ms."""


def facets(store: Store, filter: Filter, field: Field) -> list[Facet]:
    """The values of a field among a filter's claims with their counts, the most frequent first.

    The filter's own terms of that field are left out, so that the alternatives can be seen.
    Fields without a list of values (words, text, date, doc) have none.
    """
    if field in _KNOWN:
        return _sorted(_each(store, filter, field))
    if field not in _NAMES and field != "grade":
        return []
    with store.reading(), gathering(store.db) as gathered:
        found = plan(gathered, filter, leaving=field)
        if field == "grade":
            return _sorted(_grades(gathered, found))
        named = _named(store.db, field, found)
        if field == "verdict":
            named["none"] = number(gathered.db, found) - named.total()
        return _sorted(named)


def _each(store: Store, filter: Filter, field: Field) -> Counter[str]:
    """The values of a field of which each is a question of its own."""
    others = tuple(term for term in filter.terms if term.field != field)
    return Counter(
        {
            value: count(store, replace(filter, terms=(*others, Term(field, value))))
            for value in _KNOWN[field]
        }
    )


def _sorted(counted: Counter[str]) -> list[Facet]:
    there = (Facet(value, claims) for value, claims in counted.items() if claims)
    return sorted(there, key=lambda facet: (-facet.claims, facet.value))


def _named(db: sqlite3.Connection, field: Field, found: Plan) -> Counter[str]:
    counted = _counted(db, field, found)
    sql = f"SELECT id, name FROM {_NAMES[field]} WHERE id IN (SELECT value FROM json_each(?))"
    names = db.execute(sql, (json.dumps(list(counted)),))
    return Counter({name: counted[value] for value, name in names})


def _counted(db: sqlite3.Connection, field: Field, found: Plan) -> Counter[int]:
    """The numbers of a field's values and their claims."""
    if found.simple and found.value == EVERY:
        lanes = ", ".join(map(str, found.lanes))
        return Counter(dict(db.execute(_WRITTEN.format(FIELDS[field], lanes))))
    if found.plain and not _are_few(db, found):
        return columns.counted(db, FIELDS[field], found)
    (branch,) = (branch for branch in BRANCHES if branch.field == field)
    rows = branch.sql(f"claims.id IN ({found.sql('c.claim_id')})")
    return Counter(dict(db.execute(f"SELECT value, count(*) FROM ({rows}) GROUP BY value")))


def _are_few(db: sqlite3.Connection, found: Plan) -> bool:
    return found.value is not None and number_of(db, [found.value], found.lanes) <= MANY


def _grades(gathered: Gathered, found: Plan) -> Counter[str]:
    """By sources, whose letter nearly all claims have; then the few that have a grade of their own.

    To look every claim's grade up would be to read all claims.
    """
    letters = dict(gathered.db.execute("SELECT id, coalesce(reliability, 'F') FROM sources"))
    counted: Counter[str] = Counter()
    for source, claims in _counted(gathered.db, "source", found).items():
        counted[f"{letters[source]}6"] += claims
    graded = found.narrowed(gathered.gather((_GRADED,), ()))
    ids = graded.sql("c.claim_id")
    for source, letter, digit, claims in gathered.db.execute(_OWN.format(ids)):
        counted[f"{letters[source]}6"] -= claims
        counted[f"{letter or letters[source]}{digit or 6}"] += claims
    return counted


_KNOWN: dict[Field, tuple[str, ...]] = {
    "has": ("note", "tag", "verdict"),
    "is": ("seen", "unseen", "hidden", "analysis", "folded", "lost", "corrected"),
}
_NAMES: dict[Field, str] = {
    **dict.fromkeys(("flag", "verdict", "caution", "hedge"), "labels"),
    **dict.fromkeys(("actor", "origin"), "actors"),
    "tag": "tags",
    "source": "sources",
    "place": "places",
}
_WRITTEN = """
SELECT value, sum(claims) AS claims FROM term_counts
WHERE field = {} AND lane IN ({}) GROUP BY value
"""
_GRADED = """
SELECT id FROM claims INDEXED BY claims_graded WHERE letter IS NOT NULL OR digit IS NOT NULL
"""
_OWN = """
SELECT source_id, letter, digit, count(*) FROM claims WHERE id IN ({})
GROUP BY source_id, letter, digit
"""
