"""The words of a language that speak of places, read from ``places.toml``.

Topics: kinds of places before and after a name, and those (``settlements``) that are called by the
name behind them; ``prepositions`` of place; ``loose`` ones that stand as often before people, and
what ``leads_nowhere`` with them; nouns (``of_place``) and verbs (``takes_place``) whose object is a
place, what one ``undergoes`` and who lives there (``dwellers``); ``motion`` from or to one; what
may stand ``between`` any of these and a name; what a second name is ``also_called``; ``titles`` of
people; ``speakers`` for a place; ``bearers`` of names in quotation marks; words that make a name
that of one of the ``bodies``; ``not_places``. The label of a ``region`` is the canonical name of
its kind, the others have none.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from store import lexicon
from store.places.declension import forms
from store.wording import Term, Wordings

TOPIC = "places"
BEFORE = (
    "kinds_before",
    "prepositions",
    "loose",
    "leads_nowhere",
    "of_place",
    "takes_place",
    "dwellers",
    "motion",
    "between",
    "also_called",
    "titles",
    "speakers",
    "bearers",
)
"""The topics whose wordings are asked for where they end."""
TOPICS = (*BEFORE, "kinds_after", "settlements", "undergoes", "bodies", "not_places")


def entries(language: str, overlay: Path | None = None) -> list[tuple[str, Term]]:
    """The wordings of a language that speak of places."""
    read = lexicon.read(TOPIC, language, overlay)
    found = [(word, Term(topic, "")) for topic in TOPICS for word in read.get(topic, ())]
    return [*found, *_regions(language, overlay)]


@lru_cache(maxsize=16)
def wordings(language: str, overlay: Path | None = None) -> Wordings:
    """The wordings of a language that speak of places, and none else; read once."""
    return Wordings(entries(language, overlay))


@lru_cache(maxsize=16)
def kinds(overlay: Path | None = None) -> Wordings:
    """The kinds of regions in all languages; read once."""
    languages = lexicon.languages(TOPIC, overlay)
    return Wordings(term for language in languages for term in _regions(language, overlay))


@lru_cache(maxsize=16)
def region_names(language: str, overlay: Path | None = None) -> dict[str, str]:
    """What the kinds of regions are called in a language, by their canonical names."""
    regions = lexicon.read(TOPIC, language, overlay).get("regions", {})
    return {kind: words[0] for kind, words in regions.items() if words}


@lru_cache(maxsize=16)
def given_names(language: str, overlay: Path | None = None) -> frozenset[str]:
    """All forms of the given names of people."""
    names = lexicon.read(TOPIC, language, overlay).get("given_names", ())
    return frozenset(form for name in names for form in forms(name.lower()))


@lru_cache(maxsize=16)
def not_alone(language: str, overlay: Path | None = None) -> frozenset[str]:
    """The words that are names together with others only: "the North"."""
    return frozenset(lexicon.read(TOPIC, language, overlay).get("not_alone", ()))


@lru_cache(maxsize=16)
def also_words(language: str, overlay: Path | None = None) -> frozenset[str]:
    """The names that are words or people's names as well, and so need a word of place."""
    return frozenset(lexicon.read(TOPIC, language, overlay).get("also_words", ()))


def _regions(language: str, overlay: Path | None) -> list[tuple[str, Term]]:
    regions = lexicon.read(TOPIC, language, overlay).get("regions", {})
    return [(word, Term("region", kind)) for kind, words in regions.items() for word in words]
