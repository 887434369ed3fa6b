"""A way to run ``conflict-tui`` on a store of its own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.samples import articles
from tui.cli import run


class Ran(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The output read as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Runner = Callable[..., Ran]


@pytest.fixture
def conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Runner:
    """Run the command line with words, on a store in a folder of this test."""
    monkeypatch.setenv("CONFLICT_TUI_STORE", str(tmp_path / "claims.db"))
    monkeypatch.setenv("CONFLICT_TUI_USER", "tester")

    def ran(*words: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        status = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran


@pytest.fixture
def loaded(conflict: Runner) -> Runner:
    """The same, with the sample articles in the store."""
    assert conflict("load", *articles()).status == 0
    return conflict
