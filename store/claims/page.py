"""One document made ready for the rules: its words, their codes, and what stands where.

Every word has a one-letter code (see ``store.claims.codes``); the codes of a page are a string, so
that what holds of a stretch of words is a question to a string.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.claims.codes import code
from store.claims.quotes import Quotation, quotations
from store.claims.vocabulary import Vocabulary
from store.model import DatePhrase, Document, PlaceMention, Sentence, Span
from store.places import find_in
from store.wording import Hit, Hits
from store.words import Words, cut

_CUES = ("cue", "attribution", "own", "nominal", "agentless")


class Marks(dict[str, bytearray]):
    """For each topic that is asked for a byte a word: 1 where one of its wordings starts."""

    def __init__(self, hits: Hits, length: int) -> None:
        super().__init__()
        self.hits, self.length = hits, length

    def __missing__(self, topic: str) -> bytearray:
        marked = self[topic] = bytearray(self.length)
        for start in self.hits[topic]:
            marked[start] = 1
        return marked


@dataclass(slots=True)
class Page:
    """A document as the rules see it.

    ``ranges`` are the sentences as half-open ranges of words and ``opens`` their first words;
    ``hits`` the wordings found by topic and first word (the longest of a topic), ``marks`` the
    same as a byte a word, ``cues`` the words where a cue may start; ``codes`` the words' codes;
    ``opened`` and ``closed`` the quotations by their first word and by the word after their last,
    ``quoted`` the index of the spoken quotation that a word lies in (-1: none); ``dated`` the index
    of its date phrase (-1: none), ``placed`` that of its place. What was asked for so far is kept:
    ``starts`` where sentences begin to say something, ``topics`` the topic words of ranges.
    """

    document: Document
    vocabulary: Vocabulary
    words: Words
    sentences: Sequence[Sentence]
    phrases: Sequence[DatePhrase]
    ranges: list[tuple[int, int]]
    opens: list[int]
    hits: Hits
    marks: Marks
    cues: list[int]
    codes: str
    quotes: list[Quotation]
    opened: dict[int, Quotation]
    closed: dict[int, Quotation]
    quoted: list[int]
    dated: list[int]
    places: tuple[PlaceMention, ...]
    placed: list[int]
    starts: dict[int, int] = field(default_factory=dict)
    topics: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    def at(self, topic: str, start: int) -> Hit | None:
        """The longest wording of a topic that starts at a word."""
        return self.hits[topic].get(start)

    def has(self, topic: str, first: int, end: int) -> bool:
        """Whether a wording of a topic starts in a half-open range of words."""
        return self.marks[topic].find(1, first, end) >= 0

    def first(self, topic: str, first: int, end: int) -> Hit | None:
        """The first wording of a topic that starts in a half-open range of words."""
        at = self.marks[topic].find(1, first, end)
        return self.hits[topic][at] if at >= 0 else None

    def within(self, topic: str, first: int, end: int) -> list[Hit]:
        """The wordings of a topic that start in a half-open range of words, in order."""
        marks = self.marks[topic]
        at = marks.find(1, first, end)
        found: list[Hit] = []
        while at >= 0:
            found.append(self.hits[topic][at])
            at = marks.find(1, at + 1, end)
        return found

    def cues_within(self, first: int, end: int) -> list[int]:
        """The words in a half-open range where a cue may start."""
        at = bisect_left(self.cues, first)
        return self.cues[at : bisect_left(self.cues, end, at)]

    def labelled(self, topic: str, label: str, first: int, end: int) -> bool:
        """Whether a wording of a topic with a label starts in a half-open range of words."""
        return self.has(topic, first, end) and any(
            hit.label == label for hit in self.within(topic, first, end)
        )

    def names_place(self, first: int, end: int) -> bool:
        """Whether a place is named in a half-open range of words."""
        return max(self.placed[first:end], default=-1) >= 0

    def sentence_of(self, word: int) -> int:
        """The index of the sentence that a word stands in."""
        return max(0, bisect_right(self.opens, word) - 1)

    def is_said(self, word: int) -> bool:
        """Whether a word stands in a sentence, and not in what is skipped."""
        at = bisect_right(self.opens, word) - 1
        return at >= 0 and word < self.ranges[at][1]

    def span(self, first: int, end: int) -> Span:
        """The span of a half-open range of words."""
        return Span(self.words.starts[first], self.words.ends[end - 1])

    def cut(self, first: int, end: int) -> str:
        """The text of a half-open range of words."""
        words = self.words
        return words.text[words.starts[first] : words.ends[end - 1]] if first < end else ""


def read(
    document: Document,
    vocabulary: Vocabulary,
    sentences: Sequence[Sentence],
    phrases: Sequence[DatePhrase],
) -> Page:
    """The page of a document."""
    words = cut(document.text)
    ranges = [words.inside(sentence.span) for sentence in sentences]
    dates = [words.inside(phrase.span) for phrase in phrases]
    hits = vocabulary.wordings.scan(words.low)
    quotes = quotations(words, _paragraphs(sentences, ranges))
    quoted = _covered(len(words), [(q.first, q.end) if q.speech else (0, 0) for q in quotes])
    dated = _covered(len(words), dates)
    for topic in ("hedge", "future"):
        _forget_dated(hits[topic], dated)
    for topic in ("hedge", "note", "future", "condition"):
        _forget_none(hits[topic])
    opens = [start for start, _ in ranges]
    places = find_in(words, hits, vocabulary.lore, set(opens))
    capital = {*opens, *_in_headings(sentences, ranges)}
    codes = _owning(code(words, vocabulary, hits, dates, ranges, capital), words, quotes)
    _forget_others(hits["listener"], words, codes)
    return Page(
        document=document,
        vocabulary=vocabulary,
        words=words,
        sentences=sentences,
        phrases=phrases,
        ranges=ranges,
        opens=opens,
        hits=hits,
        marks=Marks(hits, len(words)),
        cues=sorted({start for topic in _CUES for start in hits[topic]}),
        codes=codes,
        quotes=quotes,
        opened={quote.first: quote for quote in quotes},
        closed={quote.end: quote for quote in quotes},
        quoted=quoted,
        dated=dated,
        places=places,
        placed=_covered(len(words), [words.inside(place.span) for place in places]),
    )


def _owning(codes: str, words: Words, quotes: Sequence[Quotation]) -> str:
    """The codes with the apostrophe of a plural owner as a joint: "truckers' unions"."""
    edges = {at for quote in quotes for at in (quote.first, quote.end - 1)}
    owners = [
        found.start()
        for found in re.finditer('(?<=[nNE])"(?=[nNE])', codes)
        if words.low[found.start()] == "'" and found.start() not in edges
    ]
    joined = list(codes)
    for at in owners:
        joined[at] = "'"
    return "".join(joined)


def _forget_others(hits: dict[int, Hit], words: Words, codes: str) -> None:
    """Drop the listeners that only own somebody, or are a name: "her managers", "the US"."""
    for start in [hit.start for hit in hits.values() if hit.end == hit.start + 1]:
        owns = codes[start] == "O" and codes[start + 1 : start + 2] in ("n", "N")
        if owns or words.forms[start].isupper():
            del hits[start]


def _in_headings(sentences: Sequence[Sentence], ranges: Sequence[tuple[int, int]]) -> set[int]:
    """The words of headings, where any word may be capital."""
    headed = zip(sentences, ranges, strict=True)
    return {i for sentence, (first, end) in headed if sentence.heading for i in range(first, end)}


def _forget_dated(hits: dict[int, Hit], dated: list[int]) -> None:
    """Drop what is a month: "3 May"."""
    for start in [start for start in hits if dated[start] >= 0]:
        del hits[start]


def _forget_none(hits: dict[int, Hit]) -> None:
    """Drop what only looks like a hedge ("claimed responsibility"), with all that starts in it."""
    for hit in [hit for hit in hits.values() if hit.label == "none"]:
        for start in range(hit.start, hit.end):
            hits.pop(start, None)


def _paragraphs(
    sentences: Sequence[Sentence], ranges: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for sentence, (first, end) in zip(sentences, ranges, strict=True):
        found[sentence.paragraph] = (found.get(sentence.paragraph, (first, end))[0], end)
    return list(found.values())


def numbers(covered: Sequence[int], first: int, end: int) -> list[int]:
    """The numbers of what covers the words of a half-open range, in order."""
    return sorted({*covered[first:end]} - {-1})


def _covered(length: int, ranges: Iterable[tuple[int, int]]) -> list[int]:
    covered = [-1] * length
    for number, (first, end) in enumerate(ranges):
        covered[first:end] = [number] * (end - first)
    return covered
