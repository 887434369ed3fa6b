"""The filter dialog (`f`): facets with counts, and the same filter as a line of text.

The line and the facets are two views of one frozen filter; a change in either makes a new one.

>>> FilterDialog.heading
'Filter'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key, Paste
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from store.numbers import counted
from store.plain import printable
from store.query import Facet, Field, Filter, FilterProblem, parse
from tui.screens.dialog import Dialog, accept
from tui.screens.facets import (
    FIELDS,
    SHOWN,
    FieldRow,
    field_line,
    narrowing_words,
    nothing_words,
    pressed,
    value_lines,
    with_chosen,
)
from tui.screens.parts import Choices, Narrowing, holds, words
from tui.widgets.typing import TypedLine

FIELD_KEYS = "jkgGhl -"
"""What moves and chooses among the fields; other letters go on in the line."""
REST = 0.12
"""Seconds of rest after a key in the line before its claims are counted."""


Values = tuple[Field, Sequence[Facet]]
Facets = Callable[[Filter, Iterable[Field], Callable[[Values], object]], object]
Count = Callable[[Filter, Callable[[int], object]], object]


class FilterDialog(Dialog[Filter]):
    """Choose which claims are shown.

    ``facets`` gives the values of fields under a filter with their numbers of claims, one field
    after the other, ``count`` the number of claims of a filter; both give them to a function, now
    or when they are there. The values are kept until the filter changes.
    """

    heading = "Filter"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("show"),
        Binding("space", "include", "with"),
        Binding("-", "exclude", "without"),
        Binding("tab", "app.focus_next", "next"),
        Binding("ctrl+l", "clear", "clear"),
        Binding("right", "pane('values')", show=False),
        Binding("left", "pane('fields')", show=False),
    ]

    def __init__(self, filter: Filter, facets: Facets, count: Count) -> None:
        super().__init__()
        self.filter, self.facets, self.count = filter, facets, count
        self.problem: FilterProblem | None = None
        self._found: dict[Field, list[Facet]] = {}
        self._shown = FIELDS[0].field
        self._values: tuple[Facet, ...] = ()
        self._held = 0
        self._rest: Timer | None = None
        self.add_class("roomy")

    def body(self) -> ComposeResult:
        """The line, what it comes to, the fields, and the values of one of them."""
        example = 'flag:denied place:"Chasiv Yar" 2025-07'
        yield TypedLine(
            str(self.filter),
            placeholder=example,
            id="typed",
            compact=True,
            select_on_focus=False,
        )
        yield Static(id="outcome")
        with Horizontal(id="panes"):
            yield Choices((field_line(row, self.filter) for row in FIELDS), id="fields")
            yield Narrowing((), id="values", left="-")
        yield Static(id="narrowed", classes="quiet spare")

    def on_mount(self) -> None:
        """Begin among the fields, with the values of the first."""
        self.query_one("#fields").focus()
        self._show_count()
        self._find_values()

    def on_key(self, event: Key) -> None:
        """What is typed among the fields, and is no key there, goes on in the line.

        So does what was on its way to the fields when the letter before it moved the focus.
        """
        letter = event.character or ""
        begun = self.focused is self.query_one("#typed")
        among_fields = self.focused is self.query_one("#fields")
        if event.is_printable and (begun or (among_fields and letter not in FIELD_KEYS)):
            event.stop()
            self._go_on(letter, apart=not begun)

    def on_paste(self, event: Paste) -> None:
        """What is pasted outside the line goes on in it."""
        event.stop()
        self._go_on(" ".join(event.text.split()), apart=True)

    def _go_on(self, typed: str, *, apart: bool) -> None:
        line = self.query_one("#typed", Input)
        self.set_focus(line)
        begun = f"{line.value.rstrip()} " if apart and line.value.strip() else line.value
        line.value = begun + typed
        line.cursor_position = len(line.value)

    @on(DescendantFocus)
    def focus_moved(self) -> None:
        """Say what typing does here."""
        self._say_narrowed()

    @property
    def row(self) -> FieldRow:
        """The field whose values are shown."""
        return FIELDS[self.query_one("#fields", Choices).highlighted or 0]

    @on(OptionList.OptionHighlighted, "#fields")
    def field_changed(self) -> None:
        """Show the values of the field under the cursor."""
        self._shown = self.row.field
        self.query_one("#values", Narrowing).typed = ""
        self._show_values(0)

    @on(Narrowing.Narrowed)
    def narrowed(self) -> None:
        """Show the values that hold what was typed."""
        self._show_values(0)

    @on(Input.Changed, "#typed")
    def typed(self, event: Input.Changed) -> None:
        """Read the line; count its claims when the typing rests."""
        if event.value == printable(str(self.filter)) and self.problem is None:
            return
        answer = parse(event.value)
        if isinstance(answer, FilterProblem):
            self.problem = answer
        else:
            answer = answer.choosing(self.filter.selected)
            if answer == self.filter and self.problem is None:
                return
            self.filter, self.problem = answer, None
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._refresh)

    def clicked(self, name: str) -> None:
        """A click on a value asks for it; a click on a field only shows its values."""
        if name == "values":
            self.action_include()

    def action_pane(self, name: str) -> None:
        """Go to the fields or to the values."""
        self.query_one(f"#{name}").focus()

    def action_include(self) -> None:
        """Ask for the value under the cursor, or stop asking for it."""
        self._press(negated=False)

    def action_exclude(self) -> None:
        """Leave out the claims with the value under the cursor, or stop leaving them out."""
        self._press(negated=True)

    def action_clear(self) -> None:
        """Take all terms away."""
        self._take(replace(self.filter, terms=()))

    def action_accept(self) -> None:
        """Give the filter; a line that is not understood keeps the dialog open."""
        if self.problem is None:
            self.dismiss(self.filter)

    def _press(self, *, negated: bool) -> None:
        at = self.query_one("#values", Narrowing).highlighted
        if self.query_one("#fields").has_focus:
            self.action_pane("values")
        elif at is not None and at < len(self._values):
            self._take(
                pressed(self.filter, self.row.field, self._values[at].value, negated=negated)
            )

    def _take(self, filter: Filter) -> None:
        """Make a filter the one in force and bring line, counts and lists in step."""
        self.filter, self.problem = filter, None
        self.query_one("#typed", Input).value = str(filter)
        self._refresh()

    def _refresh(self) -> None:
        fields = self.query_one("#fields", Choices)
        with self.prevent(OptionList.OptionHighlighted):
            fields.show((field_line(row, self.filter) for row in FIELDS), fields.highlighted or 0)
        self._show_count()
        self._find_values()

    def _show_count(self) -> None:
        if self.problem is not None:
            self._say_outcome(f"? {self.problem.sentence}")
        else:
            self.count(self.filter, partial(self._counted, self.filter))

    def _counted(self, filter: Filter, claims: int) -> None:
        if self.is_attached and filter is self.filter and self.problem is None:
            self._say_outcome(counted(claims, "claim"))

    def _say_outcome(self, outcome: str) -> None:
        self.query_one("#outcome", Static).update(words(outcome, "bold"))

    def _find_values(self) -> None:
        """Those of the field that is shown; of the others when these are painted."""
        self._found = {}
        self._ask([self._shown])

    def _ask(self, fields: Iterable[Field]) -> None:
        self.facets(self.filter, fields, partial(self._values_found, self.filter))

    def _ask_others(self) -> None:
        if self.is_attached:
            self._ask(self._in_turn([row.field for row in FIELDS if row.field not in self._found]))

    def _in_turn(self, left: list[Field]) -> Iterator[Field]:
        """The fields that are left, first the one whose values somebody wants to see."""
        while left:
            shown = self._shown
            left.remove(field := shown if shown in left else left[0])
            yield field

    def _values_found(self, filter: Filter, found: Values) -> None:
        field, facets = found
        if self.is_attached and filter is self.filter:
            self._found[field] = with_chosen(facets, filter, field)
            if field == self.row.field:
                self._show_values(self.query_one("#values", Narrowing).highlighted or 0)
            if len(self._found) == 1:
                self.call_after_refresh(self._ask_others)

    def _show_values(self, at: int) -> None:
        values, row = self.query_one("#values", Narrowing), self.row
        found = self._found.get(row.field)
        held = [facet for facet in found or () if holds(facet.value, values.typed)]
        self._values = tuple(held[:SHOWN])
        empty = "counting…" if found is None else nothing_words(row, values.typed)
        lines = value_lines(self._values, self.filter, row.field)
        values.show(lines or [Option(words(empty, "dim"), disabled=True)], at)
        self._held = len(held)
        self._say_narrowed()

    def _say_narrowed(self) -> None:
        values = self.query_one("#values", Narrowing)
        said = narrowing_words(self.row.meaning, values.typed, self._held, here=values.has_focus)
        self.query_one("#narrowed", Static).update(words(said))
