"""Opening stores: new, ours, foreign, newer, broken; and transactions."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.copies import listed
from store.database import Store, open_store
from store.edits import Judge, Note, apply
from store.errors import (
    BrokenStoreError,
    DamagedStoreError,
    ForeignStoreError,
    MissingStoreError,
    NewerStoreError,
    OlderStoreError,
    StoreError,
    refusal,
)
from store.journal import log
from store.migrate import statements
from store.schema import APPLICATION_ID, MIGRATIONS, VERSION
from store.verify import verify
from tests.store.desk import NOW


def test_a_new_store(tmp_path: Path) -> None:
    """It is made with its folder, for its owner alone, in WAL, and marked as ours."""
    path = tmp_path / "deep" / "desk.db"
    with open_store(path) as store:
        pragmas = [
            store.db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "foreign_keys")
        ]
    assert pragmas == [APPLICATION_ID, VERSION, "wal", 1]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def foreign(path: Path) -> None:
    """A database of another program."""
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE things (name)")


def newer(path: Path) -> None:
    """A store of a later format."""
    open_store(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")


def damaged(path: Path) -> None:
    """A store whose schema page was overwritten."""
    open_store(path).close()
    content = bytearray(path.read_bytes())
    content[100:400] = b"\xff" * 300
    path.write_bytes(content)


def text(path: Path) -> None:
    """No database at all."""
    path.write_text("Chasiv Yar " * 200)


@pytest.mark.parametrize(
    ("prepare", "error", "says"),
    [
        (foreign, ForeignStoreError, "another program"),
        (newer, NewerStoreError, "Install the newer"),
        (damaged, BrokenStoreError, "damaged"),
        (text, ForeignStoreError, "is no database"),
        (Path.mkdir, ForeignStoreError, "is not a file"),
    ],
)
def test_a_file_that_is_no_store_is_refused(
    tmp_path: Path, prepare: Callable[[Path], None], error: type[StoreError], says: str
) -> None:
    """In a sentence that names it and says what to do; the file is left as it was."""
    path = tmp_path / "desk.db"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(error, match=says) as raised:
        open_store(path)
    assert str(path) in str(raised.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("options", [{"create": False}, {"readonly": True}])
def test_a_missing_store_is_not_made_unasked(tmp_path: Path, options: dict[str, bool]) -> None:
    """Neither to be read only, nor where the caller says so."""
    with pytest.raises(MissingStoreError):
        open_store(tmp_path / "none.db", **options)
    assert not (tmp_path / "none.db").exists()


def test_a_readonly_store_cannot_be_written(desk: Store) -> None:
    """SQLite itself refuses."""
    with (
        open_store(desk.path, readonly=True) as store,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        store.db.execute("DELETE FROM claims")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    """As a run that was killed between making the file and its tables leaves it."""
    path = tmp_path / "desk.db"
    path.touch()
    with open_store(path) as store:
        assert store.db.execute("SELECT count(*) FROM claims").fetchone() == (0,)


def test_a_migration_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that fails halfway leaves the file at the version before."""
    path = tmp_path / "desk.db"
    open_store(path).close()
    failing = (*MIGRATIONS, (VERSION + 1, "CREATE TABLE more (x);\nCREATE TABLE more (x);\n"))
    monkeypatch.setattr("store.schema.MIGRATIONS", failing)
    monkeypatch.setattr("store.schema.VERSION", VERSION + 1)
    monkeypatch.setattr("store.database.VERSION", VERSION + 1)
    with pytest.raises(BrokenStoreError, match="already exists"):
        open_store(path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'more'").fetchall()


def test_an_older_store_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And refused where it may not be written."""
    path = tmp_path / "desk.db"
    open_store(path).close()
    more = (*MIGRATIONS, (VERSION + 1, "CREATE TABLE more (x);\n"))
    monkeypatch.setattr("store.schema.MIGRATIONS", more)
    monkeypatch.setattr("store.schema.VERSION", VERSION + 1)
    monkeypatch.setattr("store.database.VERSION", VERSION + 1)
    with pytest.raises(OlderStoreError, match="Open it once without --readonly"):
        open_store(path, readonly=True)
    with open_store(path) as store:
        assert store.db.execute("SELECT count(*) FROM more").fetchone() == (0,)
        (backup,) = listed(path)
    assert backup.name == f"0001-before-format-{VERSION + 1}.db"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with sqlite3.connect(backup) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_triggers_are_single_statements() -> None:
    """A script is split where its statements end and not inside a trigger."""
    script = "CREATE TABLE t (x);\nCREATE TRIGGER a AFTER INSERT ON t BEGIN\n SELECT 1;\nEND;\n"
    assert len(list(statements(script))) == 2


def test_a_transaction_is_all_or_nothing(empty: Store) -> None:
    """An error undoes all of it, what an inner transaction did included."""

    class TestError(Exception):
        pass

    def failing() -> None:
        with empty.transaction() as db:
            db.execute("INSERT INTO tags (name) VALUES ('a')")
            with empty.transaction() as inner:
                inner.execute("INSERT INTO tags (name) VALUES ('b')")
            raise TestError

    with pytest.raises(TestError):
        failing()
    assert empty.db.execute("SELECT count(*) FROM tags").fetchone() == (0,)


def test_a_writer_that_waits_in_vain_says_so(empty: Store) -> None:
    """Another program may hold the file longer than one waits."""
    with empty.worker() as other, other.transaction():
        empty.db.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(BrokenStoreError, match="being written by another program"):
            apply(empty, Judge((), "false"), "ann", NOW)


def test_a_writer_that_waits_long_says_so_and_goes_on_waiting(empty: Store) -> None:
    """It hears that it waits after a moment, and has its turn when the other is done."""
    with empty.worker() as other:
        other.db.execute("BEGIN IMMEDIATE")

        def end_it() -> None:
            other.db.execute("COMMIT")

        empty.on_wait = end_it
        with empty.transaction() as db:
            db.execute("INSERT INTO tags (name) VALUES ('a')")
    assert empty.db.execute("SELECT name FROM tags").fetchone() == ("a",)


def test_what_is_committed_is_on_disk(empty: Store) -> None:
    """Every commit is synced: WAL alone would keep the file sound but lose the last acts."""
    assert empty.db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_store_that_was_moved_away_is_not_written(desk: Store, tmp_path: Path) -> None:
    """The act is refused in words; all that was decided before lies in the moved file itself."""
    (key,) = desk.db.execute("SELECT min(key) FROM claims").fetchone()
    apply(desk, Note((key,), "kept"), "ann", NOW)
    moved = desk.path.rename(tmp_path / "moved.db")
    with pytest.raises(BrokenStoreError, match="has been moved"):
        apply(desk, Note((key,), "lost"), "ann", NOW)
    with pytest.raises(BrokenStoreError, match="has been moved"):
        desk.worker()
    with open_store(moved) as store:
        assert store.db.execute("SELECT note FROM claims WHERE key = ?", (key,)).fetchone() == (
            "kept",
        )


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (sqlite3.SQLITE_IOERR, "disk is full, gone"),
        (sqlite3.SQLITE_FULL, "make room"),
        (sqlite3.SQLITE_BUSY, "being written by another program"),
        (sqlite3.SQLITE_CORRUPT, "conflict-tui recover"),
        (sqlite3.SQLITE_NOTADB, "conflict-tui recover"),
        (sqlite3.SQLITE_READONLY, "who may read and write"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence_with_a_way_out(code: int, says: str) -> None:
    """Whatever the refinement in the higher bytes of its code."""
    error = sqlite3.OperationalError("so it is")
    error.sqlite_errorcode = code | 256
    assert says in str(refusal(Path("desk.db"), error))


def test_a_truncated_store_is_opened_for_reading_only(desk: Store) -> None:
    """What is still there can be looked at; nothing is written to it, and the error says why."""
    desk.close()
    content = desk.path.read_bytes()
    desk.path.write_bytes(content[: -4096 * 3])
    with open_store(desk.path) as store:
        assert store.readonly
        assert "is damaged" in store.damage
        assert store.db.execute("SELECT count(*) FROM documents").fetchone() == (3,)
        with pytest.raises(DamagedStoreError, match="conflict-tui recover"), store.transaction():
            pass
    assert len(desk.path.read_bytes()) == len(content) - 4096 * 3


def test_damage_met_while_reading_is_a_sentence(desk: Store) -> None:
    """Leaving the store's ``with`` says it, whichever query met it."""
    (root,) = desk.db.execute("SELECT rootpage FROM sqlite_master WHERE name='texts'").fetchone()
    desk.close()
    content = bytearray(desk.path.read_bytes())
    content[4096 * (root - 1) : 4096 * root] = b"\xff" * 4096
    desk.path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match="is damaged"), open_store(desk.path) as store:
        store.db.execute("SELECT text FROM texts").fetchall()


def test_a_full_disk_loses_nothing(desk: Store) -> None:
    """What does not fit is refused whole; the store goes on."""
    (pages,) = desk.db.execute("PRAGMA page_count").fetchone()
    desk.db.execute(f"PRAGMA max_page_count = {pages}")
    (key,) = desk.db.execute("SELECT min(key) FROM claims").fetchone()
    with pytest.raises(BrokenStoreError, match="no room left"):
        apply(desk, Note((key,), "x" * 500_000), "ann", NOW)
    assert all(finding.ok for finding in verify(desk))
    assert not list(log(desk))


def test_a_worker_sees_what_was_committed(empty: Store) -> None:
    """And the first connection notices what the worker wrote."""
    before = empty.version()
    with empty.worker() as worker, worker.transaction() as db:
        db.execute("INSERT INTO tags (name) VALUES ('a')")
    assert empty.version() != before
    assert empty.db.execute("SELECT name FROM tags").fetchone() == ("a",)


def test_the_first_screen_waits_for_no_library() -> None:
    """Opening and asking import nothing beyond the standard library."""
    heavy = {"sqlite_utils", "dateparser", "yaml", "charset_normalizer", "click", "textual"}
    code = "import sys, store.database, store.query; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())
