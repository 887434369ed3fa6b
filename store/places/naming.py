"""What a place is called: one name for all its spellings.

>>> canonical("the Chasov Yar direction"), canonical("Харьковской области"), canonical("Tell Zahra")
('Chasiv Yar', 'Kharkiv Oblast', 'Tell Zahra')
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from store.places.gazetteer import Known, gazetteer
from store.places.names import Run
from store.places.page import Page
from store.places.vocabulary import kinds
from store.words import Words, cut

_ARTICLES = frozenset(("the", "a", "an"))


def name(page: Page, run: Run) -> str:
    """The canonical name of a place in a text."""
    if run.known is None:
        return _bare(page.words, *run.words)
    region = page.hits["region"].get(run.known.end)
    return _labelled(run.known, region.label if region else "")


@lru_cache(maxsize=4096)
def canonical(name: str, overlay: Path | None = None) -> str:
    """One name for all spellings of a place; the name itself, without its kind, if it is new."""
    words = cut(name)
    for at in range(len(words)):
        known = gazetteer(overlay).at(words, at) if words.capital(at) else None
        if known is not None:
            region = kinds(overlay).scan(words.low)["region"].get(known.end)
            return _labelled(known, region.label if region else "")
    return _bare(words, 0, len(words)) or name


def _labelled(known: Known, kind: str) -> str:
    """The name of what was found: a town's region is another place than the town."""
    name = known.names[0]
    return f"{name.label} {kind}" if kind and name.sort == "towns" else name.label


def _bare(words: Words, first: int, end: int) -> str:
    """A name without its article and without words in small letters around it; "" without any."""
    capitals = [i for i in range(first, end) if words.capital(i) and words.low[i] not in _ARTICLES]
    if not capitals:
        return ""
    return words.span(capitals[0], capitals[-1] + 1).cut(words.text)
