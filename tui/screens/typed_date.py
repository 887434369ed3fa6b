"""The base of the dialogs in which a date is typed: a line, and under it what the line comes to.

>>> reading_line("2025-07", "2025-07-01", "2025-07-31")
'2025-07 · 2025-07-01 – 2025-07-31'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog, Result, accept
from tui.screens.parts import words
from tui.widgets.typing import TypedLine


class ReadDate(Protocol):
    """A date that was understood: its EDTF value and first and last ISO day ("" where open)."""

    @property
    def edtf(self) -> str:
        """The EDTF value."""
        ...

    @property
    def earliest(self) -> str:
        """The first ISO day."""
        ...

    @property
    def latest(self) -> str:
        """The last ISO day."""
        ...


Parse = Callable[[str], ReadDate | str]
"""Reads what a person types; a str is the sentence that says what was not understood."""


class TypedDateDialog(Dialog[Result]):
    """Type a date; ``parse`` reads it at every key."""

    BINDINGS: ClassVar[list[BindingType]] = [accept("accept")]
    example: ClassVar[str] = ""

    def __init__(self, subject: str, parse: Parse, typed: str = "") -> None:
        super().__init__(subject)
        self.parse, self.first = parse, typed
        self.answer: ReadDate | str = ""

    def body(self) -> ComposeResult:
        """The line to type and what it comes to."""
        yield TypedLine(self.first, placeholder=self.example, id="typed", compact=True)
        yield Static(id="reading")

    def on_mount(self) -> None:
        """Say what the line means as it stands."""
        self._read(self.first)

    @on(Input.Changed, "#typed")
    def follow(self, event: Input.Changed) -> None:
        """Read the line again and say what it comes to."""
        self._read(event.value.strip())

    def read(self, typed: str) -> None:
        """What else follows a change of the line."""

    def action_accept(self) -> None:
        """Give the date; stay where it is not understood."""
        if not self.query_one("#typed", Input).value.strip():
            self.dismiss(self.emptied())
        elif not isinstance(self.answer, str):
            self.dismiss(self.result_of(self.answer))

    def emptied(self) -> Result | None:
        """The answer where nothing is typed."""
        return None

    def empty_words(self) -> str:
        """What an empty line will do, in words."""
        return ""

    def result_of(self, date: ReadDate) -> Result:
        """The answer that a date makes."""
        raise NotImplementedError

    def _read(self, typed: str) -> None:
        self.answer = self.parse(typed) if typed else ""
        self.query_one("#reading", Static).update(words(self._said(typed)))
        self.read(typed)

    def _said(self, typed: str) -> str:
        if not typed:
            return self.empty_words()
        if isinstance(self.answer, str):
            return f"? {self.answer}"
        return f"→ {reading_line(self.answer.edtf, self.answer.earliest, self.answer.latest)}"


def reading_line(edtf: str, earliest: str, latest: str) -> str:
    """A date as read: its EDTF value, and its first and last day where they say more.

    >>> reading_line("2025-07-31", "2025-07-31", "2025-07-31")
    '2025-07-31'
    """
    if earliest == latest == edtf:
        return edtf
    if not earliest and not latest:
        return f"{edtf} · no day can be told"
    return f"{edtf} · {earliest or 'open'} – {latest or 'open'}"
