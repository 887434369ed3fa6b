"""Commands, footer, bars, card, what is remembered: pure parts of the screen."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database import open_store
from store.query import (
    BucketSize,
    Filter,
    begin_of,
    bucket_at,
    claim,
    document,
    end_of,
    ids,
)
from tests.tui.desk import make_desk
from tui.bars import SIZES, axis, bars, chart_of, counted, fitting
from tui.card import entries, lines
from tui.commands import BY_ID, COMMANDS, Command, Place, Situation, reason
from tui.keys import bindings
from tui.remembered import Remembered, beside, recall, remember
from tui.screens.main import MainScreen
from tui.widgets.card import CardPanel
from tui.widgets.footer import offered
from tui.widgets.histogram import HistogramLine
from tui.widgets.source import SourceText
from tui.widgets.timeline import Timeline
from tui.widgets.welcome import Welcome

PANELS: dict[Place, type[object]] = {
    "screen": MainScreen,
    "timeline": Timeline,
    "source": SourceText,
    "card": CardPanel,
    "histogram": HistogramLine,
    "welcome": Welcome,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action(command: Command) -> None:
    """On its panel, or on the screen: no key on the help page is dead."""
    name = f"action_{command.id}"
    assert hasattr(PANELS[command.place], name) or hasattr(MainScreen, name)


@pytest.mark.parametrize("place", PANELS)
def test_a_key_does_one_thing_in_a_panel(place: Place) -> None:
    """The panel's own keys and the screen's do not get in each other's way."""
    keys = Counter(
        key for command in COMMANDS if command.place in (place, "screen") for key in command.keys
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_key_is_bound() -> None:
    """As many bindings as keys."""
    for place in PANELS:
        own = [command for command in COMMANDS if command.place == place]
        assert len(bindings(place)) == sum(len(command.keys) for command in own)


@pytest.mark.parametrize(
    ("command", "situation", "words"),
    [
        ("verdict", Situation(claims=1), ""),
        ("verdict", Situation(claims=1, readonly=True), "reading only"),
        ("verdict", Situation(), "no claim"),
        ("why", Situation(claims=1, readonly=True), ""),
        ("add", Situation(claims=1), "Mark"),
        ("next_hit", Situation(claims=1), "search"),
        ("demo", Situation(claims=1), "empty"),
        ("undo", Situation(), ""),
        ("undo", Situation(acting="900 claims"), "900 claims are being decided on"),
        ("filter", Situation(acting="900 claims"), ""),
    ],
)
def test_why_a_command_cannot_run(command: str, situation: Situation, words: str) -> None:
    """A sentence, or none when it can."""
    sentence = reason(BY_ID[command], situation)
    assert words in sentence
    assert bool(words) == bool(sentence)


def test_the_footer_offers_a_panels_own_commands_first() -> None:
    """And the same command never twice."""
    for place in PANELS.keys() - {"screen"}:
        shown = list(offered(place))
        assert shown[0].place == place
        assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ([], [""]),
        ([0], ["·"]),
        ([5], ["█"]),
        ([1, 8, 0, 4], ["▁█·▄"]),
        ([1, 1_000_000], ["▁█"]),
        ([1, 16, 0, 9, 8], [" █ ▁ ", "▁█·██"]),
    ],
)
def test_bars(counts: list[int], drawn: list[str]) -> None:
    """The highest is full, the least of all can still be seen, none is a dot."""
    assert bars(counts, height=len(drawn)) == drawn


def days(*told: str) -> dict[int, int]:
    """One claim on each of some days."""
    return {date.fromisoformat(day).toordinal(): 1 for day in told}


@pytest.mark.parametrize(
    ("first", "last", "room", "size"),
    [
        ("2025-07-01", "2025-07-31", 31, "day"),
        ("2025-07-01", "2025-07-31", 30, "week"),
        ("2024-01-01", "2025-07-31", 30, "month"),
        ("1990-01-01", "2025-07-31", 30, "year"),
        ("1025-01-01", "2025-07-31", 30, "year"),
    ],
)
def test_the_finest_buckets_that_fit(first: str, last: str, room: int, size: str) -> None:
    """Days if there is room for them, else weeks, months, years."""
    assert fitting(days(first, last), room) == size


