"""The note dialog (`m`): the analyst's own words on a claim or on the selection.

Esc leaves an unchanged note at once. A changed one is not lost to a slip: the first Esc says so,
the second drops the change.

>>> NoteText("call the council")
NoteText(text='call the council')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import TextArea

from store.plain import passage
from tui.screens.dialog import Dialog, accept
from tui.widgets.typing import TypedText


@dataclass(frozen=True, slots=True)
class NoteText:
    """The note as it shall stand; empty takes it away."""

    text: str


class NoteDialog(Dialog[NoteText]):
    """Write a note; ``text`` is the one that stands."""

    heading = "Note"
    BINDINGS: ClassVar[list[BindingType]] = [accept("keep", "ctrl+s")]

    def __init__(self, subject: str, text: str = "") -> None:
        super().__init__(subject)
        self.text = passage(text)
        self._warned = False

    def body(self) -> ComposeResult:
        """The text, with the cursor at its end."""
        area = TypedText(self.text, id="note")
        area.move_cursor(area.document.end)
        yield area

    @on(TextArea.Changed, "#note")
    def changed(self) -> None:
        """A change after the warning asks for a new one."""
        self._warned = False
        self.show_keys()

    def action_accept(self) -> None:
        """Keep what is written, without the blank space around it."""
        self.dismiss(NoteText(self._written()))

    def action_close(self) -> None:
        """Close, but warn once before a change is dropped."""
        if self._warned or self._written() == self.text.strip():
            self.dismiss(None)
            return
        self._warned = True
        self.show_keys("not kept", "ctrl+s keeps it", "esc drops it")

    def _written(self) -> str:
        return self.query_one("#note", TextArea).text.strip()
