"""Vocabulary files: found by language and topic, laid over one another, errors by line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store import lexicon
from store.lexicon import LexiconError


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the shipped vocabulary, with one topic in it."""
    root = tmp_path / "shipped"
    (root / "en").mkdir(parents=True)
    (root / "en" / "cues.toml").write_text('[say]\nverbs = ["said"]\nposition = "after"\n')
    monkeypatch.setattr(lexicon, "SHIPPED", root)
    return root


def overlay(tmp_path: Path, text: str) -> Path:
    """A user's folder with one file on the topic."""
    (tmp_path / "mine" / "en").mkdir(parents=True)
    (tmp_path / "mine" / "en" / "cues.toml").write_text(text)
    return tmp_path / "mine"


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ("", {"say": {"verbs": ["said"], "position": "after"}}),
        (
            '[say]\nverbs = ["quipped"]',
            {"say": {"verbs": ["said", "quipped"], "position": "after"}},
        ),
        ('[say]\nverbs = ["said"]', {"say": {"verbs": ["said"], "position": "after"}}),
        ('[say]\nposition = "before"', {"say": {"verbs": ["said"], "position": "before"}}),
        (
            "[cite]\nverbs = []",
            {"say": {"verbs": ["said"], "position": "after"}, "cite": {"verbs": []}},
        ),
    ],
    ids=["nothing", "lists grow", "no doubles", "values are replaced", "new tables are added"],
)
def test_a_users_file_is_laid_over_ours(
    shipped: Path, tmp_path: Path, theirs: str, expected: dict[str, Any]
) -> None:
    """Tables merge, lists grow, single values are replaced."""
    assert shipped.is_dir()
    assert lexicon.read("cues", "en", overlay(tmp_path, theirs)) == expected


@pytest.mark.parametrize(
    ("theirs", "line", "words"),
    [
        ('[say]\nverbs = "quipped"', 2, "verbs must be a list, not a text"),
        ("[say]\n\nverbs = [", 3, "end of document"),
        ("say = 3", 1, "say must be a table, not a number"),
        ("new = 3", 1, "new must be a table, not a number"),
        ('[new]\nverbs = "quip"', 2, "verbs must be a list, not a text"),
        ("[new]\nverbs = [3]", 2, "verbs must be a text, not a number"),
        ("[say]\nverbs = [3]", 2, "verbs must be a text, not a number"),
    ],
    ids=[
        *("wrong type", "no TOML", "table expected", "new of the wrong kind"),
        *("new with a wrong setting", "new with a wrong item", "wrong item"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(
    shipped: Path, tmp_path: Path, theirs: str, line: int, words: str
) -> None:
    """The error says which file, which line and what was expected."""
    assert shipped.is_dir()
    with pytest.raises(LexiconError) as caught:
        lexicon.read("cues", "en", overlay(tmp_path, theirs))
    assert caught.value.line == line
    assert words in str(caught.value)
    assert str(tmp_path / "mine" / "en" / "cues.toml") in str(caught.value)


def test_languages_are_those_that_have_a_file(shipped: Path, tmp_path: Path) -> None:
    """A language is added by adding a file, by us or by the user."""
    mine = overlay(tmp_path, "")
    (mine / "pl").mkdir()
    (mine / "pl" / "cues.toml").write_text("")
    assert shipped.is_dir()
    assert lexicon.languages("cues") == ("en",)
    assert lexicon.languages("cues", mine) == ("en", "pl")
