"""The page of an empty store: how to load, and the demo.

>>> Welcome.can_focus
True
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from store.plain import printable
from tui.keys import bindings
from tui.looks import LOOKS

WORN = LOOKS["welcome"]


class Welcome(Static, can_focus=True):
    """Shown in place of the panels while the store holds no claims."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("welcome")

    store_path: reactive[str] = reactive("")

    class DemoWanted(Message):
        """The demo is to be opened."""

    def render(self) -> Content:
        """What to type, and what to press."""
        return Content.assemble(
            ("No claims yet\n\n", WORN["title"]),
            "Load articles and posts from the command line:\n\n",
            ("  conflict-tui load inbox/\n", WORN["command"]),
            (
                "  conflict-tui load article.txt --published 2025-08-03\n\n",
                WORN["command"],
            ),
            "They appear here as they come in.\n\n",
            ("Enter", WORN["command"]),
            " opens the demo, which has articles of its own.\n\n",
            (f"store  {printable(self.store_path)}", WORN["muted"]),
        )

    def action_demo(self) -> None:
        """Enter."""
        self.post_message(self.DemoWanted())
