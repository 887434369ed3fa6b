"""What a filter asks of a claim, term by term, as conditions on its row ``c`` of ``claim_terms``.

>>> Condition("c.lane = 0").also(" AND ", Condition("c.flag IN (3)")).sql
'((c.lane = 0) AND (c.flag IN (3)))'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

from store.query.days import day_range
from store.query.filter import UNFOLDING, Field, Filter, Term
from store.query.found import Found, Gathered
from store.schema import FIELDS, HAS, IS
from store.timeline import newest_between, ordinal, undated_from

# As many values as are looked up one by one for each claim; of more, all claims are gathered.
_FEW = 8


NONE = "FALSE"
"""What no claim is."""
ALONG = {FIELDS["flag"]: "c.flag", FIELDS["source"]: "c.source"}
"""The fields whose value goes along in every row, and its column."""


class Value(NamedTuple):
    """What claims are listed under: a field and a value in their numbers."""

    field: int
    value: int


class Condition(NamedTuple):
    """A condition in SQL.

    It holds only for claims under one of ``values``, or among those ``found``, where these are
    given; then a list can be read from there and the condition needs not be looked at. It shuts
    out the claims under one of ``without`` and no others, where these are given. It is ``dated``
    where it asks of ``c.newest`` alone, and no more than its slot tells.
    """

    sql: str
    values: tuple[Value, ...] = ()
    found: Found | None = None
    dated: bool = False
    without: tuple[Value, ...] = ()

    @property
    def mask(self) -> bytes | None:
        """The mask of the claims among which it holds, where there is one."""
        return self.found.mask if self.found else None

    def also(self, join: str, other: Condition) -> Condition:
        """Both in one; of the values of two fields nothing is known."""
        if self.sql == NONE and join == " OR ":
            return other
        same = {value.field for value in (*self.values, *other.values)}
        listed = join == " OR " and len(same) == 1 and self.values and other.values
        values = (*self.values, *other.values) if listed else ()
        dated = self.dated and other.dated
        return Condition(f"(({self.sql}){join}({other.sql}))", values, dated=dated)

    @property
    def negated(self) -> Condition:
        """The opposite."""
        sql = f"NOT ({self.sql})"
        return Condition(sql, dated=self.dated, without=self.values)


def conditions(gathered: Gathered, filter: Filter, leaving: Field | None = None) -> list[Condition]:
    """All that a filter's active terms ask, to be joined by AND; ``leaving`` out one field's."""
    terms = [term for term in filter.active if term.field != leaving]
    found: list[Condition] = []
    for field in dict.fromkeys(term.field for term in terms):
        mine = [term for term in terms if term.field == field]
        wanted = [term for term in mine if not term.negated]
        if field in ("words", "text"):
            found += [_condition(gathered, filter, [term]) for term in wanted]
        elif wanted:
            found.append(_condition(gathered, filter, wanted))
        found += [_condition(gathered, filter, [t]).negated for t in mine if t.negated]
    return found


def lanes(filter: Filter, leaving: Field | None = None) -> tuple[int, ...]:
    """The lanes that a filter looks into."""
    terms = [term for term in filter.active if term.field != leaving]
    asked = {term.value for term in terms if term.field == "is" and not term.negated}
    if "hidden" in asked:
        return (2,)
    if "folded" in asked:
        return (3,)
    if filter.scope == "all" or "analysis" in asked:
        return (0, 1, 3)
    unfolded = filter.scope == "unfolded" or UNFOLDING & {leaving, *(t.field for t in terms)}
    return (0, 3) if unfolded else (0,)


def _condition(gathered: Gathered, filter: Filter, terms: Sequence[Term]) -> Condition:
    """Claims that any of some terms of one field finds."""
    special = [made for term in terms if (made := _special(gathered, filter, term))]
    plain = [term for term in terms if term.field in FIELDS and not _is_special(term)]
    if plain:
        values = dict.fromkeys(v for term in plain for v in _values(gathered, term))
        special.append(_listed(gathered, FIELDS[terms[0].field], list(values)))
    return reduce(lambda one, other: one.also(" OR ", other), special)


def _is_special(term: Term) -> bool:
    return (term.field, term.value) in (("is", "selected"), *_FIXED)


def _special(gathered: Gathered, filter: Filter, term: Term) -> Condition | None:
    """The condition of a term that asks for more than a value; None for one that does not."""
    if (term.field, term.value) == ("is", "selected"):
        return among(gathered.chosen(filter.selected))
    if _is_special(term):
        return _FIXED[term.field, term.value]
    return _MADE[term.field](gathered, term.value) if term.field in _MADE else None


def _listed(gathered: Gathered, field: int, values: Sequence[int]) -> Condition:
    """Claims under any of the values of a field."""
    if not values:
        return Condition(NONE)
    if field not in ALONG and len(values) > _FEW:
        sql = f"SELECT claim_id FROM claim_terms WHERE field = {field} AND value IN {_in(values)}"
        return among(gathered.gather((sql,), ()))
    sql = f"{ALONG[field]} IN {_in(values)}" if field in ALONG else _looked_up(field, values)
    listed = tuple(Value(field, value) for value in values)
    return Condition(sql, listed)


def _looked_up(field: int, values: Sequence[int]) -> str:
    return f"""EXISTS (
        SELECT 1 FROM claim_terms AS t WHERE t.field = {field} AND t.value IN {_in(values)}
        AND t.newest = c.newest AND t.claim_id = c.claim_id
    )"""


def _listed_not(field: Field, value: int) -> Condition:
    """Claims that are not under a value."""
    sql = f"NOT {_looked_up(FIELDS[field], [value])}"
    return Condition(sql, without=(Value(FIELDS[field], value),))


def among(found: Found) -> Condition:
    """Claims that are in a set."""
    return Condition(found.holds, found=found)


def _in(values: Sequence[int]) -> str:
    return f"({', '.join(map(str, values))})"


def _values(gathered: Gathered, term: Term) -> list[int]:
    """The numbers of a term's value: of a name all that are spelled so, sound or begin so."""
    if term.field in ("has", "is"):
        return [{"has": HAS, "is": IS}[term.field][term.value]]
    # Only who asks for a name needs to know what names sound like: 20 ms of a start.
    from store.records.keys import folded, sounding

    sql, value = _NAMES.get(term.field, "SELECT id FROM labels WHERE name {}"), term.value
    if term.field in _NAMES:
        value = folded(value.removesuffix("*"))
    if term.field in _NAMES and term.value.endswith("*"):
        found = gathered.db.execute(sql.format("BETWEEN ? AND ?"), (value, value + "\U0010ffff"))
    else:
        alike = sounding(term.value) if term.field == "place" else ""
        found = gathered.db.execute(sql.format("IN (?, ?)"), (value, alike or value))
    return [number for (number,) in found]


