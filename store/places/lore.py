"""What is known of places before a text is read: their names, and who is no place.

>>> lore("en").given_names >= {"olga", "hassan"}
True
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from store.places.gazetteer import Gazetteer, gazetteer
from store.places.vocabulary import also_words, given_names, not_alone, region_names


class Lore(NamedTuple):
    """The names of the world, and those of a language that are not, or not only, of places."""

    language: str

    gazetteer: Gazetteer
    given_names: frozenset[str]
    also_words: frozenset[str]
    not_alone: frozenset[str]
    region_names: dict[str, str]


@lru_cache(maxsize=16)
def lore(language: str, overlay: Path | None = None) -> Lore:
    """What is known in a language, with a user's own; read once."""
    return Lore(
        language,
        gazetteer(overlay),
        given_names(language, overlay),
        also_words(language, overlay),
        not_alone(language, overlay),
        region_names(language, overlay),
    )
