"""Moving through the timeline, and what follows the cursor."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from store.database import Store
from store.query import Filter
from tests.tui.main.browsing import Typed, browsing
from tui import fetching
from tui.shown import Fetched

ORDER = [
    "the roads into the town are shut",
    "the village of Aleksandrokalinovo was seized",
    "troops stood two kilometres from the border of Dnipropetrovsk Oblast",
    "the capture of Chasov Yar",
    "the town had fallen",
    "the front moved by eleven kilometres",
    "Two bridges were destroyed near Malinovka",
]
MOVES = [
    ("j", 1),
    ("down", 2),
    ("k", 1),
    ("up", 0),
    ("k", 0),
    ("]", 2),
    ("]", 3),
    ("j", 4),
    ("[", 3),
    ("[", 2),
    ("g", 0),
    ("}", 3),
    ("}", 6),
    ("{", 3),
    ("{", 0),
    ("G", 6),
    ("j", 6),
    ("home", 0),
    ("end", 6),
    ("pageup", 0),
    ("pagedown", 6),
    ("ctrl+u", 0),
    ("ctrl+d", 6),
]


async def test_every_key_goes_where_it_says(desk: Path) -> None:
    """Newest first, bounds before their day, months after their days, undated last."""
    async with browsing(desk) as browser:
        assert browser.quotes == ORDER
        for key, position in MOVES:
            await browser.tap(key)
            assert (key, browser.quote) == (key, ORDER[position])


@pytest.mark.parametrize(
    ("keys", "position", "selected"),
    [
        (["j", "j", "j", "down", "k"], 3, 0),
        (["pagedown", "pageup", "j"], 1, 0),
        (["end", "k", "space", "home", "j", "space"], 2, 2),
        (["j", "V", "j", "j", "V", "j"], 4, 3),
    ],
)
async def test_keys_of_one_burst_end_where_they_would_one_by_one(
    desk: Path, keys: list[str], position: int, selected: int
) -> None:
    """What follows the cursor follows once, before the first key that does more than move it."""
    async with browsing(desk) as browser:
        for key in keys:
            browser.app.post_message(Key(key, key if len(key) == 1 else None))
        await browser.settle()
        assert (browser.quote, len(browser.screen.selection)) == (ORDER[position], selected)
        assert f"{position + 1}/7" in browser.text


async def test_source_and_card_follow_the_cursor(desk: Path) -> None:
    """The panel shows the document and the card of the claim that the cursor rests on."""
    async with browsing(desk) as browser:
        assert "Example Daily" in browser.text
        assert "published 2025-08-03 (from the page)" in browser.text
        await browser.press("j", "j")
        assert "published 2025-08-03 (as given)" in browser.text
        assert "Example Front ← Deep State" in browser.text


async def test_a_claim_that_was_read_is_seen(desk: Path) -> None:
    """What the cursor rested on is seen, U goes on to the next that is not, and says when none."""
    async with browsing(desk) as browser:
        await browser.press("j")
        for _ in range(5):
            await browser.press("U")
        assert browser.quote == ORDER[6]
        await browser.press("U")
        assert browser.notices[-1] == "You have seen every claim shown here."


async def test_jump_to_a_date(desk: Path) -> None:
    """A typed date brings the first claim of that day."""
    async with browsing(desk) as browser:
        await browser.press("J")
        await browser.press(Typed("jul 31"), "enter")
        assert browser.quote == ORDER[3]


async def test_the_mouse_does_what_keys_do(desk: Path) -> None:
    """A click goes to a line, ctrl and click selects it, a double click opens the source."""
    async with browsing(desk) as browser:
        await browser.pilot.click("#timeline", offset=(20, 3))
        await browser.settle()
        assert browser.quote == ORDER[1]
        await browser.pilot.click("#timeline", offset=(20, 5), control=True)
        await browser.settle()
        assert browser.quote == ORDER[2]
        assert len(browser.app.selection) == 1
        await browser.pilot.click("#timeline", offset=(20, 5), times=2)
        await browser.settle()
        assert browser.screen.place == "source"


async def test_a_key_pressed_while_the_list_is_read_counts(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list that comes late leaves the cursor on the claim that it is on by then."""
    pressed, order = Event(), fetching.order

    def late(store: Store, wanted: Filter) -> Fetched:
        found = order(store, wanted)
        pressed.wait(30)
        return found

    async with browsing(desk) as browser:
        monkeypatch.setattr(fetching, "order", late)
        await browser.tap("o")
        await browser.tap("G")
        pressed.set()
        await browser.settle()
        assert browser.quote == ORDER[-1]
