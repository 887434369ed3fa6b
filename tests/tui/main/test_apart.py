"""What runs apart from the screen: the newest counts, what nobody waits for is ended."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from store.database import Store, open_store
from store.errors import StoreError
from tests.tui.main.browsing import Typed, browsing
from tui.apart import Run, Runs

COUNTING = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n {}) SELECT max(i) FROM n"


def test_a_run_that_is_stopped_ends_within_its_statement(desk: Path) -> None:
    """Whatever it is at; its connection is closed, and nothing is raised."""
    run, kept = Run(), []

    def read(store: Store) -> object:
        kept.append(store)
        run.stop()
        return store.db.execute(COUNTING.format("")).fetchone()

    with open_store(desk) as store:
        assert run.read(store, read, keep=True) is None
    with pytest.raises(Exception, match="closed database"):
        kept[0].version()


def test_what_is_kept_stays_open_and_runs_to_its_end(desk: Path) -> None:
    """Though its run is stopped later, when the next one begins."""
    run = Run()
    with open_store(desk) as store:
        own = run.read(store, lambda own: own, keep=True)
        assert own is not None
        run.stop()
        assert own.db.execute(COUNTING.format("LIMIT 90000")).fetchone() == (90_000,)
        own.close()


def test_a_fault_is_raised_and_closes(desk: Path) -> None:
    """A store that is not there any more is told of; a bug is a bug."""
    with open_store(desk) as store:
        with pytest.raises(ZeroDivisionError):
            Run().read(store, lambda _: 1 / 0)
        desk.rename(desk.with_suffix(".moved"))
        with pytest.raises(StoreError):
            Run().read(store, lambda own: own.version())


def test_the_newest_run_of_a_group_ends_those_before() -> None:
    """Other groups go on, until all are stopped."""
    runs = Runs()
    old, new, other = runs.start("order"), runs.start("order"), runs.start("search")
    assert (old.stopped, new.stopped, other.stopped) == (True, False, False)
    runs.stop()
    assert (new.stopped, other.stopped) == (True, True)
    assert not runs.busy("nothing")


async def test_no_thread_and_no_connection_outlives_the_app(desk: Path) -> None:
    """Left in the middle of a search under a filter, with a list and hits on the screen."""
    before = threading.active_count()
    async with browsing(desk) as browser:
        await browser.press("F", Typed("flag:claimed"), "enter", "slash", Typed("troops"))
        screen = browser.screen
        screen.reload()
        screen.search("the")
        listing, hits = screen.view.window, screen.hits
    for read in (lambda: listing.find(1), lambda: hits.among([1])):
        with pytest.raises(Exception, match="closed database"):
            read()
    # Ends the threads that wait for work, and waits for any that is at work.
    await asyncio.get_running_loop().shutdown_default_executor()
    assert threading.active_count() <= before
