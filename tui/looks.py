"""How the parts of the screen look: the colours of both themes, and what each part wears.

A look is written as Textual writes styles: attributes, then a colour of the theme by name, then
what it lies on. Colour never says a thing alone: attributes (bold, underline, italic, reverse),
glyphs and words say the same. Nothing is imported, so that the first rows can be painted before
Textual is there.

>>> look("timeline", "place"), look("header", "chip")
('bold $foreground', 'bold $background on $primary')
>>> look("header", "chip", colourless=True)
'bold reverse'
>>> look("timeline", "a part that looks like the text around it")
''
"""

from __future__ import annotations

from collections.abc import Mapping

DARK: Mapping[str, str] = {
    "primary": "#7aa2c8",
    "secondary": "#8fa3b8",
    "accent": "#e0a458",
    "foreground": "#d3d7dc",
    "background": "#14171b",
    "surface": "#191d22",
    "panel": "#22272e",
    "success": "#7fb685",
    "warning": "#e0a458",
    "error": "#e07a6e",
    "muted": "#8a939e",
    "faint": "#5c6570",
    "line": "#262c34",
    "border": "#39414b",
    "border-blurred": "#2b3138",
}
LIGHT: Mapping[str, str] = {
    "primary": "#2f5f8f",
    "secondary": "#5a6b7d",
    "accent": "#a85f00",
    "foreground": "#23282e",
    "background": "#fbfaf7",
    "surface": "#f5f3ee",
    "panel": "#e8e5dd",
    "success": "#2e6f40",
    "warning": "#a85f00",
    "error": "#a8332a",
    "muted": "#6a6f76",
    "faint": "#9a9890",
    "line": "#e6e1d6",
    "border": "#b9b4a8",
    "border-blurred": "#d4d0c6",
}

_FLAGS = {
    "flag": "$foreground",
    "flag-doubt": "$warning",
    "flag-against": "$error",
    "flag-firm": "$success",
    "flag-aside": "$secondary",
}
LOOKS: Mapping[str, Mapping[str, str]] = {
    "header": {
        "name": "bold $primary",
        "counts": "$foreground",
        "chip": "bold $background on $primary",
        "chip-off": "strike $muted on $border-blurred",
        "search": "bold $accent",
        "selected": "bold $accent",
        "place": "$muted",
    },
    "histogram": {
        "bar": "$primary",
        "all": "$secondary",
        "range": "bold underline",
        "cursor": "$accent",
        "label": "$muted",
    },
    "bar": {"key": "bold $accent", "word": "$muted"},
    "welcome": {"title": "bold $primary", "command": "bold $accent", "muted": "$muted"},
    "timeline": {
        **_FLAGS,
        "heading": "bold $primary",
        "muted": "$faint",
        "cursor": "on $line",
        "pointer": "$accent",
        "selected": "bold $accent",
        "hit": "bold $accent",
        "unseen": "$primary",
        "date-bar": "$faint",
        "place": "bold $foreground",
        "quote": "$muted",
        "quote-unseen": "$foreground",
        "others": "bold $secondary",
        "origin": "italic $secondary",
        "verdict": "bold $foreground",
        "tag": "$accent",
        "note": "$accent",
    },
    # The claim by bar and ground, date underlined, hop bold and underlined, place in italics.
    "source": {
        "this": "on $line",
        "date": "underline $primary",
        "hop": "bold underline $accent",
        "hedge": "italic underline $error",
        "place": "italic $success",
        "title": "bold",
        "skipped": "$faint",
        "gutter-this": "$accent",
        "gutter-other": "$border",
        "marked": "$background on $accent",
        "caret": "reverse",
    },
    "card": {
        **_FLAGS,
        "label": "$muted",
        "muted": "$muted",
        "source": "bold",
        "hop": "bold underline $accent",
        "date": "underline $primary",
        "place": "italic $success",
        "hedge": "italic $error",
        "caution": "$warning",
        "verdict": "bold",
        "grade": "bold",
        "tag": "$accent",
        "note": "italic",
        "hand": "$accent",
    },
}
"""By panel and part."""
COLOURLESS: Mapping[tuple[str, str], str] = {
    ("timeline", "cursor"): "reverse",
    ("header", "chip"): "bold reverse",
    ("histogram", "cursor"): "reverse",
    ("source", "this"): "bold",
    ("source", "marked"): "reverse",
    ("source", "caret"): "bold reverse",
}
"""What says by attributes alone what is else said by the colour of the ground."""


def look(panel: str, part: str, *, colourless: bool = False) -> str:
    """The look of a part; "" for one that looks like the text around it."""
    wanted = LOOKS[panel].get(part, "")
    return COLOURLESS.get((panel, part), wanted) if colourless else wanted
