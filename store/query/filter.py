"""A filter is a frozen value; narrowing it makes a new one.

Terms of one field widen (OR), terms of different fields narrow (AND), negated terms exclude.
Terms that are switched off stay as chips and take no part.

>>> filter = Filter().having("flag", "denied").having("words", "Chasiv Yar")
>>> str(filter)
'flag:denied "Chasiv Yar"'
>>> str(filter.toggled(filter.terms[0]))
'~flag:denied "Chasiv Yar"'
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Literal

Field = Literal[
    "words",
    "text",
    "date",
    "flag",
    "verdict",
    "tag",
    "source",
    "actor",
    "origin",
    "place",
    "caution",
    "hedge",
    "grade",
    "has",
    "is",
    "doc",
]
Order = Literal["newest", "oldest"]
Scope = Literal["timeline", "unfolded", "all"]
UNFOLDING: frozenset[Field] = frozenset({"source", "origin", "doc", "caution"})
"""Fields in which claims differ that tell the same: who asks for one of these sees each of them."""

DATE = re.compile(
    r"(?=[\d.])(?P<since>\d{4}(?:-\d\d(?:-\d\d)?)?)?(?P<dots>\.\.)?"
    r"(?P<until>(?<=\.\.)\d{4}(?:-\d\d(?:-\d\d)?)?)?"
)
_PLAIN = re.compile(r"[^\s\"\\:*~-][^\s\"\\:*]*")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a field and a value.

    A value that ends in ``*`` is a prefix (words, text and names). Names (source, actor, origin,
    place) are compared without regard to case and under every spelling known to the store.
    """

    field: Field
    value: str
    on: bool = True
    negated: bool = False

    def __str__(self) -> str:
        return ("" if self.on else "~") + ("-" if self.negated else "") + self._condition()

    def _condition(self) -> str:
        if self.field == "date":
            return self.value
        if self.field == "words":
            return quoted(self.value, bare=True)
        return f"{self.field}:{quoted(self.value)}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims, in which order.

    ``scope`` "timeline" leaves out analysis, forecasts and reactions, and claims that are folded
    under another which tells the same (unless a term asks in what they differ); "unfolded" has
    these too, "all" everything but hidden claims, which are under ``is:hidden`` alone.
    ``selected`` are the claim ids that ``is:selected`` means; they are no part of the printed
    line.
    """

    terms: tuple[Term, ...] = ()
    order: Order = "newest"
    scope: Scope = "timeline"
    selected: AbstractSet[int] = field(default=frozenset(), repr=False)

    def __str__(self) -> str:
        words = [str(term) for term in self.terms]
        words += [f"show:{self.scope}"] * (self.scope != "timeline")
        words += [f"order:{self.order}"] * (self.order != "newest")
        return " ".join(words)

    def having(self, field: Field, value: str, *, negated: bool = False) -> Filter:
        """The filter with one term more; the same filter if it has that term already."""
        term = Term(field, value, negated=negated)
        return self if term in self.terms else replace(self, terms=(*self.terms, term))

    def without(self, term: Term) -> Filter:
        """The filter without a term."""
        return replace(self, terms=tuple(other for other in self.terms if other != term))

    def toggled(self, term: Term) -> Filter:
        """The filter with a term switched on or off."""
        swapped = replace(term, on=not term.on)
        return replace(self, terms=tuple(swapped if t == term else t for t in self.terms))

    def turned(self) -> Filter:
        """The filter in the other order."""
        return replace(self, order="oldest" if self.order == "newest" else "newest")

    def choosing(self, ids: AbstractSet[int]) -> Filter:
        """The filter with other selected claims."""
        return replace(self, selected=ids)

    @property
    def active(self) -> tuple[Term, ...]:
        """The terms that are switched on."""
        return tuple(term for term in self.terms if term.on)


@dataclass(frozen=True, slots=True)
class FilterProblem:
    """What could not be understood in a filter line, and where: ``position`` counts from 0."""

    position: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def quoted(value: str, *, bare: bool = False) -> str:
    """A value as the filter language writes it; ``bare`` where no field stands before it."""
    body, star = (value[:-1], "*") if value.endswith("*") else (value, "")
    if _PLAIN.fullmatch(body) and not (bare and DATE.fullmatch(body)):
        return body + star
    escaped = body.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"{star}'
