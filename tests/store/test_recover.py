"""Recovering: whatever page of a store is destroyed, the rest comes back and the loss is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.database import Store, open_store
from store.edits import (
    AddClaim,
    Grade,
    Judge,
    Note,
    Publish,
    Rate,
    Rechain,
    Redate,
    Relocate,
    Respan,
    Tag,
    apply,
    undo,
)
from store.errors import BrokenStoreError, MissingStoreError
from store.journal import entries
from store.model import Analysis, Document, Span
from store.query import Row
from store.recover import Recovered, recover
from store.recover.pages import Pages
from store.verify import verify
from tests.store.desk import DESK, FRONT, NOW, analyse, span
from tests.store.test_edits import rows_of
from tests.store.test_query import CAPTURE, DRONES, TROOPS, keys_of

PAGE = 4096


@pytest.fixture
def decided(desk: Store) -> Store:
    """A store with decisions of several kinds on its claims."""
    both = keys_of(desk, CAPTURE, TROOPS)
    identity = FRONT.document.identity
    for edit in (
        Judge(both, "false"),
        Note(both[:1], "ask the desk"),
        Redate(both[1:], "2025-07-30~"),
        Relocate(both[1:], ("Kramatorsk",)),
        Rechain(both[1:], ("a soldier",)),
        Tag(both, ("key",)),
        Grade(both, "B", "2"),
        Respan(both[0], Span(20, 60)),
        AddClaim(identity, span(FRONT.text, "a channel wrote")),
        Publish(identity, "2025-08-02"),
        Rate("Example Wire", "C"),
        Judge(keys_of(desk, DRONES), "disputed"),
    ):
        apply(desk, edit, "bob", NOW)
    undo(desk, "bob", NOW)
    return desk


def recovered(
    damaged: Path, analyse: Callable[[Document], Analysis] = analyse
) -> tuple[Recovered, Store]:
    """What was recovered, and the new store, which must be sound; to be closed."""
    to = damaged.with_name("new.db")
    report = recover(damaged, to, who="ann", now=NOW, analyse=analyse)
    store = open_store(to)
    assert [finding for finding in verify(store) if not finding.ok] == []
    *_, last = entries(store)
    assert last.sentence == f"recovered from {damaged.name}, lost: {len(report.lost)}"
    return report, store


def test_a_sound_store_is_recovered_whole(decided: Store) -> None:
    """From its WAL as well; every entry of the journal as it stood, and who loaded what when."""
    report, new = recovered(decided.path)
    with new:
        assert report == Recovered(3, 9, 14, ())
        assert rows_of(new) == rows_of(decided)
        assert list(entries(new))[:-1] == list(entries(decided))
        loaded = "SELECT name, loaded_at, loaded_by FROM documents ORDER BY id"
        assert new.db.execute(loaded).fetchall() == decided.db.execute(loaded).fetchall()


def test_acts_that_lie_in_the_wal_alone_are_recovered(decided: Store, tmp_path: Path) -> None:
    """As a kill leaves them: the file itself may not know of them yet."""
    copy = tmp_path / "killed.db"
    for end in ("", "-wal"):
        shutil.copyfile(f"{decided.path}{end}", f"{copy}{end}")
    with Path(f"{copy}-wal").open("ab") as wal:
        wal.write(bytes(PAGE))  # what a kill has begun to write counts for nothing
    report, new = recovered(copy)
    with new:
        assert not report.lost
        assert rows_of(new) == rows_of(decided)


def pages_of(store: Store, tables: tuple[str, ...]) -> list[int]:
    """The root pages of tables, counted from 1."""
    marks = ", ".join("?" * len(tables))
    sql = f"SELECT rootpage FROM sqlite_master WHERE name IN ({marks}) ORDER BY rootpage"
    return [page for (page,) in store.db.execute(sql, tables)]


def destroyed(store: Store, pages: list[int]) -> Path:
    """The store's file, closed, with some pages overwritten."""
    store.close()
    content = bytearray(store.path.read_bytes())
    for page in pages:
        content[PAGE * (page - 1) : PAGE * page] = b"\xa5" * PAGE
    store.path.write_bytes(content)
    return store.path


def decisions(rows: list[Row]) -> dict[str, tuple[object, ...]]:
    """What was decided on each claim, and the date that its document's publication date gives."""
    return {
        row.key: (row.verdict, row.grade, row.tags, row.edtf, row.quote, row.origin) for row in rows
    }


