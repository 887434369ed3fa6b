"""Finding: search, filter, chips, order, jumps; each makes a new filter, or moves the cursor.

>>> Finding.action_order.__doc__
'Newest first, or oldest first.'
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from store.numbers import counted
from store.query import (
    Filter,
    FilterProblem,
    Scope,
    Term,
    count,
    faceted,
    next_unseen,
    parse,
)
from tui.hits import Hits
from tui.screens.ledger import Ledger
from tui.widgets.header import HeaderLine
from tui.widgets.histogram import HistogramLine
from tui.widgets.line import Line

if TYPE_CHECKING:
    from tui.screens.typed_date import ReadDate

SELECTED = Term("is", "selected")


class Finding(Ledger):
    """The commands of the group "Find", and those that move the cursor by the store."""

    def __init__(self) -> None:
        super().__init__()
        self._search_from = 0
        self._searched_from: int | None = None

    def narrow(self, wanted: Filter) -> None:
        """Show another filter; the order is kept for the next time."""
        self.desk.filter = wanted

    # -- search -------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Type a search."""
        self._search_from = self.timeline.cursor
        self._searched_from = self.row.id if self.row else None
        self.query_one(Line).open("search", self.hits.search)

    def action_filter_line(self) -> None:
        """Type a filter."""
        self.query_one(Line).open("filter", str(self.filter))

    @on(Line.Changed)
    def _line_changed(self, event: Line.Changed) -> None:
        """Search as one types; a filter is only checked."""
        if event.mode == "search":
            self.search(event.text, self._searched_from)
        else:
            self.query_one(Line).explain(_problem(event.text))

    @on(Line.Entered)
    def _line_entered(self, event: Line.Entered) -> None:
        """Keep the search; or take the filter, if it can be understood."""
        if event.mode == "filter":
            wanted = parse(event.text)
            if isinstance(wanted, FilterProblem):
                self.query_one(Line).explain(_problem(event.text))
                return
            self.narrow(wanted.choosing(self.selection))
        self._close_line()

    @on(Line.GivenUp)
    def _line_given_up(self, event: Line.GivenUp) -> None:
        """Esc: no search, and back to where it began."""
        if event.mode == "search":
            self.search("")
            self.timeline.go(self._search_from)
        self._close_line()

    def _close_line(self) -> None:
        self.query_one(Line).close()
        self.timeline.focus()

    def watch_hits(self, hits: Hits) -> None:
        """Go to the first hit from where the search began, while it is being typed."""
        line = self.query_one(Line)
        if line.is_open and line.mode == "search":
            line.explain(hits.problem)
            if hits.search:
                self._go_to_hit(hits.at_or_after(self._searched_from))

    def _go_to_hit(self, claim: int | None) -> None:
        position = None if claim is None else self.view.window.find(claim)
        if position is not None:
            self.timeline.go(position)
            self.timeline.follow()

    def action_next_hit(self) -> None:
        """Next hit, from the last on to the first."""
        self._go_to_hit(self.hits.after(self.row.id if self.row else None))

    def action_previous_hit(self) -> None:
        """Previous hit, from the first on to the last."""
        self._go_to_hit(self.hits.before(self.row.id if self.row else None))

    def action_only_hits(self) -> None:
        """Make the search a part of the filter."""
        searched = parse(self.hits.search, typing=True)
        if isinstance(searched, Filter):
            new = tuple(term for term in searched.terms if term not in self.filter.terms)
            self.search("")
            self.narrow(replace(self.filter, terms=(*self.filter.terms, *new)))

    # -- filter -------------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Choose what to show."""
        from tui.screens.filter import FilterDialog

        dialog = FilterDialog(
            self.filter.choosing(self.selection),
            lambda wanted, fields, then: self.apart_each(
                "facets", lambda store: faceted(store, wanted, fields), then
            ),
            lambda wanted, then: self.apart("count", lambda store: count(store, wanted), then),
        )
        self.ask(dialog, self.narrow, waits=("facets", "count"))

    def action_chip(self, key: str) -> None:
        """Switch the term of that number off, or on again."""
        self.toggle(int(key) - 1)

    @on(HeaderLine.ChipClicked)
    def _chip_clicked(self, event: HeaderLine.ChipClicked) -> None:
        self.toggle(event.index)

    def toggle(self, index: int) -> None:
        """Switch the nth term, counted from 0, off, or on again."""
        terms = self.filter.terms
        if index < len(terms):
            self.narrow(self.filter.toggled(terms[index]))
        else:
            self.say(f"There is no filter {index + 1}; f sets one.")

    def action_only_selected(self) -> None:
        """Show the selected claims alone, and back."""
        if SELECTED in self.filter.terms:
            self.narrow(self.filter.without(SELECTED))
        elif self.selection:
            self.narrow(self.filter.choosing(self.selection).having("is", "selected"))
        else:
            self.say("No claim is selected; Space selects one.")

    def action_analysis(self) -> None:
        """Show analysis, forecasts and reactions as well, or not."""
        scope: Scope = "timeline" if self.filter.scope == "all" else "all"
        self.narrow(replace(self.filter, scope=scope))
        shown = "shown as well" if scope == "all" else "left out"
        self.say(f"Analysis, forecasts and reactions are {shown}.")

    def action_fold(self) -> None:
        """Show claims that others tell again under one of them, or each on its own."""
        if self.filter.scope == "all":
            self.say("With analysis everything is shown; A leaves it out.")
            return
        scope: Scope = "timeline" if self.filter.scope == "unfolded" else "unfolded"
        self.narrow(replace(self.filter, scope=scope))
        folded = "folded under one" if scope == "timeline" else "shown each on its own"
        self.say(f"Claims that several documents tell are {folded}.")

    def action_take_in(self) -> None:
        """Show what another process loaded meanwhile; the cursor stays on its claim."""
        if self.arrived:
            self.say(f"{counted(self.arrived, 'new claim')} taken in; U goes to the next unseen.")
            self.reload()
        else:
            self.say("Nothing new has come in.")

    def action_order(self) -> None:
        """Newest first, or oldest first."""
        self.narrow(self.filter.turned())
        self.say(f"{self.desk.filter.order.capitalize()} first.")

    # -- jumps --------------------------------------------------------------------------------

    def action_jump(self) -> None:
        """Go to a date."""
        from tui.screens.jump import JumpDialog

        def go(read: ReadDate) -> None:
            self.go_to_day(read.earliest or read.latest)

        near = (self.row.earliest or self.row.latest) if self.row else ""
        self.ask(JumpDialog(partial(self.desk.parse_date, near=near)), go)

    @on(HistogramLine.Chosen)
    def _bar_chosen(self, event: HistogramLine.Chosen) -> None:
        """To where the list reaches these days, in its order."""
        newest = self.filter.order == "newest"
        self.go_to_day(event.until if newest else event.since)

    @on(HistogramLine.Ranged)
    def _range_chosen(self, event: HistogramLine.Ranged) -> None:
        """These days in place of those asked for so far."""
        kept = tuple(term for term in self.filter.terms if term.field != "date")
        days = Term("date", f"{event.since}..{event.until}")
        self.narrow(replace(self.filter, terms=(*kept, days)))
        self.go_panel("timeline")

    def go_to_day(self, day: str) -> None:
        """Put the cursor where the list reaches an ISO day, once the list is there."""

        def go() -> None:
            self.timeline.go(self.view.window.claims.position_of_day(day))
            self.timeline.follow()  # for one paint with the dialog that closes

        self.on_whole(go)

    def action_next_unseen(self) -> None:
        """The next claim that was never read, from the last on to the first."""
        wanted, after = self.filter, self.row.id if self.row else None
        self.apart("unseen", lambda store: next_unseen(store, wanted, after), self._go_to_unseen)

    def _go_to_unseen(self, found: int | None) -> None:
        if found is None:
            self.say("You have seen every claim shown here.")
        else:
            self.go_to(found)


def _problem(line: str) -> str:
    """What is wrong with a filter line, empty if nothing is."""
    wanted = parse(line)
    if isinstance(wanted, FilterProblem):
        return f"at {wanted.position + 1}: {wanted.sentence}"
    return ""