def matching(value: str) -> str:
    """A term as FTS5 reads it: always quoted, so that nothing in it is an operator."""
    body, star = (value[:-1], "*") if value.endswith("*") else (value, "")
    return '"' + body.replace('"', '""') + '"' + star


def _words(gathered: Gathered, value: str) -> Condition:
    return among(gathered.gather((_IN_CLAIMS, _IN_TAGS), (matching(value),)))


def _text(gathered: Gathered, value: str) -> Condition:
    return among(gathered.gather((_IN_TEXTS,), (matching(value),)))


def _document(gathered: Gathered, value: str) -> Condition:
    """A file's name, or the first digits of a document's identity or hash."""
    start = value.lower()
    return among(gathered.gather((_OF_DOCUMENT,), (value, start, start + "g", start, start + "g")))


def _date(_: Gathered, value: str) -> Condition:
    """Claims whose day lies in a range, and those that began before it and reach into it."""
    days = day_range(value)
    if isinstance(days, str):
        raise ValueError(days)
    first, below = newest_between(*days)
    if not days.since:
        sql = f"c.newest BETWEEN {first} AND {undated_from() - 1}"
    else:
        reaching = _REACHING.format(ordinal(days.since))
        sql = f"c.newest >= {first} AND (c.newest < {below} OR {reaching})"
    return Condition(sql, dated=True)


def _grade(_: Gathered, value: str) -> Condition:
    letter = "".join(half for half in value if half.isalpha())
    digit = "".join(half for half in value if half.isdigit())
    halves = ((_LETTER, letter), (_DIGIT, digit))
    return Condition(" AND ".join(sql.format(half) for sql, half in halves if half))


_NAMES: dict[Field, str] = {
    "tag": "SELECT id FROM tags WHERE name {}",
    "source": "SELECT id FROM sources WHERE folded {}",
    "actor": "SELECT id FROM actors WHERE folded {}",
    "origin": "SELECT id FROM actors WHERE folded {}",
    "place": "SELECT DISTINCT place_id FROM place_names WHERE folded {}",
}
_FIXED: dict[tuple[str, str], Condition] = {
    ("verdict", "none"): _listed_not("has", HAS["verdict"]),
    ("is", "unseen"): _listed_not("is", IS["seen"]),
    ("is", "hidden"): Condition("c.lane = 2"),
    ("is", "analysis"): Condition("c.lane = 1"),
    ("is", "folded"): Condition("c.lane = 3"),
}
_MADE: dict[Field, Callable[[Gathered, str], Condition]] = {
    "words": _words,
    "text": _text,
    "date": _date,
    "grade": _grade,
    "doc": _document,
}
_IN_CLAIMS = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?"
_IN_TAGS = """
SELECT claim_id FROM claim_terms
WHERE field = 3 AND value IN (SELECT rowid FROM tags_fts WHERE tags_fts MATCH ?)
"""
_IN_TEXTS = """
SELECT claims.id FROM texts_fts JOIN claims ON claims.document_id = texts_fts.rowid
WHERE texts_fts MATCH ?
"""
_OF_DOCUMENT = """
SELECT claims.id FROM documents JOIN claims ON claims.document_id = documents.id
WHERE documents.name = ? OR identity BETWEEN ? AND ? OR sha256 BETWEEN ? AND ?
"""
# A newest is a day that counts backwards, 20 bits that a length is taken from (0: open), and more.
_REACHING = """(
    (c.newest >> 21) & 1048575 > 0
    AND 4194303 - (c.newest >> 41) + 1048575 - ((c.newest >> 21) & 1048575) >= {}
)"""
# A claim's letter is its source's but for the few that have their own.
_OWN = "SELECT {} FROM claims INDEXED BY claims_graded WHERE id = c.claim_id AND {} IS NOT NULL"
_LETTER = f"""coalesce(
    ({_OWN.format("letter", "letter")}),
    (SELECT reliability FROM sources WHERE sources.id = c.source), 'F'
) = '{{}}'"""
_DIGIT = f"coalesce(({_OWN.format('digit', 'digit')}), '6') = '{{}}'"
