"""The sample articles are found from a checkout and from an installed wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from store.samples import folder

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("inside", [True, False], ids=["installed", "checkout"])
def test_the_finder_prefers_the_folder_inside_the_package(tmp_path: Path, inside: bool) -> None:
    """Inside the package when it is there, else beside it."""
    package = tmp_path / "store"
    expected = package / "sample_data" if inside else tmp_path / "sample_data"
    expected.mkdir(parents=True)
    assert folder(package) == expected


def test_a_checkout_has_at_least_eight_articles() -> None:
    """The demo has something to show."""
    assert len([p for p in folder().iterdir() if p.suffix in {".md", ".txt", ".jsonl"}]) >= 8


def test_the_wheel_carries_samples_lexicons_and_type_marks(tmp_path: Path) -> None:
    """A wheel built from here is whole."""
    pytest.importorskip("hatchling", reason="hatchling is not installed: no wheel can be built")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "store/py.typed",
        "tui/py.typed",
        "store/sample_data/01-chasov-yar-announced.md",
        "store/lexicons/en/dates.toml",
    } <= names
