"""Load what the first keys will want, once the first screen is up.

A dialog that is imported when its key is pressed opens a tenth of a second late on a slow machine,
and a key typed meanwhile goes to the screen below.

>>> "tui.screens.tags" in MODULES
True
"""

from __future__ import annotations

from importlib import import_module

MODULES = (
    "store.query.cards",
    "store.query.library",
    "store.edits",
    "tui.screens.tags",
    "tui.screens.verdict",
    "tui.screens.note",
    "tui.screens.grade",
    "tui.screens.filter",
    "tui.screens.why",
    "tui.screens.chain",
    "tui.screens.help",
)
"""In the order in which they are likely to be wanted."""


def warm() -> None:
    """Import them; what is imported already costs nothing."""
    for name in MODULES:
        import_module(name)
