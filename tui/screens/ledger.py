"""The ledger behind the main screen: what is shown, read and searched, and how that changes.

Filter and selection come down from the app. A change starts a worker with a connection of its
own; an answer that nobody waits for any more is known by its number and dropped.

>>> Ledger.rest
0.12
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import on, work
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from store.database import Store
from store.errors import StoreError
from store.plain import printable
from store.query import Filter, Heading, Row, arrived, count, first, last_id, rows
from tui import fetching
from tui.rows import Window, headings_of
from tui.shown import Fetched, Histogram, Hits, Reading, View
from tui.widgets.histogram import HistogramLine
from tui.widgets.source import SourceText
from tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from tui.app import ConflictApp
    from tui.screens.dialog import Dialog

Result = TypeVar("Result")
PULSE = 2.0
"""Seconds between looks at whether another process wrote to the store."""


class Ledger(Screen[None]):
    """Keeps view, reading and hits in step with filter, selection and cursor."""

    rest: ClassVar[float] = 0.12
    """Seconds the cursor rests before its document is read, so that a held key reads none; 0
    reads at once."""

    filter: var[Filter] = var(Filter)
    selection: var[frozenset[int]] = var(frozenset[int]())
    view: var[View] = var(View, always_update=True)
    reading: var[Reading] = var(Reading)
    hits: var[Hits] = var(Hits)
    total: var[int] = var(0)
    arrived: var[int] = var(0)
    histogram: var[Histogram] = var(Histogram)

    def __init__(self) -> None:
        super().__init__()
        self._order_wanted = self._order_shown = self._hits_wanted = 0
        self._after_order: list[Callable[[], object]] = []
        self._resting: Timer | None = None
        self._written = self._last = 0
        self._astray = False

    # -- what the actions lean on -------------------------------------------------------------

    @property
    def desk(self) -> ConflictApp:
        """The app, which holds the store, the filter and the selection."""
        return cast("ConflictApp", self.app)

    @property
    def store(self) -> Store:
        """The connection of the UI thread: pages of rows, small edits."""
        return self.desk.store

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

    def say(self, sentence: object, *, problem: bool = False) -> None:
        """Tell the person a sentence, in place of the one before."""
        self.app.clear_notifications()
        words = printable(str(sentence))
        self.notify(words, severity="warning" if problem else "information", markup=False)

    def read_apart(self, work: Callable[[Store], object]) -> None:
        """Read on a connection of the worker's own; what stands in the way is told."""
        try:
            with self.store.worker() as store:
                work(store)
        except StoreError as error:
            self.app.call_from_thread(self.say, error, problem=True)

    def ask(self, dialog: Dialog[Result], then: Callable[[Result], object]) -> None:
        """Show a dialog; what it gives goes on to ``then``, unless it was given up."""

        def answered(given: Result | None) -> None:
            if given is not None:
                then(given)

        self.app.push_screen(dialog, answered)

    # -- the order ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """The first page at once, the rest when it is there."""
        page = first(self.store, self.filter)
        self._last = last_id(self.store)
        self.total = count(self.store, Filter(scope=self.filter.scope))
        self._show([row.id for row in page], headings_of(page), 0)
        self._written = self.store.version()
        self.set_interval(PULSE, self.look_for_writes)
        self.reload()

    def watch_filter(self, before: Filter, wanted: Filter) -> None:
        """Another filter, another order."""
        if self.is_mounted and before != wanted:
            self.reload()

    def reload(self) -> None:
        """Read the rows in sight anew, then the order; the cursor stays on its claim."""
        self.timeline.forget_rows()
        self._order_wanted += 1
        self._order(self._order_wanted, self.filter, self.row)

    @work(thread=True, group="order")
    def _order(self, number: int, wanted: Filter, near: Row | None) -> None:
        if number != self._order_wanted:
            return

        def work(store: Store) -> None:
            found = fetching.order(store, wanted, near)
            self.app.call_from_thread(self._ordered, number, found)
            if number == self._order_wanted:
                counted = fetching.strip(store, wanted, found, self.query_one(HistogramLine).room)
                self.app.call_from_thread(self._counted, number, counted)

        self.read_apart(work)

    def _counted(self, number: int, found: Histogram) -> None:
        if number == self._order_wanted:
            self.histogram = found

    def _ordered(self, number: int, found: Fetched) -> None:
        if number != self._order_wanted:
            return
        self._order_shown = number
        self.total, self._last, self.arrived = found.total, found.last, 0
        self._show(found.ids, found.headings, found.position)
        if self.hits.search:
            self.search(self.hits.search)
        waiting, self._after_order = self._after_order, []
        for act in waiting:
            act()

    def after_order(self, act: Callable[[], object]) -> None:
        """Do something once the newest order is shown: now, or when it comes."""
        if self._order_shown == self._order_wanted:
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

    def _show(self, ids: Sequence[int], headings: Sequence[Heading], position: int) -> None:
        self.view = View(Window(ids, headings, lambda wanted: rows(self.store, wanted)), position)

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
            self.arrived = arrived(self.store, self.filter, self._last)
            if not self.arrived:
                self.reload()

    # -- the reading --------------------------------------------------------------------------

    @on(Timeline.Moved)
    def _cursor_moved(self, event: Timeline.Moved) -> None:
        """Read the claim when the cursor has rested on it."""
        if self._resting is not None:
            self._resting.stop()
        wanted = event.row.id if event.row else None
        if self.rest:
            self._resting = self.set_timer(self.rest, lambda: self.read(wanted))
        else:
            self.read(wanted)

    def read(self, wanted: int | None) -> None:
        """Read a claim with its document, or nothing."""
        if wanted is None:
            self.reading = Reading()
        else:
            self._read(wanted)

    @work(thread=True, group="reading")
    def _read(self, wanted: int) -> None:
        def work(store: Store) -> None:
            found = fetching.reading(store, wanted)
            self.app.call_from_thread(self._read_done, wanted, found)

        self.read_apart(work)

    def _read_done(self, wanted: int, found: Reading) -> None:
        self._written = self.store.version()
        self.timeline.show_seen(wanted)
        if self.row is not None and self.row.id == wanted:
            self.reading = found

    # -- the search ---------------------------------------------------------------------------

    def search(self, line: str) -> None:
        """Look for the claims in the list that match a line; the empty line ends the search."""
        self._hits_wanted += 1
        if line.strip():
            self._search(self._hits_wanted, self.filter, line, self.view.window.ids)
        else:
            self.hits = Hits()

    @work(thread=True, group="search")
    def _search(self, number: int, wanted: Filter, line: str, listed: Sequence[int]) -> None:
        if number != self._hits_wanted:
            return

        def work(store: Store) -> None:
            found = fetching.search(store, wanted, line, listed)
            self.app.call_from_thread(self._searched, number, found)

        self.read_apart(work)

    def _searched(self, number: int, found: Hits) -> None:
        if number == self._hits_wanted:
            self.hits = found
