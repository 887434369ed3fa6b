"""What the loader warns of in a claim, from its chain and its words.

``no-attribution``, ``unnamed-source`` and ``single-origin`` (several hands, one source) speak of
the chain, ``party-to-conflict`` of a source that belongs to a side named in ``sides.toml``,
``contradicted`` of another claim here that denies it or gives another version, ``place-ambiguous``
of a name that several places bear, ``mixed-script`` of a word with letters of two scripts, or a
place in a script that is not the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Hop, PlaceMention

PARTIES = frozenset(("official", "official-body", "military", "armed-group"))
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_IN_CYRILLIC = frozenset(("ru", "uk"))


def cautions(
    page: Page,
    draft: Draft,
    chain: Sequence[Hop],
    places: Sequence[PlaceMention],
    contradicted: bool,
) -> tuple[str, ...]:
    """The cautions of a claim, in alphabetical order."""
    found = {*_of_chain(page, draft, chain), *_of_words(page, draft, places)}
    return tuple(sorted(found | {"contradicted"} if contradicted else found))


def _of_chain(page: Page, draft: Draft, chain: Sequence[Hop]) -> Iterator[str]:
    if not chain:
        yield "no-attribution"
        return
    if chain[-1].anonymous:
        yield "unnamed-source"
    if len(chain) > 1:
        yield "single-origin"
    if any(_is_party(page, words, hop) for words, hop in zip(draft.hops, chain, strict=True)):
        yield "party-to-conflict"


def _is_party(page: Page, words: Range, hop: Hop) -> bool:
    """Whether a hop is a body, soldier or official of a side."""
    origin = words if hop.antecedent is None else page.words.inside(hop.antecedent)
    return hop.kind in PARTIES and page.has("side", *origin)


def _of_words(page: Page, draft: Draft, places: Sequence[PlaceMention]) -> Iterator[str]:
    if any(place.ambiguous for place in places):
        yield "place-ambiguous"
    text, foreign = page.document.text, _foreign(page.document.language)
    if not _occurs(foreign, text):
        return
    named = any(foreign.search(place.span.cut(text)) for place in places)
    if named or _MIXED.search(page.cut(*draft.content)):
        yield "mixed-script"


def _foreign(language: str) -> re.Pattern[str]:
    """The letters that are not those of a language."""
    return _LATIN if language in _IN_CYRILLIC else _CYRILLIC


@lru_cache(maxsize=4)
def _occurs(letters: re.Pattern[str], text: str) -> bool:
    """Whether a text has such letters at all: asked for each of its claims, most often in vain."""
    return letters.search(text) is not None
