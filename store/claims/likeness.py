"""How much two stretches of text speak of the same thing: the content words they share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from store.claims.page import Page
from store.claims.phrases import Range

_LATIN, _CYRILLIC = 6, 5
_SMALL = frozenset("DORAVXPSWT&t")
_SHORT = 3


def topic_words(page: Page, span: Range) -> frozenset[str]:
    """The stems of the words of a range that carry its topic; names and fates count twice."""
    known = page.topics.get(span)
    if known is None:
        known = page.topics[span] = frozenset(_found(page, span))
    return known


def _found(page: Page, span: Range) -> Iterator[str]:
    words = slice(*span)
    for code, low in zip(page.codes[words], page.words.low[words], strict=True):
        if code not in _SMALL and len(low) > _SHORT:
            yield stem(low)
            if code == "N":
                yield f"={stem(low)}"
    for hit in page.within("toll", *span):
        yield f"#{hit.label}"


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without what inflection may have added."""
    return word[: _LATIN if word[0].isascii() else _CYRILLIC]


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many stems two sets share."""
    return len(one & other)
