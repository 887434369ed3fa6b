"""Words → the spellings of names that they could begin, worked out when a word is first met.

A name can stand in any case. Which words are its forms is asked only of the few names that begin
like a word, so that having thousands of names costs no more than listing them.

>>> spellings = Spellings([("Chasiv Yar", Name("Chasiv Yar", "towns", "ukraine"))])
>>> [spelling.words for spelling, adjective in spellings["chasiv"]]
[('chasiv', 'yar')]
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from store.places.declension import adjectives, forms
from store.words import cut

_BEGINNING = 2
_CHANGING = 3  # letters at the end of a name that its cases may change: "Київ", "Києва"
_REMEMBERED = 20_000
_PART = re.compile("[ -]")


class Name(NamedTuple):
    """A place of the gazetteer: canonical name, sort (its file) and area (its table)."""

    label: str
    sort: str
    area: str


class Spelling(NamedTuple):
    """One spelling of a name, word by word.

    ``capitals`` says that it is written in capitals alone, ``adjective`` that it is the adjective
    of the name, ``fixed`` that it has no cases.
    """

    words: tuple[str, ...]
    name: Name
    capitals: bool
    adjective: bool
    fixed: bool


Found = tuple[tuple[Spelling, bool], ...]


class Spellings(dict[str, Found]):
    """The spellings that each word could begin, and whether it would be an adjective."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        super().__init__()
        self._names: dict[str, list[tuple[str, str, Name]]] = defaultdict(list)
        for written, name in names:
            head = plain(_PART.split(written.lower(), maxsplit=1)[0].rstrip("="))
            beginning = head[: max(_BEGINNING, len(head) - _CHANGING)]
            self._names[head[:_BEGINNING]].append((beginning, written, name))

    def __missing__(self, word: str) -> Found:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[word] = tuple(self._found(word))
        return found

    def _found(self, word: str) -> Iterator[tuple[Spelling, bool]]:
        for beginning, written, name in self._names.get(word[:_BEGINNING], ()):
            if not word.startswith(beginning):
                continue
            for spelling in _spellings(written, name):
                first = spelling.words[0]
                if word == first or (not spelling.fixed and word in forms(first)):
                    yield spelling, spelling.adjective
                elif _makes_adjective(spelling) and word in adjectives(first):
                    yield spelling, True


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word in small letters without the marks on its Latin letters: "niš" is "nis"."""
    if word.isascii() or word[0] >= "\u0370":
        return word.replace("ё", "е")
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _spellings(written: str, name: Name) -> Iterator[Spelling]:
    """A name as it is written, with its hyphens as spaces, and with hyphens for its spaces."""
    bare = written.removesuffix("=")
    kind = (len(bare) > 1 and bare.isupper(), bare[:1].islower(), bare != written)
    words = tuple(map(plain, cut(bare).low))
    apart = tuple(part for word in words for part in word.split("-") if part)
    yield Spelling(words, name, *kind)
    if apart != words:
        yield Spelling(apart, name, *kind)
    if len(words) > 1 and all(word.isalpha() for word in words):
        yield Spelling(("-".join(words),), name, *kind)


def _makes_adjective(spelling: Spelling) -> bool:
    return len(spelling.words) == 1 and not (spelling.capitals or spelling.adjective)
