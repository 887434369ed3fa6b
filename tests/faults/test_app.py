"""The app killed while somebody works in it: what the screen has told of is in the journal."""

from __future__ import annotations

import random
import re
import shutil
import time
from itertools import count
from pathlib import Path

import pytest

from tests.faults.driver import broken, journal
from tests.faults.screen import Screen

# The store's own words for an act, as a notice shows them.
TOLD = re.compile(r"(tagged claim \w{8} w\d+)\s")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One kill in ten of those that are wanted."""
    kills = metafunc.config.getoption("kills", 40)
    if "number" in metafunc.fixturenames:
        metafunc.parametrize("number", range(kills // 10))


def test_a_kill_loses_no_decision_that_was_shown(loaded: Path, number: int, tmp_path: Path) -> None:
    """Tags are typed as fast as the app takes them; at some moment it is gone."""
    store = tmp_path / "desk.db"
    shutil.copyfile(loaded, store)
    seconds = random.Random(number).uniform(0.05, 2.5)
    with Screen(store) as screen:
        assert screen.until(lambda text: "Chasiv Yar" in text)
        told = typed(screen, time.monotonic() + seconds)
    assert not broken(store)
    kept = set(journal(store).values())
    assert told <= kept


def typed(screen: Screen, end: float) -> set[str]:
    """Tag claim after claim until the end has come and it is killed; what it told of by then."""
    told: set[str] = set()
    for number in count(1):
        if time.monotonic() > end:
            break
        screen.type("t")
        screen.until(lambda text: "spaces part tags" in text, end - time.monotonic())
        screen.type(f"w{number}\rj")
        screen.until(re.compile(rf"tagged claim \w+ w{number}\s").search, end - time.monotonic())
        told |= set(TOLD.findall(screen.text))
    screen.kill()
    return told | set(TOLD.findall(screen.text))


def test_what_is_typed_is_told(loaded: Path, tmp_path: Path) -> None:
    """The test above sees what it looks for: without a kill, every tag is told of and kept."""
    store = tmp_path / "desk.db"
    shutil.copyfile(loaded, store)
    with Screen(store) as screen:
        assert screen.until(lambda text: "Chasiv Yar" in text)
        screen.type("t")
        assert screen.until(lambda text: "spaces part tags" in text)
        screen.type("w1\r")
        assert screen.until(TOLD.search)
        screen.type("q")
        assert screen.leave() == 0
    assert any(TOLD.match(f"{sentence} ") for sentence in journal(store).values())
