r"""A document's text wrapped to a width, every line a span of it, with its marks in place.

Offsets are the document's own: what is shown on a line is cut from the text, never copied and
changed, so that a column leads back to its code point.

>>> page = Article("The village was seized.\nSo they say.", 12)
>>> [line.cut(page.text) for line in page.lines]
['The village', 'was seized.', 'So they say.']
>>> page.offset_at(1, 4), page.line_at(16)
(16, 1)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from store.dating import Span
from store.plain import printable
from tui.render import Piece

if TYPE_CHECKING:
    from store.query import DocumentView

Styled: TypeAlias = tuple[Span, str]

REACH = 150_000
"""Code points shown on each side of the claim; wrapping both sides takes about 20 ms."""

CLAIMS = frozenset({"claim", "repeat"})
_PHYSICAL_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|\Z)")
_WORD = re.compile(r"\S+")


class Article:
    """A wrapped text: ``lines`` are spans of ``text``, none wider than ``width`` cells.

    ``marks`` are spans and the styles they are shown in; they may overlap.
    Only the stretch ``shown`` is laid out: all of it, or REACH to each side of ``around``.
    """

    def __init__(
        self, text: str, width: int, marks: Sequence[Styled] = (), around: int = 0
    ) -> None:
        self.text = text
        self.shown = _excerpt(text, around)
        self.lines: list[Span] = list(_wrap(text, max(1, width), self.shown))
        self._starts = [line.start for line in self.lines]
        self._marks = self._by_line(marks)

    def line_at(self, offset: int) -> int:
        """The line an offset stands on; the end of the line before where it stands on none."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def offset_at(self, line: int, column: int) -> int:
        """The offset of the character at a column of a line, its last where it is shorter."""
        span = self.lines[max(0, min(line, len(self.lines) - 1))]
        used = 0
        for offset in range(span.start, span.end):
            used += cell_len(printable(self.text[offset]))
            if used > column:
                return offset
        return max(span.start, span.end - 1)

    def column_of(self, offset: int) -> int:
        """The column at which the character at an offset begins."""
        span = self.lines[self.line_at(offset)]
        return cell_len(printable(self.text[span.start : min(offset, span.end)]))

    def styles_on(self, line: int) -> frozenset[str]:
        """The styles of the marks that touch a line."""
        return frozenset(style for _, style in self._marks.get(line, ()))

    def pieces(self, line: int, own: Iterable[Styled] = ()) -> Iterator[Piece]:
        """A line in pieces, each with the styles of the marks over it, apart by spaces.

        ``own`` are marks that come and go: the reader's caret, words being marked.
        """
        span = self.lines[line]
        marks = list(self._marks.get(line, ()))
        marks += [(marked, style) for marked, style in own if marked.overlaps(span)]
        cuts = {span.start, span.end}
        for marked, _ in marks:
            cuts.update((max(span.start, marked.start), min(span.end, marked.end)))
        for start, end in pairwise(sorted(cuts)):
            over = (style for marked, style in marks if marked.covers(Span(start, end)))
            yield Piece(printable(self.text[start:end]), " ".join(dict.fromkeys(over)))

    def word(self, offset: int) -> Span:
        """The word at an offset, else the next one, else the last."""
        start = offset
        while start > self.shown.start and not self.text[start - 1].isspace():
            start -= 1
        found = _WORD.search(self.text, start, self.shown.end)
        return Span(*found.span()) if found else Span(offset, min(offset + 1, self.shown.end))

    def next_word(self, offset: int) -> Span:
        """The word after the one at an offset; that one itself at the end."""
        here = self.word(offset)
        if offset < here.start:
            return here
        found = _WORD.search(self.text, here.end, self.shown.end)
        return Span(*found.span()) if found else here

    def previous_word(self, offset: int) -> Span:
        """The word before the one at an offset, that one's own start from within it."""
        end = offset
        while end > self.shown.start and self.text[end - 1].isspace():
            end -= 1
        return self.word(max(self.shown.start, end - 1))

    def _by_line(self, marks: Sequence[Styled]) -> dict[int, list[Styled]]:
        lines: dict[int, list[Styled]] = defaultdict(list)
        for span, style in marks:
            if self.lines and span.overlaps(self.shown):
                last = self.line_at(max(span.start, span.end - 1))
                for line in range(self.line_at(span.start), last + 1):
                    lines[line].append((span, style))
        return dict(lines)


def styled(document: DocumentView, claim: int | None) -> list[Styled]:
    """A document's marks in the styles of the screen: "this" claim apart from every "other"."""
    marks: list[Styled] = [(span, "skipped") for span in document.skipped]
    if document.title_span:
        marks.append((document.title_span, "title"))
    for mark in document.marks:
        if mark.style in CLAIMS:
            marks.append((mark.span, "this" if mark.claim == claim else "other"))
        else:
            marks.append((mark.span, mark.style))
    return marks


def claim_at(document: DocumentView, offset: int) -> int | None:
    """The claim whose words, or repeat, an offset lies in; of several the one with fewest words."""
    over = [m for m in document.marks if m.style in CLAIMS and m.span.start <= offset < m.span.end]
    return min(over, key=lambda m: m.span.end - m.span.start).claim if over else None


def _excerpt(text: str, around: int) -> Span:
    """All of a text, or of a very long one the stretch around an offset."""
    if len(text) <= 2 * REACH:
        return Span(0, len(text))
    start = max(0, min(around - REACH, len(text) - 2 * REACH))
    return Span(start, start + 2 * REACH)


def _wrap(text: str, width: int, shown: Span) -> Iterator[Span]:
    position = shown.start
    if not shown.end:
        yield Span(0, 0)
    while position < shown.end:
        found = _PHYSICAL_LINE.match(text, position, shown.end)
        end = found.end() if found else shown.end
        content = text[position:end].rstrip("\r\n")
        yield from _wrap_line(content, position, width)
        position = max(end, position + 1)


def _wrap_line(content: str, offset: int, width: int) -> Iterator[Span]:
    """Greedy: as many words as fit; a word wider than the line is cut."""
    plain = _is_plain(content)
    start = 0
    while start < len(content):
        end = start + width if plain else _reach(content, start, width)
        if end < len(content):
            end = _last_break(content, start, end)
        yield Span(offset + start, offset + min(end, len(content)))
        start = _skip_spaces(content, end)
    if not content:
        yield Span(offset, offset)


def _is_plain(content: str) -> bool:
    """Whether every character takes one cell; most lines do, and are wrapped by arithmetic."""
    shown = printable(content)
    return len(shown) == len(content) == cell_len(shown)


def _reach(content: str, start: int, width: int) -> int:
    """How far the characters from ``start`` on fit into a width: at least by one."""
    used = 0
    for position in range(start, len(content)):
        used += cell_len(printable(content[position]))
        if used > width and position > start:
            return position
    return len(content)


def _last_break(content: str, start: int, end: int) -> int:
    """Where a line that may reach to ``end`` ends: after its last whole word, if it has one."""
    if content[end].isspace():
        return end
    space = content.rfind(" ", start, end)
    return space if space > start else end


def _skip_spaces(content: str, position: int) -> int:
    while position < len(content) and content[position].isspace():
        position += 1
    return position
