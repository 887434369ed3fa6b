"""How much is streamed: little on every change, a whole export when asked for."""

from __future__ import annotations

import pytest

FEW = 600


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known where this folder is named on the command line."""
    parser.addoption("--messages", type=int, default=FEW, help="How many to stream.")


@pytest.fixture
def messages(request: pytest.FixtureRequest) -> int:
    """How many to stream."""
    return int(request.config.getoption("--messages", FEW))
