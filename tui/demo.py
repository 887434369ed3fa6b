"""The demo's store: the sample articles, kept between runs.

>>> leftovers(Path("demo.db"))[-1].name
'demo.view.json'
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from store.database import open_store
from store.load import load
from store.query import documents
from store.readers import read
from store.samples import articles
from tui.remembered import beside


def fill(path: Path) -> None:
    """Load the sample articles into a store that is still empty: what was forgotten stays so."""
    with open_store(path) as store:
        if documents(store):
            return
        load(store, read(articles()), who="demo", now=datetime.now(UTC))


def reset(path: Path) -> None:
    """Remove the demo's store and what is kept beside it."""
    for leftover in leftovers(path):
        leftover.unlink(missing_ok=True)


def leftovers(path: Path) -> tuple[Path, ...]:
    """All files that go with a store: SQLite's two, and how its screen was left."""
    return (path, Path(f"{path}-wal"), Path(f"{path}-shm"), beside(path))
