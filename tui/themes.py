"""The two themes of ``tui.looks``, as Textual wants them: one accent over calm greys.

>>> DARK.dark, LIGHT.dark
(True, False)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.theme import Theme

from tui import looks

OURS = ("muted", "faint", "line", "border", "border-blurred")
"""The colours that Textual's themes have no field for."""


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    variables = {colour: colours[colour] for colour in OURS}
    fields: dict[str, Any] = {name: colours[name] for name in colours if name not in OURS}
    variables["block-cursor-text-style"] = "none"
    return Theme(name=name, dark=dark, variables=variables, **fields)


DARK = _theme("conflict-dark", looks.DARK, dark=True)
LIGHT = _theme("conflict-light", looks.LIGHT, dark=False)

# For themes that are not ours, those of ANSI colours among them.
DEFAULTS = {
    "muted": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "line": "ansi_black",
}
"""What our own variables are in a theme that does not set them."""
