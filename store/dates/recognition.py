"""Find the date phrases of a text: the composition of tokens, scan, compose and context.

>>> from store.dating import Sentence, Span
>>> text = "As of August 2, 14 were dead."
>>> [(p.text, p.context.role) for p in recognise(text, [Sentence(Span(0, len(text)), 0)], "en")]
[('August 2', 'as-of')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from store.dates.compose import compose
from store.dates.context import Depth, surroundings
from store.dates.scan import Found, scan
from store.dates.tokens import Tokens, tokens
from store.dates.vocabulary import Vocabulary, vocabulary
from store.dating import DatePhrase, PhraseContext, Sentence, Span
from store.meaning import (
    Duration,
    Meaning,
    Range,
    Recurrence,
    Running,
    Several,
    Shaded,
    Term,
    Vague,
)

_BOUNDS = {
    "since": "start",
    "not_before": "start",
    "after": "start",
    "until": "end",
    "before": "end",
    "by": "end",
}
_LOOSE = ("after", "before", "by")  # "after Monday's strike" bounds nothing
_UNBOUNDED = (Duration, Recurrence, Running, Term, Vague, Range, Several)


def recognise(
    text: str, sentences: Sequence[Sentence], language: str, lexicon: Path | None = None
) -> tuple[DatePhrase, ...]:
    """The date phrases of a text in its order, none overlapping.

    Only phrases that begin in one of the ``sentences`` are taken, so that front matter is passed
    over. ``lexicon`` is a folder of a user's own vocabulary, laid over ours.
    """
    words = vocabulary(language, lexicon)
    row = tokens(text, words.alphabet)
    starts = [sentence.span.start for sentence in sentences]
    depth = Depth()
    phrases = []
    for found in compose(scan(row, words), row, words):
        quoted = depth.until(row.classes, found.first)
        span = Span(*row.span(found.first, found.beyond))
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.start < sentences[at].span.end:
            where = (sentences[at].paragraph, at, sentences[at].heading)
            context = context_of(row, words, found, where, quoted)
            words_of_it = span.cut(text)
            phrases.append(DatePhrase(span, words_of_it, bounded(found, words_of_it), context))
    return tuple(phrases)


def context_of(
    row: Tokens, words: Vocabulary, found: Found, where: tuple[int, int, bool], depth: int
) -> PhraseContext:
    """The context of a phrase that stands in a paragraph, a sentence and perhaps a heading."""
    paragraph, sentence, heading = where
    tense, role = surroundings(row.classes, words, found)
    return PhraseContext(paragraph, sentence, tense, depth, heading, role)


def _begins(meaning: Meaning) -> bool:
    """Whether a date is where something sets in: "from the start of the year", "from early May"."""
    return isinstance(meaning, Shaded) and meaning.shade in ("start", "early")


def bounded(found: Found, text: str) -> Meaning:
    """What a phrase means with the words that bound it: "since May" is open at its end."""
    if isinstance(found.meaning, _UNBOUNDED):
        return found.meaning
    if found.bound == "throughout":
        return Shaded(found.meaning, "throughout")
    if found.bound == "from" and _begins(found.meaning):
        return Range(found.meaning, None)
    if found.bound not in _BOUNDS:
        return found.meaning
    if found.bound in _LOOSE and text.endswith(("'s", "’s")):
        return found.meaning
    if _BOUNDS[found.bound] == "start":
        return Range(found.meaning, None)
    return Range(None, found.meaning)
