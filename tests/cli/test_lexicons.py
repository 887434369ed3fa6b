"""A user's own vocabulary: found, checked by file and line, and in force when texts are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Runner


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, with an English one in it."""
    monkeypatch.setenv("CONFLICT_TUI_LEXICONS", str(tmp_path / "mine"))
    (tmp_path / "mine" / "en").mkdir(parents=True)
    return tmp_path / "mine"


def test_where_names_both_folders(conflict: Runner, mine: Path) -> None:
    """Ours and yours, ours first."""
    assert [record["whose"] for record in conflict("lexicon", "where", "--json").records] == [
        "ours",
        "yours",
    ]
    assert str(mine) in conflict("lexicon", "where").out


@pytest.mark.parametrize(
    ("name", "text", "status", "words"),
    [
        ("sides.toml", '[sides]\nExampleland = ["exampl*"]\n', 0, "ok"),
        ("sides.toml", "[sides\n", 1, "line 1"),
        ("sides.toml", "sides = 3\n", 1, "must be a table"),
        ("sidez.toml", "[sides]\n", 1, "no topic 'sidez'"),
        ("cues.toml", '[blurt]\nverbs = ["blurt_out"]\n', 0, "ok"),
        ("cues.toml", '[say]\n\nverbz = ["blurt_out"]\n', 1, "line 3: nothing reads verbz"),
        ("grammar.toml", 'adverb = ["alas"]\n', 1, "line 1: nothing reads adverb"),
        ("events.toml", '[toll]\nkilled = ["slain"]\n', 0, "ok"),
    ],
)
def test_check_says_what_is_wrong_and_where(
    conflict: Runner, mine: Path, name: str, text: str, status: int, words: str
) -> None:
    """A file that fits is ok; anything else is named, and the status is 1."""
    (mine / "en" / name).write_text(text)
    ran = conflict("lexicon", "check")
    assert ran.status == status
    assert words in ran.out


def test_a_place_of_ones_own_is_known_after_a_reread(
    conflict: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A spelling that the user adds is known from then on; what was decided stays."""
    story = tmp_path / "story.txt"
    story.write_text("On 31 July 2025 rebels entered Exampletown, a monitor said.\n")
    conflict("load", story)
    claim = conflict("list", "--json").records[0]
    conflict("tag", claim["key"], "kept")
    (tmp_path / "later" / "world").mkdir(parents=True)
    towns = tmp_path / "later" / "world" / "towns.toml"
    towns.write_text('[mine]\n"Exempelstad" = ["Exampletown"]\n')
    monkeypatch.setenv("CONFLICT_TUI_LEXICONS", str(tmp_path / "later"))
    assert conflict("reread").status == 0
    [after] = conflict("list", "--json").records
    assert (after["key"], after["place"], after["tags"]) == (claim["key"], "Exempelstad", ["kept"])
