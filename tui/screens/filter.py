"""The filter dialog (`f`): facets with counts, and the same filter as a line of text.

The line and the facets are two views of one frozen filter; a change in either makes a new one.

>>> str(pressed(Filter(), "flag", "denied"))
'flag:denied'
>>> str(pressed(pressed(Filter(), "flag", "denied"), "flag", "denied"))
''
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantFocus, Key, Paste
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from store.numbers import counted, grouped
from store.plain import printable
from store.query import Facet, Field, Filter, FilterProblem, Term, parse
from tui.render import fit
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, Narrowing, holds, words
from tui.widgets.typing import TypedLine

SHOWN = 200
FIELD_KEYS = "jkgGhl -"
"""What moves and chooses among the fields; other letters go on in the line."""
NAME_WIDTH = 36
REST = 0.12
"""Seconds of rest after a key in the line before its claims are counted."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the filter and what its values are."""

    field: Field
    meaning: str


FIELDS: tuple[FieldRow, ...] = (
    FieldRow("flag", "what the text says of the claim"),
    FieldRow("verdict", "what the analyst decided"),
    FieldRow("tag", "the analyst's words"),
    FieldRow("source", "who published"),
    FieldRow("actor", "anybody in the chain"),
    FieldRow("origin", "the end of the chain"),
    FieldRow("place", "where it happened"),
    FieldRow("date", "when; in the line also 2025-07..2025-08"),
    FieldRow("caution", "what the loader warns of"),
    FieldRow("hedge", "words that limit the claim"),
    FieldRow("grade", "Admiralty code"),
    FieldRow("has", "a note, a tag, a verdict"),
    FieldRow("is", "unseen, seen, selected, folded, hidden, analysis"),
)
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


def nothing_words(row: FieldRow, typed: str) -> str:
    """Why there is no value to choose, and what to do."""
    if row.field == "date":
        return "Write days in the line above: 2025-07-31, 2025-07, 2025-07..2025-08, ..2025"
    return f"No {row.field} holds “{typed}”." if typed else f"No claim here has a {row.field}."


def pressed(filter: Filter, field: Field, value: str, *, negated: bool = False) -> Filter:
    """The filter with a value asked for (or left out), or without it where it was so already."""
    wanted = Term(field, value, negated=negated)
    standing = [term for term in filter.terms if (term.field, term.value) == (field, value)]
    for term in standing:
        filter = filter.without(term)
    return filter if wanted in standing else filter.having(field, value, negated=negated)


def with_chosen(facets: Sequence[Facet], filter: Filter, field: Field) -> list[Facet]:
    """The facets, after them the field's terms that no claim answers to."""
    known = {facet.value for facet in facets}
    terms = [term.value for term in filter.terms if term.field == field]
    return [*facets, *(Facet(value, 0) for value in dict.fromkeys(terms) if value not in known)]


def field_line(row: FieldRow, filter: Filter) -> Content:
    """A field as a line, with the number of its terms."""
    terms = sum(term.field == row.field for term in filter.terms)
    return Content.assemble((f"{row.field:<7}", "bold" if terms else ""), f" {terms or ''}")


def value_lines(facets: Sequence[Facet], filter: Filter, field: Field) -> list[Content]:
    """Values as lines: whether each is asked for, its name, its number of claims."""
    marks = {term.value: mark(term) for term in filter.terms if term.field == field}
    names = [printable(facet.value) for facet in facets]
    width = min(max(map(cell_len, names), default=0), NAME_WIDTH)
    return [
        Content.assemble(
            f"[{marks.get(facet.value, ' ')}] {fit(name, width)}",
            (f"  {grouped(facet.claims):>7}", "dim"),
        )
        for facet, name in zip(facets, names, strict=True)
    ]


def mark(term: Term) -> str:
    """How a term stands: "x" asked for, "-" left out, "~" switched off."""
    if not term.on:
        return "~"
    return "-" if term.negated else "x"


def narrowing_words(meaning: str, typed: str, held: int, *, here: bool = True) -> str:
    """What the field means, and what letters do: ``here`` in its list, elsewhere in the line."""
    more = f"{grouped(held - SHOWN)} more: " if held > SHOWN else ""
    if not here:
        return f"{meaning} · {held - SHOWN} more" if more else f"{meaning} · → to choose"
    said = f"narrowed by “{typed}”, Backspace widens" if typed else "type to narrow"
    return f"{meaning} · {more}{said}"
