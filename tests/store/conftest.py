"""A store in a temporary folder, empty or with the desk's three articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from store.database import Store, open_store
from tests.store.desk import fill

# A busy machine is no failure: properties are tried, never timed.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(tmp_path / "desk.db") as store:
        yield store


@pytest.fixture
def desk(empty: Store) -> Store:
    """A store with three articles and seven claims on the timeline."""
    fill(empty)
    return empty
