"""A disk that is full: what does not fit is refused in words, what was acknowledged stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.driver import ARTICLES, Driver, Words, broken, claims, journal


@pytest.mark.parametrize("room", [0, 30_000, 120_000, 400_000])
@pytest.mark.parametrize(
    "words",
    [
        ["load", *ARTICLES[1:]],
        ["reread"],
        ["note", "-", "x" * 300_000],
        ["backup"],
        ["recover"],
    ],
    ids=lambda words: str(words[0]),
)
def test_no_file_may_grow(
    driver: Driver, loaded: Path, words: Words, room: int, tmp_path: Path
) -> None:
    """Beyond its size and some room: the command ends as it should, or says what stood in its way.

    The limit on a file's size is what a quota and some file systems do; SQLite sees an error of
    the disk.
    """
    store = tmp_path / "desk.db"
    shutil.copyfile(loaded, store)
    if words[0] == "note":
        words = ["note", next(key for found in claims(loaded).values() for key in found), words[2]]
    before, told = claims(store), journal(store)
    done = driver.run(store, words, largest=store.stat().st_size + room)
    assert done.status in (0, 1), done.err
    if done.status:
        assert "Traceback" not in done.err
        assert "desk" in done.err
    assert not broken(store)
    there = claims(store)
    assert there.keys() >= before.keys()
    assert journal(store).items() >= told.items()
    if words[0] == "note":
        assert len(journal(store)) - len(told) == (done.status == 0)


@pytest.mark.parametrize("size", ["300k", "500k", "1m"])
def test_a_full_disk(driver: Driver, tmp_path: Path, size: str) -> None:
    """A file system that is filled up while loading and deciding go on."""
    with small_disk(tmp_path, size) as disk:
        store = disk / "desk.db"
        done = driver.run(store, ["load", "--json", *ARTICLES])
        assert done.status == 0 or "no room left" in done.err or "disk" in done.err
        added = sum(record["status"] == "added" for record in done.records)
        if not store.exists() or not added:
            return
        key = next(key for found in claims(store).values() for key in found)
        (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free))
        assert driver.run(store, ["list"]).status == 0
        (disk / "ballast").write_bytes(bytes(max(0, shutil.disk_usage(disk).free - 100_000)))
        acts = [["note", key, f"{number} {'x' * 5000}", "--json"] for number in range(20)]
        done = driver.run(store, *acts)
        assert "Traceback" not in done.err
        (disk / "ballast").unlink()
        assert not broken(store)
        assert len(claims(store)) >= added
        assert {r["entry"]: r["sentence"] for r in done.records}.items() <= journal(store).items()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of a given size; skips where only the superuser could make one."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be made by the superuser alone")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)
