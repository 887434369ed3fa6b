"""A window over lists of every length: first, last and the edges of pages, in both orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.database import open_store
from store.load import load
from store.model import Document, Publication
from store.query import Filter, Order, ids
from tests.tui.desk import NOW, Said, analysis
from tests.tui.main.browsing import Browser, browsing
from tui.rows import PAGE

COUNTS = [0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE]


def filled(path: Path, claims: int) -> Path:
    """A store with so many claims, the first on the oldest day, three on each."""
    words = [f"claim number {number}." for number in range(claims)]
    days = [f"2025-{1 + n // 84 % 12:02}-{1 + n // 3 % 28:02}" for n in range(claims)]
    text = "\n".join(f"On {day} {said}" for day, said in zip(days, words, strict=True))
    said = tuple(Said(one, phrase=day, edtf=day) for day, one in zip(days, words, strict=True))
    told = Document(
        "many", text.encode(), text, "Daily", published=Publication("2026-01-01", "given")
    )
    with open_store(path) as store:
        if claims:
            load(store, [told], who="tester", now=NOW, analyse=lambda one: analysis(one, said))
    return path


@pytest.mark.parametrize("claims", COUNTS)
async def test_a_window_ends_where_the_list_ends(tmp_path: Path, claims: int) -> None:
    """Every claim once, End on the last and Home on the first, and no step beyond either."""
    async with browsing(filled(tmp_path / "some.db", claims)) as browser:
        for order in ("newest", "oldest"):
            if order == "oldest":
                await browser.press("o", "home")
            wanted = listed(browser, order)
            window = browser.screen.view.window
            assert [row.id for at in range(len(window)) if (row := window.row(at))] == wanted
            await browser.press("end", "pagedown", "j")
            assert at_cursor(browser) == (wanted[-1] if wanted else None)
            await browser.press("home", "pageup", "k")
            assert at_cursor(browser) == (wanted[0] if wanted else None)


def listed(browser: Browser, order: Order) -> list[int]:
    """The ids as the store lists them."""
    return list(ids(browser.app.store, Filter(order=order)))


def at_cursor(browser: Browser) -> int | None:
    """The id of the claim at the cursor."""
    return browser.screen.row.id if browser.screen.row else None


async def test_the_cursor_keeps_its_claim_whatever_others_write(tmp_path: Path) -> None:
    """Claims that come before it, and claims that are hidden beneath the screen."""
    path = filled(tmp_path / "some.db", PAGE + 1)
    async with browsing(path) as browser:
        await browser.press("end", *["k"] * 3)
        before = at_cursor(browser)
        with open_store(path) as other:
            wanted = list(ids(other, Filter()))
            other.db.execute(
                f"UPDATE claims SET hidden = 1 WHERE id IN ({wanted[0]}, {wanted[-1]})"
            )
        browser.screen.look_for_writes()
        await browser.settle()
        assert at_cursor(browser) == before
        assert len(browser.screen.view.window) == PAGE - 1
        await browser.press("o")
        assert at_cursor(browser) == before
