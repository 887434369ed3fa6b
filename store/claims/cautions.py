"""What the loader warns of in a claim, from its chain and its words.

``no-attribution``, ``unnamed-source`` and ``single-origin`` (several hands, one source) speak of
the chain, ``party-to-conflict`` of a source that belongs to a side named in ``sides.toml``,
``contradicted`` of another claim here that denies it or gives another version, ``mixed-script`` of
letters of two scripts in one claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Hop

_PARTIES = frozenset(("official", "official-body", "military", "armed-group"))
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")


def cautions(page: Page, draft: Draft, chain: Sequence[Hop], contradicted: bool) -> tuple[str, ...]:
    """The cautions of a claim, in alphabetical order."""
    return tuple(sorted({*_of_chain(page, draft, chain), *_of_words(page, draft, contradicted)}))


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
    return hop.kind in _PARTIES and page.has("side", *origin)


def _of_words(page: Page, draft: Draft, contradicted: bool) -> Iterator[str]:
    if contradicted:
        yield "contradicted"
    text = page.cut(*draft.content)
    if not text.isascii() and _LATIN.search(text) and _CYRILLIC.search(text):
        yield "mixed-script"
