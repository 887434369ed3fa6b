"""The first rows on the terminal before Textual is imported, which takes ten times as long.

They stay until the app paints the same and more. Where there is nothing to show, or the terminal
or the store is not as expected, nothing is painted: it is for the app to say what is wrong.

>>> with early_rows(Path("no such store.db")) as early:
...     early is None
True
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from store.database import open_store
from store.errors import StoreError
from store.query.page import rows
from store.query.whole import first_of_whole
from tui.first_screen import Paint, first_screen
from tui.looks import DARK, LIGHT
from tui.remembered import Remembered, beside, recall

if TYPE_CHECKING:
    from store.query import Order

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
"""To the terminal's other screen, and back to the one that was there."""
SMALLEST = (40, 10)
"""Columns and lines that a terminal needs for rows to be worth it."""


class Early:
    """A terminal that shows the first rows, until the app has ``taken`` it over."""

    def __init__(self, screen: str) -> None:
        self.taken = False
        self._before = termios.tcgetattr(sys.stdin)
        # As Textual will have it: what is typed from now on is neither shown nor lost.
        quiet = termios.tcgetattr(sys.stdin)
        quiet[0] &= ~(termios.ICRNL | termios.IXON)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(sys.stdin, termios.TCSANOW, quiet)
        self._write(f"{ENTER}\x1b[?25l{screen}")

    def leave(self) -> None:
        """Give the terminal back as it was."""
        if not self.taken:
            self._write(f"\x1b[0m{LEAVE}\x1b[?25h")
        termios.tcsetattr(sys.stdin, termios.TCSANOW, self._before)

    def _write(self, text: str) -> None:
        """Where Textual writes as well."""
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def early_rows(store: Path) -> Iterator[Early | None]:
    """While this lasts the first rows of a store are shown; the terminal is restored at its end."""
    screen = _first_screen(store) if _is_fit() else ""
    if not screen:
        yield None
        return
    early = Early(screen)
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield early
    finally:
        signal.signal(signal.SIGTERM, before)
        early.leave()


def _is_fit() -> bool:
    """Whether this is a terminal that shows what is written to it."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    named = os.environ.get("TERM", "") not in ("", "dumb")
    return named and all(stream.isatty() for stream in streams)


def _first_screen(path: Path) -> str:
    """The first screen of a store; "" where there is none to show."""
    size = os.get_terminal_size(sys.stdin.fileno())
    if size < SMALLEST or not path.is_file():
        return ""
    looks = recall(beside(path))
    try:
        with open_store(path, readonly=True) as store:
            if store.damage:
                return ""
            order: Order = "oldest" if looks.oldest_first else "newest"
            found = rows(store, first_of_whole(store.db, order, size.lines))
    except (StoreError, sqlite3.Error):
        return ""
    return first_screen(found, size, looks.share, _paint(looks)) if found else ""


def _paint(looks: Remembered) -> Paint:
    if "NO_COLOR" in os.environ:
        return Paint({})
    exact = os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    return Paint(LIGHT if looks.light else DARK, exact=exact)


def _end(*_: object) -> NoReturn:
    """SIGTERM: leave by way of what restores the terminal."""
    sys.exit(128 + signal.SIGTERM)
