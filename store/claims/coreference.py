"""Pronouns and short forms → whom they stand for: "he", "the ministry", "Orlov".

An antecedent is the last source before it that fits: a person for "he" and "she", a body or outlet
for "it", one with the same head noun for "the ministry", one whose name ends the same for a
surname.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.claims.actors import hop
from store.claims.drafts import WINDOW, Draft
from store.claims.likeness import stem
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Hop

_PERSONS = frozenset(("official", "person", "expert", "witness", "anonymous"))
_HE = frozenset(
    ("he", "she", "his", "her", "him", "он", "она", "его", "ее", "він", "вона", "його", "її")
)
_IT = frozenset(("it", "its", "оно", "воно"))
_SHORT = 3


def chains(page: Page, drafts: Sequence[Draft]) -> list[tuple[Hop, ...]]:
    """The chain of each draft, with antecedents and their names."""
    heard: list[tuple[Range, Hop]] = []
    found: list[tuple[Hop, ...]] = []
    for draft in drafts:
        chain = tuple(_resolved(page, words, heard) for words in draft.hops)
        heard += zip(draft.hops, chain, strict=True)
        found.append(chain)
    return found


def _resolved(page: Page, words: Range, heard: Sequence[tuple[Range, Hop]]) -> Hop:
    own = hop(page, words)
    earlier = ((w, h) for w, h in reversed(heard[-WINDOW:]) if w != words and not h.antecedent)
    for before, other in earlier:
        if before[0] < words[0] and _fits(page, words, own, before, other):
            return replace(
                own,
                name=other.name,
                kind=other.kind,
                anonymous=other.anonymous,
                antecedent=other.span,
            )
    return own


def _fits(page: Page, words: Range, own: Hop, before: Range, other: Hop) -> bool:
    """Whether a source can be what a shorter form stands for."""
    low = page.words.low[words[0]]
    if words[1] - words[0] == 1 and low in _HE | _IT:
        return (other.kind in _PERSONS) == (low in _HE)
    if words[1] - words[0] == 1 and page.codes[words[0]] == "N":
        return before[1] - before[0] > 1 and low in page.words.low[before[0] : before[1]]
    if page.codes[words[0]] not in "Dn" or words[1] - words[0] > _SHORT:
        return False
    return other.kind == own.kind and bool(_heads(page, words) & _heads(page, before))


def _heads(page: Page, words: Range) -> set[str]:
    """The stems of the nouns for actors in a phrase."""
    return {stem(page.words.low[hit.end - 1]) for hit in page.within("actor", *words)}
