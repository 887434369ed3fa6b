"""The help page (`?`): every command by what it does; Enter runs the one under the cursor.

>>> key_words(("j", "down"))
'j down'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from store.plain import printable
from tui.render import fit
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Narrowing, holds, words


class CommandLike(Protocol):
    """A command as the help page sees it."""

    @property
    def id(self) -> str:
        """Its name in the program."""
        ...

    @property
    def keys(self) -> str | tuple[str, ...]:
        """Its keys; in one string they are parted by commas."""
        ...

    @property
    def title(self) -> str:
        """What it does, in two or three words."""
        ...

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        ...

    @property
    def group(self) -> str:
        """The heading it stands under."""
        ...


class HelpDialog(Dialog[str]):
    """Show all commands by group; the answer is the id of the one to run."""

    heading = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [accept("run")]

    def __init__(self, commands: Sequence[CommandLike]) -> None:
        super().__init__()
        self.commands = tuple(commands)
        self.add_class("roomy")

    def body(self) -> ComposeResult:
        """What is typed, and the commands that fit it."""
        yield Static(id="narrowed", classes="quiet")
        yield Narrowing((), id="commands")

    def on_mount(self) -> None:
        """Show all."""
        self._show("")

    @on(Narrowing.Narrowed)
    def narrowed(self, event: Narrowing.Narrowed) -> None:
        """Show the commands that hold what was typed in keys, title, help or group."""
        self._show(event.typed)

    def action_accept(self) -> None:
        """Run the command under the cursor."""
        option = self.query_one("#commands", Narrowing).highlighted_option
        self.dismiss(option.id if option is not None else None)

    def _show(self, typed: str) -> None:
        held = [command for command in self.commands if fits(command, typed)]
        commands = self.query_one("#commands", Narrowing)
        commands.show(options(held, narrow=self.narrow))
        commands.action_first()
        said = f"narrowed by “{typed}”" if typed else "type to narrow · arrows move"
        self.query_one("#narrowed", Static).update(words(said))


def fits(command: CommandLike, typed: str) -> bool:
    """Whether a command's keys or words hold what was typed."""
    keys = key_words(command.keys)
    return holds(f"{keys} {command.title} {command.help} {command.group}", typed)


def options(commands: Sequence[CommandLike], *, narrow: bool) -> Iterator[Option]:
    """The commands as lines under the headings of their groups; two lines each where narrow."""
    for group, members in groupby(commands, key=lambda command: command.group):
        yield Option(words(group.upper(), "bold"), disabled=True)
        for command in members:
            yield Option(command_line(command, narrow=narrow), id=command.id)


def command_line(command: CommandLike, *, narrow: bool) -> Content:
    """A command's keys, title and help; the help where it says more than the title."""
    keys, title = key_words(command.keys), printable(command.title)
    said = "" if command.help == command.title else command.help
    if narrow:
        head = Content.assemble((keys, "bold"), f"  {title}")
        return Content.assemble(head, "\n", words(f"  {said}", "dim")) if said else head
    head = Content.assemble((fit(keys, 16), "bold"), f" {fit(title, 20)} ")
    return Content.assemble(head, words(said, "dim"))


def key_words(keys: str | tuple[str, ...]) -> str:
    """The keys of a command, parted by spaces."""
    listed = keys.split(",") if isinstance(keys, str) else keys
    return " ".join(printable(key).strip() for key in listed)
