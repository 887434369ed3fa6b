"""What several dialogs are made of: clean text, lists and pages that move by vim and arrow keys.

>>> str(words("ready" + chr(27) + "[31m"))
'ready[31m'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.plain import printable

MOVES: tuple[tuple[str, str], ...] = (
    ("j,down", "down"),
    ("k,up", "up"),
    ("g,home", "first"),
    ("G,end", "last"),
    ("ctrl+d,ctrl+f,pagedown", "page_down"),
    ("ctrl+u,ctrl+b,pageup", "page_up"),
)


def words(text: str, style: str | Style = "") -> Content:
    """Text from anywhere as content for the screen: no markup, no control characters."""
    return Content.styled(printable(text), style)


def grid(rows: Iterable[Sequence[str]], *, bold: int = 0, cut: bool = False) -> Table:
    """Rows as columns; column ``bold`` stands out; what is too long folds or, if asked, is cut."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for row in rows:
        cells = [
            Text(
                printable(cell),
                style="bold" if column == bold else "",
                no_wrap=cut,
                overflow="ellipsis" if cut else "fold",
            )
            for column, cell in enumerate(row)
        ]
        table.add_row(*cells)
    return table


class Lines(OptionList):
    """A list to choose one line from, by arrows and mouse."""

    def __init__(self, lines: Iterable[Content], *, id: str, at: int = 0) -> None:
        super().__init__(*lines, id=id, markup=False, compact=True)
        self._at = at

    def on_mount(self) -> None:
        """Begin on the line asked for."""
        self.highlighted = self._at if self.option_count else None
        self.call_after_refresh(self.scroll_to_highlight)

    def render_line(self, y: int) -> Strip:
        """A line of the list; that under the cursor has a bar before it, seen without colour.

        The bar is thin in a list that could have the focus and does not.
        """
        strip = super().render_line(y)
        style = next((segment.style for segment in strip if segment.style), None)
        if style is None or style.meta.get("option", -1) != self.highlighted:
            return strip
        bar = "▌" if self.has_focus or not self.can_focus else "▏"
        return Strip.join([Strip([Segment(bar, style)]), strip.crop(1)])

    def show(self, lines: Iterable[Content | Option], at: int = 0) -> None:
        """Show other lines, with the cursor on one of them."""
        self.set_options(lines)
        self.highlighted = min(at, self.option_count - 1) if self.option_count else None


class Choices(Lines):
    """A list that vim keys move in as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"move('{where}')", show=False) for keys, where in MOVES
    ]

    def action_move(self, where: str) -> None:
        """Move the cursor: "up", "down", "first", "last", "page_up" or "page_down"."""
        name = {"up": "cursor_up", "down": "cursor_down"}.get(where, where)
        getattr(self, f"action_{name}")()


class Narrowing(Lines):
    """A list that typing narrows down: arrows move, Backspace widens.

    The characters of ``left`` are left to the dialog's own keys, and so is the space bar.
    """

    class Narrowed(Message):
        """The letters typed changed."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

    def __init__(self, lines: Iterable[Content], *, id: str, left: str = "") -> None:
        super().__init__(lines, id=id)
        self.typed, self._left = "", f" {left}"

    def on_key(self, event: Key) -> None:
        """Take what is typed and Backspace, leave all other keys."""
        if event.key == "backspace" and self.typed:
            self.typed = self.typed[:-1]
        elif event.is_printable and event.character and event.character not in self._left:
            self.typed += event.character
        else:
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Narrowed(self.typed))


def holds(text: str, typed: str) -> bool:
    """Whether a text holds what was typed, whatever the case and the spaces.

    >>> holds("Chasiv Yar", "sivya")
    True
    """
    return "".join(typed.casefold().split()) in "".join(text.casefold().split())


class Page(VerticalScroll):
    """Text to read that scrolls by vim and arrow keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(keys, f"move('{where}')", show=False) for keys, where in MOVES
    ]

    def action_move(self, where: str) -> None:
        """Scroll one line, one page or to an end, at once."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        ends = {"first": 0, "last": self.max_scroll_y}
        target = ends[where] if where in ends else self.scroll_target_y + steps[where]
        self.scroll_to(y=target, animate=False)


def paragraph(text: str, *, id: str | None = None) -> Static:
    """Plain text that folds at the frame."""
    return Static(words(text), id=id, markup=False)
