"""Text → the places it names: known ones, and unknown ones by the words around a name.

A name (see ``names.py``) is a place if a kind of place stands by it ("the village of X", "X
district"), if it follows a word of place or a noun or verb that takes one ("near X", "the capture
of X"), if it joins a place in a list, or if the same text calls it a place elsewhere. A known town
needs none of this; a state and its seat do, for they act and speak: "in Mali", but "Mali said".

>>> from store.sentences import split
>>> text = "Shells fell near Tell Zahra and in the Qamar district."
>>> [m.span.cut(text) for m in find(text, split(text), "en")]
['Tell Zahra', 'Qamar district']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from store.model import PlaceMention, Sentence
from store.places.cases import cases
from store.places.evidence import called, is_place, joined, people
from store.places.lore import Lore, lore
from store.places.names import Run, runs
from store.places.naming import areas, name
from store.places.page import Page
from store.places.vocabulary import wordings
from store.wording import Hits
from store.words import Words, cut

_MARKS = 4


def find(
    text: str, sentences: Sequence[Sentence], language: str, lexicon: Path | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order; ``lexicon`` is the folder of a user's own words."""
    words = cut(text)
    opens = {words.at(sentence.span.start) for sentence in sentences}
    hits = wordings(language, lexicon).scan(words.low)
    return find_in(words, hits, lore(language, lexicon), opens)


def find_in(
    words: Words, hits: Hits, known: Lore, opens: Collection[int]
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, from the wordings found in its words.

    ``opens`` are the words that open a sentence, where any word is capital.
    """
    page = Page(words, hits, known, {*opens, *_behind_marks(words, opens)})
    names = runs(page)
    page.people |= people(page, names)
    sure = {run for run in names if is_place(page, run)}
    sure = joined(page, names, sure)
    sure = joined(page, names, sure | called(page, names, sure))
    found = [run for run in names if run in sure]
    spoken_of, case = areas(found), cases(page, found)
    return tuple(_mention(page, run, case[run], spoken_of) for run in found)


def _behind_marks(words: Words, opens: Collection[int]) -> Iterator[int]:
    """The first words behind the bullets and quotation marks that open sentences."""
    for at in opens:
        near = enumerate(words.low[at : at + _MARKS], at)
        yield from [i for i, low in near if low[0].isalnum()][:1]


def _mention(page: Page, run: Run, case: str, spoken_of: Counter[str]) -> PlaceMention:
    end = page.at("kinds_after", run.end) or run.end
    return PlaceMention(page.words.span(run.start, end), *name(page, run, case, spoken_of))
