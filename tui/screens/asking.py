"""What a screen asks: the store on other threads, the person in dialogs, and what it tells.

Each group of questions has one run, on a connection of its own; a newer question ends the one
before (``tui/apart.py``).

>>> Asking.ask.__name__
'ask'
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from textual import work
from textual.screen import Screen

from store.database import Store
from store.errors import StoreError
from store.plain import printable
from tui.apart import Run, Runs

if TYPE_CHECKING:
    from tui.app import ConflictApp
    from tui.screens.dialog import Dialog

Result = TypeVar("Result")


class Asking(Screen[None]):
    """A screen that asks apart from its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = Runs()

    @property
    def desk(self) -> ConflictApp:
        """The app, which holds the store, the filter and the selection."""
        return cast("ConflictApp", self.app)

    @property
    def store(self) -> Store:
        """The connection of the UI thread: pages of rows, small edits."""
        return self.desk.store

    def say(self, sentence: object, *, problem: bool = False) -> None:
        """Tell the person a sentence, in place of the one before."""
        self.app.clear_notifications()
        words = printable(str(sentence))
        self.notify(words, severity="warning" if problem else "information", markup=False)

    def apart(
        self, group: str, read: Callable[[Store], Result], then: Callable[[Result], object]
    ) -> None:
        """Read on another thread; ``then`` gets it, unless the group wants something newer."""
        self._apart(self.runs.start(group), lambda store: partial(then, read(store)))

    def apart_each(
        self,
        group: str,
        read: Callable[[Store], Generator[Result]],
        then: Callable[[Result], object],
    ) -> None:
        """The same of several answers, each told as soon as it is there."""
        run = self.runs.start(group)

        def told(store: Store) -> None:
            with closing(read(store)) as answers:
                for found in answers:
                    if not self.answer(run, partial(then, found)):
                        break

        self._apart(run, told)

    @work(thread=True, group="apart")
    def _apart(self, run: Run, read: Callable[[Store], Callable[[], object] | None]) -> None:
        if act := self.read_on(run, read):
            self.answer(run, act)

    def read_on(
        self, run: Run, read: Callable[[Store], Result], *, keep: bool = False
    ) -> Result | None:
        """From a worker: what is read, or None; what stands in the way is told."""
        try:
            return run.read(self.store, read, keep=keep)
        except StoreError as error:
            self.answer(run, partial(self.say, error, problem=True))
            return None

    def answer(self, run: Run, act: Callable[[], object]) -> bool:
        """From a worker: act on the screen's thread if somebody still waits; whether so."""

        def answered() -> None:
            # Of an app that is being left the panels go first.
            if not run.stopped and self.app.is_running:
                run.done = True
                act()

        self.app.call_from_thread(answered)
        return run.done and not run.stopped

    def tell(self, run: Run, act: Callable[[], object]) -> None:
        """From a worker: act on the screen's thread if somebody still waits, and go on at once."""

        def told() -> None:
            if not (run.stopped or run.done):
                act()

        self.app.call_later(told)

    def ask(
        self, dialog: Dialog[Result], then: Callable[[Result], object], waits: Iterable[str] = ()
    ) -> None:
        """Show a dialog; what it gives goes on to ``then``, unless it was given up.

        For the runs of the groups ``waits`` nobody waits any more when it closes.
        """

        def answered(given: Result | None) -> None:
            for group in waits:
                self.runs.stop(group)
            if given is not None:
                then(given)

        self.app.push_screen(dialog, answered)
