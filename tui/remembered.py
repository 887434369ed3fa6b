"""What the screen remembers over restarts: order, light or dark, how the panels share it.

It lies beside the store in a small JSON file; what cannot be read is as good as not there.

>>> beside(Path("/data/desk.db")).name
'desk.view.json'
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

SHARES = (30, 40, 50, 55, 60, 70, 80)
"""Per cent of the screen that the timeline can take."""


class Remembered(NamedTuple):
    """How the screen was left: ``share`` is the timeline's part of it, in per cent."""

    oldest_first: bool = False
    light: bool = False
    share: int = 55


def beside(store: Path) -> Path:
    """The file that goes with a store."""
    return store.with_suffix(".view.json")


def recall(path: Path) -> Remembered:
    """What was remembered; the defaults for everything that is missing or makes no sense."""
    try:
        written = path.read_text("utf-8")
    except (OSError, ValueError):
        return Remembered()
    return _understood(written)


def _understood(written: str) -> Remembered:
    import json  # 3 ms, where there is something to read

    try:
        found = json.loads(written)
    except ValueError:
        return Remembered()
    if not isinstance(found, dict):
        return Remembered()
    share = found.get("share")
    return Remembered(
        oldest_first=found.get("oldest_first") is True,
        light=found.get("light") is True,
        share=share if share in SHARES else Remembered().share,
    )


def remember(path: Path, now: Remembered) -> None:
    """Write it down; a folder that cannot be written to is no reason to complain."""
    import json

    with suppress(OSError):
        path.write_text(json.dumps(now._asdict()) + "\n", "utf-8")
