"""Stores of older formats become what a new store would be."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from store import query
from store.database import Store, open_store
from store.edits import Judge, Tag, apply
from store.query import Filter
from store.schema import APPLICATION_ID
from store.verify import verify
from tests.store.desk import NOW
from tests.store.test_query import CAPTURE, keys_of

FORMATS = {number: Path(__file__).with_name(f"format_{number}.sql") for number in (1, 2, 3)}
TABLES = (
    *("sources", "documents", "texts", "date_phrases", "actors", "places", "place_names"),
    *("claims", "corrections", "tags", "claim_tags", "claim_hops", "claim_places"),
    *("claim_hedges", "claim_cautions", "claim_repeats", "claim_quantities", "claim_relations"),
    "journal",
)


def older(path: Path, desk: Store, number: int) -> Path:
    """A store of an older format with all that the desk holds."""
    with sqlite3.connect(path) as db:
        db.executescript(FORMATS[number].read_text("utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {number}")
        for table in TABLES:
            names = [row[1] for row in desk.db.execute(f"PRAGMA table_info({table})")]
            there = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            shared = [name for name in names if name in there]
            rows = desk.db.execute(f"SELECT {', '.join(shared)} FROM {table}").fetchall()
            marks = ", ".join("?" * len(shared))
            db.executemany(f"INSERT INTO {table} ({', '.join(shared)}) VALUES ({marks})", rows)
    return path


def schema(store: Store) -> set[str]:
    """All that a store consists of, however its SQL was spaced and explained."""
    found = store.db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    plain = ((kind, name, re.sub(r"--.*", "", sql)) for kind, name, sql in found)
    return {f"{kind} {name} {''.join(sql.split())}" for kind, name, sql in plain}


@pytest.mark.parametrize("number", FORMATS)
def test_an_older_store(desk: Store, tmp_path: Path, number: int) -> None:
    """Nothing is lost, every list is there, and the tables are those of a new store."""
    keys = keys_of(desk, CAPTURE)
    apply(desk, Judge(keys, "false"), "ann", NOW)
    apply(desk, Tag(keys, ("key",)), "ann", NOW)
    with open_store(older(tmp_path / "older.db", desk, number)) as store:
        assert all(finding.ok for finding in verify(store))
        for line in (Filter(), Filter(order="oldest"), Filter().having("words", "key")):
            assert query.first(store, line) == query.first(desk, line)
        assert schema(store) == schema(desk)


def test_claims_are_put_into_columns(desk: Store, tmp_path: Path) -> None:
    """A store of format 5 has the tables that they are made from."""
    path = before_columns(tmp_path, desk)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 5")
    with open_store(path) as store:
        assert schema(store) == schema(desk)
        assert all(finding.ok for finding in verify(store))
        columns = "SELECT * FROM claim_columns ORDER BY 1, 2, 3"
        assert store.db.execute(columns).fetchall() == desk.db.execute(columns).fetchall()


def before_columns(folder: Path, desk: Store) -> Path:
    """The desk in a store that has no columns yet."""
    path = folder / "older.db"
    with sqlite3.connect(path) as db:
        desk.db.backup(db)
        db.execute("DROP TABLE claim_columns")
    return path


def test_new_claims_are_indexed_once(desk: Store, tmp_path: Path) -> None:
    """A store of format 4 has triggers for what is now done a batch at a time; they go."""
    path = before_columns(tmp_path, desk)
    with sqlite3.connect(path) as db:
        for name, table in (
            ("claims_lane_insert", "claims"),
            ("claims_fts_insert", "claims"),
            ("texts_fts_insert", "texts"),
        ):
            db.execute(f"CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN SELECT 1; END")
        db.execute("PRAGMA user_version = 4")
    with open_store(path) as store:
        assert schema(store) == schema(desk)
