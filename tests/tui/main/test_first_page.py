"""What is shown of another filter or search before its claims are counted."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from store.database import Store
from store.query import Filter, Row
from tests.tui.main.browsing import Browser, Typed, browsing
from tui import fetching
from tui.hits import FirstHits, Hits
from tui.rows import Window
from tui.shown import Fetched


class Counting:
    """Holds back what is counted until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go = Event()
        order, search = fetching.order, fetching.search

        def ordered(store: Store, wanted: Filter) -> Fetched:
            self.go.wait(30)
            return order(store, wanted)

        def searched(store: Store, wanted: Filter, line: str) -> Hits:
            self.go.wait(30)
            return search(store, wanted, line)

        monkeypatch.setattr(fetching, "order", ordered)
        monkeypatch.setattr(fetching, "search", searched)


async def told(browser: Browser, words: str) -> None:
    """Until the header says something; what never comes must not hold the other tests up."""
    async with asyncio.timeout(60):
        while words not in browser.text:
            await browser.pilot.pause()


@pytest.mark.parametrize(
    ("line", "number"), [("flag:claimed", "3 of 7 claims"), ("flag:claimed th*", "… of 7 claims")]
)
async def test_the_rows_of_a_filter_come_before_their_list(
    desk: Path, monkeypatch: pytest.MonkeyPatch, line: str, number: str
) -> None:
    """The cursor keeps its claim; it moves meanwhile, and stays where it came to.

    Their number comes before the list as well, where it is not as dear as that.
    """
    async with browsing(desk) as browser:
        await browser.press("end", "k", "F", Typed(line))
        before, counting = browser.quote, Counting(monkeypatch)
        await browser.pilot.press("enter")
        await told(browser, number)
        assert browser.quote == before
        assert browser.quotes == [row.quote for row in _shown(browser.screen.view.window)]
        await browser.tap("k")
        moved = browser.quote
        assert moved != before
        counting.go.set()
        await browser.settle()
        assert browser.quote == moved
        assert f"{len(browser.quotes)} of 7 claims" in browser.text


def _shown(window: Window) -> list[Row]:
    return [row for at in range(len(window)) if (row := window.row(at))]


async def test_what_needs_the_whole_list_waits_for_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """End goes to the end of all, not of what is there yet."""
    monkeypatch.setattr(fetching, "SIDE", 1)
    async with browsing(desk) as browser:
        await browser.press("F", Typed("flag:claimed"))
        counting = Counting(monkeypatch)
        await browser.pilot.press("enter")
        await told(browser, "  …")
        await browser.tap("end")
        assert len(browser.screen.view.window) == 1
        counting.go.set()
        await browser.settle()
        assert browser.quote == browser.quotes[-1] != browser.quotes[0]


async def test_the_next_hit_comes_before_their_number(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cursor is on it while the header has no number yet."""
    async with browsing(desk) as browser:
        counting = Counting(monkeypatch)
        await browser.pilot.press("slash")
        await browser.pilot.press("t", "o", "w")
        await told(browser, "/tow … hits")
        first = browser.quote
        assert "town" in first
        counting.go.set()
        await browser.settle()
        assert (browser.quote, "/tow 2 hits" in browser.text) == (first, True)


@pytest.mark.parametrize(
    ("claim", "after", "before"),
    [(5, 6, 4), (4, 5, None), (6, None, 5), (9, 5, 4), (None, 4, None)],
)
def test_hits_that_are_not_all_do_not_go_round(
    claim: int | None, after: int | None, before: int | None
) -> None:
    """From one that is no hit, the place that they are around; at their ends there is no next."""
    hits = Hits("x", FirstHits([4, 5, 6], 1), counted=False)
    step = 0 if claim is None else 1
    assert (hits.after(claim) if step else hits.at_or_after(claim)) == after
    assert hits.before(claim) == before
