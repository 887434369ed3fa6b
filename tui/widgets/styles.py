"""The looks of parts: a component class of the style sheet for each, resolved once.

``PartStyles(widget, "timeline")["place"]`` is the Rich style of ``.timeline--place``; a part that
the style sheet does not know looks like the text around it, several apart by spaces add up.

>>> PartStyles.__getitem__.__doc__
'The style of a part, or of several apart by spaces.'
"""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class PartStyles:
    """A cache of the styles of one widget and its parts; ``clear`` it when the colours change."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._known: dict[str, Style] = {"": Style.null()}
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

    def clear(self) -> None:
        """Forget what was resolved."""
        self._known = {"": Style.null()}
        self._base = None

    def _one(self, part: str) -> Style:
        name = f"{self._prefix}--{part}"
        return self._widget.get_component_rich_style(name, partial=True, default=Style.null())
