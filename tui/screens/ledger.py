"""The ledger behind the main screen: what is shown, read and searched, and how that changes.

Filter and selection come down from the app. A change starts a run on a connection of its own,
which ends the run before it; the list and the hits are read from theirs for as long as they show.

>>> Ledger.rest
0.12
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.reactive import var
from textual.timer import Timer

from store.database import Store
from store.errors import StoreError
from store.query import Chosen, Field, Filter, Row, arrived, count, first, last_id, rows
from tui import fetching
from tui.apart import Run
from tui.hits import Hits
from tui.rows import FirstRows, Window
from tui.screens.asking import Asking
from tui.shown import Fetched, Histogram, Reading, View
from tui.widgets.source import SourceText
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.commands import Place

LETTER = 0.2
"""Seconds that one letter waits for the next: the words that begin with it are nearly all there
are, take a second and 20 MB in a million claims, and SQLite cannot be stopped at it."""
PULSE = 2.0
"""Seconds between looks at whether another process wrote to the store."""


HELD = 0.05
"""Seconds that the screen waits for the first rows of another filter, which come in ten, and at the
start for Textual's layouts and what was typed; to paint before would hold them up by as much."""
WORDED: frozenset[Field] = frozenset({"words", "text"})
"""Fields whose claims are not counted sooner than listed."""


