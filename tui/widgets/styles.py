"""The looks of parts as Rich styles, each worked out once.

``PartStyles(widget, "timeline")["place"]`` is what ``tui.looks`` says of that part; a part that it
does not know looks like the text around it, several apart by spaces add up. They are not component
classes of the style sheet: eighty of those took 50 ms at each change of a class or of the focus.

>>> PartStyles.__getitem__.__doc__
'The style of a part, or of several apart by spaces.'
"""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from tui.looks import look


class PartStyles:
    """A cache of the styles of one widget and its parts; ``clear`` it when the colours change."""

    def __init__(self, widget: Widget, panel: str) -> None:
        self._widget = widget
        self._panel = panel
        self._known: dict[str, Style] = {"": Style.null()}
        self._mixed: dict[tuple[str, str], Style] = {}
        self._base: Style | None = None

    @property
    def base(self) -> Style:
        """The style of the widget itself, which takes Textual 0.1 ms to put together."""
        if self._base is None:
            self._base = self._widget.rich_style
        return self._base

    def __getitem__(self, part: str) -> Style:
        """The style of a part, or of several apart by spaces."""
        style = self._known.get(part)
        if style is None:
            style = self._known[part] = Style.combine(self._one(name) for name in part.split())
        return style

    def on(self, ground: str, part: str) -> Style:
        """The style of a part on a line that has a style of its own, on that of the widget."""
        style = self._mixed.get((ground, part))
        if style is None:
            style = self._mixed[ground, part] = self.base + self[ground] + self[part]
        return style

    def clear(self) -> None:
        """Forget what was resolved."""
        self._known = {"": Style.null()}
        self._mixed.clear()
        self._base = None

    def _one(self, part: str) -> Style:
        app = self._widget.app
        wanted = look(self._panel, part, colourless=app.no_color)
        return app.stylesheet.parse_style(wanted).rich_style
