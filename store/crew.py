"""Reading and analysing, in this process or in several: parcels in, what the tables take out.

A document that the store has already is told from its bytes and not analysed again, so that a
load that was stopped goes on where it was. Order is kept; only so many parcels are on their way
at once, so that memory does not grow with the folder.

>>> Task(Path("desk.db")).given
Given(published=None, source=None, language=None, columns={}, ask=None)
"""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TypeAlias

from store import pipeline
from store.conflict import ConflictError
from store.database import open_store
from store.model import Analysis, Document
from store.plain import hush
from store.readers import Given, Parcel, Piece, ReadProblem, opened
from store.readers.parcel import PORTION
from store.records.incoming import Incoming, Known, incoming, known

Analyse: TypeAlias = Callable[[Document], Analysis]
Item: TypeAlias = Piece | Document

# A process takes half a second to start, in which 48 articles are read here.
FEW = 3
SEVERAL = 16
# Enough for none to wait for the writer, who stops for a commit now and then.
AHEAD = 4


Found: TypeAlias = Incoming | Known | ReadProblem


@dataclass(frozen=True, slots=True)
class Task:
    """What stays the same while parcels are read: the store, what a person gave, the pipeline.

    It is sent to other processes, and ``analyse`` with it: a function with a name, or a partial
    of one.
    """

    store: Path
    given: Given = field(default_factory=Given)
    analyse: Analyse = pipeline.analyse


class LostHelpError(ConflictError):
    """A process that helped is gone: killed, perhaps for the memory that a text took."""

    def __str__(self) -> str:
        return (
            "A process that was reading ended before its time; is there too little memory? "
            "What was told of is kept; the same command goes on from there"
        )


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(
    items: Iterable[Item], task: Task, db: sqlite3.Connection, processes: int
) -> Iterator[list[Found]]:
    """What items come to, in order, some at a time; other processes help where there are many."""
    bundles = _bundles(items)
    first = list(islice(bundles, FEW if processes > 1 else 0))
    everything = chain(first, bundles)
    if len(first) < FEW:
        yield from (_read(task, db, bundle) for bundle in everything)
        return
    with _crew(task, processes) as pool:
        yield from _in_order(pool, everything, processes * AHEAD)


def _bundles(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in the bundles that a process takes at once: so many, or so many bytes."""
    bundle: list[Item] = []
    weight = 0
    for item in items:
        bundle.append(item)
        weight += _weight(item)
        if len(bundle) == SEVERAL or weight >= PORTION:
            yield bundle
            bundle, weight = [], 0
    if bundle:
        yield bundle


def _weight(item: Item) -> int:
    if isinstance(item, Parcel):
        return item.size
    return 0 if isinstance(item, ReadProblem) else len(item.raw)


def _read(task: Task, db: sqlite3.Connection, bundle: Sequence[Item]) -> list[Found]:
    return [
        _found(task, db, read)
        for item in bundle
        for read in ([item] if isinstance(item, Document) else opened(item, task.given))
    ]


def _found(task: Task, db: sqlite3.Connection, read: Document | ReadProblem) -> Found:
    if isinstance(read, ReadProblem):
        return read
    return known(db, read) or incoming(task.analyse(read))


# -- several processes ------------------------------------------------------------------------


def _in_order(
    pool: ProcessPoolExecutor, bundles: Iterable[list[Item]], ahead: int
) -> Iterator[list[Found]]:
    under_way: deque[Future[list[Found]]] = deque()
    for bundle in bundles:
        under_way.append(pool.submit(_help, bundle))
        if len(under_way) == ahead:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


@contextmanager
def _crew(task: Task, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that read: spawned and not forked, for a fork copies locks of other threads.

    Raises LostHelpError if one of them ends before its time.
    """
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (task,))
    try:
        with _uninterrupted():
            for _ in range(processes):
                pool.submit(os.getpid)
        yield pool
    except BrokenProcessPool as error:
        raise LostHelpError from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started here never hear of Ctrl+C, which reaches all that a terminal runs.

    They leave it to the one that writes. Only the main thread can say so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(task: Task) -> None:
    """Get ready in a new process: a connection of its own, and an end when its parent ends."""
    global _help_with
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hush()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _help_with = partial(_read, task, open_store(task.store, readonly=True).db)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _help(bundle: list[Item]) -> list[Found]:
    """Read a bundle, in a process that has begun."""
    return _help_with(bundle)


_help_with: Callable[[list[Item]], list[Found]]
