"""What the tests of the terminal share."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.tui.asking import Asking, Host


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ask() -> AsyncIterator[Asking]:
    """A running app to ask dialogs in, one for all tests of a module (starting it takes longest).

    Tests that use it are marked ``asking.live``, so that they run in its event loop.
    """
    async with Host().run_test(size=Asking.SIZE) as pilot:
        yield Asking(pilot)
