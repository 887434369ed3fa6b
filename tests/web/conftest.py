"""A server on the loopback address for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Store, open_store
from tests.web.server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server with a page and a feed."""
    with serving() as running:
        yield running


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(tmp_path / "desk.db") as store:
        yield store
