"""A filter as SQL: one condition on the table of claims, and its parameters.

>>> where(Filter().having("flag", "denied"))
Condition(sql='lane = 0 AND flag = ?', parameters=('denied',))
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from store.query.days import day_range
from store.query.filter import UNFOLDING, Field, Filter, Term
from store.records.keys import folded
from store.timeline import newest_between, undated_from


class Condition(NamedTuple):
    """A condition on claims in SQL, with the parameters of its question marks."""

    sql: str
    parameters: tuple[Any, ...]


def where(filter: Filter, leaving: Field | None = None) -> Condition:
    """The condition that a filter's active terms make; ``leaving`` out those of one field."""
    terms = [term for term in filter.active if term.field != leaving]
    conditions = [Condition(_scope(filter, terms, leaving), ())]
    for field in dict.fromkeys(term.field for term in terms):
        mine = [_condition(term, filter) for term in terms if _wanted(term, field)]
        join = " AND " if field in ("words", "text") else " OR "
        if mine:
            conditions.append(_joined(mine, join))
        for term in terms:
            if term.field == field and term.negated:
                sql, parameters = _condition(term, filter)
                conditions.append(Condition(f"NOT ({sql})", parameters))
    return Condition(" AND ".join(c.sql for c in conditions), _parameters(conditions))


def _wanted(term: Term, field: Field) -> bool:
    return term.field == field and not term.negated


def _joined(conditions: list[Condition], join: str) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    joined = join.join(f"({condition.sql})" for condition in conditions)
    return Condition(f"({joined})", _parameters(conditions))


def _parameters(conditions: Iterable[Condition]) -> tuple[Any, ...]:
    return tuple(parameter for condition in conditions for parameter in condition.parameters)


def _scope(filter: Filter, terms: list[Term], leaving: Field | None) -> str:
    """Which claims at all: by equalities that an index begins with."""
    asked = {term.value for term in terms if _wanted(term, "is")}
    if "hidden" in asked:
        return "lane = 2"
    if "folded" in asked:
        return "lane = 3"
    if filter.scope == "all" or "analysis" in asked:
        return "hidden = 0"
    if filter.scope == "unfolded" or UNFOLDING & {leaving, *(term.field for term in terms)}:
        return "hidden = 0 AND timeline = 1"
    return "lane = 0"


def _condition(term: Term, filter: Filter) -> Condition:
    if term.field == "is" and term.value == "selected":
        chosen = json.dumps(sorted(filter.selected))
        return Condition("id IN (SELECT value FROM json_each(?))", (chosen,))
    if (term.field, term.value) in _FIXED:
        return Condition(_FIXED[term.field, term.value], ())
    if term.field in _EQUAL:
        return Condition(_EQUAL[term.field], (term.value,))
    if term.field in _NAMED:
        return _named(_NAMED[term.field], term.value)
    return _MADE[term.field](term.value)


def _named(sql: str, value: str) -> Condition:
    """A name in any case; a prefix is the range of names from it to it with the last character."""
    if value.endswith("*"):
        start = folded(value[:-1])
        return Condition(sql.format("BETWEEN ? AND ?"), (start, start + "\U0010ffff"))
    return Condition(sql.format("= ?"), (folded(value),))


def _matching(value: str) -> str:
    """A term as FTS5 reads it: always quoted, so that nothing in it is an operator."""
    body, star = (value[:-1], "*") if value.endswith("*") else (value, "")
    return '"' + body.replace('"', '""') + '"' + star


def _words(value: str) -> Condition:
    return Condition(
        "id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)", (_matching(value),)
    )


def _text(value: str) -> Condition:
    return Condition(
        "document_id IN (SELECT rowid FROM texts_fts WHERE texts_fts MATCH ?)", (_matching(value),)
    )


def _date(value: str) -> Condition:
    days = day_range(value)
    if isinstance(days, str):
        raise ValueError(days)
    first, below = newest_between(*days)
    if not days.since:
        return Condition("newest BETWEEN ? AND ?", (first, undated_from() - 1))
    return Condition("newest >= ? AND (newest < ? OR latest >= ?)", (first, below, days.since))


def _grade(value: str) -> Condition:
    halves = [(_LETTER if half.isalpha() else _DIGIT, half) for half in value]
    return Condition(" AND ".join(sql for sql, _ in halves), tuple(half for _, half in halves))


def _document(value: str) -> Condition:
    """A file's name, or the first digits of a document's identity or hash."""
    start = value.lower()
    return Condition(
        """document_id IN (
            SELECT documents.id FROM documents
            WHERE name = ? OR identity BETWEEN ? AND ? OR sha256 BETWEEN ? AND ?
        )""",
        (value, start, start + "g", start, start + "g"),
    )


_LETTER = "coalesce(letter, (SELECT reliability FROM sources WHERE id = source_id), 'F') = ?"
_DIGIT = "coalesce(digit, '6') = ?"
_FIXED: dict[tuple[str, str], str] = {
    ("verdict", "none"): "verdict IS NULL",
    ("has", "note"): "id IN (SELECT id FROM claims WHERE note <> '')",
    ("has", "tag"): "id IN (SELECT id FROM claims WHERE tags <> '')",
    ("has", "verdict"): "verdict IS NOT NULL",
    ("is", "seen"): "seen = 1",
    ("is", "unseen"): "seen = 0",
    ("is", "hidden"): "lane = 2",
    ("is", "analysis"): "lane = 1",
    ("is", "folded"): "lane = 3",
    ("is", "lost"): "lost = 1",
    ("is", "corrected"): "id IN (SELECT claim_id FROM corrections)",
}
_EQUAL: dict[Field, str] = {
    "flag": "flag = ?",
    "verdict": "verdict = ?",
    "caution": "id IN (SELECT claim_id FROM claim_cautions WHERE caution = ?)",
    "hedge": "id IN (SELECT claim_id FROM claim_hedges WHERE kind = ?)",
}
_NAMED: dict[Field, str] = {
    "source": "source_id IN (SELECT sources.id FROM sources WHERE folded {})",
    "origin": "origin_id IN (SELECT actors.id FROM actors WHERE folded {})",
    "tag": """id IN (
        SELECT claim_id FROM claim_tags
        WHERE tag_id IN (SELECT tags.id FROM tags WHERE name {})
    )""",
    "actor": """id IN (
        SELECT claim_id FROM claim_hops
        WHERE in_force = 1 AND actor_id IN (SELECT actors.id FROM actors WHERE folded {})
    )""",
    "place": """id IN (
        SELECT claim_id FROM claim_places
        WHERE in_force = 1 AND place_id IN (SELECT place_id FROM place_names WHERE folded {})
    )""",
}
_MADE: dict[Field, Callable[[str], Condition]] = {
    "words": _words,
    "text": _text,
    "date": _date,
    "grade": _grade,
    "doc": _document,
}
