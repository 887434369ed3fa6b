"""How the claims of a filter are found: from where, and what is then asked of each.

The rarest of what a filter asks for says where to read: one value is a stretch of ``claim_terms``
that stands in order already; a small set is read by its ids; else every claim is looked at. All
else is asked of each row. One shape a case, so that SQLite has nothing to choose.

>>> Plan((0,), (), Value(0, 0), None).sql("c.claim_id", "ORDER BY c.newest, c.claim_id LIMIT 50")
'SELECT c.claim_id FROM claim_terms AS c WHERE c.field = 0 AND c.value = 0 AND c.lane IN (0) \
ORDER BY c.newest, c.claim_id LIMIT 50'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.query.conditions import NONE, Condition, Value, among, conditions, lanes
from store.query.filter import Field, Filter
from store.query.found import FEW, Found, Gathered

EVERY = Value(0, 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """The claims in some lanes that meet all conditions, read from ``value``, else from ``found``.

    ``conditions`` leaves out the one that ``value`` stands for. Claims that came after ``last`` are
    left out where it is given.
    """

    lanes: tuple[int, ...]
    conditions: tuple[Condition, ...]
    value: Value | None
    found: Found | None
    last: int | None = None

    def sql(self, columns: str, rest: str = "") -> str:
        """A query over the rows ``c``; ``rest`` begins with ORDER BY, or with AND."""
        where = " AND ".join(self._where())
        return f"SELECT {columns} FROM {self._source()} WHERE {where} {rest}"

    def counts(self) -> str:
        """A query for all slots that have claims, and how many: each slot a stretch of the index.

        A slot whose days are not asked for is never looked into; of all claims of some days the
        numbers are written down.
        """
        undated, days = self.undated, self._days()
        if self.value == EVERY and not undated.conditions:
            return _WRITTEN.format(self._lanes(), days)
        return _COUNTED.format(undated.sql("count(*)", _IN_SLOT), days)

    def listed(self) -> str:
        """A query for the ids of all as one list in JSON, in whatever order.

        Where days are asked for, each of their slots is a stretch of the index.
        """
        if self.value is None or not self.dated:
            return self.sql("json_group_array(c.claim_id)")
        slots = f"SELECT slot FROM {_EACH_SLOT} WHERE {self._days()}"
        return self.in_slots("json_group_array(c.claim_id)", slots)

    def in_slots(self, columns: str, slots: str, rest: str = "") -> str:
        """A query over the rows ``c`` of slots of the days asked for, which another query gives."""
        where = " AND ".join(self.undated._where())
        source = f"({slots}) CROSS JOIN {self._source()}"
        return f"SELECT {columns} FROM {source} WHERE {where} {_IN_SLOT} {rest}"

    def counts_few(self) -> str:
        """The same, read from one end to the other."""
        return self.sql("c.newest >> 15 AS slot, count(*) AS claims", "GROUP BY slot")

    @property
    def simple(self) -> bool:
        """Whether it is all claims under one value, whose number is written down."""
        return self.value is not None and not self.conditions

    @property
    def dated(self) -> bool:
        """Whether it asks for days, so that there may be slots between its own."""
        return any(condition.dated for condition in self.conditions)

    @property
    def undated(self) -> Plan:
        """The same without regard to days, for who looks into slots that are of them.

        With both SQLite would begin where the days begin, and not where the slot does.
        """
        return replace(self, conditions=tuple(c for c in self.conditions if not c.dated))

    @property
    def plain(self) -> bool:
        """Whether it asks for values and large sets alone, and reads no small set."""
        asked = self.conditions
        return self.value is not None and all(c.mask or c.values or c.without for c in asked)

    @property
    def wide(self) -> bool:
        """Whether each claim would have to be looked for in a large set, and it is plain."""
        return self.plain and any(condition.mask for condition in self.conditions)

    def narrowed(self, found: Found) -> Plan:
        """The same claims, but only those in a set, read from there."""
        return Plan(self.lanes, (*self._left(), *self.conditions), None, found, self.last)

    def apart(self, condition: Condition) -> tuple[Plan, Plan]:
        """The claims without regard to a condition, and those among them that it shuts out."""
        others = tuple(other for other in self.conditions if other is not condition)
        (value,) = condition.without
        shut_out = Plan(self.lanes, (*self._left(), *others), value, None, self.last)
        return replace(self, conditions=others), shut_out

    def _left(self) -> Iterator[Condition]:
        """What the place that is read from stands for, as a condition."""
        if self.found is not None:
            yield among(self.found)
        elif self.value is not None and self.value != EVERY:
            yield _of(self.value)

    def _source(self) -> str:
        if self.value is not None:
            return "claim_terms AS c"
        assert self.found is not None
        return _CLAIMS.format(self.found.name)

    def _days(self) -> str:
        """What is asked of days, and so of a slot ``c``."""
        dated = [condition.sql for condition in self.conditions if condition.dated]
        return " AND ".join(dated or ["TRUE"])

    def _where(self) -> Iterator[str]:
        if self.value is not None:
            yield f"c.field = {self.value.field} AND c.value = {self.value.value}"
        yield self._lanes()
        if self.last is not None:
            yield f"c.claim_id <= {self.last}"
        yield from (condition.sql for condition in self.conditions)

    def _lanes(self) -> str:
        return f"c.lane IN ({', '.join(map(str, self.lanes))})"


def plan(
    gathered: Gathered,
    filter: Filter,
    leaving: Field | None = None,
    within: Filter | None = None,
) -> Plan:
    """How to find the claims of a filter; ``leaving`` out the terms of one field.

    ``within`` is a wider filter in whose list they are to be found.
    """
    looked_into = lanes(within or filter, leaving)
    asked = tuple(conditions(gathered, filter, leaving))
    best, size = None, number_of(gathered.db, [EVERY], looked_into)
    for condition in asked:
        claims = _size(gathered.db, condition, looked_into)
        if claims is not None and claims < size and (len(condition.values) == 1 or claims <= FEW):
            best, size = condition, claims
    if best is None:
        return Plan(looked_into, asked, EVERY, None)
    rest = tuple(condition for condition in asked if condition is not best)
    if len(best.values) == 1:
        return Plan(looked_into, rest, best.values[0], None)
    listed = best.found or _gathered(gathered, best.values, looked_into)
    return Plan(looked_into, rest, None, listed)


def number_of(db: sqlite3.Connection, values: Sequence[Value], lanes: tuple[int, ...]) -> int:
    """How many claims stand under some values, as it is written down."""
    total = 0
    for field, value in values:
        sql = f"{_NUMBER} AND lane IN ({', '.join(map(str, lanes))})"
        total += db.execute(sql, (field, value)).fetchone()[0]
    return total


def _size(db: sqlite3.Connection, condition: Condition, lanes: tuple[int, ...]) -> int | None:
    """At most how many claims a condition leaves, where that is known without looking."""
    if condition.sql == NONE:
        return 0
    if condition.found is not None:
        return condition.found.claims
    return number_of(db, condition.values, lanes) if condition.values else None


def _gathered(gathered: Gathered, values: Sequence[Value], lanes: tuple[int, ...]) -> Found:
    sqls = tuple(
        "SELECT claim_id FROM claim_terms "
        f"WHERE field = {field} AND value = {value} AND lane IN ({', '.join(map(str, lanes))})"
        for field, value in values
    )
    return gathered.gather(sqls, ())


def _of(value: Value) -> Condition:
    return Condition(
        f"""EXISTS (
            SELECT 1 FROM claim_terms AS t WHERE t.field = {value.field}
            AND t.value = {value.value} AND t.newest = c.newest AND t.claim_id = c.claim_id
        )"""
    )


_WRITTEN = """
SELECT slot, claims FROM (
    SELECT slot, slot << 15 AS newest, sum(claims) AS claims FROM heading_counts AS c
    WHERE {} GROUP BY slot
) AS c WHERE {}
"""
_IN_SLOT = "AND c.newest >= slot << 15 AND c.newest < (slot + 1) << 15"
_EACH_SLOT = "(SELECT slot, slot << 15 AS newest FROM heading_counts GROUP BY slot) AS c"
_COUNTED = f"SELECT slot, ({{}}) AS claims FROM {_EACH_SLOT} WHERE {{}}"
_NUMBER = """
SELECT coalesce(sum(claims), 0) FROM term_counts WHERE field = ? AND value = ?
"""
# The same columns as claim_terms has, of some claims: CROSS JOIN reads them in this order.
_CLAIMS = """(
    SELECT newest, claims.id AS claim_id, lane, source_id AS source,
        (SELECT labels.id FROM labels WHERE name = flag) AS flag
    FROM (SELECT id FROM {}) AS some CROSS JOIN claims ON claims.id = some.id
) AS c"""
