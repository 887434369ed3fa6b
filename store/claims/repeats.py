"""Other places of a document that say what a claim says: headlines, "the capture of X".

A heading repeats the claim that shares most of its words. A noun of happening with "of" and a name
repeats the first claim that speaks of that name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.claims.drafts import WINDOW, Draft
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.phrases import Range

_ALIKE = 0.4
_LONGEST = 6
_TOP = 20


def repeats(page: Page, drafts: Sequence[Draft]) -> dict[int, tuple[Range, ...]]:
    """The repeats of each draft that has some, by its index."""
    found: dict[int, tuple[Range, ...]] = {}
    for index, span in (*_headings(page, drafts), *_mentions(page, drafts)):
        found[index] = (*found.get(index, ()), span)
    return {index: tuple(sorted(spans)) for index, spans in found.items()}


def _headings(page: Page, drafts: Sequence[Draft]) -> Iterator[tuple[int, Range]]:
    headings = (i for i, sentence in enumerate(page.sentences[:_TOP]) if sentence.heading)
    for number in headings if drafts else ():
        said = topic_words(page, page.ranges[number])
        alike = [shared(said, topic_words(page, draft.content)) for draft in drafts[:WINDOW]]
        most = max(alike)
        if said and most >= max(2, _ALIKE * len(said)):
            yield alike.index(most), page.ranges[number]


def _mentions(page: Page, drafts: Sequence[Draft]) -> Iterator[tuple[int, Range]]:
    first: dict[str, int] = {}
    for hit in page.hits["event"].values():
        span = _of_name(page, hit.start, hit.end) if hit.label != "verb" else None
        if span is None:
            continue
        first = first or _first(page, drafts)
        name = topic_words(page, (hit.end + 1, span[1]))
        index = min((first[word] for word in name if word in first), default=-1)
        if index >= 0 and drafts[index].content[1] <= span[0]:
            yield index, span


def _first(page: Page, drafts: Sequence[Draft]) -> dict[str, int]:
    """The first draft that speaks of each word."""
    first: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        for word in topic_words(page, draft.content):
            first.setdefault(word, index)
    return first


def _of_name(page: Page, start: int, end: int) -> Range | None:
    """The phrase "the capture of X" around a noun of happening."""
    if end + 1 >= len(page.words) or page.words.low[end] != "of":
        return None
    stop = end + 1
    while stop < min(len(page.words), end + _LONGEST) and page.codes[stop] == "N":
        stop += 1
    first = start - 1 if start and page.codes[start - 1] == "D" else start
    return (first, stop) if stop > end + 1 else None
