"""Loading from the command line: what is taken, what is refused, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.samples import folder
from tests.cli.conftest import Runner

STORY = "On July 31, the ministry announced the capture of the town of Exampleville.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """One small article without a publication date."""
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_a_load_ends_with_a_line_a_file_and_a_sum(conflict: Runner, story: Path) -> None:
    """Status, claims, dates without a year, the file's name."""
    ran = conflict("load", story)
    assert ran.status == 0
    assert ran.out.startswith("added\t1\t1\tstory.txt")
    assert "1 added; 1 new claim on the timeline." in ran.out


def test_the_same_bytes_add_nothing(conflict: Runner, story: Path) -> None:
    """A second load of a file leaves the store as it is."""
    conflict("load", story)
    before = conflict("stats", "--json").out
    ran = conflict("load", story, "--json")
    assert [record["status"] for record in ran.records] == ["unchanged"]
    assert conflict("stats", "--json").out == before


def test_another_date_is_told_and_taken_only_with_update(conflict: Runner, story: Path) -> None:
    """What is stored stays until --update says otherwise; then all dates follow."""
    conflict("load", story, "--published", "3 Aug 2025")
    told = conflict("load", story, "--published", "2024-08-03", "--json").records[0]
    assert told["status"] == "unchanged"
    assert "stored 2025-08-03, given 2024-08-03" in told["sentence"]
    taken = conflict("load", story, "--published", "2024-08-03", "--update", "--json").records[0]
    assert taken["status"] == "updated"
    assert [row["edtf"] for row in conflict("list", "--json").records] == ["2024-07-31"]


def test_a_dry_run_writes_nothing(conflict: Runner, story: Path, tmp_path: Path) -> None:
    """It says what would come; not even a store is made."""
    ran = conflict("load", story, "--dry-run")
    assert ran.status == 0
    assert "Nothing was written." in ran.out
    assert not (tmp_path / "claims.db").exists()


@pytest.mark.parametrize(
    ("published", "edtf"),
    [("3 Aug 2025", "2025-07-31"), ("2025-08-03", "2025-07-31"), ("2025-08", "2025-07-31")],
)
def test_publication_dates_are_read_as_people_write_them(
    conflict: Runner, story: Path, published: str, edtf: str
) -> None:
    """A day in words, an ISO day, a month: each gives the year."""
    assert conflict("load", story, "--published", published).status == 0
    assert [row["edtf"] for row in conflict("list", "--json").records] == [edtf]


@pytest.mark.parametrize("nonsense", ["yestermorrow", "July 29-31 2025", "31.31.2025"])
def test_a_date_that_is_none_is_refused_in_words(
    conflict: Runner, story: Path, nonsense: str
) -> None:
    """Nothing is loaded, the sentence names what was typed."""
    ran = conflict("load", story, "--published", nonsense)
    assert ran.status == 2
    assert nonsense in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("program.txt", b"\x7fELF\x00\x01\x02\x00" * 64), ("bad.jsonl", b"{]\n")],
)
def test_one_bad_file_never_stops_the_rest(
    conflict: Runner, story: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    """The good file is added, the bad one named with its reason, the status is 1."""
    bad = tmp_path / name
    bad.write_bytes(content)
    ran = conflict("load", bad, story, "--json")
    assert ran.status == 1
    outcomes = {Path(r["name"]).name.split(":")[0]: r for r in ran.records}
    assert outcomes["story.txt"]["status"] == "added"
    assert next(r for n, r in outcomes.items() if n.startswith(name))["sentence"]


def test_a_file_that_is_not_there_is_a_failure(conflict: Runner, tmp_path: Path) -> None:
    """Not a traceback: a line and status 1."""
    ran = conflict("load", tmp_path / "nowhere.txt")
    assert ran.status == 1
    assert "nowhere.txt" in ran.out + ran.err


def test_control_characters_never_reach_the_terminal(conflict: Runner, tmp_path: Path) -> None:
    """Escape sequences, bidi overrides and markup in a text come out as plain text."""
    path = tmp_path / "hostile.txt"
    path.write_text(
        "On 31 July 2025 \x1b[31mrebels\u202e [/b] entered the town of Redville, a monitor said.\n"
    )
    conflict("load", path)
    ran = conflict("list")
    assert "Redville" in ran.out
    assert not set(ran.out) & {"\x1b", "\u202e", "\x07"}
    assert "[/b]" in ran.out


def test_whose_hands_a_post_came_through_is_asked_for_and_handed_on(
    conflict: Runner, tmp_path: Path
) -> None:
    """Who it was forwarded from is a hop of its claims: in lists, on the card, when exported."""
    conflict("load", folder() / "formats" / "telegram.json")
    asked = ("list", "--all", "actor:Example Grid Watch (invented)")
    (claim,) = conflict(*asked, "--json").records
    shown = conflict("show", claim["id"]).out
    assert "← Example Grid Watch (invented) (channel) ← mayor of Exampleville" in shown
    exported = tmp_path / "out.jsonl"
    exported.write_text(conflict("export", "--format", "jsonl").out)
    other = ("--store", tmp_path / "other.db")
    conflict("load", exported, *other)
    assert conflict("show", claim["id"], *other).out == shown
