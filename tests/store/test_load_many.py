"""Loading a great deal: parcels, several processes, stopping and going on."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing import active_children
from pathlib import Path

import pytest

from store import crew, query
from store.crew import FEW, SEVERAL
from store.database import Store, open_store
from store.load import load, loading
from store.model import Analysis, Document
from store.query import Filter
from store.readers import Parcel, ReadProblem, parcels, read
from store.readers.parcel import PORTION, weigh
from tests.store.desk import NOW
from tui.cli.underway import stoppable

MANY = (FEW - 1) * SEVERAL + 1
"""Files from which on other processes help."""


def posts(number: int) -> Iterator[str]:
    """Small articles, no two alike, some of which say the same."""
    for n in range(number):
        yield f"Post {n}\n\nOn July {n % 28 + 1}, the ministry announced the capture of Sotk."


def folder_of(path: Path, number: int) -> Path:
    """A folder with so many text files."""
    path.mkdir()
    for n, text in enumerate(posts(number)):
        (path / f"{n:04}.txt").write_text(text)
    return path


def lines_of(path: Path, number: int, between: str = "\n") -> Path:
    """A file of JSON Lines."""
    path.write_text(between.join(json.dumps({"text": text}) for text in posts(number)) + between)
    return path


def contents(store: Store) -> list[str]:
    """Everything in a store as SQL, but for how the search index is laid out in pieces."""
    return [line for line in store.db.iterdump() if "_fts_" not in line and "_fts'" not in line]


def loaded(path: Path, paths: Sequence[Path], processes: int) -> list[str]:
    """What a store holds after one load."""
    with open_store(path) as store:
        report = load(store, parcels(paths), who="ann", now=NOW, processes=processes)
        assert not report.failed
        return contents(store)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n \n"])
def test_parcels_cut_a_file_between_its_lines(tmp_path: Path, between: str) -> None:
    """Every line is in one of them, under its number, and none is larger than a line too many."""
    path = lines_of(tmp_path / "posts.jsonl", 1_500, between)
    cut = list(parcels([path]))
    assert len(cut) == weigh([path]) // PORTION + 1
    items = list(read([path]))
    step = between.count("\n")
    assert [item.name for item in items if not isinstance(item, ReadProblem)] == [
        f"posts.jsonl:{n * step + 1}" for n in range(1_500)
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_file_whose_newlines_are_wide_is_never_cut(tmp_path: Path, encoding: str) -> None:
    """Its bytes must not be cut at what looks like a newline."""
    path = lines_of(tmp_path / "posts.jsonl", 2_000)
    path.write_bytes(path.read_text().encode(encoding))
    assert not any(isinstance(parcel, Parcel) for parcel in parcels([path]))
    assert [type(item) for item in read([path])] == [Document] * 2_000


def test_a_bad_line_far_down_is_named(tmp_path: Path) -> None:
    """By its number in the file; all others are read."""
    path = lines_of(tmp_path / "posts.jsonl", 2_000)
    path.write_text(path.read_text().replace('{"text": "Post 1990', '{"text" "Post 1990'))
    problems = [item for item in read([path]) if isinstance(item, ReadProblem)]
    assert [problem.path for problem in problems] == [f"{path}:1991"]


@pytest.mark.parametrize("number", [1, MANY - 1])
def test_a_small_load_starts_no_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """They take longer to start than it takes to read."""
    monkeypatch.setattr(crew, "ProcessPoolExecutor", None)
    folder = folder_of(tmp_path / "inbox", number)
    assert loaded(tmp_path / "desk.db", [folder], processes=8)


def test_several_processes_give_what_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte and in the same order: files, and a file that is cut into parcels."""
    monkeypatch.setattr("store.readers.parcel.PORTION", 1_000)
    paths = [folder_of(tmp_path / "inbox", MANY), lines_of(tmp_path / "posts.jsonl", 50)]
    alone = loaded(tmp_path / "one.db", paths, processes=1)
    assert loaded(tmp_path / "two.db", paths, processes=2) == alone


