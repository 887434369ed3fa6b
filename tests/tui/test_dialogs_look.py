"""Every dialog looks the same, closes with Esc and shows untrusted text as text, at any size."""

from __future__ import annotations

import pytest

from tests.tui.asking import Host, screen_of
from tests.tui.dialog_cases import DIALOGS, HOSTILE

WITH_SUBJECT = sorted(DIALOGS.keys() - {"jump", "filter", "span", "export", "help"})


@pytest.mark.parametrize("size", [(80, 24), (1, 1)])
async def test_escape_gives_none(size: tuple[int, int]) -> None:
    """Esc closes every dialog without an answer, however small the screen."""
    host = Host()
    async with host.run_test(size=size) as pilot:
        for make in DIALOGS.values():
            host.ask(make())
            await pilot.press("escape")
        assert host.answers == [None] * len(DIALOGS)


@pytest.mark.parametrize("name", DIALOGS)
async def test_frame(name: str) -> None:
    """The upper border has the title, the lower one the keys, Esc the last of them."""
    dialog = DIALOGS[name]()
    borders = [line for line in (await screen_of(dialog)).splitlines() if "──" in line]
    assert f"╭─ {dialog.title_text()} ─" in borders[0]
    assert borders[-1].rstrip().endswith(" esc close ─╯")


@pytest.mark.parametrize("name", WITH_SUBJECT)
async def test_untrusted_text_is_text(name: str) -> None:
    """At 40×10 as well, markup stands as written; control and bidi characters never come."""
    seen = await screen_of(DIALOGS[name](), size=(40, 10))
    assert "[/b]" in seen
    assert not {"\x1b", "\u202e"} & set(seen)
    assert {"\x1b", "\u202e"} < set(HOSTILE)


async def test_cursor_is_seen_without_colour() -> None:
    """The line under the cursor has a bar before it."""
    seen = await screen_of(DIALOGS["verdict"](), ["g", "j"])
    assert [line.strip("│ ")[:5] for line in seen.splitlines() if "▌" in line] == ["▌ 2 p"]


async def test_keys_on_the_border_can_be_clicked() -> None:
    """A click on "esc close" closes."""
    host = Host(DIALOGS["jump"]())
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        frame = host.screen.query_one("#frame").region
        await pilot.click(offset=(frame.right - 5, frame.bottom - 1))
        await pilot.pause()
        assert host.answers == [None]
