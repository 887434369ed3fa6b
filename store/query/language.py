r"""The filter language: one line of text for a filter, and what is wrong with a line.

::

    line   := item*                    terms of one field widen, fields narrow; words narrow
    item   := ["~"] ["-"] term         "~" switched off, "-" negated
    term   := field ":" value | range | value
    value  := word ["*"] | '"' text '"' ["*"]      "*" makes a prefix; \" and \\ inside quotes
    range  := day | [day] ".." [day]   day is 2025, 2025-07 or 2025-07-31
    field  := text date flag verdict tag source actor origin place caution hedge grade has is doc
            | show ("all" | "timeline" | "unfolded") | order ("newest" | "oldest")

>>> for term in parse('flag:unverified place:"Chasiv Yar" 2025-07..2025-08').terms:
...     print(term.field, term.value)
flag unverified
place Chasiv Yar
date 2025-07..2025-08
>>> print(parse("flag:unverfied"))
There is no flag "unverfied"; did you mean "unverified"?
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import cast, get_args

from store.query.days import day_range
from store.query.filter import DATE, Field, Filter, FilterProblem, Order, Scope, Term

_TOKEN = re.compile(
    r"(?P<off>~)?(?P<negated>-)?(?:(?P<field>[^\W\d_]+):)?"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"(?P<star>\*?)|(?P<bare>[^\s"]+))'
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_GRADE = re.compile(r"[A-F][1-6]?|[1-6]")
FIELDS: tuple[Field, ...] = get_args(Field)
_NAMES = (*FIELDS[1:], "show", "order")


def parse(line: str, *, typing: bool = False) -> Filter | FilterProblem:
    """The filter that a line describes, or what is wrong with it and where.

    ``typing`` takes a last bare word that no space follows for the beginning of a word, as a
    search does that answers while one types.
    """
    filter, position = Filter(), 0
    while position < len(line):
        if line[position].isspace():
            position += 1
            continue
        token = _TOKEN.match(line, position)
        if token is None:
            return FilterProblem(position, _unreadable(line, position))
        narrowed = _taken(filter, token, typing and token.end() == len(line))
        if isinstance(narrowed, FilterProblem):
            return narrowed
        filter, position = narrowed, token.end()
    return filter


def _unreadable(line: str, position: int) -> str:
    if '"' in line[position:]:
        return "A quotation mark is opened here and not closed."
    return f'Something is missing after "{line[position:]}".'


def _taken(filter: Filter, token: re.Match[str], unfinished: bool) -> Filter | FilterProblem:
    field, value = token["field"], _value(token)
    if field is None:
        field = "date" if token["bare"] and _is_date(value) else "words"
        if unfinished and field == "words" and token["bare"] and value[-1] != "*":
            value += "*"
    sentence = _dangling(token) or _problem(field.lower(), value)
    if sentence:
        return FilterProblem(token.start(), sentence)
    if field.lower() == "show":
        return replace(filter, scope=cast(Scope, value))
    if field.lower() == "order":
        return replace(filter, order=cast(Order, value))
    term = Term(cast(Field, field.lower()), value, not token["off"], bool(token["negated"]))
    return replace(filter, terms=(*filter.terms, term))


def _dangling(token: re.Match[str]) -> str:
    """A field that no value follows."""
    bare = token["bare"] or ""
    dangling = token["field"] is None and bare.removesuffix(":") in _NAMES and bare.endswith(":")
    return f'Something is missing after "{bare}".' if dangling else ""


def _value(token: re.Match[str]) -> str:
    if token["bare"]:
        bare = token["bare"]
        return bare.rstrip("*") + "*" if bare.endswith("*") else bare
    return _ESCAPED.sub(r"\1", token["quoted"]).rstrip("*") + token["star"]


def _is_date(value: str) -> bool:
    found = DATE.fullmatch(value)
    return found is not None and bool(found["since"] or found["until"])


def _problem(field: str, value: str) -> str:
    """What is wrong with a term, "" if nothing."""
    if field not in _NAMES and field != "words":
        return f'There is no field "{field}"{_meant(field, _NAMES)} To search for it, quote it.'
    known = _closed().get(field)
    if known is not None:
        return "" if value in known else f'There is no {field} "{value}"{_meant(value, known)}'
    if field == "date":
        problem = day_range(value)
        return problem if isinstance(problem, str) else ""
    if field == "grade" and not _GRADE.fullmatch(value):
        return f'A grade is a letter A-F, a digit 1-6 or both, not "{value}".'
    if not any(character.isalnum() for character in value):
        return f'There is nothing to search for in "{value}".'
    return ""


@cache
def _closed() -> dict[str, tuple[str, ...]]:
    """The fields whose values are known beforehand. The model is imported when it is wanted."""
    from store.model import Flag, HedgeKind, Verdict

    return {
        "flag": get_args(Flag),
        "verdict": (*get_args(Verdict), "none"),
        "hedge": get_args(HedgeKind),
        "has": ("note", "tag", "verdict"),
        "is": ("selected", "seen", "unseen", "hidden", "analysis", "folded", "lost", "corrected"),
        "show": get_args(Scope),
        "order": get_args(Order),
    }


def _meant(value: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(value.lower(), known, 1)
    return f'; did you mean "{close[0]}"?' if close else f": use {', '.join(known)}."
