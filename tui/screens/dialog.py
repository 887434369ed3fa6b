"""The base of every dialog: one frame, its title and its keys on the border, Esc closes.

A dialog takes frozen values, never a store, and gives one frozen value back, or None on Esc. A
subclass names its ``heading``, lists its own ``BINDINGS`` and yields its widgets from ``body``.

>>> [hint.action for hint in own_bindings(Dialog)]
['close']
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import OptionList, Static

from tui.screens.parts import words

Result = TypeVar("Result")
WIDTHS = [(0, "-narrow"), (70, "-wide")]
HEIGHTS = [(0, "-short"), (20, "-high")]


def accept(description: str, key: str = "enter") -> Binding:
    """The binding that accepts a dialog; it comes before those of the focused widget."""
    return Binding(key, "accept_typed", description, priority=True, key_display=key)


class Frame(VerticalScroll, can_focus=False):
    """The one frame: as high as its content, at most as high as the screen; then it scrolls."""


class Dialog(ModalScreen[Result | None]):
    """A modal question with one frozen answer; None where the person closed it."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close", key_display="esc")]

    heading: ClassVar[str] = ""

    def __init__(self, subject: str = "") -> None:
        super().__init__()
        self.subject = subject

    def compose(self) -> ComposeResult:
        """The frame, the line that says what the dialog acts on, and the dialog's own widgets."""
        with Frame(id="frame") as frame:
            frame.border_title = words(self.title_text())
            if self.subject:
                yield Static(words(self.subject, "italic"), id="subject")
            yield from self.body()

    def body(self) -> ComposeResult:
        """The widgets between the subject and the border."""
        yield from ()

    def title_text(self) -> str:
        """What stands on the border."""
        return self.heading

    @property
    def narrow(self) -> bool:
        """Whether the screen is narrow, as the style sheet means it."""
        return self.app.size.width < WIDTHS[1][0]

    def on_resize(self) -> None:
        """Keep the keys on the border as many as it has room for."""
        self.show_keys()

    def show_keys(self, *notices: str) -> None:
        """Write the dialog's keys, or a notice in their place, on the lower border."""
        frame = self.query_one("#frame", Frame)
        if notices:
            frame.border_subtitle = Content(" · ".join(notices))
            return
        frame.border_subtitle = self._hints(max(frame.size.width - 2, 20))

    def _hints(self, width: int) -> Content:
        """The keys and what they do, as many as fit; each can be clicked."""
        hints = [self._hint(binding) for binding in own_bindings(type(self)) if binding.show]
        return fitting(hints, width)

    def _hint(self, binding: Binding) -> Content:
        key = binding.key_display or binding.key.partition(",")[0]
        target = "" if binding.action.startswith("app.") else "screen."
        click = Style.from_meta({"@click": f"{target}{binding.action}"})
        return Content.assemble((key, click + Style(bold=True)), " ", (binding.description, click))

    @on(OptionList.OptionSelected)
    def line_clicked(self, event: OptionList.OptionSelected) -> None:
        """Hear of a click on a line of a list."""
        event.stop()
        self.clicked(event.option_list.id or "")

    def clicked(self, name: str) -> None:
        """Follow a click on a line of the list ``name``: accept it, like Enter."""
        del name
        self.action_accept()

    def action_accept_typed(self) -> None:
        """Accept, after the keys pressed before: they may still wait in the focused widget.

        A binding that has priority overtakes them, and what was typed fast would be cut short.
        """
        (self.focused or self).call_later(self.action_accept)

    def action_accept(self) -> None:
        """Give the answer back; a dialog that only shows something closes."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def own_bindings(dialog: type[Dialog[Result]]) -> list[Binding]:
    """The bindings that the dialog's classes list, its own first, without repeats of a key."""
    listed = [
        binding
        for cls in dialog.__mro__
        if issubclass(cls, Dialog)
        for binding in vars(cls).get("BINDINGS", ())
    ]
    return list({binding.key: binding for binding in reversed(listed)}.values())[::-1]


def fitting(hints: Iterable[Content], width: int) -> Content:
    """The hints joined by dots; where the width ends, those before the last give way to it.

    >>> str(fitting([Content("enter keep"), Content("tab next"), Content("esc close")], 28))
    'enter keep · esc close'
    """
    *first, last = hints
    while first and sum(hint.cell_length + 3 for hint in (*first, last)) > width:
        first.pop()
    return Content(" · ").join([*first, last])
