"""What the queries behind the screen take: ``python -m benchmarks.queries STORE [LARGER STORE …]``.

Milliseconds of processor time, medians of three, for stores that ``benchmarks.make_store`` made.
Of more than one store the last column says how many times what the first takes the last does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from store import query
from store.database import Store, open_store
from store.query import Field, Filter, Listing

_TIMES = 3
_PAGE = 50
_FACETS: tuple[Field, ...] = (
    *("flag", "verdict", "source", "actor", "origin", "place"),
    *("caution", "hedge", "tag", "grade"),
)
FILTERS = {
    "a flag": "flag:claimed",
    "a flag and a source": 'flag:claimed source:"{source}"',
    "a flag and a place": 'flag:claimed place:"{place}"',
    "a year": "2022",
    "a year of a flag": "flag:denied 2022",
    "no verdict": "verdict:none",
    "words of 200 000": "drones",
    "words of a flag": "drones flag:claimed",
    "rare words": "{rare}",
}
"""Filters by what they ask for, as lines in which the commonest names are put."""


class Reading(NamedTuple):
    """One thing that is timed, and the milliseconds that it may take at a million claims."""

    name: str
    goal: int | None
    run: Callable[[], object]


def readings(store: Store) -> Iterator[Reading]:
    """All that is timed; a listing stays open until the next is asked for."""
    names = _names(store)
    yield from _list(store, "all", Filter())
    for name, line in FILTERS.items():
        yield from _list(store, name, _filter(line.format(**names)))
    yield Reading("all, oldest first: first rows", 50, lambda: _first(store, Filter().turned()))
    for name in ("a flag", "a flag and a place", "words of 200 000"):
        yield from _facets(store, name, _filter(FILTERS[name].format(**names)))
    yield from _facets(store, "all", Filter())
    yield from _steps(store)


def _names(store: Store) -> dict[str, str]:
    fields: tuple[Field, ...] = ("source", "place")
    return {
        **{field: query.facets(store, Filter(), field)[0].value for field in fields},
        "rare": query.first(store, Filter(), 1)[0].quote.split()[-4],
    }


def _filter(line: str) -> Filter:
    made = query.parse(line)
    assert isinstance(made, Filter), made
    return made


def _first(store: Store, filter: Filter) -> object:
    return query.first(store, filter, _PAGE)


def _list(store: Store, name: str, filter: Filter) -> Iterator[Reading]:
    """A list from its first rows on."""
    search = 60 if any(term.field == "words" for term in filter.terms) else 50
    yield Reading(f"{name}: first rows", search, lambda: _first(store, filter))
    yield Reading(f"{name}: exact count", 150, lambda: query.count(store, filter))
    yield Reading(f"{name}: count and headings", 150, lambda: _opened(store, filter))
    with query.listed(store, filter) as listing:
        yield from _places(store, name, listing)


def _opened(store: Store, filter: Filter) -> int:
    with query.listed(store, filter) as listing:
        return len(listing)


def _places(store: Store, name: str, listing: Listing) -> Iterator[Reading]:
    """What is asked of a list that is open."""
    number = len(listing)

    def page(start: int) -> object:
        return query.rows(store, listing.ids(start, start + _PAGE))

    yield Reading(f"{name}: histogram", 10, listing.days)
    yield Reading(f"{name}: Home", 30, lambda: page(0))
    yield Reading(f"{name}: End", 30, lambda: page(number - _PAGE))
    yield Reading(f"{name}: a page amid", 25, lambda: page(number * 2 // 3))
    yield Reading(f"{name}: a day", 30, lambda: page(listing.position_of_day("2019-07-31")))
    (claim,) = listing.ids(number // 2, number // 2 + 1)
    yield Reading(f"{name}: where a claim stands", 10, lambda: listing.place(claim))


def _facets(store: Store, name: str, filter: Filter) -> Iterator[Reading]:
    for field in _FACETS:
        yield Reading(f"{name}: facet {field}", 100, partial(query.facets, store, filter, field))

    def one_by_one() -> None:
        for field in _FACETS:
            query.facets(store, filter, field)

    yield Reading(f"{name}: all facets, one by one", None, one_by_one)
    yield Reading(
        f"{name}: all facets, one run", 600, lambda: list(query.faceted(store, filter, _FACETS))
    )


def _steps(store: Store) -> Iterator[Reading]:
    """From the claim in the middle on to the next of a kind."""
    with query.listed(store, Filter()) as listing:
        (amid,) = listing.ids(len(listing) // 2, len(listing) // 2 + 1)
    yield Reading("next unseen claim", 10, lambda: query.next_unseen(store, Filter(), amid))
    for name, line in (("next tagged claim", "has:tag"), ("next hit of 200 000", "drones")):
        with query.listed(store, _filter(line), Filter()) as hits:
            yield Reading(name, 10, partial(_next, hits, amid))


def _next(hits: Listing, claim: int) -> object:
    at = hits.place(claim)
    return hits.ids(at.position + at.there, at.position + at.there + 1)


def timed(store: Store) -> dict[str, tuple[float, int | None]]:
    """Milliseconds by the name of what was timed, and the goal beside them."""
    return {reading.name: (_milliseconds(reading.run), reading.goal) for reading in readings(store)}


def _milliseconds(run: Callable[[], object]) -> float:
    found = []
    for _ in range(_TIMES):
        start = time.process_time()
        run()
        found.append(1000 * (time.process_time() - start))
    return statistics.median(found)


def _claims(path: Path) -> tuple[int, dict[str, tuple[float, int | None]]]:
    with open_store(path, readonly=True, create=False) as store, store.worker() as apart:
        return query.count(store, Filter()), timed(apart)


def main() -> None:
    """Print a line for each query and a column for each store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stores", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    columns = dict(_claims(path) for path in asked.stores)
    if asked.json:
        took = {
            n: {name: round(ms, 2) for name, (ms, _) in of.items()} for n, of in columns.items()
        }
        print(json.dumps(took))
    else:
        print("\n".join(_table(columns)))


def _table(columns: dict[int, dict[str, tuple[float, int | None]]]) -> Iterator[str]:
    yield " ".join(
        [f"{'milliseconds at so many claims':<42}", *(f"{n:>11,}" for n in columns), " goal"]
    )
    first, last = next(iter(columns.values())), list(columns.values())[-1]
    for name, (_, goal) in first.items():
        took = " ".join(f"{of[name][0]:11.2f}" for of in columns.values())
        over = " over" if goal and last[name][0] > goal else ""
        yield f"{name:<42} {took} {goal or '':>5}{over}"


if __name__ == "__main__":
    main()
