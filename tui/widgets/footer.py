"""The footer: as many commands of the focused panel as fit, each of which can be clicked.

>>> [command.id for command in offered("source")][:3]
['line_down', 'word_left', 'mark']
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import BY_ID, COMMANDS, Command, Place
from tui.looks import look

HELP = BY_ID["help"]


def offered(place: Place) -> Iterator[Command]:
    """The commands of a panel's footer, its own before those that work everywhere."""
    for where in (place, "screen") if place != "welcome" else (place,):
        for command in COMMANDS:
            if command.bar and command.place == where and command is not HELP:
                yield command


class CommandBar(Widget):
    """One line of keys and words; ``place`` is the panel that has the focus."""

    place: reactive[Place] = reactive[Place]("timeline")

    class Clicked(Message):
        """A command was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def render(self) -> Content:
        """The commands that fit; help stands at the right end in any case."""
        shown = Content("").join(_entry(command) for command, _ in self._placed())
        helping = _entry(HELP)
        gap = max(0, self.size.width - shown.cell_length - helping.cell_length)
        return Content.assemble(shown, " " * gap, helping)

    def _placed(self) -> Iterator[tuple[Command, range]]:
        """The commands that fit beside help, each with its columns."""
        column, room = 0, self.size.width - _entry(HELP).cell_length
        for command in offered(self.place):
            end = column + _entry(command).cell_length
            if end > room:
                return
            yield command, range(column, end)
            column = end

    def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        under = next((command for command, columns in self._placed() if event.x in columns), None)
        if under is None and event.x >= self.size.width - _entry(HELP).cell_length:
            under = HELP
        if under is not None:
            self.post_message(self.Clicked(under))


def _entry(command: Command) -> Content:
    key, word = look("bar", "key"), look("bar", "word")
    return Content.assemble((f" {command.shown}", key), (f" {command.bar} ", word))
