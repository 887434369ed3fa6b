"""Verbs that only their place beside a spoken quotation makes cues: “…,” fumed the envoy.

No list of verbs is ever complete; but whoever stands with a verb right behind a quotation has
spoken it, whatever the verb.
"""

from __future__ import annotations

import re

from store.claims.cue import Cue
from store.claims.page import Page, numbers
from store.claims.quotes import Quotation
from store.claims.walk_on import phrase_after

_INSERTED = re.compile("[,.!?]—(?=C)")
_MARKS = ",—V"
_OPEN = frozenset("NDOR")
_CLOSED = frozenset(".,;—tP")
_ENDINGS = ("ed", "es", "s")


def beside(page: Page, first: int, end: int) -> list[Cue]:
    """The cues of a range of words that stand beside a spoken quotation, and are no known cues."""
    quotes = [page.quotes[number] for number in numbers(page.quoted, first, end)]
    found = [
        *(_beside(page, quote.end, end) for quote in quotes if quote.end <= end),
        *(_inside(page, quote, end) for quote in quotes if first <= quote.first),
    ]
    return [cue for cue in found if cue]


def _inside(page: Page, quote: Quotation, end: int) -> Cue | None:
    """The cue between dashes inside the marks: «Ударили, — говорит он. — Никто не ждал»."""
    said = _INSERTED.search(page.codes, quote.first, min(quote.end, end))
    hit = page.at("cue", said.end()) if said else None
    source = phrase_after(page, hit.end, min(quote.end, end)) if hit else None
    return Cue(hit.start, hit.end, "say", source, "left") if hit and source else None


def _beside(page: Page, at: int, end: int) -> Cue | None:
    while at < end and page.codes[at] in _MARKS:
        at += 1
    if at + 1 >= end:
        return None
    if _is_verb(page, at) and page.codes[at + 1] in _OPEN:
        source = phrase_after(page, at + 1, end)
        return Cue(at, at + 1, "say", source, "left") if source else None
    source = phrase_after(page, at, end) if page.codes[at] in _OPEN else None
    if source is None or source[0] != at:
        return None
    verb = source[1] - (source[1] >= end or page.codes[source[1]] in _CLOSED)
    if verb <= at or not _is_verb(page, verb):
        return None
    closes = verb + 1 >= end or page.codes[verb + 1] in _CLOSED
    return Cue(verb, verb + 1, "say", (at, verb), "left") if closes else None


def _is_verb(page: Page, at: int) -> bool:
    """Whether a word that is no cue can be a finite verb."""
    code = page.codes[at]
    return code in "vE" or (code == "n" and page.words.low[at].endswith(_ENDINGS))
