"""A reader's place in an article, and the words marked from there: a frozen value that moves.

>>> page = Article("The village was seized.", 40)
>>> Caret(4).marking(page).word_right(page).marked.cut(page.text)
'village was'
"""

from __future__ import annotations

from typing import NamedTuple

from store.dating import Span
from tui.article import Article


class Caret(NamedTuple):
    """``offset`` is a character of the text; ``anchor`` the word or letter marking began at."""

    offset: int = 0
    anchor: Span | None = None

    @property
    def marked(self) -> Span | None:
        """The characters marked: anchor, caret and all between."""
        if self.anchor is None:
            return None
        start = min(self.anchor.start, self.offset)
        return Span(start, max(self.anchor.end, self.offset + 1))

    def at(self, article: Article, offset: int) -> Caret:
        """The caret on another character; past an end of the text is the end."""
        shown = article.shown
        return self._replace(offset=max(shown.start, min(offset, shown.end - 1)))

    def marking(self, article: Article) -> Caret:
        """Marking from the word here on."""
        word = article.word(self.offset)
        return Caret(max(word.start, word.end - 1), word)

    def dragged(self, article: Article, offset: int) -> Caret:
        """Marking from the letter here on, to another one."""
        anchor = self.anchor or Span(self.offset, self.offset + 1)
        return self._replace(anchor=anchor).at(article, offset)

    def unmarked(self) -> Caret:
        """Here, with nothing marked."""
        return Caret(self.offset)

    def lines(self, article: Article, lines: int) -> Caret:
        """Some lines up or down, in the same column."""
        line = article.line_at(self.offset) + lines
        line = max(0, min(line, len(article.lines) - 1))
        return self.at(article, article.offset_at(line, article.column_of(self.offset)))

    def word_right(self, article: Article) -> Caret:
        """On the next word; while marking forwards on its end, so that all of it is marked."""
        word = article.next_word(self.offset)
        forwards = self.anchor is not None and self.offset >= self.anchor.end - 1
        return self.at(article, word.end - 1 if forwards else word.start)

    def word_left(self, article: Article) -> Caret:
        """On the word before, or the start of this one; while marking whole words are marked."""
        if self.anchor is None:
            return self.at(article, article.previous_word(self.offset).start)
        here = article.word(self.offset).start
        before = article.previous_word(here)
        forwards = self.offset >= self.anchor.end
        return self.at(article, before.end - 1 if forwards else before.start)
