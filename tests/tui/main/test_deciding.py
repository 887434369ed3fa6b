"""Judging, tagging, correcting, adding, hiding; on one claim and on many; undone and done again."""

from __future__ import annotations

from pathlib import Path

from tests.tui.main.browsing import Typed, browsing


async def test_verdict_tag_and_note_show_at_once(desk: Path) -> None:
    """What was decided stands on the line and on the card, and in the journal."""
    async with browsing(desk) as browser:
        await browser.press("v", "4")
        await browser.press("t", Typed("key"), "enter")
        await browser.press("m", Typed("ask them"), "ctrl+s")
        row = browser.screen.row
        assert row is not None
        assert (row.verdict, row.tags, row.has_note) == ("false", ("key",), True)
        assert "false #key ✎" in browser.text
        assert "ask them" in browser.text
        assert len(browser.decisions) == 3


async def test_a_selection_is_decided_in_one_step(desk: Path) -> None:
    """All selected claims are tagged by one entry; u takes it back, ctrl+r makes it again."""
    async with browsing(desk) as browser:
        await browser.press("space", "space", "space", "t", Typed("key"), "enter")
        assert browser.text.count("#key") >= 3
        assert len(browser.decisions) == 1
        await browser.press("u")
        assert browser.notices[-1].startswith("undid: ")
        assert "#key" not in browser.text.partition("Undone")[0]
        await browser.press("ctrl+r")
        assert browser.notices[-1].startswith("did again: ")
        assert browser.text.count("#key") >= 3


async def test_undo_reaches_over_restarts(desk: Path) -> None:
    """What was decided before is undone after; then there is nothing left to undo."""
    async with browsing(desk) as browser:
        await browser.press("v", "4")
    async with browsing(desk) as browser:
        await browser.press("u")
        row = browser.screen.row
        assert row is not None
        assert row.verdict == ""
        await browser.press("u")
        assert browser.notices[-1] == "There is nothing to undo."


async def test_grade(desk: Path) -> None:
    """A letter for the source and a digit for the claim."""
    async with browsing(desk) as browser:
        await browser.press("r", "b", "2", "enter")
        row = browser.screen.row
        assert row is not None
        assert row.grade == "B2"


async def test_an_event_date_by_hand_moves_the_claim(desk: Path) -> None:
    """The claim goes to its new day, the cursor with it, and the card says who set it."""
    async with browsing(desk) as browser:
        await browser.press("e", Typed("jul 31"), "enter")
        assert browser.quote == "the roads into the town are shut"
        assert browser.screen.timeline.cursor == 4
        card = browser.screen.reading.card
        assert card is not None
        assert (card.row.edtf, card.row.corrected) == ("2025-07-31", ("date",))


async def test_a_publication_date_resolves_the_document_again(desk: Path) -> None:
    """The undated claim gets its bound."""
    async with browsing(desk) as browser:
        await browser.press("G", "p", Typed("2025-08-01"), "enter")
        row = browser.screen.row
        assert row is not None
        assert (row.quote, row.edtf) == (
            "Two bridges were destroyed near Malinovka",
            "../2025-08-01",
        )


async def test_hidden_claims_leave_and_come_back(desk: Path) -> None:
    """H hides without a question; u shows it again."""
    async with browsing(desk) as browser:
        await browser.press("H")
        assert len(browser.quotes) == 6
        await browser.press("u")
        assert len(browser.quotes) == 7


async def test_a_missed_claim_is_added_from_the_source(desk: Path) -> None:
    """Words marked in the source become a claim, and the cursor goes to it."""
    async with browsing(desk) as browser:
        await browser.press("enter", "g", "space", "l", "l")
        assert browser.screen.source.marked is not None
        await browser.press("a")
        assert browser.quote == "Ministry announces capture"
        assert len(browser.quotes) == 8


async def test_words_are_marked_with_the_mouse(desk: Path) -> None:
    """Dragging marks what is dragged over."""
    async with browsing(desk) as browser:
        await browser.pilot.mouse_down("#source", offset=(4, 1))
        await browser.pilot.hover("#source", offset=(11, 1))
        await browser.pilot.mouse_up("#source", offset=(11, 1))
        await browser.settle()
        marked, view = browser.screen.source.marked, browser.screen.reading.document
        assert marked is not None
        assert view is not None
        assert marked.cut(view.text) == "Ministry"


async def test_adding_needs_a_mark(desk: Path) -> None:
    """Without marked words a says what to do first."""
    async with browsing(desk) as browser:
        await browser.press("enter", "a")
        assert browser.notices[-1] == "Mark the claim's words in the source first, with Space."


async def test_a_place_is_corrected(desk: Path) -> None:
    """C, p: another place, which the line shows."""
    async with browsing(desk) as browser:
        await browser.press("C", "p")
        await browser.press("ctrl+a", "delete", Typed("Toretsk"), "enter")
        row = browser.screen.row
        assert row is not None
        assert row.place == "Toretsk"


async def test_a_document_is_forgotten(desk: Path) -> None:
    """X asks, only y answers, and its claims are gone."""
    async with browsing(desk) as browser:
        await browser.press("X", "enter")
        assert browser.dialog == "ConfirmDialog"
        await browser.press("y")
        assert len(browser.quotes) == 4


async def test_a_store_for_reading_answers_with_a_sentence(desk: Path) -> None:
    """Nothing opens, nothing changes."""
    async with browsing(desk, readonly=True) as browser:
        keys = ["v", "t", "m", "r", "e", "p", "C", "H", "X", "u", "ctrl+r"]
        await browser.press(*keys)
        assert browser.notices == ["This store is open for reading only."] * len(keys)
        assert browser.dialog == "MainScreen"
