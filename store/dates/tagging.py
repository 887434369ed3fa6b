"""TIMEX3 spans and values of a text, for scoring against corpora and for other programs.

>>> timexes("It lasted two days, from July 29-31.", "2025-08-03")
[(10, 18, 'P2D'), (25, 32, '2025-07-29'), (33, 35, '2025-07-31')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.dates.build_counted import length
from store.dates.compose import compose
from store.dates.context import Depth
from store.dates.language import guess_language
from store.dates.recognition import context_of
from store.dates.resolution import resolve
from store.dates.scan import Found, scan
from store.dates.tokens import BREAK, Tokens, tokens
from store.dates.vocabulary import Vocabulary, vocabulary
from store.dating import DatePhrase, Dating, Given, Span
from store.meaning import Duration, Piece

Timex = tuple[int, int, str]
_SENTENCE_ENDS = f".!?{BREAK}"


def timexes(text: str, dct: str | None) -> list[Timex]:
    """Start, end and TIMEX3 value of each expression, given the day the text was published.

    Bounds such as "since" are no part of it, and a range or a list comes as its members.
    """
    words = vocabulary(guess_language(text))
    row = tokens(text, words.alphabet)
    found = [one for whole in compose(scan(row, words), row, words) for one in _apart(whole)]
    phrases = list(_phrases(text, row, words, found))
    datings = resolve(phrases, Given(dct) if dct else None)
    return [
        item
        for one, phrase, dating in zip(found, phrases, datings, strict=True)
        for item in _items(row, one, phrase, dating)
    ]


def _apart(found: Found) -> Iterator[Found]:
    """“the first nine months of 1989” as corpora have it: a length of time, and a year."""
    piece = found.meaning
    if not (isinstance(piece, Piece) and found.parts and piece.unit != "quarter"):
        yield found
        return
    for (first, beyond), meaning in zip(
        found.parts, (Duration(length(piece.count, piece.unit)), piece.of), strict=True
    ):
        yield found._replace(first=first, beyond=beyond, meaning=meaning, parts=())


def _phrases(text: str, row: Tokens, words: Vocabulary, found: list[Found]) -> Iterator[DatePhrase]:
    """The phrases with paragraphs and sentences as blank lines and full stops tell them."""
    depth, at, paragraph, sentence = Depth(), 0, 0, 0
    for one in found:
        passed = row.classes[at : one.first]
        at = one.first
        paragraph += passed.count(BREAK)
        sentence += sum(map(passed.count, _SENTENCE_ENDS))
        where = (paragraph, sentence, False)
        context = context_of(row, words, one, where, depth.until(row.classes, one.first))
        span = Span(*row.span(one.first, one.beyond))
        yield DatePhrase(span, span.cut(text), one.meaning, context)


def _items(row: Tokens, found: Found, phrase: DatePhrase, dating: Dating) -> Iterator[Timex]:
    values = re.split(r"[/,]", dating.timex.strip("{}"))
    if found.parts and len(values) == len(found.parts):
        for (first, beyond), value in zip(found.parts, values, strict=True):
            yield (*row.span(first, beyond), value)
    elif dating.timex:
        yield (phrase.span.start, phrase.span.end, dating.timex)
