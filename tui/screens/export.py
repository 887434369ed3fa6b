"""The export dialog (`E`): which claims, in which format, into which file.

>>> with_ending("/tmp/claims.csv", "jsonl")
'/tmp/claims.jsonl'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from store.export import FORMATS
from store.numbers import counted
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, words
from tui.widgets.typing import TypedLine


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to write where; ``selected`` means the selected claims only."""

    format: str
    path: str
    selected: bool


class ExportDialog(Dialog[ExportChoice]):
    """Export the ``claims`` claims of the filter or the ``selected`` ones.

    ``path`` is the file to begin with; ``exists`` tells whether a file would be overwritten.
    """

    heading = "Export"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("export"),
        Binding("tab", "app.focus_next", "next"),
    ]

    def __init__(
        self,
        claims: int,
        selected: int,
        path: str,
        exists: Callable[[str], bool],
        formats: Sequence[str] = tuple(FORMATS),
    ) -> None:
        super().__init__()
        self.claims, self.selected, self.path = claims, selected, path
        self.exists, self.formats = exists, tuple(formats)

    def body(self) -> ComposeResult:
        """Which claims (where some are selected), the formats, the file, and what Enter does."""
        if self.selected:
            scopes = [f"{counted(self.claims, 'claim')} of the filter", f"{self.selected} selected"]
            yield Choices(map(Content, scopes), id="which", at=1)
        yield Choices(map(format_line, self.formats), id="formats")
        yield TypedLine(self.path, id="path", compact=True)
        yield Static(id="outcome")

    @property
    def choice(self) -> ExportChoice:
        """What would be exported now."""
        format = self.formats[self.query_one("#formats", Choices).highlighted or 0]
        path = self.query_one("#path", Input).value.strip()
        return ExportChoice(format, path, self._only_selected())

    @on(OptionList.OptionHighlighted, "#formats")
    def format_changed(self) -> None:
        """Let the file end as the format does."""
        path = self.query_one("#path", Input)
        path.value = with_ending(path.value, self.choice.format)
        self._tell()

    @on(OptionList.OptionHighlighted, "#which")
    @on(Input.Changed, "#path")
    def told(self) -> None:
        """Say what Enter would do."""
        self._tell()

    def clicked(self, name: str) -> None:
        """A click chooses; it takes Enter to export."""

    def action_accept(self) -> None:
        """Give the choice; stay where no file is named."""
        if self.choice.path:
            self.dismiss(self.choice)

    def _only_selected(self) -> bool:
        return bool(self.selected) and self.query_one("#which", Choices).highlighted == 1

    def _tell(self) -> None:
        choice = self.choice
        number = self.selected if choice.selected else self.claims
        self.query_one("#outcome", Static).update(
            words(outcome(number, choice.path, bool(choice.path) and self.exists(choice.path)))
        )


def outcome(claims: int, path: str, exists: bool) -> str:
    """What Enter would do, in words."""
    if not path:
        return "? name a file"
    written = f"writes {counted(claims, 'claim')}"
    return f"{written} · ! the file is there and would be overwritten" if exists else written


def with_ending(path: str, format: str) -> str:
    """A path that ends as the format does, where it ended as another format or not at all."""
    ending = PurePath(path).suffix
    if not path or (ending and ending[1:] not in FORMATS):
        return path
    return str(PurePath(path).with_suffix(f".{format}"))


def format_line(format: str) -> Content:
    """A format as a line: its name and what it is good for."""
    return Content.assemble((f"{format:<6} ", "bold"), (FORMATS[format].meaning, "dim"))