class Ledger(Asking):
    """Keeps view, reading and hits in step with filter, selection and cursor."""

    rest: ClassVar[float] = 0.12
    """Seconds the cursor rests before its document is read, so that a held key reads none; 0
    reads at once."""

    filter: var[Filter] = var(Filter)
    selection: var[Chosen] = var(Chosen)
    acting: var[str] = var("")
    acted: var[int] = var(0)
    view: var[View] = var(View, always_update=True)
    reading: var[Reading] = var(Reading)
    hits: var[Hits] = var(Hits)
    total: var[int] = var(0)
    arrived: var[int] = var(0)
    histogram: var[Histogram] = var(Histogram)
    counted: var[int | None] = var[int | None](None)

    def __init__(self) -> None:
        super().__init__()
        # What is bound comes when the first rows have long been read.
        self.set_reactive(Ledger.filter, self.desk.filter)
        self._after_order: list[Callable[[], object]] = []
        self._resting: Timer | None = None
        self._written = self._last = 0
        self._astray = False
        self._held = ExitStack()

    # -- what the actions lean on -------------------------------------------------------------

    @property
    def timeline(self) -> Timeline:
        """The list of claims."""
        return self.query_one(Timeline)

    @property
    def source(self) -> SourceText:
        """The document."""
        return self.query_one(SourceText)

    @property
    def row(self) -> Row | None:
        """The claim under the cursor."""
        return self.timeline.row

    def go_panel(self, place: Place) -> None:
        """Move into a panel."""
        raise NotImplementedError

    # -- the order ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """The first page at once, the rest when it is there."""
        self.watch(self.timeline, "cursor", self._cursor_moved, init=False)
        page = FirstRows(first(self.store, self.filter))
        self._last = last_id(self.store)
        self.total = count(self.store, Filter(scope=self.filter.scope))
        self._show(Window(page, page.lines, lambda wanted: rows(self.store, wanted)), 0)
        self._written = self.store.version()
        self.set_interval(PULSE, self.look_for_writes)
        self.reload()
        self.desk.listen()
        self._hold()

    def watch_filter(self, before: Filter, wanted: Filter) -> None:
        """Another filter, another order."""
        if self.is_mounted and before != wanted:
            self.counted = None
            self._hold()
            self._order(self.runs.start("order"), wanted, self.row, first=True)

    def _hold(self) -> None:
        """Paint nothing until something is shown, or ``HELD`` is over."""
        self._held.enter_context(self.app.batch_update())
        self.set_timer(HELD, self._held.close)

    def reload(self) -> None:
        """Read the rows in sight anew, then the order; the cursor stays on its claim."""
        self.timeline.forget_rows()
        self._order(self.runs.start("order"), self.filter, self.row, first=False)

    @work(thread=True, group="order")
    def _order(self, run: Run, wanted: Filter, near: Row | None, *, first: bool) -> None:
        """List the claims of a filter; before, show the ``first`` around the cursor, and count."""

        def read(store: Store) -> Fetched:
            if first and (page := fetching.page(store, wanted, near)):
                dear = any(term.field in WORDED for term in wanted.active)
                counted = None if dear else count(store, wanted)
                self.tell(run, partial(self._show_first, *page, counted))
            return fetching.order(store, wanted)

        found = self.read_on(run, read, keep=True)
        if found is not None and not self.answer(run, partial(self._ordered, found)):
            found.store.close()

    def _ordered(self, found: Fetched) -> None:
        self.total, self._last, self.arrived = found.total, found.last, 0
        # A key may have moved the cursor meanwhile.
        self._show(fetching.window(found), fetching.position(found.listing, self.row))
        self.histogram = found.histogram
        if self.hits.search:
            self.search(self.hits.search)
        waiting, self._after_order = self._after_order, []
        for act in waiting:
            act()

    def after_order(self, act: Callable[[], object]) -> None:
        """Do something once the newest order is shown: now, or when it comes."""
        if self.runs.busy("order"):
            self._after_order.append(act)
        else:
            act()

    def on_whole(self, act: Callable[[], object]) -> None:
        """Do something now if the whole list is shown, else when it comes."""
        if self.view.window.whole:
            act()
        else:
            self._after_order.append(act)

    def go_to(self, wanted: int | None) -> None:
        """Put the cursor on a claim; once the order that is being read is there."""
        self.after_order(partial(self._go_to, wanted))

    def _go_to(self, wanted: int | None) -> None:
        position = None if wanted is None else self.view.window.find(wanted)
        if position is None:
            hint = "Esc clears the filters, z unfolds, A adds all."
            self.say(f"That claim is not among those shown; {hint}")
        else:
            self.timeline.go(position)

    def _show_first(self, window: Window, position: int, counted: int | None) -> None:
        self.counted = counted
        self._show(window, position)

    def _show(self, window: Window, position: int) -> None:
        before, self.view = self.view, View(window, position)
        before.window.close()
        self._held.close()

    def look_for_writes(self) -> None:
        """Another process wrote: count what came, for the person to take in; else read again.

        The file was moved away: say so, once.
        """
        if not self._astray:
            try:
                self.store.check_place()
            except StoreError as error:
                self._astray = True
                self.say(error, problem=True)
        written = self.store.version()
        if written != self._written:
            self._written = written
            since, wanted = self._last, self.filter
            self.apart("news", lambda store: arrived(store, wanted, since), self._came)

    def _came(self, claims: int) -> None:
        """Where nothing is shown there is no place to keep: what came is taken in at once."""
        self.arrived = claims
        if not claims or not len(self.view.window):
            self.reload()

    # -- the reading --------------------------------------------------------------------------

    def _cursor_moved(self) -> None:
        """Read the claim when the cursor has rested on it."""
        if self._resting is not None:
            self._resting.stop()
        if self.rest:
            self._resting = self.set_timer(self.rest, self._read_here)
        else:
            self._read_here()

    def _read_here(self) -> None:
        self.read(self.row.id if self.row else None)

    def read(self, wanted: int | None) -> None:
        """Read a claim with its document, or nothing."""
        if wanted is None:
            self.reading = Reading()
        else:
            done = partial(self._read_done, wanted)
            self.apart("reading", lambda store: fetching.reading(store, wanted), done)

    def _read_done(self, wanted: int, found: Reading) -> None:
        self._written = self.store.version()
        self.timeline.show_seen(wanted)
        if self.row is not None and self.row.id == wanted:
            self.reading = found

    # -- the search ---------------------------------------------------------------------------

    def search(self, line: str, near: int | None = None) -> None:
        """Look for the claims in the list that match a line; the empty line ends the search.

        Those around a claim that is ``near`` are told before all are counted.
        """
        run = self.runs.start("search")
        if not line.strip():
            self._found(Hits())
        elif self.rest and len(line.strip()) == 1:
            search = partial(self._search, run, self.filter, line, near)
            self.set_timer(LETTER, lambda: run.stopped or search())
        else:
            self._search(run, self.filter, line, near)

    @work(thread=True, group="search")
    def _search(self, run: Run, wanted: Filter, line: str, near: int | None) -> None:
        def read(store: Store) -> Hits:
            if near is not None and (first := fetching.first_hits(store, wanted, line, near)):
                self.tell(run, partial(self._found, first))
            return fetching.search(store, wanted, line)

        found = self.read_on(run, read, keep=True)
        if found is not None and not self.answer(run, partial(self._found, found)):
            found.close()

    def _found(self, hits: Hits) -> None:
        before, self.hits = self.hits, hits
        before.close()

    def on_unmount(self) -> None:
        """Leave no thread at work and no connection open."""
        self._held.close()
        self.runs.stop()
        self.view.window.close()
        self.hits.close()
