"""What several documents tell, what changed between editions, and what comes in meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.database import open_store
from store.load import load
from store.model import Document, Publication
from tests.tui.desk import NOW
from tests.tui.main.browsing import browsing, empty_store

WIRE = (
    "On July 31, the Example Energy Ministry announced the shutdown of the old substation near "
    "Exampleville after a drone strike. The governor of Example Oblast said on Friday that four "
    "workers had been injured. Rescuers worked at the site until the morning, and trains ran late."
)
SOFTER = WIRE.replace("four workers had been injured", "two workers had been hurt")
URL = "https://daily.example/1"


def put(path: Path, *told: tuple[str, str, str]) -> None:
    """Load documents, each a source, a text and an address, as another process would."""
    day = Publication("2025-08-03", "given")
    documents = [
        Document(source, text.encode(), text, source, url=url, published=day)
        for source, text, url in told
    ]
    with open_store(path) as store:
        load(store, documents, who="bob", now=NOW)


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    """A store with one text in three outlets."""
    path = empty_store(tmp_path / "wires.db")
    put(path, *((name, f"{WIRE} {name} reports.", "") for name in ("Alpha", "Beta", "Gamma")))
    return path


async def test_copies_are_folded_until_z(wires: Path) -> None:
    """With a count; z shows each, and folds them again; the cursor stays on its claim."""
    async with browsing(wires) as browser:
        assert len(browser.quotes) == 2
        assert "×3 " in browser.text
        await browser.press("j")
        before = browser.quote
        await browser.press("z")
        assert len(browser.quotes) == 6
        assert browser.quote == before
        assert " unfolded " in browser.text.splitlines()[0]
        await browser.press("z")
        assert len(browser.quotes) == 2
        assert browser.quote == before


async def test_what_was_loaded_meanwhile_is_taken_in_on_a_key(wires: Path) -> None:
    """It is told, the list stays as it is, and the cursor stays on its claim even then."""
    async with browsing(wires) as browser:
        await browser.press("j")
        before = browser.quote
        put(
            wires,
            ("Delta", "On August 2, rebels entered the town of Redville, a monitor said.", ""),
        )
        browser.screen.look_for_writes()
        await browser.settle()
        assert "R: 1 new claim " in browser.text.splitlines()[0]
        assert (len(browser.quotes), browser.quote) == (2, before)
        await browser.press("R")
        assert (len(browser.quotes), browser.quote) == (3, before)
        assert "new claim" not in browser.text.splitlines()[0]
        await browser.press("R")
        assert browser.notices[-1] == "Nothing new has come in."


async def test_what_the_filter_leaves_out_is_not_told(wires: Path) -> None:
    """Copies of what is shown are folded, and so bring nothing new."""
    async with browsing(wires) as browser:
        put(wires, ("Delta", f"{WIRE} Delta reports.", ""))
        browser.screen.look_for_writes()
        await browser.settle()
        assert "new claim" not in browser.text.splitlines()[0]
        assert "×4 " in browser.text


async def test_the_next_unseen(wires: Path) -> None:
    """U goes from the end to the start, and says when all was seen; it is remembered."""
    async with browsing(wires) as browser:
        await browser.press("U")
        assert browser.screen.timeline.cursor == 1
        await browser.press("U")
        assert browser.notices[-1] == "You have seen every claim shown here."
        put(
            wires,
            ("Delta", "On August 2, rebels entered the town of Redville, a monitor said.", ""),
        )
        browser.screen.look_for_writes()
        await browser.settle()
        await browser.press("R", "U")
        assert "Redville" in browser.quote
    async with browsing(wires) as browser:
        await browser.press("F", *"is:unseen", "enter")
        assert browser.quotes == []


async def test_editions_are_compared(tmp_path: Path) -> None:
    """D tells what changed, and Enter goes to the claim."""
    path = empty_store(tmp_path / "editions.db")
    put(path, ("Alpha", WIRE, URL))
    put(path, ("Alpha", SOFTER, URL))
    async with browsing(path) as browser:
        await browser.press("D")
        assert browser.dialog == "EditionsDialog"
        shown = browser.text
        assert "edition 1" in shown
        assert "edition 2" in shown
        assert "reworded" in shown
        assert "two workers had been hurt" in shown
        await browser.press("j", "j", "enter")
        assert "two workers" in browser.quote


async def test_copies_are_listed_with_the_editions(wires: Path) -> None:
    """Each outlet with its own."""
    async with browsing(wires) as browser:
        await browser.press("D")
        assert "Beta" in browser.text
        assert "Gamma" in browser.text
        await browser.press("enter")
        assert browser.notices[-1].startswith("That claim is not among those shown")


async def test_an_empty_desk_takes_in_what_comes(tmp_path: Path) -> None:
    """There is no place to keep; the welcome goes by itself."""
    path = empty_store(tmp_path / "new.db")
    async with browsing(path) as browser:
        assert "No claims yet" in browser.text
        put(path, ("Alpha", WIRE, ""))
        browser.screen.look_for_writes()
        await browser.settle()
        assert "No claims yet" not in browser.text
        assert len(browser.quotes) == 2
        assert browser.screen.timeline.has_focus
