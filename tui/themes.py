"""The colours: one accent over calm greys, dark and light. Colour never says a thing alone.

>>> DARK.dark, LIGHT.dark
(True, False)
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="conflict-dark",
    primary="#7aa2c8",
    secondary="#8fa3b8",
    accent="#e0a458",
    foreground="#d3d7dc",
    background="#14171b",
    surface="#191d22",
    panel="#22272e",
    success="#7fb685",
    warning="#e0a458",
    error="#e07a6e",
    dark=True,
    variables={
        "muted": "#8a939e",
        "faint": "#5c6570",
        "line": "#262c34",
        "border": "#39414b",
        "border-blurred": "#2b3138",
        "block-cursor-text-style": "none",
    },
)
LIGHT = Theme(
    name="conflict-light",
    primary="#2f5f8f",
    secondary="#5a6b7d",
    accent="#a85f00",
    foreground="#23282e",
    background="#fbfaf7",
    surface="#f5f3ee",
    panel="#e8e5dd",
    success="#2e6f40",
    warning="#a85f00",
    error="#a8332a",
    dark=False,
    variables={
        "muted": "#6a6f76",
        "faint": "#9a9890",
        "line": "#e6e1d6",
        "border": "#b9b4a8",
        "border-blurred": "#d4d0c6",
        "block-cursor-text-style": "none",
    },
)

# For themes that are not ours, those of ANSI colours among them.
DEFAULTS = {
    "muted": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "line": "ansi_black",
}
"""What our own variables are in a theme that does not set them."""
