"""The names that places go by, in any script → one canonical name.

The names stand in ``lexicons/world``: a file for each sort of place, a table for each area. A name
written with a small letter is an adjective, one with = behind it has no cases.

>>> from store.words import cut
>>> words = cut("в Часовом Яру")
>>> gazetteer().at(words, 1).names
(Name(label='Chasiv Yar', sort='towns', area='ukraine'),)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from store import lexicon
from store.places.declension import forms
from store.places.spellings import Found, Name, Spellings, plain
from store.sound import alike, rough, sound
from store.words import Words

WORLD = "world"
SORTS = ("states", "seats", "regions", "towns", "namesakes", "waters", "sites")
_ACTING = frozenset(("states", "seats"))
_NOMINATIVE = frozenset("ая")


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


class Gazetteer:
    """Names of places, looked up at a word of a text."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self._names = list(names)
        self._spellings = Spellings(self._names)
        self._rough: dict[str, list[tuple[str, Name]]] = defaultdict(list)
        self._sounds: dict[str, dict[str, list[tuple[str, Name]]]] = {}

    def at(self, words: Words, start: int) -> Known | None:
        """The longest name that starts at a word."""
        spellings = self._spellings[plain(words.low[start])]
        return _longest(words, start, spellings) if spellings else None

    def sounding(self, name: str) -> tuple[Name, ...]:
        """The places whose name in some script sounds like this one, if it is long enough."""
        if not self._rough:
            for named in self._names:
                self._rough[rough(named[0])].append(named)
        begun = rough(name)
        if begun not in self._sounds:
            self._sounds[begun] = _sounds(self._rough.get(begun, ()))
        found = self._sounds[begun].get(sound(name), ())
        return tuple(dict.fromkeys(place for written, place in found if alike(written, name)))


def acts(words: Words, at: int, names: Gazetteer) -> bool:
    """Whether the name at a word is that of a state or its seat."""
    known = names.at(words, at)
    return known is not None and known.acts


@lru_cache(maxsize=16)
def gazetteer(overlay: Path | None = None) -> Gazetteer:
    """The names of the world, with a user's own; read once."""
    return Gazetteer(_names(overlay))


def _longest(words: Words, start: int, spellings: Found) -> Known | None:
    nouns: dict[int, dict[Name, None]] = {}
    spoken: dict[int, dict[Name, None]] = {}
    first = False
    for spelling, adjective in spellings:
        end = _end(words.low, start, spelling.words)
        if end and (words.forms[start].isupper() or not spelling.capitals):
            (spoken if adjective else nouns).setdefault(end, {})[spelling.name] = None
            first = first or words.low[start] == spelling.words[0]
    if not nouns and not spoken:
        return None
    end = max(*nouns, *spoken, 0)
    subject = first and words.low[start][-1] in _NOMINATIVE
    return Known(end, tuple(nouns.get(end, ())), tuple(spoken.get(end, ())), subject)


def _end(low: Sequence[str], start: int, words: Sequence[str]) -> int:
    """The word after a name whose first word is at ``start``; 0 if the rest does not follow."""
    end = start + len(words)
    if end > len(low):
        return 0
    rest = zip(words[1:], low[start + 1 : end], strict=True)
    return end if all(plain(there) in forms(word) for word, there in rest) else 0


def _sounds(names: Iterable[tuple[str, Name]]) -> dict[str, list[tuple[str, Name]]]:
    found: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for written, name in names:
        found[sound(written)].append((written, name))
    found.pop("", None)
    return found


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
