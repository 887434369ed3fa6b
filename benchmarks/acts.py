"""What acts on many claims take: ``python -m benchmarks.acts STORE``, on a copy of a store.

Seconds of processor time for a tag and a verdict on so many claims, their undoing and doing again,
and how long it takes at most from one word on how far it is to the next.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from store import query
from store.database import Store, open_store
from store.edits import Judge, Tag, apply, redo, undo
from store.query import Filter
from store.query.firsts import first_ids

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


class Figures(NamedTuple):
    """What one act took, in seconds, and the longest time that nothing was heard of it."""

    act: str
    seconds: float
    silent: float


def measured(store: Store, claims: int) -> Iterator[Figures]:
    """All acts, one after the other."""
    keys = query.keys(store, first_ids(store, Filter(), claims))
    again = (("undone", undo), ("done again", redo), ("undone again", undo))
    for name, edit in (("tag", Tag(keys, ("benchmark",))), ("verdict", Judge(keys, "misleading"))):
        yield _timed(name, partial(apply, store, edit))
        yield from (_timed(f"{name} {how}", partial(act, store)) for how, act in again)


def _timed(name: str, act: Callable[..., object]) -> Figures:
    heard = [time.process_time()]

    def go_on(_done: int, _total: int) -> bool:
        heard.append(time.process_time())
        return True

    act("made", NOW, go_on)
    heard.append(time.process_time())
    silent = max(after - before for before, after in pairwise(heard))
    return Figures(name, heard[-1] - heard[0], silent)


def main() -> None:
    """Print a line for each act."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.store.parent) as folder:
        copied = shutil.copy(asked.store, folder)
        with open_store(copied) as store, store.worker() as apart:
            figures = list(measured(apart, asked.claims))
    if asked.json:
        print(json.dumps({of.act: [round(of.seconds, 2), round(of.silent, 2)] for of in figures}))
    else:
        print(f"{asked.claims} claims       seconds  silent at most")
        print("\n".join(f"{of.act:<20} {of.seconds:6.2f} {of.silent:9.2f}" for of in figures))


if __name__ == "__main__":
    main()
