"""Pronouns and short forms → whom they stand for: "he", "the ministry", "Orlov".

An antecedent is the last source before it that fits, or whom its sentence or the one before it
opens with: a person for "he" and "she", a body or outlet
for "it", one with the same head noun for "the ministry", one whose name ends the same for a
surname.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from store.claims.actors import hop
from store.claims.drafts import WINDOW, Draft
from store.claims.likeness import stem
from store.claims.openings import start
from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.walk_on import phrase_after
from store.model import Hop

_PERSONS = frozenset(("official", "person", "expert", "witness", "anonymous"))
_HE = frozenset(
    ("he", "she", "his", "her", "him", "он", "она", "его", "ее", "він", "вона", "його", "її")
)
_IT = frozenset(("it", "its", "оно", "воно"))
_GROUPS = frozenset(("armed-group", "ngo"))
_SHORT = 3
Fits: TypeAlias = Callable[[Range, Hop], bool]
"""The test that an antecedent must pass."""


def chains(page: Page, drafts: Sequence[Draft]) -> list[tuple[Hop, ...]]:
    """The chain of each draft, with antecedents and their names."""
    heard: list[tuple[Range, Hop]] = []
    found: list[tuple[Hop, ...]] = []
    for draft in drafts:
        last = len(draft.hops) - 1
        chain = tuple(_resolved(page, w, heard, i < last) for i, w in enumerate(draft.hops))
        if page.has("withheld", *page.ranges[draft.sentence]):
            chain = (*chain[:-1], *(replace(hop, anonymous=True) for hop in chain[-1:]))
        heard += zip(draft.hops, chain, strict=True)
        found.append(chain)
    return found


def _resolved(page: Page, words: Range, heard: Sequence[tuple[Range, Hop]], reports: bool) -> Hop:
    own = hop(page, words, reports)
    fits = _fitting(page, words, own)
    if fits is None:
        return own
    found = mentioned = _mentioned(page, words, fits)
    nearer = mentioned[0][0] if mentioned and not _is_their_paper(page, *mentioned) else -1
    for before, other in islice(reversed(heard), WINDOW):
        if nearer > before[0]:
            break
        if other.antecedent is None and before[0] < words[0] and fits(before, other):
            found = before, other
            break
    if found is None:
        return own
    _, other = found
    return Hop(own.span, other.name, other.kind, other.anonymous, other.span)


def _mentioned(page: Page, words: Range, fits: Fits) -> tuple[Range, Hop] | None:
    """Whom the sentence of a pronoun, or the one before it, opens with: "Bah stayed. He said"."""
    if page.words.low[words[0]] not in _HE | _IT:
        return None
    here = page.sentence_of(words[0])
    for number in range(here, max(-1, here - 2), -1):
        if page.sentences[number].paragraph != page.sentences[here].paragraph:
            break
        phrase = phrase_after(page, start(page, number), min(words[0], page.ranges[number][1]))
        if phrase and phrase[1] <= words[0] and _is_someone(page, phrase):
            other = hop(page, phrase)
            if fits(phrase, other):
                return phrase, other
    return None


def _is_their_paper(page: Page, phrase: Range, hop: Hop) -> bool:
    """Whether a paper is that of whoever was heard before: "X announced … The statement …"."""
    return hop.kind == "document" and page.words.low[slice(*phrase)][:-1] == ["the"]


def _is_someone(page: Page, phrase: Range) -> bool:
    """Whether a phrase names an actor, or has the full name of a person."""
    alone = phrase[1] - phrase[0] == 1
    return not alone and (page.has("actor", *phrase) or page.codes.find("NN", *phrase) >= 0)


def _fitting(page: Page, words: Range, own: Hop) -> Fits | None:
    """The test that an antecedent must pass; None for a phrase that needs none."""
    low, code, length = page.words.low[words[0]], page.codes[words[0]], words[1] - words[0]
    if length == 1 and low in _HE | _IT:
        return lambda _, other: (other.kind in _PERSONS) == (low in _HE)
    if length == 1 and code == "N" and not page.at("named", words[0]):
        return lambda at, _: at[1] - at[0] > 1 and low in page.words.low[at[0] : at[1]]
    if code not in "Dn" or length > _SHORT or not page.has("actor", *words):
        return None
    said = _stems(page, words)
    if page.at("generic", words[1] - 1):  # "the group"
        return lambda at, other: other.kind in _GROUPS and not page.at("generic", at[1] - 1)
    return lambda at, other: other.kind == own.kind and said <= _stems(page, at)


def _stems(page: Page, words: Range) -> set[str]:
    """The stems of the nouns and names in a phrase."""
    return {stem(page.words.low[at]) for at in range(*words) if page.codes[at] in "nNEC"}
