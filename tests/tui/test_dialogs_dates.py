"""Typing dates: event date, publication date with its preview, and the jump."""

from __future__ import annotations

import pytest

from store.edits import DateChange
from tests.tui.asking import Asking, Pasted, live
from tests.tui.dialog_cases import Day, changes, read
from tui.screens.eventdate import EventDate, EventDateDialog
from tui.screens.jump import JumpDialog
from tui.screens.publication import PublicationDialog, Publishing, moving, said_of
from tui.screens.typed_date import reading_line

CLEAR = "ctrl+u"


@live
@pytest.mark.parametrize(
    ("by_hand", "keys", "answers"),
    [
        (False, [Pasted("2025-07-31")], [EventDate("2025-07-31")]),
        (False, [Pasted("2025-07")], [EventDate("2025-07")]),
        (False, [], [None]),
        (False, [Pasted("soon")], []),
        (True, [], [EventDate("2025-08-02")]),
        (True, [CLEAR], [EventDate(None)]),
        (True, [CLEAR, Pasted("2025-07")], [EventDate("2025-07")]),
    ],
)
async def test_event_date(
    ask: Asking, by_hand: bool, keys: list[str], answers: list[EventDate | None]
) -> None:
    """A typed date is set; an empty line goes back to the loader's; nonsense stays open."""
    dialog = EventDateDialog("a claim", "2025-08-02", by_hand, read)
    assert await ask(dialog, [*keys, "enter"]) == answers


@live
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([], "now 2025-08-02 (the loader's)"),
        ([Pasted("2025-07")], "→ 2025-07 · 2025-07-01 – 2025-07-28"),
        ([Pasted("2025-07-31")], "→ 2025-07-31"),
        ([Pasted("soon")], "? “soon” is no date"),
    ],
)
async def test_line_under_the_date(ask: Asking, keys: list[str], said: str) -> None:
    """At every key the line says what it comes to, or in words why it does not."""
    dialog = EventDateDialog("a claim", "2025-08-02", by_hand=False, parse=read)
    assert said in await ask.screen(dialog, keys)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "line"),
    [
        ("2025-07-31", "2025-07-31", "2025-07-31", "2025-07-31"),
        ("2025-07", "2025-07-01", "2025-07-31", "2025-07 · 2025-07-01 – 2025-07-31"),
        ("../2025-08-03", "", "2025-08-03", "../2025-08-03 · open – 2025-08-03"),
        ("2025-08-03/..", "2025-08-03", "", "2025-08-03/.. · 2025-08-03 – open"),
        ("XXXX-07-31", "", "", "XXXX-07-31 · no day can be told"),
    ],
)
def test_reading_line(edtf: str, earliest: str, latest: str, line: str) -> None:
    """A day stands alone, anything else with its first and last day."""
    assert reading_line(edtf, earliest, latest) == line


@live
@pytest.mark.parametrize(
    ("current", "keys", "answers"),
    [
        ("", [Pasted("2025-08-03")], [Publishing("2025-08-03")]),
        ("", [], [None]),
        ("2025-08-03", [CLEAR], [Publishing(None)]),
        ("2025-08-03", [CLEAR, Pasted("2024-08")], [Publishing("2024-08")]),
        ("2025-08-03", [*"x"], []),
    ],
)
async def test_publication(
    ask: Asking, current: str, keys: list[str], answers: list[Publishing | None]
) -> None:
    """A typed date is given; an emptied line says that it is not known."""
    dialog = PublicationDialog("a.txt", current, "metadata", read, changes)
    assert await ask(dialog, [*keys, "enter"]) == answers


@live
@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_publication_shows_what_would_change(ask: Asking, size: tuple[int, int]) -> None:
    """Old → new for every date that changes, and how many set by hand stay."""
    dialog = PublicationDialog("a.txt", "", "", read, changes)
    seen = " ".join(
        (await ask.screen(dialog, [Pasted("2025-08-03")], size)).replace("│", " ").split()
    )
    assert "1 date would change · 1 set by hand stay" in seen
    assert "XXXX-07-31 → 2025-07-31 the [/b] village" in seen
    assert "the staff denied it" not in seen


@pytest.mark.parametrize(
    ("old", "new", "pinned", "moves"),
    [("", "2025", False, 1), ("2025", "2025", False, 0), ("2024", "2025", True, 0)],
)
def test_moving(old: str, new: str, pinned: bool, moves: int) -> None:
    """Only a date that becomes another one counts, and none that a person set."""
    change = DateChange(1, "a", "words", old, new, pinned)
    assert len(moving([change])) == moves
    assert said_of([change]).startswith("1 date would" if moves else "no date changes")


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ([Pasted("2025-07")], [Day("2025-07", "2025-07-01", "2025-07-28")]),
        ([Pasted("soon")], []),
        ([], [None]),
    ],
)
async def test_jump(ask: Asking, keys: list[str], answers: list[Day | None]) -> None:
    """The answer is the date as it was read."""
    assert await ask(JumpDialog(read), [*keys, "enter"]) == answers
