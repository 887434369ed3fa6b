"""Where a person types; nothing that acts on the terminal gets in, be it from the store or pasted.

Textual draws what such a widget holds as it is, control characters included.

>>> TypedLine().value
''
"""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input, TextArea

from store.plain import passage, printable


class TypedLine(Input):
    """A line of text."""

    def validate_value(self, value: str) -> str:
        """Whatever becomes the value, by whichever way, is printable."""
        return printable(value)


class TypedText(TextArea):
    """A text of several lines."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(passage(text), id=id, compact=True, soft_wrap=True)
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Clean what is pasted before it is taken in."""
        event.text = passage(event.text)
