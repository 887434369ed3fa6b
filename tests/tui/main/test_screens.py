"""The screen at every size, empty, hostile; panels zoomed, resized, walked through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store.database import open_store
from store.load import load
from store.model import Document
from tests.tui.desk import ARTICLES, NOW, Said, analysis
from tests.tui.main.browsing import browsing, empty_store

SIZES = [(40, 10), (20, 5), (1, 1)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_every_size_works(desk: Path, size: tuple[int, int]) -> None:
    """Keys do what they do, however little there is to see, and nothing breaks."""
    async with browsing(desk, size) as browser:
        await browser.press("j", "G", "pageup", "tab", "j", "space", "l", "tab", "j", "tab", "+")
        await browser.press("enter", "escape", "escape", "slash", "x", "escape")
        await browser.press("v", "escape")
        assert browser.dialog == "MainScreen"
        assert browser.quote


async def test_a_small_screen_shows_one_panel(desk: Path) -> None:
    """The timeline, and after Enter the source, and after Esc the timeline again."""
    async with browsing(desk, (40, 10)) as browser:
        assert "reported" in browser.text or "●" in browser.text
        assert "Ministry announces" not in browser.text
        await browser.press("enter", "g")
        assert "Ministry announces" in browser.text
        await browser.press("escape")
        assert "Ministry announces" not in browser.text


async def test_panels_are_walked_through_and_zoomed(desk: Path) -> None:
    """Tab goes round; + shows the panel alone, and Tab takes the zoom along."""
    async with browsing(desk) as browser:
        walked = []
        for _ in range(4):
            await browser.press("tab")
            walked.append(browser.screen.place)
        assert walked == ["source", "card", "timeline", "source"]
        await browser.press("+")
        assert "on or before" not in "\n".join(browser.text.splitlines()[3:])
        await browser.press("shift+tab")
        assert "Ministry announces" not in browser.text
        await browser.press("escape")
        assert "Ministry announces" in browser.text


async def test_the_share_of_the_timeline_is_kept(desk: Path) -> None:
    """< and > change it, and the next start has it."""
    async with browsing(desk) as browser:
        await browser.press("<", "<", "<", "<", "<")
        assert browser.screen.timeline.outer_size.width == 36
    async with browsing(desk) as browser:
        assert browser.screen.timeline.outer_size.width == 36
        await browser.press(">")
        assert browser.screen.timeline.outer_size.width == 48


async def test_an_empty_store_says_how_to_load(tmp_path: Path) -> None:
    """And offers the demo, which the caller then opens; other keys do no harm."""
    async with browsing(empty_store(tmp_path / "empty.db")) as browser:
        assert "conflict-tui load inbox/" in browser.text
        await browser.press("j", "v", "tab", "w", "u", "o", "E", "escape")
        await browser.press("enter")
        assert browser.app.return_value == "demo"


HOSTILE = "The \x1b[31mred\x07 [/b] [bold]v\u202eillage\x9b fell\x00 to [link=x]us[/link]\tnow."


async def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """Neither markup nor escape sequences nor bidi controls of a document reach the terminal."""
    quote = HOSTILE[:-1]
    article = Document(
        "[/b].txt", HOSTILE.encode(), HOSTILE, "S\x1b[2Jource [/]", url="https://x.example/[/b]"
    )
    path = tmp_path / "hostile.db"
    said = (Said(quote, "claimed", place="v\u202eillage"),)
    with open_store(path) as store:
        load(store, [article], who="t", now=NOW, analyse=lambda d: analysis(d, said))
    async with browsing(path) as browser:
        for key in ("w", "c", "t", "p", "C", "X"):
            await browser.press(key)
            assert "[/b]" in browser.text
            assert not set(browser.text) & set("\x1b\x07\x00\x9b\u202e\t")
            await browser.press("escape")
        await browser.press("O", "y", "enter", "space", "l", "a")
        assert "[bold]village fell" in browser.text


async def test_another_process_that_writes_is_seen(desk: Path) -> None:
    """R takes in the claims that were loaded meanwhile, the cursor stays on its claim."""
    async with browsing(desk) as browser:
        await browser.press("j")
        before = browser.quote
        document, said = ARTICLES[3]
        again = replace(document, source="Another Post")
        with open_store(desk) as store:
            load(store, [again], who="t", now=NOW, analyse=lambda d: analysis(d, said))
        browser.screen.look_for_writes()
        await browser.settle()
        await browser.press("R")
        assert len(browser.quotes) == 8
        assert browser.quote == before


async def test_the_theme_is_kept(desk: Path) -> None:
    """T turns it, and the next start has it."""
    async with browsing(desk) as browser:
        await browser.press("T")
        assert browser.app.theme == "conflict-light"
    async with browsing(desk) as browser:
        assert browser.app.theme == "conflict-light"