@pytest.mark.parametrize(
    ("tables", "lost"),
    [
        ((), ()),
        (("claims_fts_data", "texts_fts_data", "claims_by_newest", "date_phrases"), ()),
        (("claim_hops", "claim_places", "actors", "places", "tags", "corrections"), ()),
        (("claims",), ()),
        (("sources",), ("its source", "its source", "its source")),
        (("texts",), ("its text", "its text", "its text", "on which something was decided")),
        (("documents",), ("publication date", "publication date", "publication date")),
    ],
)
def test_a_destroyed_table_costs_what_stood_in_it_alone(
    decided: Store, tables: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    """And nothing at all where the loader can make it again; the file's first page always goes."""
    before = rows_of(decided)
    report, new = recovered(destroyed(decided, [1, *pages_of(decided, tables)]))
    with new:
        for part in lost:
            assert any(part in sentence for sentence in report.lost)
        assert bool(report.lost) == bool(lost)
        if tables not in (("texts",), ("documents",)):
            assert decisions(rows_of(new)) == decisions(before)
        if not lost:
            assert rows_of(new) == before


def test_any_page_can_go(decided: Store) -> None:
    """Whichever it is of every third: the new store is sound, and what it has not is named."""
    decided.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    count = decided.path.stat().st_size // PAGE
    whole, content = rows_of(decided), decided.path.read_bytes()
    decided.close()
    for page in range(1, count + 1, 3):
        damaged = bytearray(content)
        damaged[PAGE * (page - 1) : PAGE * page] = bytes(PAGE)
        decided.path.write_bytes(damaged)
        report, new = recovered(decided.path)
        with new:
            assert report.lost or rows_of(new) == whole
        new.path.unlink()


@pytest.mark.parametrize("left", [0.1, 0.5, 0.9])
def test_a_truncated_store_is_recovered(decided: Store, left: float) -> None:
    """As far as it goes."""
    decided.close()
    content = decided.path.read_bytes()
    decided.path.write_bytes(content[: int(len(content) * left)])
    report, new = recovered(decided.path)
    with new:
        assert report.documents == new.db.execute("SELECT count(*) FROM texts").fetchone()[0]


def test_an_entry_that_was_lost_leaves_the_rest_of_the_journal(decided: Store) -> None:
    """What stood behind it is numbered anew, and can be undone."""
    decided.db.execute("DELETE FROM journal WHERE number = 2")
    before = rows_of(decided)
    decided.close()
    report, new = recovered(decided.path)
    with new:
        assert any("entry 2 of the journal" in sentence for sentence in report.lost)
        assert any("set a note" in sentence or "noted" in sentence for sentence in report.lost)
        assert rows_of(new) == before


def test_decisions_outlive_their_journal(decided: Store) -> None:
    """They are taken again, and that nobody knows any more by whom and when is named."""
    before = rows_of(decided)
    decided.db.execute("DELETE FROM journal")
    decided.close()
    report, new = recovered(decided.path)
    with new:
        assert rows_of(new) == before
        assert len(report.lost) == report.entries - 1 == 13
        assert all("who decided this, and when: " in sentence for sentence in report.lost)


def test_newer_rules_do_not_cost_decisions(decided: Store) -> None:
    """A claim that is seen a little otherwise now keeps the key it was decided under."""
    articles = tuple(
        replace(
            article,
            said=tuple(
                replace(said, words=said.words.removeprefix("the ")) for said in article.said
            ),
        )
        for article in DESK
    )
    keys = {row.key for row in rows_of(decided)}
    report, new = recovered(decided.path, lambda document: analyse(document, articles))
    with new:
        assert not report.lost
        assert {row.key for row in rows_of(new)} == keys


def test_nothing_is_written_over(desk: Store) -> None:
    """Neither the damaged file nor any other."""
    with pytest.raises(BrokenStoreError, match="is there already"):
        recover(desk.path, desk.path, who="ann", now=NOW)
    with pytest.raises(MissingStoreError):
        recover(desk.path.with_name("none.db"), desk.path, who="ann", now=NOW)


def test_no_file_is_too_damaged_to_be_looked_at(tmp_path: Path) -> None:
    """Noise, a header alone, an empty file: nothing is found, nothing goes wrong."""
    for content in (
        b"",
        b"\x0d" * 9000,
        bytes(range(256)) * 99,
        b"SQLite format 3\0" + b"\xff" * 99,
    ):
        path = tmp_path / "damaged.db"
        path.write_bytes(content)
        with Pages(path) as pages:
            assert not [row for row in pages.rows() if len(row[1]) > 20]
        report, new = recovered(path)
        new.close()
        new.path.unlink()
        assert report.documents == 0
