"""The source panel: a document's whole text, wrapped, scrolled to the claim, its parts marked.

State comes down in ``reading``; ``Followed`` goes up. A caret walks through the words, and a
stretch of them can be marked with keys or mouse, to be added as a claim.

>>> SourceText.can_focus
True
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.dating import Span
from tui.article import Article, Styled, claim_at, styled
from tui.caret import Caret
from tui.keys import bindings
from tui.shown import Reading
from tui.widgets.scroller import LineScroller

GUTTER = 2


class SourceText(LineScroller):
    """A document on the screen, with the reader's ``caret`` in it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("source")
    PREFIX = "source"

    reading: reactive[Reading] = reactive(Reading)

    @dataclass
    class Followed(Message):
        """The claim to go to."""

        claim: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article = Article("", 1)
        self.caret = Caret()
        self._wrapped_to = 0

    @property
    def marked(self) -> Span | None:
        """The words marked."""
        return self.caret.marked

    # -- what comes down ----------------------------------------------------------------------

    def watch_reading(self, before: Reading, reading: Reading) -> None:
        """Show another document, or another claim of this one, or this one after an edit."""
        if before.place == reading.place:
            self._wrap()
            return
        self.caret = Caret(reading.card.span.start if reading.card else 0)
        self._wrap()
        self._scroll_to_caret()

    def on_resize(self) -> None:
        """Wrap the text to the new width, the caret in sight."""
        if self._width != self._wrapped_to:
            self._wrap()
            self.call_after_refresh(self._scroll_to_caret)

    @property
    def _width(self) -> int:
        """Cells for the text: the panel's, less the gutter and a margin."""
        return max(1, self.size.width - GUTTER - 1)

    def _wrap(self) -> None:
        card, document = self.reading.card, self.reading.document
        self._wrapped_to = self._width
        text = document.text if document else ""
        marks = styled(document, card.row.id if card else None) if document else []
        self.article = Article(text, self._width, marks, self.caret.offset)
        self.set_lines(len(self.article.lines))

    def _scroll_to_caret(self) -> None:
        self.scroll_top(self.article.line_at(self.caret.offset) - self.size.height // 3)

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Look the line up, or draw it."""
        line = y + self.scroll_offset.y
        if line >= len(self.article.lines):
            return Strip.blank(self.size.width, self.part_styles.base)
        span = self.article.lines[line]
        own = tuple(mark for mark in self._own_marks() if mark[0].overlaps(span))
        strip = self.strips.get((line, own))
        if strip is None:
            strip = self.strips[(line, own)] = self._draw(line, own)
        return strip.crop_extend(0, self.size.width, self.part_styles.base)

    def _draw(self, line: int, own: tuple[Styled, ...]) -> Strip:
        styles, base = self.part_styles, self.part_styles.base
        pieces = self.article.pieces(line, own)
        return Strip([self._gutter(line), *(Segment(t, base + styles[p]) for t, p in pieces)])

    def _gutter(self, line: int) -> Segment:
        """A bar beside the lines of the claim, a thin one beside those of others."""
        touching = self.article.styles_on(line)
        part = "this" if "this" in touching else "other"
        bar = {"this": "▌ ", "other": "│ "}[part] if part in touching else "  "
        return Segment(bar, self.part_styles.base + self.part_styles[f"gutter-{part}"])

    def _own_marks(self) -> list[Styled]:
        marks: list[Styled] = [(self.marked, "marked")] if self.marked else []
        if self.has_focus:
            marks.append((Span(self.caret.offset, self.caret.offset + 1), "caret"))
        return marks

    def on_focus(self) -> None:
        """Show the caret."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()

    # -- moving -------------------------------------------------------------------------------

    def move(self, caret: Caret) -> None:
        """Take another caret, and have it in sight."""
        self.caret = caret
        line = self.article.line_at(caret.offset)
        self.reveal(line, line)
        self.refresh()

    def _lines(self, lines: int) -> None:
        if abs(lines) > 1:
            self.scroll_top(self.scroll_offset.y + lines)
        self.move(self.caret.lines(self.article, lines))

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
        self.move(self.caret.at(self.article, 0))

    def action_text_end(self) -> None:
        """End of the document."""
        self.move(self.caret.at(self.article, len(self.article.text)))

    def action_word_right(self) -> None:
        """One word right."""
        self.move(self.caret.word_right(self.article))

    def action_word_left(self) -> None:
        """One word left."""
        self.move(self.caret.word_left(self.article))

    def action_letter_right(self) -> None:
        """One letter right."""
        self.move(self.caret.at(self.article, self.caret.offset + 1))

    def action_letter_left(self) -> None:
        """One letter left."""
        self.move(self.caret.at(self.article, self.caret.offset - 1))

    # -- marking and following ----------------------------------------------------------------

    def action_mark(self) -> None:
        """Begin to mark at the word under the caret, or stop marking."""
        self.move(self.caret.unmarked() if self.marked else self.caret.marking(self.article))

    def unmark(self) -> None:
        """Mark nothing."""
        self.move(self.caret.unmarked())

    def action_follow(self) -> None:
        """Go to the claim under the caret."""
        document = self.reading.document
        claim = claim_at(document, self.caret.offset) if document else None
        if claim is None:
            self.notify("There is no claim under the cursor.", markup=False)
        else:
            self.post_message(self.Followed(claim))

    # -- the mouse ----------------------------------------------------------------------------

    def _offset_of(self, event: events.MouseEvent) -> int:
        """The character under the mouse; of a place beside the text the nearest."""
        at = event.get_content_offset_capture(self)
        return self.article.offset_at(at.y + self.scroll_offset.y, at.x - GUTTER)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the caret there; dragging marks from here."""
        self.move(self.caret.unmarked().at(self.article, self._offset_of(event)))
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark what is dragged over."""
        if self.app.mouse_captured is not self:
            return
        offset = self._offset_of(event)
        if self.marked or offset != self.caret.offset:
            self.move(self.caret.dragged(self.article, offset))

    def on_mouse_up(self) -> None:
        """Keep what is marked."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Twice goes to the claim there."""
        if event.chain == 2:
            self.action_follow()
