"""One document made ready for the rules: its words, their codes, and what stands where.

Every word has a one-letter code: those of ``vocabulary.CODES``, C a cue, E a verb of happening,
# a number, t part of a date phrase, N a capital word, n any other, and marks of punctuation as
they are (quotation marks as ").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from store.claims.quotes import Quotation, quotations
from store.claims.vocabulary import Term, Vocabulary
from store.model import DatePhrase, Document, Sentence, Span
from store.wording import Hit
from store.words import Words, cut

_QUOTES = frozenset("“”„«»\"'‚‹›")
_SMALL = frozenset("DORAVXPSWT&v")
_DASHES = frozenset("—–-")


@dataclass(slots=True)
class Page:
    """A document as the rules see it.

    ``ranges`` are the sentences as half-open ranges of words, ``hits`` the wordings found by
    topic and first word (the longest of a topic), ``codes`` the words' codes, ``quoted`` the
    index of the spoken quotation that a word lies in (-1: none), ``dated`` the index of its date
    phrase (-1: none), ``topics`` the topic words of the ranges asked for so far.
    """

    document: Document
    vocabulary: Vocabulary
    words: Words
    sentences: Sequence[Sentence]
    phrases: Sequence[DatePhrase]
    ranges: list[tuple[int, int]]
    hits: dict[str, dict[int, Hit[Term]]]
    starts: dict[str, list[int]]
    codes: list[str]
    quotes: list[Quotation]
    quoted: list[int]
    dated: list[int]
    topics: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    def quote_from(self, first: int) -> Quotation | None:
        """The quotation that opens with a word."""
        at = bisect_left(self.quotes, first, key=lambda quote: quote.first)
        return self.quotes[at] if at < len(self.quotes) and self.quotes[at].first == first else None

    def quote_to(self, end: int) -> Quotation | None:
        """The quotation that closes right before a word."""
        at = bisect_left(self.quotes, end, key=lambda quote: quote.end)
        return self.quotes[at] if at < len(self.quotes) and self.quotes[at].end == end else None

    def at(self, topic: str, start: int) -> Hit[Term] | None:
        """The longest wording of a topic that starts at a word."""
        found = self.hits.get(topic)
        return found.get(start) if found else None

    def within(self, topic: str, first: int, end: int) -> list[Hit[Term]]:
        """The wordings of a topic that start in a half-open range of words, in order."""
        starts = self.starts.get(topic)
        if not starts:
            return []
        hits, at = self.hits[topic], bisect_left(starts, first)
        return [hits[start] for start in starts[at : bisect_left(starts, end, at)]]

    def has(self, topic: str, first: int, end: int, label: str = "") -> bool:
        """Whether a wording of a topic (and label) starts in a range of words."""
        starts = self.starts.get(topic)
        if not starts:
            return False
        if label:
            return any(hit.value.label == label for hit in self.within(topic, first, end))
        at = bisect_left(starts, first)
        return at < len(starts) and starts[at] < end

    def sentence_of(self, word: int) -> int:
        """The index of the sentence that a word stands in."""
        return max(0, bisect_right(self.ranges, word, key=lambda r: r[0]) - 1)

    def span(self, first: int, end: int) -> Span:
        """The span of a half-open range of words."""
        return self.words.span(first, end)

    def cut(self, first: int, end: int) -> str:
        """The text of a half-open range of words."""
        return self.words.span(first, end).cut(self.words.text) if first < end else ""


def read(
    document: Document,
    vocabulary: Vocabulary,
    sentences: Sequence[Sentence],
    phrases: Sequence[DatePhrase],
) -> Page:
    """The page of a document."""
    words = cut(document.text)
    ranges = [words.inside(sentence.span) for sentence in sentences]
    hits = _by_topic(vocabulary, words)
    quotes = quotations(words, _paragraphs(sentences, ranges))
    quoted = _covered(len(words), ((q.first, q.end) if q.speech else (0, 0) for q in quotes))
    dated = _covered(len(words), (words.inside(phrase.span) for phrase in phrases))
    _forget_dated(hits.get("hedge", {}), dated)
    starts = {topic: list(found) for topic, found in hits.items()}
    openers = {start for start, _ in ranges} | _in_headings(sentences, ranges)
    codes = _codes(words, vocabulary, hits, dated, openers)
    _glue_dots(codes, ranges)
    return Page(
        document, vocabulary, words, sentences, phrases, ranges, hits, starts, codes, quotes,
        quoted, dated,
    )  # fmt: skip


def _by_topic(vocabulary: Vocabulary, words: Words) -> dict[str, dict[int, Hit[Term]]]:
    hits: dict[str, dict[int, Hit[Term]]] = {}
    for hit in vocabulary.wordings.scan(words.low):
        hits.setdefault(hit.value.topic, {}).setdefault(hit.start, hit)
    return hits


def _in_headings(sentences: Sequence[Sentence], ranges: Sequence[tuple[int, int]]) -> set[int]:
    """The words of headings, where any word may be capital."""
    headed = zip(sentences, ranges, strict=True)
    return {i for sentence, (first, end) in headed if sentence.heading for i in range(first, end)}


def _forget_dated(hits: dict[int, Hit[Term]], dated: list[int]) -> None:
    """Drop the hedges that are months: "3 May"."""
    for start in [start for start in hits if dated[start] >= 0]:
        del hits[start]


def _paragraphs(
    sentences: Sequence[Sentence], ranges: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for sentence, (first, end) in zip(sentences, ranges, strict=True):
        found[sentence.paragraph] = (found.get(sentence.paragraph, (first, end))[0], end)
    return list(found.values())


def _covered(length: int, ranges: Iterator[tuple[int, int]]) -> list[int]:
    covered = [-1] * length
    for number, (first, end) in enumerate(ranges):
        for at in range(first, end):
            covered[at] = number
    return covered


def _codes(
    words: Words,
    vocabulary: Vocabulary,
    hits: dict[str, dict[int, Hit[Term]]],
    dated: list[int],
    openers: set[int],
) -> list[str]:
    small = vocabulary.codes
    codes = [small.get(low) or _code(words, i, low) for i, low in enumerate(words.low)]
    _name_capitals(codes, words, openers)
    for start, hit in hits.get("event", {}).items():
        if (hit.value.label == "verb" and codes[start] in "nNv") or (
            hit.value.label == "base"
            and start
            and _is_plural(codes[start - 1], words.low[start - 1])
        ):
            codes[start] = "E"
    for start, hit in hits.get("cite", {}).items():
        if hit.end == start + 1 and codes[start] in "nEN":
            codes[start] = "C"
    for start in hits.get("cue", {}):
        ambiguous = words.low[start] in vocabulary.nouns_too
        named = codes[start] == "N" and start not in openers
        if (
            codes[start] in "nENv"
            and not named
            and (not ambiguous or _is_verb(codes, words.low, start))
        ):
            codes[start] = "C"
    for at in range(1, len(codes) - 1):
        if codes[at] in "CE" and codes[at - 1] in "DO" and codes[at + 1] in "nN":
            codes[at] = "n"
    return ["t" if number >= 0 else code for code, number in zip(codes, dated, strict=True)]


def _name_capitals(codes: list[str], words: Words, openers: set[int]) -> None:
    """Let a small word with a capital inside a sentence be a part of a name: "Just Land"."""
    for at in range(1, len(codes)):
        small = codes[at] in _SMALL and words.text[words.starts[at]].isupper()
        before = words.low[at - 1]
        joined = before[0].isalnum() or (before == "–" and codes[at - 2] == "N")
        if small and joined and at not in openers and words.low[at] != "i":
            codes[at] = "N"


def _glue_dots(codes: list[str], ranges: Sequence[tuple[int, int]]) -> None:
    """Give an abbreviation's dot and a dash inside a name the code of a joint."""
    for first, end in ranges:
        for at in range(first + 1, end - 1):
            named = codes[at - 1] == "N" == codes[at + 1] and "D" in codes[max(first, at - 4) : at]
            if (codes[at] == "." and codes[at + 1] in "Nn#t,") or (codes[at] == "—" and named):
                codes[at] = "'"


