"""The options of the long forms, the processes that are killed, and stores to work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.driver import ARTICLES, Driver


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known where this folder is named on the command line; the quick form needs neither."""
    parser.addoption("--kills", type=int, default=40, help="How many processes to kill.")
    parser.addoption("--company", type=float, default=15, help="Seconds of two writers, a reader.")


@pytest.fixture(scope="session")
def driver() -> Iterator[Driver]:
    """What starts commands as processes of their own."""
    with Driver() as driver:
        yield driver


@pytest.fixture(scope="session")
def loaded(driver: Driver, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles and some decisions, not to be changed."""
    path = tmp_path_factory.mktemp("loaded") / "desk.db"
    assert driver.run(path, ["load", *ARTICLES]).status == 0
    keys = [line["id"] for line in driver.run(path, ["list", "--json"]).records]
    done = driver.run(
        path,
        ["tag", ",".join(keys[:9]), "first"],
        ["judge", ",".join(keys[3:6]), "false"],
        ["note", keys[4], "ask the desk"],
        ["undo"],
    )
    assert done.status == 0
    return path
