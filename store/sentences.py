"""Text → sentences with offsets into it: paragraphs first, then stops, abbreviations and quotes.

A paragraph is a line, but lines that only wrap a paragraph are taken together. A sentence never
runs over a paragraph's end. A label at the head of an item ("▪️ Losses.") and a line without a
closing stop that stands alone are headings.

>>> [s.span.cut(t) for t in ["Gen. A. Tan spoke. “We held it.” He left."] for s in split(t)]
['Gen. A. Tan spoke.', '“We held it.”', 'He left.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from store import lexicon
from store.dating import Sentence, Span
from store.words import fold

_LINE = re.compile(r"[^\r\n]+")
_WRAP_MIN, _WRAP_MAX = 50, 110
_CLOSERS = "\"'”’»)]"
_STOP = re.compile(
    r"(?P<mark>[.!?…]++)[\"'”’»)\]]{0,3}+(?=(?P<gap>\s++)[\"'“‘«„(\[•▪–—-]{0,4}\s*(?P<first>\S))"
)
_OPENERS = '([“‘«„"'
_ABBREVIATION = 20
_BULLET = re.compile(r"\s*(?:[^\w\s\"'“‘«„(\[@#$€£.…,:;!?)][\ufe0f\s]*)+")
_LABEL_WORDS = 3
_HEADING_LENGTH = 200


def split(
    text: str, language: str = "en", skipped: Sequence[Span] = (), title: Span | None = None
) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without those of its skipped spans."""
    found: list[Sentence] = []
    headline = ""
    for number, paragraph in enumerate(_paragraphs(text, skipped)):
        spans = list(_sentences(text, paragraph, language))
        same = _plain(text, paragraph) if len(spans) == 1 else ""
        alone = bool(same) and (_is_heading(text, spans[0], number == 0) or same == headline)
        headline = same if alone and not headline else headline
        for place, span in enumerate(spans):
            heading = alone or bool(title and title.overlaps(span))
            label = place == 0 and len(spans) > 1 and _is_label(text, paragraph, span)
            found.append(Sentence(span, number, heading or label))
    return tuple(found)


def _plain(text: str, span: Span) -> str:
    """A line without what differs between a headline and its repeat."""
    return fold(text[span.start : span.end]).casefold()


def _paragraphs(text: str, skipped: Sequence[Span]) -> Iterator[Span]:
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    kept = [line for line in lines if not any(line.overlaps(hidden) for hidden in skipped)]
    wrapped = _is_wrapped(kept)
    start: Span | None = None
    for line, following in pairwise([*kept, Span(len(text), len(text))]):
        start = start or line
        if following.start < len(text) and _continues(text, line, following, wrapped):
            continue
        if trimmed := _trimmed(text, Span(start.start, line.end)):
            yield trimmed
        start = None


def _is_wrapped(lines: Sequence[Span]) -> bool:
    """Whether a text is broken into lines of one width."""
    widths = [line.end - line.start for line in lines]
    return len(widths) > 2 and _WRAP_MIN < max(widths) <= _WRAP_MAX


def _continues(text: str, line: Span, following: Span, wrapped: bool) -> bool:
    """Whether a line break only wraps a paragraph."""
    if text.count("\n", line.end, following.start) > 1 or _BULLET.match(text, following.start):
        return False
    last, first = (
        text[line.start : line.end].rstrip()[-1:],
        text[following.start : following.end].lstrip()[:1],
    )
    if first.islower() and last not in ".!?…:":
        return True
    return wrapped and line.end - line.start >= _WRAP_MIN and last not in ".!?…:"


def _trimmed(text: str, span: Span) -> Span | None:
    cut = text[span.start : span.end]
    start = span.start + len(cut) - len(cut.lstrip())
    end = span.start + len(cut.rstrip())
    return Span(start, end) if start < end else None


def _sentences(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() > start and _ends(text, start, stop, language):
            yield Span(start, stop.end())
            start = stop.end("gap")
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Whether a sentence ends at a stop, by what stands on both sides of it."""
    first = stop["first"]
    if first.islower():
        return False
    if stop[0] != ".":
        return True
    before = text[max(start, stop.start() - _ABBREVIATION) : stop.start()].split()
    word = before[-1].lstrip(_OPENERS) if before else ""
    if len(word) == 1 and word.isupper():
        return False
    names, numbers, inside = _abbreviations(language)
    if word in names:
        return False
    if word in numbers:
        return not first.isdigit()
    return not (word in inside and not first.isupper())


@lru_cache(maxsize=8)
def _abbreviations(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    read = lexicon.read("abbreviations", language)
    topics = ("before_name", "before_number", "inside")
    names, numbers, inside = (frozenset(read.get(topic, ())) for topic in topics)
    return names, numbers, inside


def _is_label(text: str, paragraph: Span, span: Span) -> bool:
    """Whether a first sentence only names the topic of a list's item."""
    bullet = _BULLET.match(text, paragraph.start, span.end)
    words = text[bullet.end() : span.end].split() if bullet else []
    return 0 < len(words) <= _LABEL_WORDS and not any(c.isdigit() for c in " ".join(words))


def _is_heading(text: str, span: Span, first: bool) -> bool:
    """Whether a paragraph of one sentence is a heading: no closing stop, short, no list's item."""
    cut = text[span.start : span.end].rstrip(_CLOSERS + " ")
    if _BULLET.match(text, span.start) or cut[-1:] in ".!?…;," or len(cut) > _HEADING_LENGTH:
        return False
    return first or cut.isupper() or len(cut.split()) <= 12
