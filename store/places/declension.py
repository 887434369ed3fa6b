"""Names of places in their cases: a first form → all forms, by the endings of a language.

The endings stand in ``declension.toml`` of each language that declines names. A form that two
endings could give is given by both: what is asked is whether a form can be one of a name.

>>> forms("купянск") >= {"купянск", "купянска", "купянску", "купянском", "купянске"}
True
>>> "куп'янською" in adjectives("куп'янськ"), "харьковской" in adjectives("харьков")
(True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from store import lexicon

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ONLY = (("uk", re.compile("[іїєґ']")), ("ru", re.compile("[ыэъ]")))
_LONGEST_ENDING = 4


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """All forms that a word of a name may have, from its first form in small letters."""
    if not _CYRILLIC.search(word):
        return frozenset((word,))
    *heads, last = word.split("-")
    lasts = _declined(last)
    if not heads:
        return lasts
    inner = [{head, *_declined(head)} if len(head) > 2 else {head} for head in heads[:1]]
    fixed = [{head} for head in heads[1:]]
    return frozenset("-".join(parts) for parts in product(*inner, *fixed, lasts | {last}))


@lru_cache(maxsize=4096)
def adjectives(word: str) -> frozenset[str]:
    """All forms of the adjectives that are made of a name, from its first form."""
    found: set[str] = set()
    for known in _rules(word):
        for stem in exchanged(word, known["adjectives"]):
            found |= {stem + ending for ending in known["cases"]["endings"]}
    return frozenset(found)


def _declined(word: str) -> frozenset[str]:
    tables = (known["endings"] for known in _rules(word))
    return frozenset((word, *(form for table in tables for form in exchanged(word, table))))


def exchanged(word: str, table: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """A word with others in place of the longest of its endings that a table knows."""
    for length in range(min(_LONGEST_ENDING, len(word) - 1), -1, -1):
        ending = word[len(word) - length :]
        if ending in table and (ending or word[-1] not in "аеиоуыэюяіїєьй"):
            return (word[: len(word) - length] + other for other in table[ending])
    return iter(())


def _rules(word: str) -> tuple[Mapping[str, Any], ...]:
    """The rules of the languages whose letters a word is written with."""
    if not _CYRILLIC.search(word):
        return ()
    found = _known()
    only = next((language for language, letters in _ONLY if letters.search(word)), "")
    return (found[only],) if only in found else tuple(found.values())


def rules(language: str) -> Mapping[str, Any]:
    """What ``declension.toml`` says of a language; nothing of one that declines no names."""
    return _known().get(language, {})


@lru_cache(maxsize=1)
def _known() -> dict[str, dict[str, Any]]:
    return {
        language: lexicon.read("declension", language)
        for language in lexicon.languages("declension")
    }
