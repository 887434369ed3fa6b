"""The names that places go by, in any script → one canonical name.

>>> canonical("the Chasov Yar direction")
'Chasiv Yar'
>>> canonical("Tell Zahra")
'Tell Zahra'
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from store import lexicon
from store.wording import Term, Wordings
from store.words import Words, cut

TOPIC = "places"
_ARTICLES = frozenset(("the", "a", "an"))


TOPICS = (
    "kinds_before",
    "kinds_after",
    "prepositions",
    "of_place",
    "takes_place",
    "also_called",
    "not_places",
)


def entries(language: str, overlay: Path | None = None) -> list[tuple[str, Term]]:
    """What the vocabulary says of places: the words of a language, the names of all of them.

    The label of a ``name`` or a kind of ``region`` is the canonical one; other topics have none.
    """
    found: list[tuple[str, Term]] = []
    for known in lexicon.languages(TOPIC, overlay):
        read = lexicon.read(TOPIC, known, overlay)
        for topic, names in (("name", "names"), ("region", "regions")):
            for label, forms in read.get(names, {}).items():
                found += [(form, Term(topic, label)) for form in forms]
        if known == language:
            found += [(word, Term(topic, "")) for topic in TOPICS for word in read.get(topic, ())]
    return found


@lru_cache(maxsize=16)
def gazetteer(language: str, overlay: Path | None = None) -> Wordings:
    """The wordings of places alone; read once."""
    return Wordings(entries(language, overlay))


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """One name for all spellings of a place; the name itself, without its kind, if it is new."""
    words = cut(name)
    first = _first(words)
    for language in lexicon.languages(TOPIC):
        hits = gazetteer(language).scan(words.low)
        if (known := hits["name"].get(first)) is not None:
            region = hits["region"].get(known.end)
            return f"{known.label} {region.label}" if region else known.label
    return bare(words, 0, len(words)) or name


def _first(words: Words) -> int:
    return next((i for i, word in enumerate(words.low) if word not in _ARTICLES), 0)


def bare(words: Words, first: int, end: int) -> str:
    """A name without its article and without words in small letters around it; "" without any."""
    capitals = [i for i in range(first, end) if words.capital(i) and words.low[i] not in _ARTICLES]
    if not capitals:
        return ""
    return words.span(capitals[0], capitals[-1] + 1).cut(words.text)
