"""The names that places go by, in any script → one canonical name.

The names stand in ``lexicons/world``: a file for each sort of place, a table for each area. A name
is made ready (its cases, its adjectives) when a text first has a word that begins like it. One
written with a small letter is an adjective, one with = behind it has no cases.

>>> from store.words import cut
>>> words = cut("в Часовом Яру")
>>> gazetteer().at(words, 1).names
(Name(label='Chasiv Yar', sort='towns', area='ukraine'),)
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from store import lexicon
from store.places.declension import adjectives, forms
from store.places.sound import sound
from store.words import Words, cut

WORLD = "world"
_ACTING = frozenset(("states", "seats"))
SORTS = ("states", "seats", "regions", "towns", "namesakes", "waters", "sites")
_BEGINNING = 2
_NOMINATIVE = frozenset("ая")


class Name(NamedTuple):
    """A place of the gazetteer: canonical name, sort (its file) and area (its table)."""

    label: str
    sort: str
    area: str


class Known(NamedTuple):
    """A name found in a text: the word after it, and all the places it could be.

    ``of`` are the places that it speaks of as an adjective ("Купянское направление"), ``names``
    are empty if it is nothing else; ``subject`` says that it stands in a form that nothing
    governs: "Росія", not "Росії".
    """

    end: int
    names: tuple[Name, ...]
    of: tuple[Name, ...] = ()
    subject: bool = False

    @property
    def adjective(self) -> bool:
        """Whether it only speaks of a place."""
        return not self.names

    @property
    def sort(self) -> str:
        """The sort of the place that comes first."""
        return (self.names or self.of)[0].sort

    @property
    def acts(self) -> bool:
        """Whether it is a state or its seat, which act and speak as well."""
        return bool(self.names) and {name.sort for name in self.names} <= _ACTING


class _Spelling(NamedTuple):
    words: tuple[str, ...]
    name: Name
    capitals: bool
    adjective: bool
    fixed: bool


class Gazetteer:
    """Names of places, looked up at a word of a text."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self._names = list(names)
        self._sounds: dict[str, tuple[Name, ...]] = {}
        self._firsts: set[str] = set()
        self._waiting: dict[str, list[_Spelling]] = defaultdict(list)
        self._ready: dict[str, list[tuple[_Spelling, bool]]] = defaultdict(list)
        for written, name in self._names:
            bare = written.removesuffix("=")
            kind = (len(bare) > 1 and bare.isupper(), bare[:1].islower(), bare != written)
            for words in _variants(bare):
                spelling = _Spelling(words, name, *kind)
                self._waiting[words[0][:_BEGINNING]].append(spelling)
                self._firsts.add(words[0])

    def at(self, words: Words, start: int) -> Known | None:
        """The longest name that starts at a word."""
        word = plain(words.low[start])
        if waiting := self._waiting.pop(word[:_BEGINNING], None):
            self._make_ready(waiting)
        nouns: dict[int, dict[Name, None]] = {}
        spoken: dict[int, dict[Name, None]] = {}
        for spelling, adjective in self._ready.get(word, ()):
            end = _end(words.low, start, spelling.words)
            if end and (words.forms[start].isupper() or not spelling.capitals):
                (spoken if adjective else nouns).setdefault(end, {})[spelling.name] = None
        if not nouns and not spoken:
            return None
        end = max(*nouns, *spoken, 0)
        subject = word in self._firsts and word[-1] in _NOMINATIVE
        return Known(end, tuple(nouns.get(end, ())), tuple(spoken.get(end, ())), subject)

    def sounding(self, name: str) -> tuple[Name, ...]:
        """The places whose name in some script sounds like this one, if it is long enough."""
        if not self._sounds:
            self._sounds = _sounds(self._names)
        return self._sounds.get(sound(name), ())

    def _make_ready(self, waiting: Sequence[_Spelling]) -> None:
        for spelling in waiting:
            first = spelling.words[0]
            for form in (first,) if spelling.fixed else forms(first):
                self._ready[form].append((spelling, spelling.adjective))
            if len(spelling.words) == 1 and not (spelling.capitals or spelling.adjective):
                for form in adjectives(first) - forms(first):
                    self._ready[form].append((spelling, True))


def acts(words: Words, at: int, names: Gazetteer) -> bool:
    """Whether the name at a word is that of a state or its seat."""
    known = names.at(words, at)
    return known is not None and known.acts


def _sounds(names: Iterable[tuple[str, Name]]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, dict[Name, None]] = defaultdict(dict)
    for written, name in names:
        found[sound(written)][name] = None
    del found[""]
    return {key: tuple(same) for key, same in found.items()}


@lru_cache(maxsize=16)
def gazetteer(overlay: Path | None = None) -> Gazetteer:
    """The names of the world, with a user's own; read once."""
    return Gazetteer(_names(overlay))


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word in small letters without the marks on its Latin letters: "niš" is "nis"."""
    if word.isascii() or word[0] >= "\u0370":
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _names(overlay: Path | None) -> Iterator[tuple[str, Name]]:
    for sort in SORTS:
        for area, names in lexicon.read(sort, WORLD, overlay).items():
            for label, others in names.items():
                if not isinstance(others, list) or not all(isinstance(o, str) for o in others):
                    raise _not_names(sort, label, overlay)
                for written in dict.fromkeys((label, *others)):
                    yield written, Name(label, sort, area)


def _not_names(sort: str, label: str, overlay: Path | None) -> lexicon.LexiconError:
    """The error of an entry that is no list of names, in the last file that has it."""
    *_, path = lexicon.files(sort, WORLD, overlay)
    line = lexicon.line_of(path, label)
    return lexicon.LexiconError(path, line, f"{label} must be a list of texts")


def _variants(written: str) -> Iterator[tuple[str, ...]]:
    """The words of a name, with hyphens as written, as spaces, and in place of spaces."""
    words = tuple(map(plain, cut(written).low))
    apart = tuple(part for word in words for part in word.split("-") if part)
    joined = ("-".join(words),)
    yield words
    if apart != words:
        yield apart
    if len(words) > 1 and all(word.isalpha() for word in words):
        yield joined


def _end(low: Sequence[str], start: int, words: Sequence[str]) -> int:
    """The word after a name whose first word is at ``start``; 0 if the rest does not follow."""
    end = start + len(words)
    if end > len(low):
        return 0
    rest = zip(words[1:], low[start + 1 : end], strict=True)
    return end if all(plain(there) in forms(word) for word, there in rest) else 0
