"""The settings file: what is wrong with it is said with file, line and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.limits import Limits
from tests.cli.conftest import Runner
from tui.configured import SettingsError, configured


def test_limits_are_set_one_by_one(tmp_path: Path) -> None:
    """The others stay as shipped; without a file all do."""
    path = tmp_path / "settings.toml"
    assert configured(path).limits == Limits()
    path.write_text("# ours\n[limits]\ntext = 10_000  # short ones\n")
    assert configured(path).limits == Limits(text=10_000)
    path.write_text("")
    assert configured(path).limits == Limits()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            "[limits]\ntext = 'long'",
            2,
            "text must be a whole number above 0, as in text = 5_000_000",
        ),
        ("[limits]\n\ntext = 0", 3, "above 0"),
        ("[limits]\ntext = true", 2, "whole number"),
        ("[limits]\npages = 3\nwords = 3", 3, "expected is one of text, whole"),
        ("limits = 3", 1, "no table of [limits]"),
        ("[limit]\ntext = 3", 1, "no table of [limits]"),
        ("[limits]\ntext =", 2, "it is no TOML"),
        ("[limits]\ntext = 3\ntext = 4", 3, "it is no TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, line: int, says: str) -> None:
    """With the file, the line and what was expected."""
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as raised:
        configured(path)
    assert str(raised.value).startswith(f"{path}, line {line}: ")
    assert says in str(raised.value)


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    """A folder, or bytes that are no text."""
    with pytest.raises(SettingsError, match="cannot be read: Is a directory"):
        configured(tmp_path)
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is not UTF-8"):
        configured(path)


def test_a_load_keeps_to_the_limits(
    conflict: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is beyond them is reported in its place; a wrong file stops before anything is read."""
    settings = tmp_path / "settings.toml"
    monkeypatch.setenv("CONFLICT_TUI_SETTINGS", str(settings))
    for name in ("long", "short"):
        text = "On July 31, the ministry announced the capture of the town. "
        Path(tmp_path, f"{name}.txt").write_text(text * (20 if name == "long" else 1))
    settings.write_text("[limits]\ntext = 500\n")
    ran = conflict("load", tmp_path / "long.txt", tmp_path / "short.txt")
    assert ran.status == 1
    assert "at most 500 are read" in ran.out
    assert "1 failed" in ran.out
    assert "1 added" in ran.out
    settings.write_text("[limits]\ntext = 'many'\n")
    ran = conflict("load", tmp_path / "short.txt")
    assert ran.status == 1
    assert "settings.toml, line 2: text must be" in ran.err
