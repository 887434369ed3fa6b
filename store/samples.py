"""Where the sample articles lie: inside the package when installed, beside it in a checkout.

>>> (folder() / "01-chasov-yar-announced.md").is_file()
True
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def articles() -> list[Path]:
    """The sample articles, in the order of their numbers."""
    return sorted(folder().glob("[0-9]*"))


def folder(package: Path = PACKAGE) -> Path:
    """The folder of sample articles that goes with a ``store`` package."""
    inside = package / "sample_data"
    return inside if inside.is_dir() else package.parent / "sample_data"
