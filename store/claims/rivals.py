"""Whether two claims give different figures for the same thing: "at least 27 dead", "34 dead".

A figure is known by what became of those it counts (``toll`` in ``events.toml``), else by the noun
that it counts. A part of a figure ("seven of the dead") is no rival of the whole, nor is a figure
of another order of size, nor one of the other side's losses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.claims.likeness import stem
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Quantity

_BEFORE, _AFTER = 4, 5
_SCALE, _SCALE_BESIDE = 5, 25
_FIRST, _BARE = 3, 5
_ANYONE = frozenset(
    stem(word)
    for word in (
        "people",
        "person",
        "persons",
        "человек",
        "людей",
        "люди",
        "людини",
        "осіб",
        "раз",
        "times",
        "time",
    )
)


class Counted(NamedTuple):
    """A figure with what it counts: its fate ("=dead"), else its noun, and whom: civil or armed."""

    figure: Quantity
    kind: str
    folk: frozenset[str]


class Tally(NamedTuple):
    """The first figures of a claim, made ready to be set against those of others.

    ``kinds`` are what they count, ``part`` says whether they are a part of a whole, ``sides`` are
    the parties that the claim names, ``places`` where it says that it happened, ``bare`` that it
    says little more than its figure, ``own`` that it counts the speaker's own ("two of its men").
    """

    counted: tuple[Counted, ...]
    kinds: frozenset[str]
    part: bool
    sides: frozenset[str]
    places: frozenset[str]
    bare: bool
    own: bool


def tally(page: Page, content: Range, figures: Sequence[Quantity]) -> Tally:
    """The tally of a claim that has figures."""
    at = page.words.at(figures[0].span.start)
    exact = [figure for figure in figures if not page.at("many", page.words.at(figure.span.start))]
    counted = tuple(_counted(page, content, figure) for figure in (exact or figures)[:_FIRST])
    return Tally(
        counted,
        frozenset(one.kind for one in counted if one.kind),
        page.has("part", max(0, content[0] - 1), page.words.inside(figures[0].span)[1] + 1),
        frozenset(hit.label for hit in page.within("side", *content)),
        frozenset(page.words.low[i] for i in range(*content) if page.placed[i] >= 0),
        content[1] - content[0] <= _BARE,
        "O" in page.codes[max(content[0], at - 1) : min(content[1], at + _BEFORE)],
    )


def rivals(mine: Tally, other: Tally, adjacent: bool) -> bool:
    """Whether a claim gives another figure for what an earlier one counts.

    Of adjacent claims figures may be further apart, and a bare figure ("Delhi admits to two") will
    do.
    """
    plain = adjacent and mine.bare and not mine.counted[0].kind
    if (not plain and mine.kinds.isdisjoint(other.kinds)) or mine.part or other.part:
        return False
    for ours, theirs in ((mine.sides, other.sides), (mine.places, other.places)):
        if ours and theirs and ours.isdisjoint(theirs):
            return False
    if mine.own and other.own:
        return False
    if "=losses" in mine.kinds & other.kinds and not mine.sides & other.sides:
        return False  # each army tells of the other's
    scale = _SCALE_BESIDE if adjacent else _SCALE
    if plain:
        return differ(mine.counted[0].figure, other.counted[0].figure, scale)
    return any(
        _rival(one, two, scale)
        for one in mine.counted
        for two in other.counted
        if adjacent or one.kind.startswith("=")
    )


def _rival(ours: Counted, theirs: Counted, scale: int) -> bool:
    if not ours.kind or ours.kind != theirs.kind:
        return False
    apart = ours.folk and theirs.folk and ours.folk.isdisjoint(theirs.folk)
    return not apart and differ(ours.figure, theirs.figure, scale)


def differ(one: Quantity, other: Quantity, scale: int = _SCALE) -> bool:
    """Whether two figures differ, and are of one order of size."""
    ours, theirs = one.low or one.high or 0, other.low or other.high or 0
    small, large = sorted((max(ours, 1), max(theirs, 1)))
    return (one.low, one.high) != (other.low, other.high) and large <= scale * small


def _counted(page: Page, content: Range, figure: Quantity) -> Counted:
    """A figure with the fate of those it counts, else with their noun."""
    first, end = page.words.inside(figure.span)
    start, stop = max(content[0], first - _BEFORE), min(content[1], end + _AFTER)
    fates = page.within("toll", start, stop) if page.codes[first] != "," else []
    folk = page.within("folk", end, stop) or page.within("folk", start, first)
    kinds = frozenset(hit.label for hit in folk[:1])
    if not fates:
        return Counted(figure, _noun(figure), kinds)
    after = next((hit for hit in fates if hit.start >= first), fates[-1])
    own = after.label == "losses" and page.codes[after.start - 1] == "O"
    return Counted(figure, "=dead" if own else f"={after.label}", kinds)


def _noun(figure: Quantity) -> str:
    last = figure.counted.lower().split()[-1:]
    noun = stem(last[0]) if last else ""
    return "" if noun in _ANYONE else noun
