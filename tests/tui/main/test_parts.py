"""Commands, footer, bars, card, what is remembered: pure parts of the screen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from store.database import open_store
from store.query import Bucket, Filter, claim, document, ids
from tests.tui.desk import make_desk
from tui.bars import bars, bucket_of, label, size_for
from tui.card import entries, lines
from tui.commands import BY_ID, COMMANDS, Command, Place, Situation, reason
from tui.keys import bindings
from tui.remembered import Remembered, beside, recall, remember
from tui.screens.main import MainScreen
from tui.widgets.card import CardPanel
from tui.widgets.footer import offered
from tui.widgets.source import SourceText
from tui.widgets.timeline import Timeline
from tui.widgets.welcome import Welcome

PANELS: dict[Place, type[object]] = {
    "screen": MainScreen,
    "timeline": Timeline,
    "source": SourceText,
    "card": CardPanel,
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
    [([], ""), ([0], "·"), ([5], "█"), ([1, 8, 0, 4], "▁█·▄"), ([1, 1_000_000], "▁█")],
)
def test_bars(counts: list[int], drawn: str) -> None:
    """The highest is full, the least of all can still be seen, none is a dot."""
    assert bars(counts) == drawn


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
def test_the_smallest_bucket_that_fits(first: str, last: str, room: int, size: str) -> None:
    """Days if there is room for them, else weeks, months, years."""
    assert size_for(first, last, room) == size


def test_the_bucket_of_a_day() -> None:
    """The one that it lies in; the first for a day before all."""
    buckets = [Bucket("2025-07-01", 1), Bucket("2025-07-08", 0)]
    days = ["2025-06-01", "2025-07-01", "2025-07-07", "2025-07-08", "2026-01-01"]
    assert [bucket_of(buckets, day) for day in days] == [0, 0, 0, 1, 1]


def test_labels_are_no_finer_than_the_bucket() -> None:
    """A year has no month."""
    assert [label("2025-01-06", size) for size in ("day", "month", "year")] == [
        "6 Jan 2025",
        "Jan 2025",
        "2025",
    ]


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
