"""Load what the first keys will want, once the first screen is up.

A dialog that is imported when its key is pressed opens a tenth of a second late on a slow machine,
and a key typed meanwhile goes to the screen below.

>>> "tui.screens.tags" in DECIDING
True
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module

READING = (
    "store.query.cards",
    "store.query.library",
    "tui.screens.filter",
    "tui.screens.why",
    "tui.screens.chain",
    "tui.screens.help",
)
DECIDING = (
    "store.edits",
    "tui.screens.tags",
    "tui.screens.verdict",
    "tui.screens.note",
    "tui.screens.grade",
)
"""What takes 3 MB and is of no use in a store that is only read."""

KEPT = 131_072
"""Bytes freed from which on they go back to the system; glibc begins with as many."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def warm(*, readonly: bool) -> None:
    """Import them; what is imported already costs nothing.

    By then the first screen stands, and no more of it is garbage than of what is imported: a look
    for garbage among all of it took 30 ms of a key.
    """
    for name in READING if readonly else (*READING, *DECIDING):
        import_module(name)
    gc.freeze()
    if sys.platform == "linux":
        _give_back()


def _give_back() -> None:
    """Have glibc return what is freed, not keep more and more of it: 13 MB after a large search.

    It keeps as much as the largest block that was ever freed, unless it is told what to keep.
    """
    import ctypes

    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:  # musl has none, and needs none
        for option in (_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD):
            set_option(option, KEPT)
