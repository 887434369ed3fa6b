"""The words of a text with all that places are found by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from operator import ne

from store.places.gazetteer import Known
from store.places.lore import Lore
from store.places.vocabulary import BEFORE
from store.wording import Hits
from store.words import Words

_BEYOND = ["."] * 8
_ARTICLES = frozenset(
    (
        "al",
        "el",
        "ul",
        "as",
        "ash",
        "es",
        "esh",
        "at",
        "et",
        "ad",
        "ed",
        "az",
        "ez",
        "an",
        "en",
        "ar",
        "er",
    )
)
_TAIL = 3


@dataclass(slots=True)
class Page:
    """Words, the wordings found in them, and the words that open a sentence.

    ``forms`` and ``low`` are the words as written and in small letters, with full stops behind them
    so that a look beyond the text finds one; ``begun`` the words that begin a wording; ``ends`` the
    first words of the longest wordings of a topic by the word after them; ``capitals`` the words
    with a capital letter; ``people`` the last words of the names of people, without their endings.
    """

    words: Words
    hits: Hits
    lore: Lore
    opens: Collection[int]
    people: set[str] = field(default_factory=set)
    forms: list[str] = field(init=False)
    low: list[str] = field(init=False)
    begun: set[int] = field(init=False)
    ends: dict[str, dict[int, int]] = field(init=False)
    capitals: list[int] = field(init=False)
    _known: dict[int, Known] = field(init=False)
    _led: dict[frozenset[str], set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.forms = self.words.forms + _BEYOND
        self.low = self.words.low + _BEYOND
        self.begun = set().union(*self.hits.values())
        self.ends = {
            topic: {hit.end: hit.start for hit in reversed(self.hits[topic].values())}
            for topic in BEFORE
        }
        self.capitals = list(compress(count(), map(ne, self.words.forms, self.words.low)))
        self._known = dict(self._all_known())

    def at(self, topic: str, start: int) -> int:
        """Where a wording of a topic that starts at a word ends; 0 if none does."""
        hit = self.hits[topic].get(start)
        return hit.end if hit else 0

    def before(self, topic: str, end: int) -> bool:
        """Whether a wording of a topic ends before a word."""
        return end in self.ends[topic]

    def led(self, topics: frozenset[str], start: int) -> bool:
        """Whether a wording of one of some topics ends before a word."""
        if topics not in self._led:
            self._led[topics] = set().union(*(self.ends[topic] for topic in topics))
        return start in self._led[topics]

    def known(self, at: int) -> Known | None:
        """The known name that starts at a word, with a capital letter."""
        return self._known.get(at)

    def _all_known(self) -> Iterator[tuple[int, Known]]:
        for at in self.capitals:
            known = self.lore.gazetteer.at(self.words, at)
            if known is not None and not self.forms[at][0].isdigit():
                yield at, known

    def named(self, at: int) -> bool:
        """Whether a word is written like a name."""
        return self.forms[at] != self.low[at] and named(self.forms[at])


@lru_cache(maxsize=8192)
def named(form: str) -> bool:
    """Whether a word is written like a name.

    >>> [w for w in ["Sotk", "al-Mawasi", "UKMTO", "Goma-based", "sotk"] if named(w)]
    ['Sotk', 'al-Mawasi']
    """
    head, hyphen, tail = form.rpartition("-")
    if hyphen and tail.islower() and len(tail) >= _TAIL:
        return False
    if form[0].isupper():
        return len(form) == 1 or not form.isupper()
    return head in _ARTICLES and tail[:1].isupper()
