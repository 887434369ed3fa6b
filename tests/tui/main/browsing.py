"""Drive the app by keys, and ask it what it shows; nothing waits by the clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from store.database import open_store
from store.journal import log
from tests.tui.desk import NOW, TODAY
from tui.app import ConflictApp
from tui.screens.main import MainScreen

SIZE = (120, 40)


class Typed(str):
    """Text that is typed, not a key."""


class ToldApp(ConflictApp):
    """The app, which keeps what it told."""

    def __init__(self, store: Path, *, readonly: bool) -> None:
        super().__init__(store, readonly=readonly, who="ann", today=TODAY, clock=lambda: NOW)
        self.notices: list[str] = []

    def notify(self, message: str, **more: Any) -> None:
        """Keep it, and tell it."""
        self.notices.append(message)
        super().notify(message, **more)


class Browser:
    """An app that runs, its keys and its screen."""

    def __init__(self, app: ToldApp, pilot: Pilot[str]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that they began is done; ``Typed`` text comes at once."""
        for key in keys:
            if isinstance(key, Typed):
                await self.pilot.pause()
                assert self.app.focused is not None
                self.app.focused.post_message(Paste(key))
            else:
                await self.pilot.press(key)
        await self.settle()

    async def tap(self, key: str) -> None:
        """Press a key whose effect on the cursor nothing has to be waited for."""
        await self.pilot.press(key)

    async def settle(self) -> None:
        """Until no message waits and no worker runs; an answer may start another worker."""
        await self.pilot.pause()
        while any(not worker.is_finished for worker in self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    @property
    def screen(self) -> MainScreen:
        """The main screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def dialog(self) -> str:
        """The class of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def quote(self) -> str:
        """The words of the claim at the cursor."""
        row = self.screen.row
        return row.quote if row else ""

    @property
    def quotes(self) -> list[str]:
        """The words of all claims shown, in order."""
        window = self.screen.view.window
        found = [window.row(position) for position in range(len(window))]
        return [row.quote for row in found if row]

    @property
    def notices(self) -> list[str]:
        """The sentences told so far."""
        return self.app.notices

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines[:height]) if width else ""

    @property
    def decisions(self) -> list[str]:
        """The sentences of the journal, newest first."""
        return [entry.sentence for entry in log(self.app.store)]


@asynccontextmanager
async def browsing(
    store: Path, size: tuple[int, int] = SIZE, *, readonly: bool = False
) -> AsyncIterator[Browser]:
    """The app on a store, at rest."""
    app = ToldApp(store, readonly=readonly)
    async with app.run_test(size=size) as pilot:
        browser = Browser(app, pilot)
        await browser.settle()
        yield browser


def empty_store(path: Path) -> Path:
    """A store with nothing in it."""
    with open_store(path):
        return path
