"""Keeping a store safe from the command line: verify, backup, restore."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.conftest import Runner


def test_a_sound_store_verifies(loaded: Runner) -> None:
    """Status 0; a line a check."""
    ran = loaded("verify", "--json")
    assert ran.status == 0
    assert all(record["ok"] and not record["named"] for record in ran.records)
    assert {"journal", "texts", "quotes", "search index"} < {r["check"] for r in ran.records}


def test_a_broken_store_does_not(loaded: Runner, tmp_path: Path) -> None:
    """Status 1; what is broken is named, the rest is ok."""
    with sqlite3.connect(tmp_path / "claims.db") as db:
        db.execute("UPDATE documents SET sha256 = 'x' WHERE name = '06-two-tolls.md'")
    ran = loaded("verify", "--json")
    assert ran.status == 1
    (broken,) = [record for record in ran.records if not record["ok"]]
    assert (broken["check"], broken["named"]) == (
        "texts",
        ["06-two-tolls.md is not what was loaded"],
    )
    assert "BROKEN" in loaded("verify").out


def test_a_backup_is_made_listed_and_restored(loaded: Runner, tmp_path: Path) -> None:
    """What was decided since is in the store that was replaced."""
    claim = loaded("list", "--json", "--limit", "1").records[0]["id"]
    assert loaded("backup").status == 0
    assert loaded("tag", claim, "later").status == 0
    (line,) = loaded("backup", "--list", "--json").records
    ran = loaded("restore", line["backup"])
    assert ran.status == 0
    assert "0002-replaced.db" in ran.out
    assert not loaded("tags").out
    assert loaded("tags", "--store", tmp_path / "claims.backups" / "0002-replaced.db").out
    assert loaded("verify").status == 0


def test_nothing_is_restored_that_is_no_backup(loaded: Runner, tmp_path: Path) -> None:
    """Status 1 and a sentence; the store is as it was."""
    before = loaded("list").out
    for name in ("none.db", "claims.backups"):
        assert loaded("restore", tmp_path / name).status == 1
    assert loaded("list").out == before


def test_a_damaged_store_is_recovered(loaded: Runner, tmp_path: Path) -> None:
    """Status 1 and a line a loss; the damaged file is as it was."""
    path = tmp_path / "claims.db"
    whole = loaded("list").out
    assert loaded("recover", tmp_path / "sound.db").status == 0
    assert loaded("list", "--store", tmp_path / "sound.db").out == whole
    content = path.read_bytes()
    damaged = b"\xff" * 4096 + content[4096 : len(content) // 16]
    path.write_bytes(damaged)
    assert loaded("list").status == 1
    ran = loaded("recover")
    assert ran.status == 1
    assert ran.out
    assert "claims.recovered.db holds" in ran.err
    assert path.read_bytes() == damaged
    assert loaded("verify", "--store", tmp_path / "claims.recovered.db").status == 0


def test_a_truncated_store_is_read_with_a_warning_and_not_written(
    loaded: Runner, tmp_path: Path
) -> None:
    """What can be read comes; a decision is refused with the way out."""
    path = tmp_path / "claims.db"
    claim = loaded("list", "--json", "--limit", "1").records[0]["id"]
    path.write_bytes(path.read_bytes()[:-4096])
    ran = loaded("log")
    assert ran.status == 0
    assert "conflict-tui recover" in ran.err
    ran = loaded("tag", claim, "key")
    assert ran.status == 1
    assert "conflict-tui recover" in ran.err
    assert loaded("verify").status == 1
