"""The app: it holds the store, the filter and the selection, and applies what is decided.

>>> ConflictApp.TITLE
'conflict-tui'
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.text import Text
from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key
from textual.reactive import var
from textual.screen import Screen
from textual.worker import WorkerFailed

from store.database import Store, open_store
from store.errors import (
    CIRCUMSTANCES,
    SAVED,
    BusyStoreError,
    ConflictError,
    DamagedStoreError,
    StoreError,
    primary_code,
    refusal,
)
from store.numbers import grouped
from store.plain import printable
from store.query import Chosen, Filter
from tui.apart import Run
from tui.remembered import Remembered, beside, recall, remember
from tui.screens.main import MainScreen
from tui.themes import DARK, DEFAULTS, LIGHT
from tui.warming import warm

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver
    from textual.notifications import SeverityLevel

    from store.dates import ReadDate
    from store.edits import Edit, Keys, NothingToUndo, Unchanged
    from store.journal import Entry

    GoOn: TypeAlias = Callable[[int, int], bool]
    Act: TypeAlias = Callable[[Store, GoOn], Entry | Unchanged | NothingToUndo]
    Then: TypeAlias = Callable[[Entry], object]

MANY = 500
"""Claims from which on they are decided on apart from the screen: 20 ms of work."""
HEAVY = 40_000
"""Characters from which on an entry of the journal speaks of many claims."""
PATIENCE = 250
"""Milliseconds that the screen waits for another program that is writing, before it goes on."""


def _now() -> datetime:
    return datetime.now(UTC)


def _palette() -> type[Provider]:
    """The palette's commands; loaded when it is opened, for it takes a fifth of the start."""
    from tui.palette import Palette

    return Palette


