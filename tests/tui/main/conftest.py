"""A desk for each test, copied from one that is made once; no waiting for the cursor to rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.desk import make_desk
from tui.screens.ledger import Ledger


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk as it was loaded."""
    return make_desk(tmp_path_factory.mktemp("desk") / "desk.db")


@pytest.fixture
def desk(made_desk: Path, tmp_path: Path) -> Path:
    """A copy to work on."""
    copied = shutil.copytree(made_desk.parent, tmp_path / "desk")
    return copied / "desk.db"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read as soon as the cursor moves, in colours that no environment changes."""
    monkeypatch.setattr(Ledger, "rest", 0)
    monkeypatch.delenv("NO_COLOR", raising=False)
