"""Pronouns and short forms → whom they stand for: "he", "the ministry", "Orlov".

An antecedent is the last source before it that fits: a person for "he" and "she", a body or outlet
for "it", one with the same head noun for "the ministry", one whose name ends the same for a
surname.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

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
    fits = _fitting(page, words, own)
    if fits is None:
        return own
    for before, other in islice(reversed(heard), WINDOW):
        if other.antecedent is None and before[0] < words[0] and fits(before, other):
            return Hop(own.span, other.name, other.kind, other.anonymous, other.span)
    return own


def _fitting(page: Page, words: Range, own: Hop) -> Callable[[Range, Hop], bool] | None:
    """The test that an antecedent must pass; None for a phrase that needs none."""
    low, code, length = page.words.low[words[0]], page.codes[words[0]], words[1] - words[0]
    if length == 1 and low in _HE | _IT:
        return lambda _, other: (other.kind in _PERSONS) == (low in _HE)
    if length == 1 and code == "N":
        return lambda at, _: at[1] - at[0] > 1 and low in page.words.low[at[0] : at[1]]
    if code not in "Dn" or length > _SHORT or not page.has("actor", *words):
        return None
    said = _stems(page, words)
    return lambda at, other: other.kind == own.kind and said <= _stems(page, at)


def _stems(page: Page, words: Range) -> set[str]:
    """The stems of the nouns and names in a phrase."""
    return {stem(page.words.low[at]) for at in range(*words) if page.codes[at] in "nNEC"}