class ConflictApp(App[str]):
    """The ledger on one store, which is opened here: a StoreError says why it cannot be.

    ``who`` signs the journal, ``today`` is what a typed date counts from, ``clock`` dates the
    entries. It returns "demo" when the person wants the demo instead of an empty store.
    """

    TITLE = "conflict-tui"
    CSS_PATH = Path(__file__).with_name("conflict.tcss")
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True

    filter: var[Filter] = var(Filter)
    selection: var[Chosen] = var(Chosen)
    acting: var[str] = var("")
    acted: var[int] = var(0)

    def __init__(
        self,
        store_path: Path,
        *,
        readonly: bool = False,
        who: str,
        today: date,
        clock: Callable[[], datetime] = _now,
        driver: type[Driver] | None = None,
    ) -> None:
        # A theme of ANSI colours is what NO_COLOR can take every colour from.
        colourless = "NO_COLOR" in os.environ
        super().__init__(driver, ansi_color=True if colourless else None)
        self.store = open_store(store_path, readonly=readonly)
        self.store.wait_at_most(PATIENCE)
        self.who, self.today, self.clock = who, today, clock
        self._acting: Run | None = None
        self._typed: list[Key] | None = []
        self._memory = beside(store_path)
        self.remembered = recall(self._memory)
        self.set_reactive(
            ConflictApp.filter,
            Filter(order="oldest" if self.remembered.oldest_first else "newest"),
        )
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._themes = ("ansi-dark", "ansi-light") if colourless else (DARK.name, LIGHT.name)
        self.theme = self._themes[self.remembered.light]

    def get_default_screen(self) -> Screen[None]:
        """The main screen, which follows filter and selection."""
        return MainScreen().data_bind(
            ConflictApp.filter, ConflictApp.selection, ConflictApp.acting, ConflictApp.acted
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not set them."""
        return DEFAULTS

    def on_load(self) -> None:
        """SIGTERM ends it as leaving does; raised amid Textual's start it left threads behind."""
        if sys.platform != "win32":
            leave = partial(self.exit, return_code=128 + signal.SIGTERM)
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)

    async def on_event(self, event: Event) -> None:
        """What is typed before there is a screen waits for it."""
        if isinstance(event, Key) and self._typed is not None:
            self._typed.append(event)
        else:
            await super().on_event(event)

    def listen(self) -> None:
        """Take what was typed so far: there is a screen now, though it is not painted yet."""
        typed, self._typed = self._typed or [], None
        for key in typed:
            self.post_message(key)

    def on_ready(self) -> None:
        """Load the dialogs in the background, when the first screen has long been painted."""
        warming = partial(warm, readonly=self.store.readonly)
        self.set_timer(0.5, lambda: self.run_worker(warming, thread=True))
        if self.store.damage:
            words = printable(str(DamagedStoreError(self.store.path, self.store.damage, SAVED)))
            self.notify(words, severity="error", timeout=60, markup=False)

    def on_unmount(self) -> None:
        """Close the store; what is being decided on is given up."""
        self.stop_acting()
        self.store.close()

    # -- what is kept -------------------------------------------------------------------------

    def keep(self, now: Remembered) -> None:
        """Keep how the screen looks for the next time."""
        if now != self.remembered:
            self.remembered = now
            remember(self._memory, now)

    def watch_filter(self, wanted: Filter) -> None:
        """The order is kept."""
        self.keep(self.remembered._replace(oldest_first=wanted.order == "oldest"))

    def turn_theme(self) -> None:
        """From dark to light, or back."""
        light = not self.remembered.light
        self.theme = self._themes[light]
        self.keep(self.remembered._replace(light=light))

    # -- what is decided ----------------------------------------------------------------------

    def apply(self, edit: Edit, then: Then) -> None:
        """Apply an edit; ``then`` gets the journal's entry, or the person is told why not."""
        from store import edits

        self._attempt(lambda store, _: edits.apply(store, edit, self.who, self.clock()), then)

    def apply_to(self, claims: AbstractSet[int], make: Callable[[Keys], Edit], then: Then) -> None:
        """Apply the edit that is made for some claims."""
        from store import edits
        from store.query import keys

        def act(store: Store, go_on: GoOn) -> Entry | Unchanged | NothingToUndo:
            edit = make(keys(store, sorted(claims)))
            return edits.apply(store, edit, self.who, self.clock(), go_on)

        if len(claims) > MANY:
            self._attempt_many(act, then, f"{grouped(len(claims))} claims")
        else:
            self._attempt(act, then)

    def undo(self, then: Then) -> None:
        """Take back the last decision; ``then`` gets the entry, or the person is told why not."""
        from store import edits, journal

        weight = journal.weight(self.store, journal.next_to_undo(self.store))
        self._again(
            lambda store, go_on: edits.undo(store, self.who, self.clock(), go_on), then, weight
        )

    def redo(self, then: Then) -> None:
        """Make it again; ``then`` gets the entry, or the person is told why not."""
        from store import edits, journal

        weight = journal.weight(self.store, journal.next_to_redo(self.store))
        self._again(
            lambda store, go_on: edits.redo(store, self.who, self.clock(), go_on), then, weight
        )

    def _again(self, act: Act, then: Then, weight: int) -> None:
        if weight > HEAVY:
            self._attempt_many(act, then, "Many claims")
        else:
            self._attempt(act, then)

    def _attempt(self, act: Act, then: Then) -> None:
        """Do it at once; where another program is writing, wait for it apart from the screen."""
        try:
            self._done(act(self.store, lambda _done, _total: True), then)
        except BusyStoreError:
            self.notify("Another program is writing to the store; this waits for its turn.")
            self._attempt_later(Run(), act, then)
        except ConflictError as error:
            self.notify(printable(str(error)), severity="warning", markup=False)

    def _attempt_many(self, act: Act, then: Then, what: str) -> None:
        """Do it apart from the screen, which says so; ``stop_acting`` ends it."""
        self._acting = Run()
        self.acting, self.acted = what, 0
        self._attempt_later(self._acting, act, then)

    @work(thread=True, group="acts")
    def _attempt_later(self, run: Run, act: Act, then: Then) -> None:
        from store.edits import GivenUpError

        def go_on(done: int, total: int) -> bool:
            self.call_from_thread(setattr, self, "acted", 100 * done // max(1, total))
            return not run.stopped

        try:
            done = run.read(self.store, lambda store: act(store, go_on))
        except GivenUpError:
            self.call_from_thread(self._done, None, then)
        except ConflictError as error:
            words = printable(str(error))
            self.call_from_thread(self._done, words, then)
        else:
            self.call_from_thread(self._done, done, then)

    def stop_acting(self) -> None:
        """Stop the act that is under way: nothing of it stays, or all of it, if it was done."""
        if self._acting is not None:
            self._acting.stop()

    def _done(self, done: Entry | Unchanged | NothingToUndo | str | None, then: Then) -> None:
        """What came of an act; None if it was stopped."""
        from store.journal import Entry

        self.acting = ""
        if isinstance(done, Entry):
            then(done)
        elif done is None:
            self.notify("Stopped; nothing was changed.")
        else:
            severity: SeverityLevel = "warning" if isinstance(done, str) else "information"
            self.notify(printable(str(done)), severity=severity, markup=False)

    # -- what goes wrong ----------------------------------------------------------------------

    def _handle_exception(self, error: Exception) -> None:
        """A store that fails beneath us is left in a sentence; anything else is a bug and shows."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if primary_code(cause) in CIRCUMSTANCES:
            cause = refusal(self.store.path, cause)
        if isinstance(cause, StoreError):
            self.exit(return_code=1, message=Text(printable(str(cause))))
        else:
            super()._handle_exception(error)

    def parse_date(self, text: str, near: str = "") -> ReadDate | str:
        """What a person typed for a date, or a sentence on what was not understood.

        A year that is left out is the last one, or with an ISO day ``near`` the one next to it.
        """
        from store.dates import ReadDate
        from tui.typed import read_near

        answer = read_near(text, self.today, date.fromisoformat(near) if near else None)
        return answer if isinstance(answer, ReadDate) else str(answer)
