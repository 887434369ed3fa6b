"""How the app takes over a terminal on which the first rows stand already.

>>> taking_over.__doc__
'A driver that leaves the rows there until Textual has painted its own first screen.'
"""

from __future__ import annotations

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui.early import ENTER, Early


def taking_over(early: Early) -> type[Driver]:
    """A driver that leaves the rows there until Textual has painted its own first screen."""

    class Takeover(LinuxDriver):
        def write(self, data: str) -> None:
            """Enter the other screen when coming back to it only: entering empties it."""
            if data == ENTER and not early.taken:
                early.taken = True
            else:
                super().write(data)

    return Takeover
