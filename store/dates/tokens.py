"""Text as a row of tokens, of which only their characters are made.

The grammar of date phrases runs over a string with one character for each token (see
``store.dates.shapes``), about a sixth as long as the text. A text is cut at its blanks, and each
distinct word is cut into tokens once; what a token is spelt like, and where it stands, is worked
out for the few that are part of a phrase. That takes a third of the time of cutting them all.

>>> from store.dates.vocabulary import vocabulary
>>> row = tokens("On July 31, 2025", vocabulary("en").alphabet)
>>> len(row.classes), row.texts(1, 4), row.span(1, 3)
(5, ['July', '31', ','], (3, 10))
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.dates.alphabet import Alphabet

BREAK = "¶"
# A token takes the blanks behind it along, and one line end; what blanks are left are a
# paragraph's. An initial takes its full stop, which ends no sentence.
_TOKEN = re.compile(
    r"(?:[A-ZА-ЯЁІЇЄҐ]\.(?=[^\S\n]*[^\W\d_]|\Z)|[^\W\d_][^\W_]*(?:['’ʼ][^\W\d_]+)*"
    r"|\d{4}-\d\d-\d\d(?!\d)|\d{4}/\d\d?/\d\d?|\d\d?/\d\d?/\d+"
    r"|\d\d?-\d\d?-\d{4}(?!\d)|1/2(?!\d)"
    r"|\d+(?:[.,:]\d+)*[^\W_]*"
    r"|[^\w\s]|_+)[^\S\n]*(?:\n[^\S\n]*)?"
    r"|(?:(?<=\s)|(?=\s*\n\s*\n))\s+"
)
_SHORT = 40  # characters of a stretch that may come again
# A blank in an empty line would hide the line: tabs stand in for it, which do not part words.
_EMPTY_LINE = re.compile(r"(?<=\n)[ \t]+(?=\n)")


def cut(word: str) -> list[str]:
    """The tokens of a stretch of text, with the blanks behind them."""
    return [word] if word.isalnum() else _TOKEN.findall(word)


@lru_cache(maxsize=1 << 16)
def _cuts(word: str) -> tuple[int, ...]:
    starts = (0,) if word.isalnum() else tuple(found.start() for found in _TOKEN.finditer(word))
    return (*starts, len(word))


class Tokens:
    """The tokens of a text: ``classes`` has one character for each of them."""

    def __init__(self, words: list[str], letters: list[str]) -> None:
        self._words, self._letters = words, letters
        self._cuts: dict[int, tuple[int, ...]] = {}  # of long stretches, which do not come again
        self.classes = "".join(letters)

    @cached_property
    def _firsts(self) -> list[int]:
        """The first token of each word."""
        return list(accumulate(map(len, self._letters), initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word starts in the text, not counting the blank before it."""
        return list(accumulate(map(len, self._words), initial=0))

    def span(self, first: int, beyond: int) -> tuple[int, int]:
        """The code points from a token to before another, without the blanks at the end."""
        return self._place(first)[0], self._place(beyond - 1)[1]

    def texts(self, first: int, beyond: int) -> list[str]:
        """How the tokens from one to before another are spelt."""
        at = bisect_right(self._firsts, first) - 1
        skipped, texts = first - self._firsts[at], list[str]()
        while (missing := beyond - first - len(texts)) > 0:
            word, cuts = self._words[at], self._cut(at)[skipped : skipped + missing + 1]
            texts += [word[a:b].rstrip() for a, b in pairwise(cuts)]
            at, skipped = at + 1, 0
        return texts

    def _place(self, index: int) -> tuple[int, int]:
        """Where a token starts and ends in the text."""
        at = bisect_right(self._firsts, index) - 1
        word, cuts, number = self._words[at], self._cut(at), index - self._firsts[at]
        start = self._starts[at] + at + cuts[number]
        return start, start + len(word[cuts[number] : cuts[number + 1]].rstrip())

    def _cut(self, at: int) -> tuple[int, ...]:
        """Where the tokens of a word start in it, and its length."""
        word = self._words[at]
        if len(word) <= _SHORT:
            return _cuts(word)
        cuts = self._cuts.get(at)
        if cuts is None:
            cuts = self._cuts[at] = _cuts.__wrapped__(word)
        return cuts


def tokens(text: str, alphabet: Alphabet) -> Tokens:
    """Cut a text into tokens and class each by the words of a language."""
    words = _EMPTY_LINE.sub(lambda blanks: "\t" * len(blanks[0]), text).split(" ")
    return Tokens(words, list(map(alphabet.spelt.__getitem__, words)))
