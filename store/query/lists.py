"""Lists of claims under a filter: ordered ids, headings, first rows, positions."""

from __future__ import annotations

from array import array
from dataclasses import replace

from store.database import Store
from store.query.counting import number
from store.query.filter import Filter, FilterProblem
from store.query.firsts import first_ids
from store.query.found import gathering
from store.query.language import parse
from store.query.listing import listed
from store.query.page import rows
from store.query.plan import plan
from store.query.values import Heading, Row

# Ids read at a time: the statement is short, and others may read in between.
_STRETCH = 50_000


def ids(store: Store, filter: Filter, within: Filter | None = None) -> array[int]:
    """The row ids of a filter's claims, in its order; ``within`` is the filter of the list."""
    with listed(store, filter, within) as found:
        gathered = array("q")
        for start in range(0, len(found), _STRETCH):
            gathered.extend(found.ids(start, start + _STRETCH))
        return gathered


def first(store: Store, filter: Filter, limit: int = 50) -> list[Row]:
    """The first rows of a filter, without a list of all."""
    return rows(store, first_ids(store, filter, limit))


def count(store: Store, filter: Filter) -> int:
    """How many claims a filter has."""
    with store.reading(), gathering(store.db) as gathered:
        return number(store.db, plan(gathered, filter))


def headings(store: Store, filter: Filter) -> list[Heading]:
    """Where headings stand in the list of a filter; no row is read for it."""
    with listed(store, filter) as found:
        return [
            Heading(start, heading)
            for start, (heading, _) in zip(found.starts, found.headings(), strict=False)
        ]


def position_of_date(store: Store, filter: Filter, day: str) -> int:
    """Where a filter's list reaches an ISO day: the number of claims that stand before it."""
    with listed(store, filter) as found:
        return found.position_of_day(day)


def searched(filter: Filter, line: str) -> Filter | FilterProblem:
    """The filter narrowed by a search line, whatever that line says of order and scope."""
    asked = parse(line, typing=True)
    if isinstance(asked, FilterProblem):
        return asked
    return replace(filter, terms=(*filter.terms, *asked.terms))


def hits(store: Store, filter: Filter, line: str) -> array[int] | FilterProblem:
    """The claims of a filter that match a search line too, in the filter's order."""
    wanted = searched(filter, line)
    return wanted if isinstance(wanted, FilterProblem) else ids(store, wanted, filter)
