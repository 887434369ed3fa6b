"""Every dialog looks the same, closes with Esc and shows untrusted text as text, at any size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

import tui
from tests.tui.asking import Asking, live
from tests.tui.dialog_cases import DIALOGS, HOSTILE
from tui.screens.correct import DateCorrection
from tui.screens.verdict import VerdictChoice

MAIN_SHEET = Path(tui.__file__).with_name("conflict.tcss")
WITH_SUBJECT = sorted(DIALOGS.keys() - {"jump", "filter", "span", "export", "help"})


@live
@pytest.mark.parametrize("name", DIALOGS)
async def test_one_look(ask: Asking, name: str) -> None:
    """Title above, keys below and Esc the last of them; Esc gives None.

    No id of a dialog is one that the main screen's style sheet speaks of.
    """
    dialog = DIALOGS[name]()
    await ask.open(dialog)
    borders = [line for line in ask.seen().splitlines() if "──" in line]
    ids = {f"#{widget.id}" for widget in dialog.query("*") if widget.id}
    await ask.press(["escape"])
    assert f"╭─ {dialog.title_text()} ─" in borders[0]
    assert borders[-1].rstrip().endswith(" esc close ─╯")
    assert not ids & set(re.findall(r"#[a-z][a-z-]*", MAIN_SHEET.read_text()))
    assert ask.answers == [None]


@live
async def test_a_screen_of_one_cell(ask: Asking) -> None:
    """However small the screen, every dialog opens and Esc closes it."""
    await ask.resize((1, 1))
    assert [await ask(make(), ["escape"]) for make in DIALOGS.values()] == [[None]] * len(DIALOGS)


@live
@pytest.mark.parametrize("name", WITH_SUBJECT)
async def test_untrusted_text_is_text(ask: Asking, name: str) -> None:
    """At 40×10 as well, markup stands as written; control and bidi characters never come."""
    seen = await ask.screen(DIALOGS[name](), size=(40, 10))
    assert "[/b]" in seen
    assert not {"\x1b", "\u202e"} & set(seen)
    assert {"\x1b", "\u202e"} < set(HOSTILE)


@live
async def test_cursor_is_seen_without_colour(ask: Asking) -> None:
    """The line under the cursor has a bar before it, a thin one where the focus is elsewhere."""
    seen = await ask.screen(DIALOGS["grade"](), ["1"])
    bars = [bar for line in seen.splitlines() for bar in re.findall("[▌▏] [A-F1-6] ", line)]
    assert bars == ["▌ 1 ", "▏ B "]


@live
async def test_keys_on_the_border_can_be_clicked(ask: Asking) -> None:
    """A click on "esc close" closes."""
    await ask.open(DIALOGS["jump"]())
    frame = ask.host.screen.query_one("#frame").region
    await ask.pilot.click(offset=(frame.right - 5, frame.bottom - 1))
    assert ask.answers == [None]


@live
@pytest.mark.parametrize(
    ("name", "list_", "line", "answers"),
    [
        ("verdict", "#verdicts", 1, [VerdictChoice("in-progress")]),
        ("contradictions", "#claims", 2, [9]),
        ("help", "#commands", 2, ["up"]),
        ("correct", "#what", 3, [DateCorrection()]),
        ("tags", "#suggestions", 0, []),
        ("grade", "#letters", 2, []),
        ("export", "#formats", 1, []),
        ("filter", "#values", 1, []),
        ("journal", "#entries", 0, []),
    ],
)
async def test_clicks(ask: Asking, name: str, list_: str, line: int, answers: list[object]) -> None:
    """A click accepts a line where there is one thing to choose, and else chooses it."""
    await ask.open(DIALOGS[name]())
    await ask.pilot.click(list_, offset=(3, line))
    await ask.pilot.pause()
    given = list(ask.answers)
    await ask.close()
    assert given == answers


@live
@pytest.mark.parametrize(
    ("name", "list_", "line", "typed"),
    [("tags", "#suggestions", 0, "key "), ("filter", "#values", 1, "flag:denied")],
)
async def test_clicks_fill_the_line(
    ask: Asking, name: str, list_: str, line: int, typed: str
) -> None:
    """A click on a tag completes it, a click on a value asks for it."""
    await ask.open(DIALOGS[name]())
    await ask.pilot.click(list_, offset=(3, line))
    value = ask.host.screen.query_one("#typed", Input).value
    await ask.close()
    assert value == typed
