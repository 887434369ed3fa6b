"""Correct which words of its document a claim is, by moving the two ends of its span.

>>> text = "On July 31, the village fell."
>>> moved(text, Span(12, 15), "end", 1).cut(text)
'the village'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from store.model import Span
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Page, words

AROUND = 600
"""How far from an end, in code points, the next word is looked for."""
ROOM, LITTLE_ROOM = 420, 120
_WORD = re.compile(r"\w+|[^\w\s]")
Edge = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class SpanCorrection:
    """The span that the claim is; None goes back to the loader's."""

    span: Span | None


def moved(text: str, span: Span, edge: Edge, steps: int, *, by_word: bool = True) -> Span:
    """The span with one end moved by a step on (1) or back (-1), never empty, inside the text."""
    start, end = span
    move = _by_word if by_word else _by_point
    if edge == "start":
        return Span(min(move(text, start, edge, steps), end - 1), end)
    return Span(start, max(move(text, end, edge, steps), start + 1))


def _by_point(text: str, position: int, edge: Edge, steps: int) -> int:
    del edge
    return min(max(position + steps, 0), len(text))


def _by_word(text: str, position: int, edge: Edge, steps: int) -> int:
    """The nearest start (or end) of a word before or after a position, else the position."""
    low, high = max(0, position - AROUND), min(len(text), position + AROUND)
    found = _WORD.finditer(text, low, high)
    edges = [word.start() if edge == "start" else word.end() for word in found]
    before = [at for at in edges if at < position]
    after = [at for at in edges if at > position]
    return min(after, default=position) if steps > 0 else max(before, default=position)


class SpanDialog(Dialog[SpanCorrection]):
    """Show the span in its text, between brackets, and move its ends."""

    KEYS = "the end: ← → by word, , . by letter · the start: shift+← → by word, < > by letter"
    heading = "Correct the words"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("correct"),
        Binding("right,l", "move('end', 1)", show=False),
        Binding("left,h", "move('end', -1)", show=False),
        Binding("shift+right,L", "move('start', 1)", show=False),
        Binding("shift+left,H", "move('start', -1)", show=False),
        Binding("full_stop", "nudge('end', 1)", show=False),
        Binding("comma", "nudge('end', -1)", show=False),
        Binding("greater_than_sign", "nudge('start', 1)", show=False),
        Binding("less_than_sign", "nudge('start', -1)", show=False),
        Binding("ctrl+r", "revert", "the loader's"),
    ]

    def __init__(self, text: str, span: Span) -> None:
        super().__init__()
        self.text, self.first, self.span = text, span, span

    def body(self) -> ComposeResult:
        """The keys that move, and the words with their surroundings."""
        yield Static(self.KEYS, id="moves", classes="quiet spare", markup=False)
        with Page(id="page"):
            yield Static(self._shown(), id="context")

    def action_move(self, edge: Edge, steps: int) -> None:
        """Move an end by a word."""
        self._show(moved(self.text, self.span, edge, steps))

    def action_nudge(self, edge: Edge, steps: int) -> None:
        """Move an end by a letter."""
        self._show(moved(self.text, self.span, edge, steps, by_word=False))

    def action_revert(self) -> None:
        """Back to the loader's words."""
        self.dismiss(SpanCorrection(None))

    def action_accept(self) -> None:
        """Give the span; nothing where it is as it was."""
        self.dismiss(SpanCorrection(self.span) if self.span != self.first else None)

    def _show(self, span: Span) -> None:
        self.span = span
        self.query_one("#context", Static).update(self._shown())

    def _shown(self) -> Content:
        return in_context(self.text, self.span, LITTLE_ROOM if self.narrow else ROOM)


def in_context(text: str, span: Span, room: int = ROOM) -> Content:
    """The span in bold between brackets, with a little of what stands around it.

    A long span shows its two ends, about ``room`` characters in all, since they are what moves.

    >>> str(in_context("the village fell", Span(4, 11)))
    'the [village] fell'
    """
    before = text[max(0, span.start - room // 3) : span.start]
    after = text[span.end : span.end + room // 2]
    inside = span.cut(text)
    if len(inside) > room:
        inside = f"{inside[: room // 2]} … {inside[-room // 2 :]}"
    return Content.assemble(
        words(before, "dim"), "[", words(inside, "bold"), "]", words(after, "dim")
    )
