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


class Welcome(Static, can_focus=True):
    """Shown in place of the panels while the store holds no claims."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("welcome")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"welcome--title", "welcome--command", "welcome--muted"}

    store_path: reactive[str] = reactive("")

    class DemoWanted(Message):
        """The demo is to be opened."""

    def render(self) -> Content:
        """What to type, and what to press."""
        return Content.assemble(
            ("No claims yet\n\n", ".welcome--title"),
            "Load articles and posts from the command line:\n\n",
            ("  conflict-tui load inbox/\n", ".welcome--command"),
            ("  conflict-tui load article.txt --published 2025-08-03\n\n", ".welcome--command"),
            "They appear here as they come in.\n\n",
            ("Enter", ".welcome--command"),
            " opens the demo, which has articles of its own.\n\n",
            (f"store  {printable(self.store_path)}", ".welcome--muted"),
        )

    def action_demo(self) -> None:
        """Enter."""
        self.post_message(self.DemoWanted())