def _code(words: Words, at: int, low: str) -> str:
    first = low[0]
    if first.isalpha():
        return "N" if words.text[words.starts[at]].isupper() else "n"
    if first.isdigit():
        return "#"
    if low == "'s":
        return "'"
    return '"' if first in _QUOTES else "—" if first in _DASHES else first


def _is_plural(code: str, low: str) -> bool:
    """Whether a verb's plain form can follow a word: a plural, a pronoun, an auxiliary, "to"."""
    return code in "RAX" or low == "to" or (code in "nN" and low.endswith("s"))


def _is_verb(codes: list[str], low: list[str], at: int) -> bool:
    """Whether a form that can be a noun as well is a verb here, by its neighbours."""
    before = codes[at - 1] if at else "."
    after = codes[at + 1] if at + 1 < len(codes) else "."
    inflected = low[at].endswith(("s", "ed"))
    if before in "DOP'X#(.;:!?—" or after == "A":
        return False
    single = not low[at - 1].endswith("s") or (at > 1 and codes[at - 2] in "DO")
    if before == "n" and not inflected and single:
        return False
    if before in ',"&' and not inflected:
        return after in 'T"'
    if before == "&":
        return after == "T"
    if after in ".,:":
        return inflected and before in "nN"
    if after == "P":
        return inflected and (low[at].endswith("ed") or low[at + 1] in ("on", "at"))
    if after == "n":
        return inflected and before in "nNVA"
    return after in 'TDOR#"NVt'
