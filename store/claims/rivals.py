"""Whether two claims give different figures for the same thing: "at least 27 dead", "34 dead".

A figure is known by what became of those it counts (``toll`` in ``events.toml``), else by the noun
that it counts. A part of a figure ("seven of the dead") is no rival of the whole, nor is a figure
of another order of size, nor one of the other side's losses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.claims.likeness import stem
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Quantity

_BEFORE, _AFTER = 4, 5
_SCALE = 5
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


def rivals(
    page: Page,
    one: tuple[Range, Sequence[Quantity]],
    other: tuple[Range, Sequence[Quantity]],
    adjacent: bool,
) -> bool:
    """Whether a claim (content and figures) gives another figure for what an earlier one counts."""
    parts = _is_part(page, one[0]) or _is_part(page, other[0])
    if not one[1] or not other[1] or parts or _other_side(page, one[0], other[0]):
        return False
    if adjacent and not _kinds(page, one[0], one[1][0]):
        return differ(one[1][0], other[1][0])
    return any(
        _kinds(page, one[0], mine) & _kinds(page, other[0], theirs)
        and not _apart(mine, theirs)
        and differ(mine, theirs)
        for mine, theirs in _pairs(one[1], other[1])
    )


def _pairs(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    return ((mine, other) for mine in ours[:3] for other in theirs[:3])


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether two figures differ, and are of one order of size."""
    ours, theirs = one.low or one.high or 0, other.low or other.high or 0
    small, large = sorted((max(ours, 1), max(theirs, 1)))
    return (one.low, one.high) != (other.low, other.high) and large <= _SCALE * small


def _kinds(page: Page, content: Range, figure: Quantity) -> set[str]:
    """What a figure counts: the fate of those counted, else their noun."""
    first, end = page.words.inside(figure.span)
    near = range(max(content[0], first - _BEFORE), min(content[1], end + _AFTER))
    fates = [hit for hit in page.within("toll", near.start, near.stop) if page.codes[first] != ","]
    after = [hit.value.label for hit in fates if hit.start >= first]
    if fates:
        return {f"={after[0] if after else fates[-1].value.label}"}
    return _noun(figure)


def _noun(figure: Quantity) -> set[str]:
    return {stem(word) for word in figure.counted.lower().split()[-1:]} - _ANYONE


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count different people: civilians and soldiers."""
    ours, theirs = _noun(one), _noun(other)
    return bool(ours and theirs and not ours & theirs)


def _is_part(page: Page, content: Range) -> bool:
    return page.has("part", max(0, content[0] - 1), min(content[1], content[0] + _AFTER))


def _other_side(page: Page, one: Range, other: Range) -> bool:
    """Whether both contents name sides, and none that is the same."""
    ours = {hit.value.label for hit in page.within("side", *one)}
    theirs = {hit.value.label for hit in page.within("side", *other)}
    return bool(ours and theirs and not ours & theirs)
