"""Pictures of the main screen: two sizes, dark, light and without colour.

``pytest tests/tui/main/test_pictures.py --snapshot-update`` takes them anew; look at them then.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.main.browsing import Browser, ToldApp
from tui.remembered import Remembered, beside, remember

SIZES = [(80, 24), (120, 40)]


async def on_the_announcement(pilot: Pilot[str]) -> None:
    """Four claims down, a tag and a verdict set, one claim selected; everything at rest."""
    assert isinstance(pilot.app, ToldApp)
    browser = Browser(pilot.app, pilot)
    await browser.settle()
    for key in ("j", "space", "j"):  # each claim on the way is read, and so seen
        await browser.press(key)
    pilot.app.clear_notifications()
    await browser.settle()


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("colours", ["dark", "light", "none"])
def test_main_screen(
    desk: Path,
    size: tuple[int, int],
    colours: str,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Header, histogram, timeline, source and card as they were looked at and found good."""
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    remember(beside(desk), Remembered(light=colours == "light"))
    app = ToldApp(desk, readonly=False)
    assert snap_compare(app, terminal_size=size, run_before=on_the_announcement)
