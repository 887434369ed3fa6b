"""How many claims a plan finds, in all and under each heading, by whatever way is the shortest.

>>> slots.__name__, number.__name__
('slots', 'number')
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from store.query import columns
from store.query.columns import Columns
from store.query.conditions import Condition
from store.query.found import FEW
from store.query.plan import Plan, number_of

MANY = 100_000
"""Claims under a value from which on those of some days are counted heading by heading."""


def slots(db: sqlite3.Connection, found: Plan) -> Counter[int]:
    """How many claims stand in each slot that has any."""
    if found.wide:
        return columns.slots(db, found)
    negative = _shutting_out(db, found)
    if negative is not None:
        every, shut_out = found.apart(negative)
        few = Counter(dict(db.execute(shut_out.counts_few())))
        return slots(db, every) - few
    return +Counter(dict(db.execute(found.counts())))


def number(db: sqlite3.Connection, found: Plan) -> int:
    """How many claims there are."""
    if found.simple and found.value is not None:
        return number_of(db, [found.value], found.lanes)
    if found.wide:
        return Columns(db, found).number()
    negative = _shutting_out(db, found)
    if negative is not None:
        every, shut_out = found.apart(negative)
        return number(db, every) - number(db, shut_out)
    if _is_long(db, found):
        return slots(db, found).total()
    return int(db.execute(found.sql("count(*)")).fetchone()[0])


def _is_long(db: sqlite3.Connection, found: Plan) -> bool:
    """Whether days are asked for, which most claims are not of: then headings say which."""
    if not found.dated or found.value is None:
        return False
    return number_of(db, [found.value], found.lanes) > MANY


def _shutting_out(db: sqlite3.Connection, found: Plan) -> Condition | None:
    """A condition that shuts out few of many: these are counted and taken away."""
    if found.value is None:
        return None
    for condition in found.conditions:
        if len(condition.without) == 1:
            shut_out = number_of(db, condition.without, found.lanes)
            if FEW < number_of(db, [found.value], found.lanes) > 2 * shut_out:
                return condition
    return None
