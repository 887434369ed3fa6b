"""Text → the places it names: known ones, and unknown ones by the words around a name.

A name is a run of capital words. It is a place if the gazetteer knows it, if a kind of place
stands by it ("the village of X", "X district"), if it follows a preposition of place or a noun or
verb that takes one ("near X", "the capture of X"), if it joins a place in a list, or if the same
text calls it a place elsewhere.

>>> from store.sentences import split
>>> text = "Shells fell near Tell Zahra and in the Qamar district."
>>> [m.span.cut(text) for m in find(text, split(text), "en")]
['Tell Zahra', 'Qamar district']
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from store.model import PlaceMention, Sentence, Span
from store.places.gazetteer import bare, gazetteer
from store.wording import Hit, Hits
from store.words import Words, cut

_JOINERS = frozenset((",", "and", "or", "и", "та", "й", "і", "&"))
_LINKS = frozenset(("al", "el", "ez", "de", "du", "la", "le", "of", "на", "di", "da", "am", "an"))
_LEADING = ("prepositions", "of_place", "takes_place")
_LONGEST = 6


@dataclass(slots=True)
class _Page:
    """What stands where.

    ``led`` are the words after what leads to a place, ``kinds`` those after a kind of place,
    ``called`` those after "also known as".
    """

    words: Words
    hits: Hits
    led: set[int]
    kinds: set[int]
    called: set[int]

    def at(self, topic: str, start: int) -> int:
        """Where a wording of a topic that starts here ends; 0 if none does."""
        hit = self.hits[topic].get(start)
        return hit.end if hit else 0

    def known(self, start: int) -> Hit | None:
        """The known name that starts here, with a capital letter."""
        return self.hits["name"].get(start) if self.words.capital(start) else None


def find(
    text: str, sentences: Sequence[Sentence], language: str, lexicon: Path | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order; ``lexicon`` is the folder of a user's own names."""
    words = cut(text)
    starts = {words.at(sentence.span.start) for sentence in sentences}
    return find_in(words, gazetteer(language, lexicon).scan(words.low), starts)


def find_in(words: Words, hits: Hits, starts: Collection[int]) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, from the wordings found in its words.

    ``starts`` are the words that open a sentence, where any word is capital.
    """
    page = _Page(
        words,
        hits,
        led={hit.end for topic in _LEADING for hit in hits[topic].values()},
        kinds={hit.end for hit in hits["kinds_before"].values()},
        called={hit.end for hit in hits["also_called"].values()},
    )
    runs = list(_runs(page, starts))
    sure = {run for run in runs if _is_place(page, run)}
    sure |= _joined(page, runs, sure)
    called = {_key(page, run) for run in sure}
    return tuple(_mention(page, run) for run in runs if run in sure or _key(page, run) in called)


def _runs(page: _Page, sentence_starts: Collection[int]) -> list[tuple[int, int]]:
    """The runs of capital words that could name a place."""
    runs: list[tuple[int, int]] = []
    done = 0
    for at in [at for at, form in enumerate(page.words.forms) if form[0].isupper()]:
        if at < done:
            continue
        end = _run(page, at, sentence_starts)
        if end > at:
            runs.append((at, end))
        done = max(end, at + 1)
    return runs


def _run(page: _Page, at: int, sentence_starts: Collection[int]) -> int:
    """The end of the run of capital words that starts here; 0 if none does."""
    if known := page.known(at):
        return _extended(page, known.end)
    if page.at("not_places", at):
        return 0
    end = _run_end(page, at)
    opens = at in sentence_starts and end == at + 1 and not page.at("kinds_after", end)
    return _opening(page, at) if opens else end


def _opening(page: _Page, at: int) -> int:
    """The end of a one-word name that opens a sentence, where small words are capital, too."""
    word = page.words.low[at]
    return at + 1 if len(word) > 3 and not page.at("prepositions", at) else 0


def _run_end(page: _Page, start: int) -> int:
    words, end = page.words, start + 1
    while end < len(words) and end - start < _LONGEST:
        if page.known(end) or page.at("not_places", end):
            break
        if words.capital(end) or (words.low[end].isdigit() and words.low[end - 1] == "-"):
            end += 1
        elif words.low[end] in _LINKS and end + 1 < len(words) and words.capital(end + 1):
            end += 2
        else:
            break
    return end


def _extended(page: _Page, end: int) -> int:
    """A known name with the kind that follows it in a capital letter: "Kharkiv Oblast"."""
    kind = page.at("kinds_after", end)
    return kind if kind and page.words.capital(end) else end


def _is_place(page: _Page, run: tuple[int, int]) -> bool:
    start, end = run
    if page.known(start):
        return True
    if page.at("kinds_after", end) or (page.at("kinds_after", end - 1) == end and end - start > 1):
        return True
    start = _before_article(page, start)
    kind = start - (start > 0 and page.words.low[start - 1] == "of")
    return start in page.led or kind in page.kinds or start in page.kinds


def _before_article(page: _Page, start: int) -> int:
    return start - 1 if start and page.words.low[start - 1] in ("the", "a", "an") else start


def _joined(
    page: _Page, runs: list[tuple[int, int]], sure: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The names that a list or a bracket joins to a place."""
    found: set[tuple[int, int]] = set()
    for run, following in pairwise(runs):
        between = page.words.low[run[1] : following[0]]
        linked = 0 < len(between) <= 2 and all(word in _JOINERS for word in between)
        other = following[0] in page.called and following[0] - run[1] <= 4
        if (run in sure or run in found) and (linked or other):
            found.add(following)
    return found


def _key(page: _Page, run: tuple[int, int]) -> str:
    return " ".join(page.words.low[run[0] : run[1]])


def _mention(page: _Page, run: tuple[int, int]) -> PlaceMention:
    end = page.at("kinds_after", run[1]) or run[1]
    span: Span = page.words.span(run[0], end)
    known = page.known(run[0])
    if known is None:
        return PlaceMention(span, bare(page.words, *run))
    # "Kharkiv Oblast" is another place than Kharkiv.
    region = page.hits["region"].get(known.end)
    return PlaceMention(span, f"{known.label} {region.label}" if region else known.label)
