"""Ask a dialog by keys: an app with nothing but the dialog, its answer and what it shows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, ClassVar, TypeVar

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from tui.screens.dialog import Dialog

Answer = TypeVar("Answer")
Make = Callable[[], Dialog[Any]]
CELL = 12.2
"""The width of a cell in a screenshot, in pixels."""
live = pytest.mark.asyncio(loop_scope="module")


class Host(App[None]):
    """An app that puts dialogs on its screen and keeps the answers."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Any] = []

    def ask(self, dialog: Dialog[Any]) -> None:
        """Put a dialog on the screen."""
        self.push_screen(dialog, self.answers.append)


class Pasted(str):
    """Text that comes into the focused line at once: what is typed, without a wait at each key."""


class Asking:
    """A running app in which one dialog after another is asked."""

    SIZE: ClassVar = (80, 24)

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.host = pilot.app
        assert isinstance(self.host, Host)
        self.answers = self.host.answers
        self._ask = self.host.ask

    async def __call__(self, dialog: Dialog[Answer], keys: Sequence[str]) -> list[Answer | None]:
        """The answers that a dialog gave after some keys: none while it is open, else one."""
        await self.open(dialog, keys)
        answers = list(self.answers)
        await self.close()
        return answers

    async def screen(
        self, dialog: Dialog[Any], keys: Sequence[str] = (), size: tuple[int, int] = SIZE
    ) -> str:
        """What is on the screen after some keys, line by line."""
        await self.resize(size)
        await self.open(dialog, keys)
        seen = self.seen()
        await self.close()
        return seen

    def seen(self) -> str:
        """The text on the screen now."""
        return "\n".join(seen_lines(self.host.export_screenshot()))

    async def resize(self, size: tuple[int, int]) -> None:
        """Make the screen as large as asked for; it stays so."""
        if self.host.size != size:
            await self.pilot.resize_terminal(*size)

    async def press(self, keys: Sequence[str]) -> None:
        """Press keys and paste texts, in order."""
        for pasted, together in groupby(keys, key=lambda key: isinstance(key, Pasted)):
            if pasted:
                self.host.post_message(Paste("".join(together)))
                await self.pilot.pause()
            else:
                await self.pilot.press(*together)

    async def open(self, dialog: Dialog[Any], keys: Sequence[str] = ()) -> None:
        """Ask a dialog, press some keys, and leave it as it then is."""
        self.answers.clear()
        self._ask(dialog)
        await self.pilot.pause()
        await self.press(keys)

    async def close(self) -> None:
        """Take away what is still open."""
        while len(self.host.screen_stack) > 1:
            await self.host.pop_screen()


def seen_lines(svg: str) -> list[str]:
    """The lines of a screenshot, each text in its column."""
    lines: dict[str, str] = {}
    for x, y, text in re.findall(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', svg):
        before = lines.get(y, "").ljust(round(float(x) / CELL))
        lines[y] = before + html.unescape(text).replace("\xa0", " ")
    return list(lines.values())
