"""Search, filters, chips, order: what is shown, and how one gets back."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from tests.tui.main.browsing import Typed, browsing


async def test_search_as_one_types(desk: Path) -> None:
    """The cursor goes to the first hit, n and N go round, Esc in the list ends the search."""
    async with browsing(desk) as browser:
        await browser.press("slash", Typed("tow"))
        assert browser.screen.hits.search == "tow"
        assert "/tow 2 hits" in browser.text
        await browser.press("enter")
        first = browser.quote
        await browser.press("n")
        assert browser.quote != first
        await browser.press("n")
        assert browser.quote == first
        await browser.press("N", "N")
        assert browser.quote == first
        await browser.press("escape")
        assert browser.screen.hits.search == ""


async def test_a_search_given_up_leaves_no_trace(desk: Path) -> None:
    """Esc while typing brings the cursor back to where the search began."""
    async with browsing(desk) as browser:
        await browser.press("j", "slash", Typed("bridges"))
        assert browser.quote.startswith("Two bridges")
        await browser.press("escape")
        assert browser.screen.timeline.cursor == 1
        assert browser.screen.timeline.has_focus


async def test_the_hits_alone(desk: Path) -> None:
    """& makes the search a filter; Esc takes it away."""
    async with browsing(desk) as browser:
        await browser.press("slash", Typed("town"), "enter")
        await browser.press("ampersand")
        assert browser.quotes == ["the roads into the town are shut", "the town had fallen"]
        await browser.press("escape")
        assert len(browser.quotes) == 7


PROBLEMS = [
    ("slash", '"open', "quot"),
    ("F", "flag:maybe", "maybe"),
    ("F", "flag:maybe", "forecast."),
    ("F", "colour:red", "colour"),
]


async def test_a_line_that_makes_no_sense_is_explained(desk: Path) -> None:
    """The whole sentence stands under the line; Enter does not take a filter that is none."""
    async with browsing(desk) as browser:
        for key, typed, told in PROBLEMS:
            await browser.press(key, Typed(typed))
            assert told in " ".join(browser.text.splitlines()[-4:])
            await browser.press("enter")
            assert len(browser.quotes) == 7
            await browser.press("escape")


async def test_filter_line_and_chips(desk: Path) -> None:
    """A filter is written in a line; its terms are chips that digits switch off and on."""
    async with browsing(desk) as browser:
        await browser.press("F", Typed("flag:denied flag:unverified"), "enter")
        assert "2 of 7 claims" in browser.text
        assert "1 flag:denied" in browser.text
        await browser.press("1")
        assert browser.quotes == ["the village of Aleksandrokalinovo was seized"]
        await browser.press("1")
        assert len(browser.quotes) == 2
        await browser.press("3")
        assert browser.notices[-1] == "There is no filter 3; f sets one."
        await browser.pilot.click("#header", offset=(35, 0))
        await browser.settle()
        assert browser.quotes == ["the village of Aleksandrokalinovo was seized"]
        await browser.press("escape")
        assert len(browser.quotes) == 7


async def test_filter_dialog(desk: Path) -> None:
    """F asks, and what is chosen is shown."""
    async with browsing(desk) as browser:
        await browser.press("f")
        assert browser.dialog == "FilterDialog"
        browser.app.screen.query_one(Input).focus()
        await browser.press(Typed("flag:denied"), "enter")
        assert browser.quotes == ["the town had fallen"]


async def test_the_cursor_keeps_its_claim(desk: Path) -> None:
    """Through another order and another filter; a claim that went leaves its day."""
    async with browsing(desk) as browser:
        await browser.press("G", "k", "k")
        assert browser.quote == "the town had fallen"
        await browser.press("o")
        assert browser.quote == "the town had fallen"
        assert browser.quotes[0] == "the front moved by eleven kilometres"
        await browser.press("F", Typed("flag:claimed"), "enter")
        assert browser.quote == "the capture of Chasov Yar"


async def test_the_order_is_kept_over_restarts(desk: Path) -> None:
    """Oldest first stays oldest first, until o turns it round."""
    async with browsing(desk) as browser:
        await browser.press("o")
    async with browsing(desk) as browser:
        assert browser.quotes[0] == "the front moved by eleven kilometres"
        assert "oldest first" in browser.text


async def test_analysis_is_shown_on_demand(desk: Path) -> None:
    """A adds what is no event, and takes it away again."""
    async with browsing(desk) as browser:
        await browser.press("A")
        assert "The town is likely to fall before winter" in browser.quotes
        await browser.press("A")
        assert len(browser.quotes) == 7


async def test_selected_alone(desk: Path) -> None:
    """S shows what Space and V selected; Esc clears the selection first, then the filter."""
    async with browsing(desk) as browser:
        await browser.press("S")
        assert browser.notices[-1] == "No claim is selected; Space selects one."
        await browser.press("space", "j", "V", "j", "V")
        assert len(browser.app.selection) == 3
        await browser.press("S")
        assert len(browser.quotes) == 3
        await browser.press("S")
        assert len(browser.quotes) == 7
        await browser.press("escape")
        assert not browser.app.selection


async def test_nothing_matches(desk: Path) -> None:
    """An empty list says so, and keys that need a claim say that there is none."""
    async with browsing(desk) as browser:
        await browser.press("F", Typed("tag:none"), "enter")
        assert "No claim matches" in browser.text
        await browser.press("v")
        assert browser.notices[-1] == "There is no claim here to act on."
        await browser.press("j", "k", "G", "]", "}", "pagedown", "space", "V", "tab", "tab")
        await browser.press("escape")
        await browser.press("escape")
        assert len(browser.quotes) == 7


async def test_the_bars_lead_through_time(desk: Path) -> None:
    """B goes into them: h and l to the next bar with claims, k and j finer and coarser."""
    async with browsing(desk) as browser:
        await browser.press("b")
        assert browser.screen.place == "histogram"
        await browser.press("h")
        assert (
            browser.quote == "troops stood two kilometres from the border of Dnipropetrovsk Oblast"
        )
        await browser.press("h")
        assert browser.quote == "the capture of Chasov Yar"
        await browser.press("j", "j", "j", "j", "h", "l")
        assert "by year" in browser.text
        assert "2025" in browser.text.splitlines()[3]
        await browser.press("k")
        assert "by month" in browser.text
        await browser.press("escape")
        assert browser.screen.timeline.has_focus


async def test_a_range_of_bars_becomes_a_filter(desk: Path) -> None:
    """Space begins it, Enter asks for its days, or for those of one bar; bars of all stay."""
    async with browsing(desk) as browser:
        await browser.press("b", "h", "space", "h", "enter")
        assert str(browser.app.filter) == "2025-07-31..2025-08-02"
        assert browser.screen.place == "timeline"
        assert "4 of 7 claims" in browser.text
        assert sum(browser.screen.histogram.every.values()) == 6
        assert browser.screen.histogram.found is not None
        assert sum(browser.screen.histogram.found.values()) == 4
        await browser.press("b", "l", "enter")
        assert str(browser.app.filter) == "2025-08-02..2025-08-02"


async def test_a_click_on_a_bar_goes_there(desk: Path) -> None:
    """The timeline keeps the focus."""
    async with browsing(desk) as browser:
        await browser.pilot.click("#histogram", offset=(2, 0))
        await browser.settle()
        assert browser.quote == "the front moved by eleven kilometres"
        assert browser.screen.timeline.has_focus
