"""The cues of a sentence: what attributes, who the source is, and where the content stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.claims import slavic, spoken, verbless
from store.claims.choice import fitting
from store.claims.cue import Cue
from store.claims.page import Page
from store.claims.told import parted
from store.claims.verbs import verb
from store.claims.voice import is_active

_COLON = re.compile(":(?:(?<!#:)|(?!#))")  # none of a time of day
_COLON_REACH = 14


def cues(
    page: Page, first: int, end: int, topics: Sequence[str] = ("cue",), inside: int = -1
) -> Iterator[Cue]:
    """The cues of a range of words, each with its source.

    ``topics`` are those of its verbs; ``inside`` is the index of the spoken quotation that the
    range lies in, without one only what stands outside of all is heard.
    """
    lo = done = first
    before: Cue | None = None
    beside = _beside(page, first, end) if inside < 0 else {}
    starts = [at for at in _starts(page, first, end, topics) if page.quoted[at] == inside]
    for start in sorted({*_spared(page, starts, first, end), *beside}):
        if start < done:
            continue
        cue = beside.get(start) or _at(page, start, lo, first, end, before)
        if cue is None and "aim" in topics:
            shared = _sharing(page, start, before, first, end, "aim")
            cue = shared or verb(page, start, lo, end, "aim")
        if cue is None:
            continue
        before = cue = _parted(page, cue)
        yield cue
        done = max(cue.end, cue.source[1]) if cue.source else cue.end
        passed = cue.side == "none" or (cue.label == "nominal" and _cited(page, cue))
        lo = lo if passed else max(lo, cue.end)


def _beside(page: Page, first: int, end: int) -> dict[int, Cue]:
    """The cues that only their place makes: beside a quotation, at the end of the sentence."""
    found = {cue.first: cue for cue in spoken.beside(page, first, end)}
    closing = (f(page, first, end) for f in (verbless.dash, verbless.bracketed, verbless.pointing))
    if cue := next(filter(None, closing), None):
        found[cue.first] = cue
    return found


def _starts(page: Page, first: int, end: int, topics: Sequence[str]) -> list[int]:
    """The words where a cue may start."""
    starts = page.cues_within(first, end)
    if "aim" in topics:
        starts += (hit.start for hit in page.within("aim", first, end))
    colon = _COLON.search(page.codes, first, min(end, first + _COLON_REACH))
    return [*starts, colon.start()] if colon else starts


def _spared(page: Page, starts: list[int], first: int, end: int) -> list[int]:
    """The starts without those in brackets, but for "according to"."""
    if not starts or page.codes.find(")", first, end) < 0:
        return starts
    asides = _asides(page, first, end)
    return [start for start in starts if start not in asides or page.at("attribution", start)]


def _asides(page: Page, first: int, end: int) -> set[int]:
    """The words in brackets."""
    found: set[int] = set()
    opened = -1
    for at in range(first, end):
        if page.codes[at] == "(":
            opened = at
        elif page.codes[at] == ")" and opened >= 0:
            found.update(range(opened, at))
            opened = -1
    return found


def _at(page: Page, start: int, lo: int, first: int, end: int, before: Cue | None) -> Cue | None:
    """The cue that starts at a word: ``lo`` is where the last one ended."""
    if page.codes[start] == ":":
        return verbless.colon(page, start, first, end)
    return (
        verbless.agentless(page, start, end)
        or verbless.according(page, start, end)
        or slavic.as_says(page, start, first, end)
        or verbless.own(page, start, first)
        or _sharing(page, start, before, first, end)
        or verb(page, start, lo, end)
        or (None if before and _apposed(page, start) else verbless.nominal(page, start, lo, end))
    )


def _apposed(page: Page, start: int) -> bool:
    """Whether a noun only sums up what was said: "…, a claim that nobody could check"."""
    return page.codes[max(0, start - 2) : start] == ",D"


def _sharing(
    page: Page, start: int, before: Cue | None, first: int, end: int, topic: str = "cue"
) -> Cue | None:
    """A verb that "and" or a comma ("…, adding") joins to the one before shares its source."""
    hit = page.at(topic, start)
    if hit is None or before is None or before.source is None:
        return None
    if not (_trails(page, start, hit.end) or _joins(page, start, hit.end, before, first)):
        return None
    chosen = next(fitting(page, hit, end), None)
    return Cue(start, hit.end, chosen.label, before.source, "right", True) if chosen else None


def _trails(page: Page, start: int, end: int) -> bool:
    """Whether a cue is a participle after a comma: "denied it, saying that …"."""
    if page.codes[start - 1] != "," or page.vocabulary.language != "en":
        return False
    return page.words.low[start].endswith("ing") and is_active(page, start, end)


def _joins(page: Page, start: int, end: int, before: Cue, first: int) -> bool:
    """Whether "and" joins a cue to one whose content follows it."""
    if before.side != "right" or not before.label:
        return False
    at = start - 1
    while at > first and page.codes[at] in "VA":
        at -= 1
    joint = page.codes[at] == "&" or (page.codes[at] == "S" and page.at("but", at) is not None)
    return joint and is_active(page, start, end)


def _cited(page: Page, cue: Cue) -> bool:
    """Whether a noun is what a source cites: "X, citing a report that …, said"."""
    return page.has("cite", max(0, cue.first - 4), cue.first)


def _parted(page: Page, cue: Cue) -> Cue:
    """A cue whose source is without the outlet that was told."""
    if page.vocabulary.language == "en" or cue.source is None:
        return cue
    return cue._replace(source=parted(page, cue.source))
