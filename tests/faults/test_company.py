"""Two writers and a reader on one store, as processes, for a while."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

import pytest

from store import query
from store.database import open_store
from store.edits import Edit, Judge, Note, Publish, Tag, apply, undo
from store.errors import ConflictError
from store.journal import Entry
from store.load import load
from store.query import Filter
from store.readers import read_bytes
from store.verify import verify
from tests.faults.driver import broken, journal

Told = dict[int, str]


@dataclass(frozen=True)
class Shift:
    """The time in which all work beside each other: it begins when each has opened the store."""

    together: Barrier
    over: Event

    def turns(self) -> Iterator[None]:
        """A worker's turns: at least one, however slow the machine is."""
        self.together.wait()
        yield
        while not self.over.is_set():
            yield


shifts: list[Shift] = []


def begin(shift: Shift) -> None:
    """Tell a process of the shift it works in."""
    shifts.append(shift)


def decide(path: Path) -> Told:
    """An analyst: one act after the other, without rest. What was acknowledged."""
    done: Told = {}
    with open_store(path) as store:
        keys = [key for (key,) in store.db.execute("SELECT key FROM claims ORDER BY id")]
        documents = [row[0] for row in store.db.execute("SELECT identity FROM documents")]
        chance = random.Random(0)
        for _ in shifts[0].turns():
            some = tuple(chance.sample(keys, chance.randint(1, 12)))
            edits: list[Edit] = [
                Tag(some, (f"w{chance.randint(1, 9)}",)),
                Judge(some, "false" if chance.random() < 0.5 else None),
                Note(some, f"note {chance.random()}"),
                Publish(chance.choice(documents), f"2025-0{chance.randint(1, 9)}-01"),
            ]
            edit = chance.choice(edits)
            now = datetime.now(UTC)
            act = (
                undo(store, "ann", now) if chance.random() < 0.2 else apply(store, edit, "ann", now)
            )
            if isinstance(act, Entry):
                done[act.number] = act.sentence
    return done


def fill(path: Path) -> list[str]:
    """A load: one article after the other, each a little different. Their names."""
    names: list[str] = []
    with open_store(path) as store:
        for _ in shifts[0].turns():
            number = len(names)
            text = f"On July {number % 31 + 1}, the ministry announced the capture of {number} men."
            report = load(
                store,
                read_bytes(f"{number}.txt", text.encode(), "2025-08-03", "Example"),
                who="bob",
                now=datetime.now(UTC),
            )
            names += [o.name for o in report.outcomes if o.status == "added"]
    return names


def watch(path: Path) -> tuple[int, list[str]]:
    """A reader: lists, cards, counts, and once in a while a look at all that is promised.

    How often it looked, and what was wrong.
    """
    looks = 0
    wrong: list[str] = []
    with open_store(path, readonly=True) as store:
        for _ in shifts[0].turns():
            ids = query.ids(store, Filter())
            for id in ids[:20]:
                query.claim(store, id)
            looks += 1
            if looks % 20 == 0:
                store.db.execute("BEGIN")
                wrong += [
                    f.sentence for f in verify(store) if not f.ok and f.check != "search index"
                ]
                store.db.execute("COMMIT")
    return looks, wrong


def test_nobody_gets_in_anothers_way(
    loaded: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """All that was acknowledged is there, and the reader never saw half of an act."""
    path = tmp_path / "desk.db"
    shutil.copyfile(loaded, path)
    context = multiprocessing.get_context("spawn")
    shift = Shift(context.Barrier(4, timeout=60), context.Event())
    with ProcessPoolExecutor(3, context, begin, (shift,)) as crew:
        acts, documents = crew.submit(decide, path), crew.submit(fill, path)
        looks = crew.submit(watch, path)
        shift.together.wait()
        shift.over.wait(request.config.getoption("company", 15))
        shift.over.set()
    assert not broken(path)
    assert acts.result().items() <= journal(path).items()
    with open_store(path) as store:
        there = {name for (name,) in store.db.execute("SELECT name FROM documents")}
    assert set(documents.result()) <= there
    times, wrong = looks.result()
    assert times
    assert not wrong
    assert acts.result()
    assert documents.result()


def test_whoever_waits_in_vain_is_told(loaded: Path, tmp_path: Path) -> None:
    """Another program keeps the store for longer than one waits: nothing is changed, in words."""
    path = tmp_path / "desk.db"
    shutil.copyfile(loaded, path)
    with open_store(path) as store, open_store(path) as other:
        other.db.execute("BEGIN IMMEDIATE")
        store.wait_at_most(50)
        with pytest.raises(ConflictError, match="is being written by another program"):
            undo(store, "ann", datetime.now(UTC))
        other.db.execute("ROLLBACK")
        assert isinstance(undo(store, "ann", datetime.now(UTC)), Entry)
