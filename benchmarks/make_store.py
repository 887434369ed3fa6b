"""Make a large store through the store's own code: ``python -m benchmarks.make_store OUT``.

``--claims`` stand on the timeline, a tenth more beside it. A claim's text begins with ``#k of N``,
where 1 is the last of the list, newest first, and N the first of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from array import array
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from functools import cache, partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path

from benchmarks.made import Making, Outline, When, analyse, dating, outlined, stub
from store.crew import cores
from store.database import Store, open_store
from store.edits import Judge, Tag, apply
from store.load import loading
from store.model import Document, Publication
from store.query import Filter, keys
from store.query.firsts import first_ids
from store.timeline import place

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
BESIDE = 1 << 63
"""Beyond every place on the timeline."""
_STRETCH = 2_000
BATCH = 50_000
"""Claims in a transaction: more than a load writes, for nobody waits for its turn."""
_CACHE = 200_000
"""KB of pages: with the 16 000 of a load each batch of a million reads 800 MB again."""


def numbered(making: Making, processes: int) -> Iterator[Document]:
    """The articles that the claims take, as stubs, with their claims numbered.

    Claims beside the timeline have numbers too, beyond those on it.
    """
    places, sizes = array("Q"), array("H")
    told = 0
    for article in _places(making, processes):
        on = sum(place < BESIDE for place in article)
        kept = article[: making.claims - told] if told + on > making.claims else article
        places.extend(kept)
        sizes.append(len(kept))
        told += min(on, len(kept))
        if told == making.claims:
            break
    numbers = _numbers(places, making.claims)
    start = 0
    for number, size in enumerate(sizes):
        yield stub(number, list(numbers[start : start + size]))
        start += size


def _numbers(places: array[int], claims: int) -> array[int]:
    numbers = array("q", bytes(8 * len(places)))
    for rank, at in enumerate(sorted(range(len(places)), key=places.__getitem__)):
        numbers[at] = claims - rank if rank < claims else rank + 1
    return numbers


def _places(making: Making, processes: int) -> Iterator[list[int]]:
    """What the claims of each article are sorted by, without end."""
    stretches = (range(start, start + _STRETCH) for start in count(0, _STRETCH))
    if making.articles < _STRETCH:
        yield from (article for some in stretches for article in _places_in(making, some))
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        while True:
            some = [next(stretches) for _ in range(4 * processes)]
            for articles in pool.map(partial(_places_in, making), some):
                yield from articles


def _places_in(making: Making, articles: range) -> list[list[int]]:
    return [_places_of(outlined(making, number)) for number in articles]


def _places_of(article: Outline) -> list[int]:
    newest = [_newest(when, article.published) for when in article.dates]
    return [*newest[: article.on], *(place + BESIDE for place in newest[article.on :])]


@cache
def _newest(when: When, published: date | None) -> int:
    given = Publication(published.isoformat(), "given") if published else None
    return place(dating(when), "event", given).newest


def fill(store: Store, making: Making, processes: int) -> int:
    """Load as many articles as the claims take; how many they were."""
    store.db.execute(f"PRAGMA cache_size = -{_CACHE}")
    outcomes = loading(
        store,
        numbered(making, processes),
        who="made",
        now=NOW,
        analyse=partial(analyse, making=making),
        processes=processes,
        batch=BATCH,
    )
    return sum(1 for _ in outcomes)


def decide(store: Store, making: Making) -> None:
    """Judge and tag some of the newest, as a desk would have."""
    recent = first_ids(store, Filter(), making.claims // 50)
    apply(store, Judge(keys(store, recent[::2]), "verified"), "made", NOW)
    apply(store, Judge(keys(store, recent[1::4]), "false"), "made", NOW)
    apply(store, Tag(keys(store, recent[::3]), ("front",)), "made", NOW)
    apply(store, Tag(keys(store, recent[::40]), ("key", "ask")), "made", NOW)


def main() -> None:
    """Make the store and tell how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--processes", type=int, default=cores())
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.out.exists():
        sys.exit(f"{asked.out} is there already.")
    began = time.perf_counter()
    making = Making(asked.seed, asked.claims)
    with open_store(asked.out) as store:
        articles = fill(store, making, asked.processes)
        decide(store, making)
    took = time.perf_counter() - began
    size = asked.out.stat().st_size / 1e6
    if asked.json:
        figures = {"claims": asked.claims, "articles": articles, "seconds": took, "mb": size}
        print(json.dumps({name: round(figure, 1) for name, figure in figures.items()}))
    else:
        print(f"{asked.claims} claims of {articles} articles, {size:.0f} MB, in {took:.1f} s")
        print(f"{asked.claims / took:.0f} claims a second")


if __name__ == "__main__":
    main()
