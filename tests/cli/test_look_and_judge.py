"""Looking and deciding from the command line, on the sample articles."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Runner


def test_the_list_is_one_line_a_claim(loaded: Runner) -> None:
    """In a pipe: tab-separated, id first, so that it can be cut and joined."""
    lines = loaded("list").out.splitlines()
    assert len(lines) > 20
    assert all(line.count("\t") == 7 for line in lines)


@pytest.mark.parametrize(
    "words", ["tag:nosuch", "source:nobody", "flag:claimed -flag:claimed", "1999"]
)
def test_a_filter_that_finds_nothing_says_so(loaded: Runner, words: str) -> None:
    """An unknown tag, or what excludes itself: beside the output, which stays empty."""
    found = loaded("list", "--", *words.split())
    assert (found.status, found.out, found.err) == (0, "", "No claim matches.\n")
    assert loaded("list", "--json", "--", *words.split()).err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("flag:disputed",),
        ("2025-07..2025-08",),
        ("capture",),
        ('place:"Chasiv Yar"',),
        ("place:Chasiv Yar",),
        ("-flag:claimed",),
    ],
)
def test_a_filter_narrows_the_list(loaded: Runner, words: tuple[str, ...]) -> None:
    """Some, but not all."""
    everything = len(loaded("list").out.splitlines())
    assert 0 < len(loaded("list", "--", *words).out.splitlines()) < everything


@pytest.mark.parametrize("line", ["flog:denied", "flag:", '"open', "2025-13..", "flag:nonsense"])
def test_a_malformed_filter_is_answered_in_words(loaded: Runner, line: str) -> None:
    """Status 2 and a sentence that names the line."""
    ran = loaded("list", "--", line)
    assert ran.status == 2
    assert line in ran.err


def test_show_gives_the_claim_in_its_context(loaded: Runner) -> None:
    """Its words stand in brackets between the lines of the article."""
    first = loaded("list", "--json", "--limit", "1").records[0]
    ran = loaded("show", first["id"])
    assert ran.status == 0
    assert f"⟦{first['quote'][:20]}" in ran.out
    assert "flag" in ran.out


def test_show_leads_to_related_claims(loaded: Runner) -> None:
    """A disputed claim names by its id which claim stands against it, and that one says so too."""
    lines = (loaded("show", row["id"]).out for row in loaded("list", "--all", "--json").records)
    told = [line for out in lines for line in out.splitlines() if line.startswith("related")]
    other = next(line.split()[3] for line in told if " disputed by " in line)
    assert "disputes" in loaded("show", other).out


def test_acts_are_journalled_and_undone(loaded: Runner) -> None:
    """Tag, verdict, grade and note, each with its entry; undo takes them back one by one."""
    claim = loaded("list", "--json", "--limit", "1").records[0]["id"]
    assert loaded("tag", claim, "key", "check").status == 0
    assert loaded("tag", claim, "-check").status == 0
    assert loaded("judge", claim, "disputed").status == 0
    assert loaded("grade", claim, "B3").status == 0
    assert loaded("note", claim, "seen the video").status == 0
    now = loaded("list", "--json", "--limit", "1").records[0]
    assert (now["tags"], now["verdict"], now["grade"], now["has_note"]) == (
        ["key"],
        "disputed",
        "B3",
        True,
    )
    assert len(loaded("log", "--json").records) == 5
    for _ in range(5):
        assert loaded("undo").status == 0
    assert loaded("undo").status == 1
    then = loaded("list", "--json", "--limit", "1").records[0]
    assert (then["tags"], then["verdict"], then["has_note"]) == ([], "", False)
    assert loaded("redo").status == 0
    assert loaded("list", "--json", "--limit", "1").records[0]["tags"] == ["check", "key"]


def test_ids_come_through_a_pipe(loaded: Runner) -> None:
    """``list | cut -f1 | tag -`` tags what the filter shows, in one act."""
    lines = loaded("list", "flag:disputed").out.splitlines()
    ids = "\n".join(line.split("\t")[0] for line in lines)
    assert loaded("tag", "-", "look", stdin=ids).status == 0
    assert len(loaded("list", "tag:look").out.splitlines()) == len(lines)
    assert loaded("tags", "--json").records == [{"tag": "look", "claims": len(lines)}]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show", "zzzzzzz"), 1),
        (("judge", "zzzzzzz", "false"), 1),
        (("judge", "zzzzzzz", "surely"), 2),
        (("grade", "zzzzzzz", "Z9"), 2),
        (("list", "--nonsense"), 2),
        (("nonsense",), 2),
        (("export", "--format", "docx"), 2),
        (("forget", "no-such-document", "--yes"), 1),
    ],
)
def test_wrong_input_has_a_sentence_and_a_status(
    loaded: Runner, words: tuple[str, ...], status: int
) -> None:
    """1 for what is not there, 2 for a wrong command line; never a traceback."""
    ran = loaded(*words)
    assert ran.status == status
    assert ran.err.strip()
    assert not ran.out


def test_csv_carries_every_claim_of_the_filter(loaded: Runner) -> None:
    """As many lines as the list has, and a header."""
    rows = list(csv.DictReader(io.StringIO(loaded("export", "--format", "csv").out)))
    assert len(rows) == len(loaded("list").out.splitlines())


def test_json_lines_load_again(loaded: Runner, tmp_path: Path) -> None:
    """What was exported goes into an empty store and gives the same list."""
    out = tmp_path / "claims.jsonl"
    assert loaded("export", "--format", "jsonl", "-o", out).status == 0
    other = tmp_path / "other.db"
    assert loaded("load", out, "--store", other).status == 0
    mine, theirs = (loaded("list", "--json", *more).records for more in ((), ("--store", other)))
    assert [(r["edtf"], r["quote"]) for r in mine] == [(r["edtf"], r["quote"]) for r in theirs]


def test_forgetting_removes_a_document_and_says_so(loaded: Runner) -> None:
    """Its claims are gone from list and search, the act is in the journal."""
    before = len(loaded("list").out.splitlines())
    assert loaded("forget", "06-two-tolls.md", "--yes").status == 0
    assert len(loaded("list").out.splitlines()) < before
    assert "forgot document" in loaded("log").out
    assert loaded("verify").status == 0


def test_a_store_that_is_none_is_refused(conflict: Runner, tmp_path: Path) -> None:
    """A text file is not touched, a missing store is not made by looking."""
    (tmp_path / "claims.db").write_text("not a database, but long enough to be taken for one\n" * 9)
    ran = conflict("list")
    assert ran.status == 1
    assert "claims.db" in ran.err
    ran = conflict("list", "--store", tmp_path / "none.db")
    assert ran.status == 1
    assert not (tmp_path / "none.db").exists()


def test_a_store_that_was_opened_for_reading_is_not_written(loaded: Runner) -> None:
    """--readonly before any command: the act is refused in words, the journal stays empty."""
    claim = loaded("list", "--json", "--limit", "1").records[0]["id"]
    ran = loaded("--readonly", "tag", claim, "key")
    assert ran.status == 1
    assert ran.err.strip()
    assert loaded("log").out == ""


def test_who_looks_waits_for_nothing_that_reads_texts(tmp_path: Path) -> None:
    """A command imports its own room: a pipe of a hundred of them is quick."""
    heavy = {"sqlite_utils", "dateparser", "yaml", "textual", "store.readers", "store.claims"}
    words = ["tags", "--store", str(tmp_path / "a.db")]
    code = f"import sys; from tui.cli import run; run({words}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "tui.cli.looking" in done.stdout
    assert not heavy & set(done.stdout.split())
