"""A document → every attribution in it: source, cue and content, opinions and non-events included.

>>> from store.model import Document
>>> from store.sentences import split
>>> text = "The mayor said that the bridge is ugly."
>>> document = Document("a.txt", b"", text, "Example")
>>> [part.cut(text) for part in attributions(document, split(text), ())[0]]
['The mayor', 'said', 'the bridge is ugly']
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from store.claims import content, openings
from store.claims.cues import cues
from store.claims.page import Page, read
from store.claims.vocabulary import vocabulary
from store.model import DatePhrase, Document, Sentence, Span

_TOPICS = ("cue", "aim")


class Attribution(NamedTuple):
    """Who says what: the spans of the source, of the cue and of the content."""

    source: Span
    cue: Span
    content: Span


def attributions(
    document: Document,
    sentences: tuple[Sentence, ...],
    phrases: tuple[DatePhrase, ...],
    lexicon: Path | None = None,
) -> tuple[Attribution, ...]:
    """The attributions of a document in order; ``lexicon`` is the folder of a user's own words."""
    page = read(document, vocabulary(document.language, lexicon), sentences, phrases)
    return tuple(found for number in range(len(sentences)) for found in _of_sentence(page, number))


def _of_sentence(page: Page, number: int) -> Iterator[Attribution]:
    first, end = openings.start(page, number), page.ranges[number][1]
    yield from _heard(page, first, end, -1)
    for at, quote in enumerate(page.quotes):
        if quote.speech and quote.first < end and first < quote.end:
            yield from _heard(page, max(first, quote.first + 1), min(end, quote.end - 1), at)


def _heard(page: Page, first: int, end: int, inside: int) -> Iterator[Attribution]:
    """The attributions of a range of words, in a spoken quotation or outside of all."""
    heard = list(cues(page, first, end, _TOPICS, inside))
    for place, cue in enumerate(heard):
        before = heard[place - 1] if place else None
        after = heard[place + 1] if place + 1 < len(heard) else None
        if cue.source is None:
            continue
        for words in content.contents(page, cue, before, after, first, end):
            source, said = page.span(*cue.source), page.span(cue.first, cue.end)
            yield Attribution(source, said, page.span(*words))
