"""The publication date dialog (`p`): every date of the document is read again under a new anchor.

What would change is shown before it is accepted.

>>> said_of([])
'no date changes'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.widgets import Static

from store.edits import DateChange
from store.numbers import counted
from tui.screens.parts import Page, grid, words
from tui.screens.typed_date import Parse, ReadDate, TypedDateDialog

SHOWN = 500
Preview = Callable[[str | None], Sequence[DateChange]]


@dataclass(frozen=True, slots=True)
class Publishing:
    """The EDTF publication date to set; None says that it is not known."""

    edtf: str | None


class PublicationDialog(TypedDateDialog[Publishing]):
    """Set the publication date of a document, now ``current``, known by ``basis``.

    ``preview`` gives for an EDTF date (None: not known) what each claim's date was and would be.
    """

    heading = "Publication date"
    example = "3 Aug 2025 · 2025-08-03 · 2025-08"

    def __init__(
        self, subject: str, current: str, basis: str, parse: Parse, preview: Preview
    ) -> None:
        super().__init__(subject, parse, current)
        self.current, self.basis, self.preview = current, basis, preview

    def body(self) -> ComposeResult:
        """What is known, the line, what it comes to, and the dates that would change."""
        if self.current:
            yield Static(words(f"now {self.current} ({self.basis})"), classes="quiet spare")
        yield from super().body()
        yield Static(id="summary")
        with Page(id="changes") as page:
            page.can_focus = False
            yield Static(id="table")

    def on_mount(self) -> None:
        """The page has all the room there is."""
        self.add_class("roomy")

    def emptied(self) -> Publishing | None:
        """Not known, where it was known before."""
        return Publishing(None) if self.current else None

    def empty_words(self) -> str:
        """What the empty line means."""
        return "empty: not known" if self.current else "now not known"

    def result_of(self, date: ReadDate) -> Publishing:
        """The EDTF value as read."""
        return Publishing(date.edtf)

    def read(self, typed: str) -> None:
        """Show what would change; a line that is not understood changes nothing."""
        if typed == self.first or (isinstance(self.answer, str) and typed):
            self._show(None)
        else:
            self._show(self.preview(None if isinstance(self.answer, str) else self.answer.edtf))

    def _show(self, changes: Sequence[DateChange] | None) -> None:
        summary, table = self.query_one("#summary", Static), self.query_one("#table", Static)
        summary.update(words("" if changes is None else said_of(changes), "bold"))
        table.update(changes_table(changes or (), narrow=self.narrow))


def moving(changes: Sequence[DateChange]) -> list[DateChange]:
    """The changes that change something: no date set by hand, none that stays as it was."""
    return [change for change in changes if not change.pinned and change.old != change.new]


def said_of(changes: Sequence[DateChange]) -> str:
    """How many dates change, and how many stay because a person set them."""
    moved = moving(changes)
    pinned = sum(change.pinned for change in changes)
    said = f"{counted(len(moved), 'date')} would change" if moved else "no date changes"
    return f"{said} · {pinned} set by hand stay" if pinned else said


def changes_table(changes: Sequence[DateChange], *, narrow: bool) -> RenderableType:
    """Old → new and the claim, one claim a line; on a narrow screen the claim goes below."""
    moved = moving(changes)
    rows: list[tuple[str, ...]] = []
    for change in moved[:SHOWN]:
        dates = f"{change.old or 'no date'} → {change.new or 'no date'}"
        rows += [(dates,), (f"  {change.quote}",)] if narrow else [(dates, change.quote)]
    if len(moved) > SHOWN:
        rows.append((f"… and {counted(len(moved) - SHOWN, 'claim')} more",))
    return grid(rows, bold=-1 if narrow else 0, cut=True)
