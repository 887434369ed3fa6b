"""What runs apart from the screen, on a thread and a connection of its own, and can be stopped.

The newest run of a group is the one that somebody waits for: it ends those before it, within a
millisecond in most statements, and waits for that, so that of a burst the first and the last work.

>>> runs = Runs()
>>> first, second = runs.start("order"), runs.start("order")
>>> first.stopped, second.stopped, runs.busy("order")
(True, False, True)
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TypeVar

from store.database import Store
from store.errors import primary_code

Result = TypeVar("Result")
STEPS = 20_000
"""Steps of SQLite's machine between two looks at whether somebody still waits: about 1 ms."""

CACHE = 2_000
"""Kilobytes of pages that such a connection keeps: after a search of 200 000 hits in a million
claims the program has 84 MB; with 16 000 it has 103 to 131, and the search takes as long."""


class Run:
    """One run: ``stopped`` when nobody waits for it any more, ``done`` when it has answered.

    Of those that share a ``turn`` one reads at a time.
    """

    def __init__(self, turn: Lock | None = None) -> None:
        self.stopped = False
        self.done = False
        self._turn = turn or Lock()

    def stop(self) -> None:
        """Nobody waits any more; callable from any thread."""
        self.stopped = True

    def read(
        self, store: Store, read: Callable[[Store], Result], *, keep: bool = False
    ) -> Result | None:
        """What is read on a connection of its own beside ``store``; None if it was stopped in it.

        With ``keep`` the connection stays open for what was read. Raises a StoreError.
        """
        with self._turn, ExitStack() as held:
            if self.stopped:
                return None
            own = held.enter_context(store.worker())
            own.db.execute(f"PRAGMA cache_size = {-CACHE}")
            found = None
            with self._on(own):
                found = read(own)
            if keep and found is not None:
                held.pop_all()
            return found

    @contextmanager
    def _on(self, store: Store) -> Iterator[None]:
        """While this lasts, statements on a store end with the run; so does the block, quietly."""
        store.db.set_progress_handler(lambda: self.stopped, STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if not (self.stopped and primary_code(error) == sqlite3.SQLITE_INTERRUPT):
                raise
        finally:
            store.db.set_progress_handler(None, 0)


class Runs:
    """The newest run of each group."""

    def __init__(self) -> None:
        self._newest: dict[str, Run] = {}
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)

    def start(self, group: str) -> Run:
        """A new run, which ends the one before it in its group."""
        self.stop(group)
        run = self._newest[group] = Run(self._turns[group])
        return run

    def busy(self, group: str) -> bool:
        """Whether the newest of a group has yet to answer."""
        return group in self._newest and not self._newest[group].done

    def stop(self, *groups: str) -> None:
        """End what runs in some groups; in all, if none is named."""
        for group in groups or tuple(self._newest):
            if group in self._newest:
                self._newest[group].stop()
