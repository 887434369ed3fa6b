"""The values of a field among a filter's claims, with their counts.

>>> facets.__name__
'facets'
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace

from store.database import Store
from store.query.counting import number
from store.query.filter import Field, Filter, Term
from store.query.found import Gathered, gathering
from store.query.lists import count
from store.query.plan import EVERY, Plan, plan
from store.query.values import Facet
from store.schema import BRANCHES, FIELDS

MANY = 50_000
"""Claims from which on a field's own rows are read rather than looked up for each claim."""


def facets(store: Store, filter: Filter, field: Field) -> list[Facet]:
    """The values of a field among a filter's claims with their counts, the most frequent first.

    The filter's own terms of that field are left out, so that the alternatives can be seen.
    Fields without a list of values (words, text, date, doc) have none.
    """
    if field in _KNOWN:
        return _sorted(_each(store, filter, field))
    if field not in _NAMES and field != "grade":
        return []
    with gathering(store.db) as gathered:
        found = plan(gathered, filter, leaving=field)
        if field == "grade":
            return _sorted(_grades(gathered, found))
        named = _named(gathered, field, found)
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


def _named(gathered: Gathered, field: Field, found: Plan) -> Counter[str]:
    sql = f"SELECT ({_NAMES[field]}), claims FROM ({_counted(gathered, field, found)})"
    return Counter(dict(gathered.db.execute(sql)))


def _counted(gathered: Gathered, field: Field, found: Plan) -> str:
    """A query for the numbers of a field's values and their claims."""
    if found.simple and found.value == EVERY:
        lanes = ", ".join(map(str, found.lanes))
        return _WRITTEN.format(FIELDS[field], lanes)
    if found.along and _are_many(gathered.db, found):
        return found.over(FIELDS[field])
    if field in ("flag", "source"):
        return found.sql(f"c.{field} AS value, count(*) AS claims", f"GROUP BY c.{field}")
    (branch,) = (branch for branch in BRANCHES if branch.field == field)
    rows = branch.sql(f"claims.id IN ({found.sql('c.claim_id')})")
    return f"SELECT value, count(*) AS claims FROM ({rows}) GROUP BY value"


def _are_many(db: sqlite3.Connection, found: Plan) -> bool:
    """Whether very many claims are counted, or may be: to know exactly would take as long."""
    sets = [condition.found.claims for condition in found.conditions if condition.found]
    return (min(sets) if sets else number(db, found)) > MANY


def _grades(gathered: Gathered, found: Plan) -> Counter[str]:
    """By sources, whose letter nearly all claims have; then the few that have a grade of their own.

    To look every claim's grade up would be to read all claims.
    """
    letters = dict(gathered.db.execute("SELECT id, coalesce(reliability, 'F') FROM sources"))
    counted: Counter[str] = Counter()
    sources = _counted(gathered, "source", found)
    for source, claims in gathered.db.execute(f"SELECT value, claims FROM ({sources})"):
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
    **dict.fromkeys(
        ("flag", "verdict", "caution", "hedge"), "SELECT name FROM labels WHERE id = value"
    ),
    "tag": "SELECT name FROM tags WHERE id = value",
    "source": "SELECT name FROM sources WHERE id = value",
    "actor": "SELECT name FROM actors WHERE id = value",
    "origin": "SELECT name FROM actors WHERE id = value",
    "place": "SELECT name FROM places WHERE id = value",
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
