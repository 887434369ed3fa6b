"""Commands killed at any moment: the store is sound, and all that was acknowledged is in it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from store import copies
from store.schema import VERSION
from tests.faults.driver import ARTICLES, Done, Driver, Words, broken, claims, journal


@dataclass(frozen=True)
class Killed:
    """A command that was killed, the store it worked on, and one that nobody disturbed."""

    driver: Driver
    store: Path
    reference: Path
    done: Done

    def again(self, *words: str, migration: bool = False) -> int:
        """The exit status of a command that is run on the store now."""
        return self.driver.run(self.store, list(words), migration=migration).status

    @property
    def added(self) -> int:
        """How many documents were told of as added."""
        return sum(record["status"] == "added" for record in self.done.records)


CROWD = 40
"""Texts enough for several processes to read them."""

Commands = Callable[[Path, random.Random], list[Words]]
Check = Callable[[Killed], None]


def loading(_: Path, __: random.Random) -> list[Words]:
    """The sample articles into a store that is still to be made."""
    return [["load", "--json", *ARTICLES]]


def loaded_is_whole(killed: Killed) -> None:
    """A document is there whole or not at all, each that was told of is; loading goes on."""
    whole = claims(killed.reference)
    if killed.store.exists():
        there = claims(killed.store)
        assert all(there[identity].keys() == whole[identity].keys() for identity in there)
        assert len(there) >= killed.added
    assert killed.again("load", *ARTICLES) == 0
    assert claims(killed.store).keys() == whole.keys()


def loading_much(reference: Path, _: random.Random) -> list[Words]:
    """So many articles that several processes read them."""
    return [["load", "--json", str(crowd_of(reference))]]


def crowd_of(store: Path) -> Path:
    """A folder with many articles, beside a store."""
    return store.with_name("crowd")


def crowd_is_whole(killed: Killed) -> None:
    """What is there is whole; going on gives what a load in one go and one process gives."""
    if killed.store.exists():
        assert len(claims(killed.store)) >= killed.added
    assert killed.again("load", str(crowd_of(killed.reference))) == 0
    there = claims(killed.store)
    assert len(there) == CROWD
    assert all(found.keys() != {None} for found in there.values())


def importing(reference: Path, _: random.Random) -> list[Words]:
    """An export of another store, into one with decisions of its own."""
    return [["load", "--json", str(export_of(reference))]]


def export_of(store: Path) -> Path:
    """The store's documents as JSON Lines under another source and address, beside it."""
    return store.with_name("export.jsonl")


def imported_is_whole(killed: Killed) -> None:
    """What was there is as it was; what came is whole, and all that was told of is there."""
    before, there = claims(killed.reference), claims(killed.store)
    assert all(there[identity] == before[identity] for identity in before)
    assert len(there) - len(before) >= killed.added
    whole = sorted(len(found) for found in before.values())
    assert killed.again("load", str(export_of(killed.reference))) == 0
    came = [len(c) for identity, c in claims(killed.store).items() if identity not in before]
    assert sorted(came) == whole


def rereading(_: Path, __: random.Random) -> list[Words]:
    """All documents again."""
    return [["reread"]]


def reread_changes_nothing(killed: Killed) -> None:
    """With the same rules, wherever it stopped."""
    assert claims(killed.store) == claims(killed.reference)


def deciding(reference: Path, chance: random.Random) -> list[Words]:
    """Acts of every kind that a command can do, one after the other."""
    keys = [key for found in claims(reference).values() for key in found if key]
    words: list[Words] = []
    for number in range(25):
        some = ",".join(chance.sample(keys, chance.randint(1, 20)))
        undoable = 2 * words.count(["undo"]) < len(words)
        words.append(
            chance.choice(
                [
                    ["tag", some, f"w{number}"],
                    ["tag", some, "-first", f"v{number}"],
                    ["judge", some, chance.choice(["false", "verified", "none"])],
                    ["note", some, f"note {number}"],
                    ["grade", some, chance.choice(["B2", "C", "4", "none"])],
                    ["undo"] if undoable else ["tag", some, f"u{number}"],
                ]
            )
        )
    return [[*line, "--json"] for line in words]


def decided_is_kept(killed: Killed) -> None:
    """Every entry that was told of stands in the journal, and one more at most."""
    there = journal(killed.store)
    told = {r["entry"]: r["sentence"] for r in killed.done.records if r["entry"] is not None}
    assert told.items() <= there.items()
    assert len(there) - len(journal(killed.reference)) - len(told) <= 1


def migrating(_: Path, __: random.Random) -> list[Words]:
    """A version whose format is further opens the store."""
    return [["sources"]]


def migrated_or_not(killed: Killed) -> None:
    """It is of the one format or of the other, and a backup of the one is there before that."""
    with sqlite3.connect(killed.store) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        there = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'further'").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (version, len(there)) in ((VERSION, 0), (VERSION + 1, 1))
    if version > VERSION:
        (*_, backup) = copies.listed(killed.store)
        assert claims(backup) == claims(killed.reference)
    if version == VERSION:
        assert claims(killed.store) == claims(killed.reference)
        assert killed.again("sources", migration=True) == 0


