"""A name in a case → its first form, by which a new place is called.

The word before the name tells the case, and the ending the first form; both stand in
``declension.toml``. Where an ending leaves a choice, the table holds what most places end in.

>>> first_form("Новоданилівці", "locative", "uk"), first_form("Вишнёвого", "genitive", "ru")
('Новоданилівка', 'Вишнёвое')
>>> first_form("Великой Криницей", "instrumental", "ru"), first_form("Goma", "locative", "en")
('Великая Криница', 'Goma')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from store.places.declension import rules
from store.words import fold

_LONGEST = 6
_SHORT = 4
_LONGEST_GENDER = 3


@lru_cache(maxsize=4096)
def first_form(name: str, case: str, language: str) -> str:
    """The first form of a name in a case; the name itself where the language declines none."""
    known = rules(language)
    table = known.get("first", {}).get(case)
    if not table:
        return name
    words = name.split(" ")
    endings = [_adjective(word, known["agreement"]) for word in words]
    if all(endings):
        endings[-1] = ""
    firsts = ["-".join(_first(part, table) for part in word.split("-")) for word in words]
    noun = next(first for first, ending in zip(firsts, endings, strict=True) if not ending)
    found = zip(words, endings, firsts, strict=True)
    return " ".join(_agreed(word, e, noun, known) if e else first for word, e, first in found)


def agreeing(adjective: str, noun: str, language: str) -> str:
    """An adjective in any case in the first form that agrees with a noun's.

    >>> agreeing("Пологівському", "район", "uk"), agreeing("Сюникской", "область", "ru")
    ('Пологівський', 'Сюникская')
    """
    known = rules(language)
    ending = _adjective(adjective, known["agreement"]) if known else ""
    return _agreed(adjective, ending, noun, known) if ending else adjective


def governed_case(word: str, language: str) -> str:
    """The case that a word before a name asks for; "" if it asks for none of its own."""
    governs = rules(language).get("governs", {})
    return next((case for case, words in governs.items() if word in words), "")


def _first(word: str, table: Mapping[str, str]) -> str:
    if not word[:1].isupper():
        return word
    low = fold(word).lower()
    for length in range(min(_LONGEST, len(low) - 1), 0, -1):
        if low[-length:] in table:
            return word[:-length] + table[low[-length:]]
    return word


def _agreed(word: str, ending: str, noun: str, known: Mapping[str, Any]) -> str:
    """A word without its ending in a case, with the one that agrees with a noun."""
    stem = word[: -len(ending)]
    genders = known["agreement"]
    endings = (noun[len(noun) - length :] for length in (_LONGEST_GENDER, 1, 0))
    gender: str = next(genders[end] for end in endings if end in genders)
    soft, velar = known["soft"], known.get("velar", {})
    if ending in soft["endings"] and stem.endswith(soft["after"]):
        return stem.removesuffix("ь") + str(soft.get(gender, gender))
    return stem + str(velar.get(gender, gender) if stem[-1:] in velar.get("after", "") else gender)


def _adjective(word: str, agreement: Mapping[str, Any]) -> str:
    """The ending of a word that could be an adjective in a case; "" of any other."""
    low = fold(word).lower()
    endings = (ending for ending in agreement["adjective"] if low.endswith(ending))
    return max(endings, key=len, default="") if len(low) > _SHORT else ""
