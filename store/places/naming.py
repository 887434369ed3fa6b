"""What a place is called: one name for all its spellings.

>>> canonical("the Chasov Yar direction"), canonical("Харьковской области"), canonical("Tell Zahra")
('Chasiv Yar', 'Kharkiv Oblast', 'Tell Zahra')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from store.places.evidence import has_kind
from store.places.first import agreeing, first_form
from store.places.gazetteer import Known, gazetteer
from store.places.names import Run
from store.places.page import Page
from store.places.spellings import Name
from store.places.vocabulary import kinds
from store.words import Words, cut

_ARTICLES = frozenset(("the", "a", "an"))
_NEAR = 3
_TOWNS = frozenset(("towns", "namesakes"))


def areas(found: Iterable[Run]) -> Counter[str]:
    """How often a text names places of an area, by names that no other place bears."""
    known = (run.known.names for run in found if run.known is not None and run.known.names)
    return Counter(names[0].area for names in known if not _is_shared(names))


def name(page: Page, run: Run, case: str, spoken_of: Counter[str]) -> tuple[str, bool]:
    """The canonical name of a place in a text, and whether it could be another place.

    A new place is called by the first form of its name, or like a known one that sounds so. Of
    places that share a name, the one in the area that the text speaks of most is meant.
    """
    known = () if run.known is None else _meant(page, run, run.known)
    region = page.hits["region"].get(run.end)
    kind = region.label if region else ""
    if not known:
        new = _new_name(page, run, case, kind)
        known = page.lore.gazetteer.sounding(new)
        if not known:
            return new, False
    names = sorted(known, key=lambda name: -spoken_of[name.area])
    told = len(names) > 1 and spoken_of[names[0].area] > spoken_of[names[1].area]
    return _labelled(names[0], kind), _is_shared(names) and not told and not _is_placed(page, run)


def _meant(page: Page, run: Run, known: Known) -> tuple[Name, ...]:
    """The places that a known name means: before a kind, those that it is the adjective of.

    A case of a town's name may be its adjective, too: «на Покровском направлении».
    """
    if not known.of or not has_kind(page, run):
        return known.names
    alone = tuple(name for name in (*known.of, *known.names) if name.sort != "namesakes")
    return alone or known.of


def _new_name(page: Page, run: Run, case: str, kind: str) -> str:
    """The first form of a name; of a region with its kind: "Пологівський район"."""
    bare, language = _bare(page.words, *run.words), page.lore.language
    if not kind:
        return first_form(bare, case, language)
    own = page.lore.region_names.get(kind, kind)
    agreed = agreeing(bare, own, language)
    return f"{agreed} {own}" if agreed != bare else f"{bare} {kind}"


def _is_shared(names: Sequence[Name]) -> bool:
    return len(names) > 1 or names[0].sort == "namesakes"


def _is_placed(page: Page, run: Run) -> bool:
    """Whether the region follows: "Ivanivka, Donetsk Oblast", "Ивановка Донецкой области"."""
    for at in range(run.end, run.end + _NEAR):
        known = page.known(at)
        if known is not None:
            return known.end in page.hits["region"] or known.sort == "regions"
    return False


@lru_cache(maxsize=4096)
def canonical(name: str, overlay: Path | None = None) -> str:
    """One name for all spellings of a place; the name itself, without its kind, if it is new."""
    words = cut(name)
    for at in range(len(words)):
        known = gazetteer(overlay).at(words, at) if words.capital(at) else None
        if known is not None:
            region = kinds(overlay).scan(words.low)["region"].get(known.end)
            return _labelled((known.names or known.of)[0], region.label if region else "")
    new = _bare(words, 0, len(words)) or name
    sounding = gazetteer(overlay).sounding(new)
    return sounding[0].label if sounding else new


def _labelled(name: Name, kind: str) -> str:
    """The name of what was found: a town's region is another place than the town."""
    return f"{name.label} {kind}" if kind and name.sort in _TOWNS else name.label


def _bare(words: Words, first: int, end: int) -> str:
    """A name without its article and without words in small letters around it; "" without any."""
    capitals = [i for i in range(first, end) if words.capital(i) and words.low[i] not in _ARTICLES]
    if not capitals:
        return ""
    return words.span(capitals[0], capitals[-1] + 1).cut(words.text)
