"""What starts commands as processes of their own, and how large hostile files are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.driver import Driver


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known where this folder is named on the command line; the quick form does not need it."""
    parser.addoption("--hurt", type=int, default=1, help="How many times larger files are made.")


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """One for all tests here."""
    with Driver() as driver:
        yield driver
