"""The first rows, painted before Textual is imported, and the terminal they leave behind."""

from __future__ import annotations

import re
import signal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyte
import pytest
from rich.color import Color
from rich.segment import Segment
from textual.geometry import Region

from store.database import open_store
from store.query import Order
from store.query.page import rows
from store.query.whole import first_of_whole
from tests.faults.screen import Screen
from tests.tui.main.browsing import Browser, ToldApp
from tests.tui.main.test_rows import row
from tui.early import ENTER, LEAVE
from tui.first_screen import Paint, first_screen
from tui.looks import DARK, LIGHT
from tui.remembered import Remembered, beside, remember
from tui.screens.ledger import Ledger
from tui.shape import timeline_box


class Cell(NamedTuple):
    """A character as it looks; "" for a colour that the terminal chooses."""

    text: str
    colour: str
    ground: str
    bold: bool
    italic: bool
    reverse: bool

    def like(self, other: Cell) -> bool:
        """Whether they look the same; Textual rounds colours its own way, by one of 256 steps."""
        near = _near(self.colour, other.colour) and _near(self.ground, other.ground)
        return near and self._replace(colour="", ground="") == other._replace(colour="", ground="")


def _near(one: str, other: str) -> bool:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=False)
    return len(one) == len(other) and all(abs(a - b) <= 1 for a, b in pairs)


def early(store: Path, size: tuple[int, int], looks: Remembered, paint: Paint) -> pyte.Screen:
    """A terminal after the first screen was written to it."""
    order: Order = "oldest" if looks.oldest_first else "newest"
    with open_store(store, readonly=True) as opened:
        found = rows(opened, first_of_whole(opened.db, order, size[1]))
    return shown(first_screen(found, size, looks.share, paint), size)


def shown(written: str, size: tuple[int, int]) -> pyte.Screen:
    """A terminal that something was written to."""
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(written)
    return screen


def cells_of(screen: pyte.Screen, region: Region) -> Iterator[list[Cell]]:
    """What a part of the terminal shows; the second half of a wide character is left out."""
    for y in region.line_range:
        line = [screen.buffer[y][x] for x in region.column_range]
        yield [
            Cell(c.data, _named(c.fg), _named(c.bg), c.bold, c.italics, c.reverse)
            for c in line
            if c.data
        ]


def _named(colour: str) -> str:
    return "" if colour == "default" else colour


def drawn(segments: list[Segment]) -> Iterator[Cell]:
    """The same of what Textual draws."""
    for text, style, _ in segments:
        assert style is not None
        colour, ground = _hex(style.color), _hex(style.bgcolor)
        bold, italic, reverse = bool(style.bold), bool(style.italic), bool(style.reverse)
        yield from (Cell(character, colour, ground, bold, italic, reverse) for character in text)


def _hex(colour: Color | None) -> str:
    return colour.triplet.hex.removeprefix("#") if colour and colour.triplet else ""


