"""Ask a dialog by keys: a host with nothing but the dialog, its answer and what it shows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from tui.screens.dialog import Dialog

Answer = TypeVar("Answer")
Make = Callable[[], Dialog[Any]]
CELL = 12.2
"""The width of a cell in a screenshot, in pixels."""


class Host(App[None]):
    """An app that puts one dialog on its screen and keeps the answer."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: Dialog[Any] | None = None) -> None:
        super().__init__()
        self.dialog = dialog
        self.answers: list[Any] = []

    def on_mount(self) -> None:
        """Ask, where there is something to ask from the start."""
        if self.dialog is not None:
            self.ask(self.dialog)

    def ask(self, dialog: Dialog[Any]) -> None:
        """Put a dialog on the screen."""
        self.push_screen(dialog, self.answers.append)

    def seen(self) -> str:
        """The text on the screen, line by line."""
        return "\n".join(seen_lines(self.export_screenshot()))


def seen_lines(svg: str) -> list[str]:
    """The lines of a screenshot, each text in its column."""
    lines: dict[str, str] = {}
    for x, y, text in re.findall(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', svg):
        before = lines.get(y, "").ljust(round(float(x) / CELL))
        lines[y] = before + html.unescape(text).replace("\xa0", " ")
    return list(lines.values())


class Pasted(str):
    """Text that comes into the focused line at once: what is typed, without a wait at each key."""


async def press(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Press keys and paste texts, in order."""
    for pasted, together in groupby(keys, key=lambda key: isinstance(key, Pasted)):
        if pasted:
            pilot.app.post_message(Paste("".join(together)))
            await pilot.pause()
        else:
            await pilot.press(*together)


async def answer_of(
    dialog: Dialog[Answer], keys: Sequence[str], size: tuple[int, int] = (80, 24)
) -> list[Answer | None]:
    """The answers that a dialog gave after some keys: none while it is open, else one."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await press(pilot, keys)
        return list(host.answers)


async def screen_of(
    dialog: Dialog[Any], keys: Sequence[str] = (), size: tuple[int, int] = (80, 24)
) -> str:
    """What is on the screen after some keys."""
    host = Host(dialog)
    async with host.run_test(size=size) as pilot:
        await press(pilot, keys)
        await pilot.pause()
        return host.seen()