def backing_up(_: Path, __: random.Random) -> list[Words]:
    """Several backups, the oldest of which go."""
    return [["backup"]] * (copies.KEPT + 2)


def backups_are_whole(killed: Killed) -> None:
    """Each that is there, and the store."""
    assert claims(killed.store) == claims(killed.reference)
    found = copies.listed(killed.store)
    assert len(found) <= copies.KEPT + 1
    assert all(claims(path) == claims(killed.reference) and not broken(path) for path in found)
    assert killed.again("backup") == 0


def restoring(reference: Path, _: random.Random) -> list[Words]:
    """A backup without the decisions takes the store's place."""
    return [["restore", str(reference.with_name("bare.db"))]]


def restored_or_not(killed: Killed) -> None:
    """The store is the one or the other; what was replaced is kept."""
    mine, bare = claims(killed.reference), claims(killed.reference.with_name("bare.db"))
    assert claims(killed.store) in (mine, bare)
    if claims(killed.store) == bare:
        assert any(claims(path) == mine for path in copies.listed(killed.store))


def recovering(_: Path, __: random.Random) -> list[Words]:
    """What can be saved of a sound store."""
    return [["recover"]]


def recovered_or_not(killed: Killed) -> None:
    """The new store is whole or not there; the old one was only read."""
    assert claims(killed.store) == claims(killed.reference)
    new = killed.store.with_suffix(".recovered.db")
    assert not new.exists() or (claims(new) == claims(killed.reference) and not broken(new))


SCENARIOS: dict[str, tuple[float, Commands, Check]] = {
    "load": (9, loading, loaded_is_whole),
    "crowd": (0.4, loading_much, crowd_is_whole),
    "import": (6, importing, imported_is_whole),
    "reread": (5, rereading, reread_changes_nothing),
    "acts": (6, deciding, decided_is_kept),
    "migration": (4, migrating, migrated_or_not),
    "backup": (2, backing_up, backups_are_whole),
    "restore": (2, restoring, restored_or_not),
    "recover": (2, recovering, recovered_or_not),
}
"""How many of 40 kills (the app has four), what runs, what has to hold afterwards."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """As many kills as are wanted, in the shares of the scenarios."""
    kills = metafunc.config.getoption("kills", 40)
    cases = [
        (name, number)
        for name, (share, *_) in SCENARIOS.items()
        for number in range(int(share * kills / 40))
    ]
    metafunc.parametrize(("name", "number"), cases)


@pytest.fixture(scope="session")
def reference(loaded: Path, driver: Driver) -> Path:
    """The loaded store, with an export and a backup without decisions beside it."""
    out = driver.run(loaded, ["export", "--format", "jsonl", "--all"]).out
    for line in claims(loaded):
        out = out.replace(line, "")  # an identity of its own is worked out for another source
    for name in ("source", "url"):
        out = out.replace(f'"{name}": "', f'"{name}": "other ')
    export_of(loaded).write_text(out, "utf-8")
    bare = loaded.with_name("bare.db")
    assert driver.run(bare, ["load", *ARTICLES]).status == 0
    crowd_of(loaded).mkdir()
    for number in range(CROWD):
        text = (
            f"On July {number % 31 + 1}, 2025, the ministry announced the capture of {number} men."
        )
        Path(crowd_of(loaded), f"{number:02}.txt").write_text(text, "utf-8")
    return loaded


@pytest.fixture(scope="session")
def undisturbed() -> dict[str, Done]:
    """What each scenario comes to when it is left alone, as far as that is known."""
    return {}


def test_a_kill_loses_nothing(
    name: str,
    number: int,
    driver: Driver,
    reference: Path,
    undisturbed: dict[str, Done],
    tmp_path: Path,
) -> None:
    """Whichever command it hits, and when: at a time, or at a change of the store's files."""
    _, commands, check = SCENARIOS[name]
    chance = random.Random(f"{name} {number}")
    words = commands(reference, chance)
    further = name == "migration"
    if name not in undisturbed:
        alone = prepared(name, reference, tmp_path / "alone.db")
        undisturbed[name] = driver.run(alone, *words, migration=further)
    store = prepared(name, reference, tmp_path / "desk.db")
    done = driver.run(store, *words, migration=further, **moment(undisturbed[name], chance))
    assert done.killed or done.status == 0, done.err
    if not further and store.exists():
        assert not broken(store)
    check(Killed(driver, store, reference, done))
    if not further:
        assert not broken(store)


def moment(done: Done, chance: random.Random) -> dict[str, Any]:
    """When to kill: after some time, or at a change of the store's files."""
    if chance.random() < 0.5:
        return {"after": chance.uniform(0.01, done.seconds)}
    return {"changes": chance.randint(1, max(done.changes, 1))}


def prepared(name: str, reference: Path, store: Path) -> Path:
    """A store to work on: a copy of the loaded one, none where one is to be made."""
    if name not in ("load", "crowd"):
        shutil.copyfile(reference, store)
    return store
