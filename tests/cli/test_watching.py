"""Watching folders: what arrives is read once it has come to rest."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.arrivals import heard, ready, without
from tui.cli import watching


@pytest.mark.parametrize(
    ("events", "now", "rested"),
    [
        ([("a", 0.0)], 1.0, []),
        ([("a", 0.0)], 2.0, ["a"]),
        ([("a", 0.0), ("a", 1.5)], 3.0, []),
        ([("b", 0.0), ("a", 0.5)], 3.0, ["b", "a"]),
        ([("a", 0.0), ("b", 2.0)], 3.0, ["a"]),
        ([], 9.0, []),
    ],
)
def test_files_that_have_come_to_rest(
    events: list[tuple[str, float]], now: float, rested: list[str]
) -> None:
    """Two seconds after their last change, in the order of that."""
    waiting = heard({}, (), 0.0)
    for path, at in events:
        waiting = heard(waiting, [path], at)
    assert ready(waiting, now) == rested
    assert not set(rested) & set(without(waiting, rested))


@contextmanager
def arriving_meanwhile(folder: Path) -> Iterator[None]:
    """Files that arrive one after the other while somebody watches, a thousand at most."""
    ended = threading.Event()

    def write() -> None:
        for number in range(1_000):
            (folder / f"{number}.txt").write_text("It was hit.")
            (folder / "style.css").write_text("p {}")
            if ended.wait(0.02):
                break

    writing = threading.Thread(target=write)
    writing.start()
    try:
        yield
    finally:
        ended.set()
        writing.join()


def test_what_arrives_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts, and not what lies beside them; it ends when it is asked to."""
    monkeypatch.setattr(watching, "PULSE", 20)
    monkeypatch.setattr("store.arrivals.ready", lambda waiting, _now: list(waiting))
    ended = threading.Event()
    with arriving_meanwhile(tmp_path):
        arriving = watching._arriving([tmp_path], ended)
        first = next(arriving)
    ended.set()
    assert first
    assert {path.suffix for path in first} == {".txt"}
    assert all(path.suffix == ".txt" for paths in arriving for path in paths)