@pytest.mark.parametrize(
    ("size", "looks", "colours"),
    [
        ((120, 40), Remembered(), DARK),
        ((100, 20), Remembered(share=30), DARK),
        ((133, 41), Remembered(True, True, 70), LIGHT),
        ((80, 24), Remembered(light=True), LIGHT),
        ((99, 33), Remembered(share=80), DARK),
        ((40, 10), Remembered(oldest_first=True), DARK),
        ((120, 19), Remembered(), DARK),
        ((120, 40), Remembered(), {}),
        ((80, 24), Remembered(), {}),
    ],
)
async def test_the_app_paints_the_same(
    desk: Path,
    size: tuple[int, int],
    looks: Remembered,
    colours: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every cell of the timeline is where, what and as the app has it, but for the scrollbar."""
    monkeypatch.setattr(Ledger, "rest", 60)
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    remember(beside(desk), looks)
    app = ToldApp(desk, readonly=True)
    async with app.run_test(size=size) as pilot:
        await Browser(app, pilot).settle()
        timeline = app.screen.query_one("#timeline")
        region = timeline.region
        strips = timeline.render_lines(Region(0, 0, *region.size))
    assert region == Region(*timeline_box(*size, looks.share))
    painted = cells_of(early(desk, size, looks, Paint(colours)), region)
    for strip, ours in zip(strips, painted, strict=True):
        theirs = list(drawn(list(strip)))
        differ = [pair for pair in zip(ours, theirs, strict=True) if not pair[0].like(pair[1])]
        assert all(pair == (ours[-2], theirs[-2]) for pair in differ), differ


def test_nothing_in_a_claim_acts_on_the_terminal() -> None:
    """Escape sequences and controls are gone, wide characters take their two cells."""
    claim = row(1)._replace(
        flag="claimed",
        quote="\x1b]0;owned\x07 攻撃 \x1b[2J\r\n\u202ered",
        place="\x9b31m",
        origin="\x1b[H",
        tags=("\x1bc",),
    )
    written = first_screen([claim], (80, 24), 55, Paint(DARK))
    assert not re.search(r"[\x07\r\n\x9b\u202e]|\x1b[^\[]|\x1b\[[HJ]", written)
    assert written.count("\x1b[2J") == 1
    lines = shown(written, (80, 24)).display
    assert "攻撃" in lines[6]
    assert all(line.endswith("│") for line in lines[5:12])


# -- in a terminal ---------------------------------------------------------------------------------

SHOW = """
import os, signal, sys
from pathlib import Path
from tui.early import early_rows
with early_rows(Path(os.environ["CONFLICT_TUI_STORE"])) as early:
    print("nothing" if early is None else "shown", "textual" in sys.modules, flush=True)
    sys.stdin.readline()
    {then}
"""
"""Shows the first rows, and goes on when it is told to."""


def shows(store: Path, then: str = "pass", **env: str) -> Screen:
    """A terminal in which the first rows are shown."""
    return Screen(store, "-c", SHOW.format(then=then), env=env)


def test_they_need_no_textual(desk: Path) -> None:
    """What takes longest is not imported yet; what is typed is not shown."""
    with shows(desk) as screen:
        assert screen.until(lambda text: "Chasov Yar" in text and "shown False" in text)
        before = screen.text
        screen.type("typed")
        screen.settle()
        assert screen.text == before


@pytest.mark.parametrize(
    ("then", "status"),
    [
        ("pass", 0),
        ("raise ValueError", 1),
        ("os.kill(os.getpid(), signal.SIGTERM)", 128 + signal.SIGTERM),
        ("os.kill(os.getpid(), signal.SIGINT)", -signal.SIGINT),
    ],
)
def test_the_terminal_is_given_back(desk: Path, then: str, status: int) -> None:
    """However it ends: it echoes again, and the other screen was left as often as entered."""
    with shows(desk, then) as screen:
        before = screen.modes
        assert screen.until(lambda text: "shown" in text)
        assert screen.modes != before
        screen.type("\n")
        assert screen.leave() == status
        assert screen.modes == before
        assert screen.sent.count(ENTER.encode()) == screen.sent.count(LEAVE.encode()) == 1
        assert screen.sent.rindex(b"\x1b[?25h") > screen.sent.rindex(b"\x1b[?25l")


def _empty(path: Path) -> None:
    open_store(path).close()


def _other(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE claims (id)")
    db.close()


def _older(path: Path) -> None:
    with open_store(path) as store:
        store.db.execute("PRAGMA user_version = 3")


@pytest.mark.parametrize(
    "made",
    [
        lambda _: None,
        lambda path: path.mkdir(),
        lambda path: path.write_text("no database"),
        lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(range(200)) * 40),
        _empty,
        _other,
        _older,
    ],
    ids=["missing", "folder", "text", "damaged", "empty", "other program's", "older"],
)
def test_what_cannot_be_shown_is_left_to_the_app(
    made: Callable[[Path], object], tmp_path: Path
) -> None:
    """The terminal is not touched, nor is a file made."""
    store = tmp_path / "desk.db"
    made(store)
    there = store.exists()
    with shows(store) as screen:
        assert screen.until(lambda text: "nothing" in text)
        assert b"\x1b" not in screen.sent
    assert store.exists() == there


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_terminal_that_is_none(desk: Path, env: dict[str, str]) -> None:
    """Nothing is painted where nothing can be."""
    with shows(desk, **env) as screen:
        assert screen.until(lambda text: "nothing" in text)
        assert b"\x1b" not in screen.sent


def test_the_app_takes_over(desk: Path) -> None:
    """It enters the other screen no second time, and does what was typed before it was there."""
    with Screen(desk) as screen:
        before = screen.modes
        assert screen.until(lambda text: "Chasov Yar" in text)
        screen.type("jj")
        assert screen.until(lambda text: " 3/" in text)
        screen.type("q")
        assert screen.leave() == 0
        assert screen.sent.count(ENTER.encode()) == screen.sent.count(LEAVE.encode()) == 1
        assert screen.modes == before


def test_the_app_that_is_ended_gives_the_terminal_back(desk: Path) -> None:
    """SIGTERM leaves no terminal behind that neither echoes nor shows its cursor."""
    with Screen(desk) as screen:
        before = screen.modes
        assert screen.until(lambda text: " 1/" in text)
        screen.process.send_signal(signal.SIGTERM)
        assert screen.leave() == 128 + signal.SIGTERM
        assert screen.sent.count(ENTER.encode()) == screen.sent.count(LEAVE.encode()) == 1
        assert screen.modes == before


def test_a_sentence_stands_where_it_can_be_read(desk: Path) -> None:
    """A fault that comes after the first rows is told on the screen that was there before."""
    with Screen(desk, "-c", BROKEN) as screen:
        assert screen.leave() == 1
        told = screen.sent.rpartition(LEAVE.encode())[2]
        assert b"is damaged by a test." in told


BROKEN = """
import os
from pathlib import Path
from store.errors import ConflictError
from tui import app, start
def broken(*_, **__):
    raise ConflictError("The store is damaged by a test.")
app.ConflictApp = broken
raise SystemExit(start.run_app(Path(os.environ["CONFLICT_TUI_STORE"])))
"""