AXES: list[tuple[tuple[str, ...], BucketSize, int, str]] = [
    (("2025-12-08", "2025-12-20"), "day", 20, "8 Dec 2025"),
    (("2025-12-29", "2026-01-07"), "day", 10, "   2026"),
    (("2025-12-29", "2026-03-03"), "day", 70, f"   2026{'Feb':>30}{'Mar':>28}"),
    (("2025-07-01", "2025-09-30"), "week", 120, f"30 Jun 2025{'Aug':>22}{'Sep':>24}"),
    (("2023-11-05", "2025-04-01"), "month", 18, "  2024        2025"),
    (("2023-03-05", "2025-04-01"), "month", 60, "Mar 2023            2024                    2025"),
    (("2020-01-01", "2026-01-01"), "year", 50, "2020  2021  2022  2023  2024  2025  2026"),
    (("1990-01-01", "2000-01-01"), "year", 11, "1990 1995"),
    (("1990-01-01", "1991-01-01"), "year", 3, ""),
]


@pytest.mark.parametrize(("told", "size", "room", "shown"), AXES)
def test_the_axis_names_years_where_there_is_room(
    told: tuple[str, ...], size: BucketSize, room: int, shown: str
) -> None:
    """And months under weeks and days; no label runs into another, none is cut at the end."""
    chart = chart_of(counted(days(*told), size), {}, size, room, 0)
    assert axis(chart).rstrip() == shown


def test_the_bars_in_sight_are_those_around_the_cursor() -> None:
    """Where not all fit, by whole screens; at the ends there are no more on that side."""
    every = counted(days("2024-01-01", "2025-12-31"), "day")
    ends = {}
    for day in ("2024-01-01", "2024-02-15", "2025-12-31"):
        chart = chart_of(every, {}, "day", 30, date.fromisoformat(day).toordinal())
        assert date.fromisoformat(day).toordinal() in chart.numbers
        assert len(chart.numbers) == 30
        ends[day] = (chart.before, chart.after)
    assert list(ends.values()) == [(False, True), (True, True), (True, False)]


def test_no_claims_make_no_bars() -> None:
    """Nor one that falls between two columns."""
    chart = chart_of({}, {}, "year", 10, 0)
    assert (axis(chart), chart.every, chart.at(0)) == ("", [], None)


@given(
    st.dictionaries(st.integers(1, date.max.toordinal()), st.integers(1, 9), max_size=9),
    st.sampled_from(SIZES),
    st.integers(1, 200),
)
def test_all_claims_are_in_the_bars(told: dict[int, int], size: BucketSize, room: int) -> None:
    """Each in the bucket that its day lies in."""
    found = counted(told, size)
    assert sum(found.values()) == sum(told.values())
    for day in told:
        number = bucket_at(day, size)
        assert begin_of(number, size).toordinal() <= day <= end_of(number, size).toordinal()
    chart = chart_of(found, found, size, room, max(told, default=0))
    assert chart.every == chart.found
    assert len(axis(chart)) == len(chart.numbers) * chart.width <= max(room, 0)


@pytest.mark.parametrize(
    ("position", "said"),
    [
        (3, "chain   Example Daily ← Russian Ministry of Defense"),
        (3, "date    “On July 31” → 2025-07-31, when it was said"),
        (3, "flag    ◐ claimed · “announced” by a party to it"),
        (3, "hedges  unverified “could not be independently verified”"),
        (3, "caution party-to-conflict"),
        (0, "date    ../2025-08-03"),
        (6, "date    none"),
        (0, "judged  – · grade F6"),
    ],
)
def test_the_card(tmp_path: Path, position: int, said: str) -> None:
    """What the machine found and what the analyst decided, each under its label."""
    with open_store(make_desk(tmp_path / "desk.db")) as store:
        card = claim(store, ids(store, Filter())[position])
        assert card is not None
        shown = lines(entries(card, document(store, card.row.document)), 200)
    assert any("".join(p.text for p in line).startswith(said) for line in shown)


@pytest.mark.parametrize(
    ("written", "recalled"),
    [
        ("", Remembered()),
        ("[]", Remembered()),
        ("{", Remembered()),
        ('{"share": 7, "light": "yes"}', Remembered()),
        ('{"share": 70, "light": true, "oldest_first": true}', Remembered(True, True, 70)),
    ],
)
def test_what_is_remembered(tmp_path: Path, written: str, recalled: Remembered) -> None:
    """What makes no sense is as good as not there."""
    path = beside(tmp_path / "desk.db")
    path.write_text(written)
    assert recall(path) == recalled


def test_remembering(tmp_path: Path) -> None:
    """It comes back as it was; a folder that is not there is no reason to complain."""
    remember(tmp_path / "a.json", Remembered(share=30))
    remember(tmp_path / "none" / "a.json", Remembered())
    assert recall(tmp_path / "a.json") == Remembered(share=30)
    assert recall(tmp_path / "none" / "a.json") == Remembered()
