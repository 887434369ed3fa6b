"""The source panel: a document's whole text, wrapped, scrolled to the claim, its parts marked.

State comes down in ``reading``; ``Marked`` and ``Followed`` go up. In here a cursor walks through
the words, and a stretch of them can be marked with keys or mouse, to be added as a claim.

>>> SourceText.can_focus
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.model import Span
from tui.article import Article, Styled, claim_at, styled
from tui.keys import bindings
from tui.shown import Reading
from tui.widgets.styles import PartStyles

GUTTER = 2
WHEEL = 3
PARTS = (
    *("this", "other", "date", "hop", "hedge", "place", "title", "skipped"),
    *("caret", "marked", "gutter-this", "gutter-other"),
)


class SourceText(ScrollView, can_focus=True):
    """A document on the screen; ``caret`` is an offset in its text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("source")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"source--{part}" for part in PARTS}
    ALLOW_SELECT = False

    reading: reactive[Reading] = reactive(Reading)

    @dataclass
    class Marked(Message):
        """These words are marked, or none."""

        span: Span | None

    @dataclass
    class Followed(Message):
        """The claim to go to."""

        claim: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article = Article("", 1)
        self.caret = 0
        self._anchor: Span | None = None
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(500)
        self._styles = PartStyles(self, "source")

    @property
    def marked(self) -> Span | None:
        """The words marked, from the first of them to the last."""
        if self._anchor is None:
            return None
        start = min(self._anchor.start, self.caret)
        return Span(start, max(self._anchor.end, self.caret + 1))

    # -- what comes down ----------------------------------------------------------------------

    def watch_reading(self, before: Reading, reading: Reading) -> None:
        """Show another document, or another claim of this one."""
        claim = reading.card.span.start if reading.card else 0
        if _key(before) != _key(reading):
            self.caret = claim
            self.unmark()
        self._lay_out()
        if _key(before) != _key(reading):
            line = self.article.line_at(claim) - self.size.height // 3
            self.call_after_refresh(self._scroll, line)

    def on_resize(self) -> None:
        """Wrap the text to the new width and keep the caret where it was."""
        if self.article_width != self._laid_out_for:
            self._lay_out()
            line = self.article.line_at(self.caret) - self.size.height // 3
            self.call_after_refresh(self._scroll, line)

    @property
    def article_width(self) -> int:
        """Cells for the text: the panel less gutter and a margin."""
        return max(1, self.size.width - GUTTER - 1)

    _laid_out_for = 0

    def _lay_out(self) -> None:
        card, document = self.reading.card, self.reading.document
        text = document.text if document else ""
        marks = styled(document, card.row.id if card else None) if document else []
        self._laid_out_for = self.article_width
        self.article = Article(text, self.article_width, marks, self.caret)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self.article.lines))
        self.refresh()

    def notify_style_update(self) -> None:
        """Colours changed: nothing drawn so far is of use."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Look the line up, or draw it; the caret and marked words are drawn each time."""
        line = y + self.scroll_offset.y
        if line >= len(self.article.lines):
            return Strip.blank(self.size.width, self.rich_style)
        own = tuple(m for m in self._own_marks() if m[0].overlaps(self.article.lines[line]))
        key = (line, own)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(line, own)
        return strip.crop_extend(0, self.size.width, self.rich_style)

    def _draw(self, line: int, own: tuple[Styled, ...]) -> Strip:
        base = self.rich_style
        pieces = self.article.pieces(line, own)
        text = [Segment(text, base + self._styles[part]) for text, part in pieces]
        return Strip([self._gutter(line), *text])

    def _gutter(self, line: int) -> Segment:
        styles = self.article.styles_on(line)
        if "this" in styles:
            return Segment("▌ ", self.rich_style + self._styles["gutter-this"])
        bar = "│ " if "other" in styles else "  "
        return Segment(bar, self.rich_style + self._styles["gutter-other"])

    def _own_marks(self) -> list[Styled]:
        marks: list[Styled] = []
        if marked := self.marked:
            marks.append((marked, "marked"))
        if self.has_focus:
            marks.append((Span(self.caret, self.caret + 1), "caret"))
        return marks

    def on_focus(self) -> None:
        """Show the caret."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()

    # -- moving -------------------------------------------------------------------------------

    def go(self, offset: int) -> None:
        """Put the caret on a character, and scroll as little as needed."""
        shown = self.article.shown
        self.caret = max(shown.start, min(offset, shown.end - 1))
        line, top = self.article.line_at(self.caret), self.scroll_offset.y
        height = max(1, self.size.height)
        if line < top:
            self._scroll(line)
        elif line >= top + height:
            self._scroll(line - height + 1)
        self.refresh()
        if self._anchor is not None:
            self.post_message(self.Marked(self.marked))

    def _scroll(self, top: int) -> None:
        limit = max(0, len(self.article.lines) - self.size.height)
        self.scroll_to(y=max(0, min(top, limit)), animate=False, force=True)

    def _lines(self, lines: int) -> None:
        here = self.article.line_at(self.caret)
        column = self.article.column_of(self.caret)
        if abs(lines) > 1:
            self._scroll(self.scroll_offset.y + lines)
        line = max(0, min(here + lines, len(self.article.lines) - 1))
        self.go(self.article.offset_at(line, column))

    def action_line_down(self) -> None:
        """One line down."""
        self._lines(1)

    def action_line_up(self) -> None:
        """One line up."""
        self._lines(-1)

    def action_text_page_down(self) -> None:
        """One page down."""
        self._lines(max(2, self.size.height - 1))

    def action_text_page_up(self) -> None:
        """One page up."""
        self._lines(-max(2, self.size.height - 1))

    def action_text_half_down(self) -> None:
        """Half a page down."""
        self._lines(max(2, self.size.height // 2))

    def action_text_half_up(self) -> None:
        """Half a page up."""
        self._lines(-max(2, self.size.height // 2))

    def action_text_start(self) -> None:
        """Start of the document."""
        self.go(self.article.shown.start)

    def action_text_end(self) -> None:
        """End of the document."""
        self.go(self.article.shown.end - 1)

    def action_word_right(self) -> None:
        """One word right; while marking, to its end, so that the word is in."""
        word = self.article.next_word(self.caret)
        marking = self._anchor is not None and self.caret >= self._anchor.end - 1
        self.go(word.end - 1 if marking else word.start)

    def action_word_left(self) -> None:
        """One word left."""
        word = self.article.previous_word(self.caret)
        marking = self._anchor is not None and self.caret > self._anchor.end
        before = self.article.previous_word(word.start) if marking else word
        self.go(before.end - 1 if marking else word.start)

    def action_letter_right(self) -> None:
        """One letter right."""
        self.go(self.caret + 1)

    def action_letter_left(self) -> None:
        """One letter left."""
        self.go(self.caret - 1)

    # -- marking ------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Begin to mark at the word under the caret, or stop marking."""
        if self._anchor is not None:
            self.unmark()
        elif self.reading.document:
            self._anchor = self.article.word(self.caret)
            self.go(self._anchor.end - 1)

    def unmark(self) -> None:
        """Mark nothing."""
        if self._anchor is not None:
            self._anchor = None
            self.refresh()
            self.post_message(self.Marked(None))

    def action_follow(self) -> None:
        """Go to the claim under the caret."""
        document = self.reading.document
        claim = claim_at(document, self.caret) if document else None
        if claim is None:
            self.notify("There is no claim under the cursor.", markup=False)
        else:
            self.post_message(self.Followed(claim))

    # -- the mouse ----------------------------------------------------------------------------

    def _offset_of(self, event: events.MouseEvent) -> int:
        line = min(event.y + self.scroll_offset.y, len(self.article.lines) - 1)
        return self.article.offset_at(line, event.x - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret there; dragging marks from here."""
        self.unmark()
        self.go(self._offset_of(event))
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark what is dragged over."""
        if self.app.mouse_captured is not self:
            return
        offset = self._offset_of(event)
        if self._anchor is None and offset != self.caret:
            self._anchor = Span(self.caret, self.caret + 1)
        self.go(offset)

    def on_mouse_up(self) -> None:
        """Keep what is marked."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Twice goes to the claim there."""
        if event.chain == 2:
            self.action_follow()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the page, and nothing glides."""
        event.prevent_default().stop()
        self._scroll(self.scroll_offset.y + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the page, and nothing glides."""
        event.prevent_default().stop()
        self._scroll(self.scroll_offset.y - WHEEL)


def _key(reading: Reading) -> tuple[int | None, int | None]:
    """What of a reading decides where it is scrolled to."""
    card, document = reading.card, reading.document
    return (card.row.id if card else None, document.id if document else None)
