"""The parts of a content: what "and" joins but different events or figures tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.claims.page import Page
from store.claims.phrases import Range

_JOINTS = re.compile("[&S]T|,&?|&")
_FINITE = re.compile("[AECv]")
_FIGURED = re.compile("[VD]?#[^,.;:]{0,10}?[AE]")
_OPENING = 8


def split(page: Page, first: int, end: int) -> Iterator[Range]:
    """The parts of a content that "and that" joins, or that tell two counted events."""
    start = first
    for found in _JOINTS.finditer(page.codes, first + 1, end):
        at, following = found.span()
        if page.quoted[at] >= 0 or following >= end:
            continue
        if _are_apart(page, found[0], (start, at), (following, end)):
            yield start, at
            start = following
    yield start, end


def _are_apart(page: Page, joint: str, one: Range, other: Range) -> bool:
    """Whether the stretches on both sides of a joint tell different things."""
    if joint == "&":
        return _adds(page, one, other)
    if "T" in joint:
        return joint[0] == "&" or page.at("but", other[0] - 2) is not None
    added = joint == ",&" and _is_figured(page, other)
    return _counts(page, *one) and (added or _counts(page, *other))


def _adds(page: Page, one: Range, other: Range) -> bool:
    """Whether "and" adds a figure's own clause to one without: "it fell and 70 men were killed"."""
    if not _is_figured(page, other) or not _FINITE.search(page.codes, *one):
        return False
    return page.codes.find("#", *one) < 0 and not page.has("number", *one)


def _is_figured(page: Page, span: Range) -> bool:
    """Whether a figure opens a clause of its own: "more than 70 men were killed"."""
    bound = page.at("bound", span[0])
    return _FIGURED.match(page.codes, bound.end if bound else span[0], span[1]) is not None


def _counts(page: Page, first: int, end: int) -> bool:
    """Whether a stretch is a clause of its own with a verb of happening and a figure."""
    verb = page.codes.find("E", first, min(end, first + _OPENING))
    if verb <= first or page.codes[first] in "&SWVP#" or page.at("number", first):
        return False
    return page.codes.find("#", first, end) >= 0 or page.has("number", first, end)
