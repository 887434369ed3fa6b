"""The names that places go by, in any script → one canonical name.

>>> canonical("the Chasov Yar direction")
'Chasiv Yar'
>>> canonical("Tell Zahra")
'Tell Zahra'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from store import lexicon
from store.wording import Wordings
from store.words import Words, cut

TOPIC = "places"
_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True)
class Gazetteer:
    """What is known of places in one language, and the names known in all of them.

    The values of ``wordings`` are pairs of a topic (``name``, ``region``, ``kinds_before`` …) and,
    for a name or a kind of region, the canonical one.
    """

    wordings: Wordings[tuple[str, str]]


TOPICS = (
    "kinds_before",
    "kinds_after",
    "prepositions",
    "of_place",
    "takes_place",
    "also_called",
    "not_places",
)


@lru_cache(maxsize=16)
def gazetteer(language: str, overlay: Path | None = None) -> Gazetteer:
    """What the vocabulary says of places; read once."""
    entries: list[tuple[str, tuple[str, str]]] = []
    for known in lexicon.languages(TOPIC, overlay):
        read = lexicon.read(TOPIC, known, overlay)
        names = read.get("names", {})
        entries += [(form, ("name", name)) for name, forms in names.items() for form in forms]
        regions = read.get("regions", {})
        entries += [(form, ("region", kind)) for kind, forms in regions.items() for form in forms]
        if known == language:
            entries += [(word, (topic, "")) for topic in TOPICS for word in read.get(topic, ())]
    return Gazetteer(Wordings(entries))


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """One name for all spellings of a place; the name itself, without its kind, if it is new."""
    words = cut(name)
    for language in lexicon.languages(TOPIC):
        known, end = "", 0
        for hit in gazetteer(language).wordings.scan(words.low):
            topic, label = hit.value
            if topic == "name" and hit.start == _first(words):
                known, end = label, hit.end
            elif topic == "region" and known and hit.start == end:
                return f"{known} {label}"
        if known:
            return known
    return _bare(words) or name


def _first(words: Words) -> int:
    return next((i for i, word in enumerate(words.low) if word not in _ARTICLES), 0)


def _bare(words: Words) -> str:
    """A name without its article and without words in small letters around it."""
    capitals = [i for i in range(len(words)) if words.capital(i) and words.low[i] not in _ARTICLES]
    if not capitals:
        return ""
    return words.span(capitals[0], capitals[-1] + 1).cut(words.text)