def test_a_bug_in_another_process_surfaces(tmp_path: Path) -> None:
    """Nothing is passed over in silence, and no process stays behind."""
    folder = folder_of(tmp_path / "inbox", MANY + 1)
    with open_store(tmp_path / "desk.db") as store, pytest.raises(ZeroDivisionError):
        load(store, parcels([folder]), who="ann", now=NOW, analyse=failing, processes=2)


def failing(_document: Document) -> Analysis:
    """An extractor with a bug."""
    raise ZeroDivisionError


def test_a_process_that_is_killed_is_told_of(tmp_path: Path) -> None:
    """In a sentence, and what was not told of comes with the next load."""
    folder = folder_of(tmp_path / "inbox", MANY)
    with open_store(tmp_path / "desk.db") as store:
        with pytest.raises(crew.LostHelpError, match="the same command goes on"):
            load(store, parcels([folder]), who="ann", now=NOW, analyse=dying, processes=2)
        assert not active_children()
        assert len(load(store, parcels([folder]), who="ann", now=NOW).outcomes) == MANY


def dying(_document: Document) -> Analysis:
    """What the system does to a process that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@pytest.mark.parametrize("batch", [1, 7, 10_000])
def test_a_load_that_was_stopped_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    """Ctrl+C keeps what was read; run again, the store is what one load would have made it."""
    monkeypatch.setattr("store.load.BATCH", batch)
    paths = [folder_of(tmp_path / "inbox", 3 * SEVERAL)]
    with open_store(tmp_path / "desk.db") as store:
        kept = [outcome for outcome in stopped_at_once(store, paths) if outcome == "added"]
        assert 0 < len(kept) < 3 * SEVERAL
        assert len(query.documents(store)) == len(kept)
        report = load(store, parcels(paths), who="ann", now=NOW)
        assert [outcome.status for outcome in report.outcomes] == [
            *["unchanged"] * len(kept),
            *["added"] * (3 * SEVERAL - len(kept)),
        ]
        resumed = contents(store)
    assert resumed == loaded(tmp_path / "other.db", paths, processes=1)


def stopped_at_once(store: Store, paths: Sequence[Path]) -> Iterator[str]:
    """The outcomes of a load during which Ctrl+C is pressed, while the first files are read."""

    def pressing() -> Iterator[crew.Item]:
        for number, parcel in enumerate(parcels(paths)):
            if number == SEVERAL + 1:
                signal.raise_signal(signal.SIGINT)
            yield parcel

    with stoppable() as stopped:
        for outcome in loading(store, pressing(), who="ann", now=NOW, stopped=stopped):
            yield outcome.status


def test_an_abandoned_load_leaves_no_process(tmp_path: Path) -> None:
    """Whoever stops listening ends the processes, and what was told of is on disk."""
    folder = folder_of(tmp_path / "inbox", MANY)
    with open_store(tmp_path / "desk.db") as store:
        listening = loading(store, parcels([folder]), who="ann", now=NOW, processes=2)
        assert next(listening).status == "added"
        listening.close()
        assert query.count(store, Filter()) > 0
        assert not active_children()


@pytest.mark.parametrize("processes", [1, 2])
def test_a_load_holds_no_more_than_is_under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """What is read and not yet on disk is a batch and what keeps processes busy, of any folder."""
    monkeypatch.setattr(crew, "SEVERAL", 2)
    monkeypatch.setattr("store.load.BATCH", 4)
    taken, written, most = 0, 0, 0

    def taking() -> Iterator[Document]:
        nonlocal taken
        for number, text in enumerate(posts(100)):
            taken = number + 1
            yield Document(f"{number}.txt", text.encode(), text, "Example")

    with open_store(tmp_path / "desk.db") as store:
        for _ in loading(store, taking(), who="ann", now=NOW, processes=processes):
            most = max(most, taken - written)
            written += 1
    under_way = FEW + processes * crew.AHEAD if processes > 1 else 1
    assert written == 100
    assert most <= 2 * under_way + 4 + 2
