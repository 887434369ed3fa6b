r"""Bringing a store of an older format up to date: a backup first, then step by step.

>>> list(statements("CREATE TABLE a (x);\nCREATE TABLE b (x);\n"))
['CREATE TABLE a (x);\n', 'CREATE TABLE b (x);\n']
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from store import copies, schema
from store.errors import CIRCUMSTANCES, BrokenStoreError, primary_code


def migrate(path: Path, db: sqlite3.Connection, version: int) -> None:
    """Take a store from ``version`` (0: an empty file) to the present format.

    Killed at any moment it leaves the file at the format before or after a step. Raises
    BrokenStoreError where it cannot be done; nothing is changed then.
    """
    if version:
        kind = "before"
        copies.copy(db, path, copies.next_name(path, f"{kind}-format-{schema.VERSION}"))
        copies.prune(path, kind)
    try:
        for target, sql in _steps(version):
            _step(path, db, target, sql)
    except sqlite3.DatabaseError as error:
        if primary_code(error) in CIRCUMSTANCES:
            raise
        raise _failed(path, error) from error


def _steps(version: int) -> Iterator[tuple[int, str]]:
    """What leads from a format to the present one: from none at all, the whole schema."""
    if not version:
        version = schema.VERSION
        yield version, schema.SCHEMA
    yield from (step for step in schema.MIGRATIONS if step[0] > version)


def _step(path: Path, db: sqlite3.Connection, target: int, sql: str) -> None:
    """One migration: all of it and a sound file afterwards, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for its turn.
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < target:
            for statement in statements(sql):
                db.execute(statement)
            _check(path, db)
            db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {target}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def statements(sql: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit before the first."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _check(path: Path, db: sqlite3.Connection) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if broken or verdict != "ok":
        raise _failed(path, broken or verdict)


def _failed(path: Path, why: object) -> BrokenStoreError:
    return BrokenStoreError(
        path,
        f"does not survive its migration ({why})",
        "Nothing was changed; run conflict-tui verify on it",
    )
