"""Where the content of a cue starts and ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.claims.page import Page
from store.claims.phrases import Range, phrase_after

if TYPE_CHECKING:
    from store.claims.attribution import Cue

_PAUSE = frozenset(",;:—")
_OPENERS = frozenset("&VST,—:;-•*")


def after_cue(page: Page, at: int, end: int) -> int:
    """The first word after a cue's listeners, adverbs, dates, media and "that"."""
    moved = True
    while at < end and moved:
        moved = False
        if hit := page.at("listener", at):
            at, moved = hit.end, True
        elif hit := page.at("medium", at):
            phrase = phrase_after(page, hit.end, end)
            at, moved = (phrase[1] if phrase else hit.end), True
        elif page.codes[at] in "tV" and page.quoted[at] < 0:
            at, moved = at + 1, True
        elif page.codes[at] == "P" and at + 1 < end and page.codes[at + 1] == "t":
            at, moved = at + 2, True
    return at


def contents(
    page: Page, cue: Cue, before: Cue | None, after: Cue | None, first: int, end: int
) -> Iterator[Range]:
    """The content spans of a cue in its sentence; more than one where "and that" joins them."""
    if cue.side == "right":
        yield from _right(page, cue, after, end)
    elif cue.side == "left":
        yield from _left(page, cue, before, first)
    elif cue.side == "around":
        yield from _around(page, cue, before, after, first, end)


def _right(page: Page, cue: Cue, after: Cue | None, end: int) -> Iterator[Range]:
    keeps = page.vocabulary.cues[cue.label].keeps
    at = cue.first if keeps else opening(page, cue.end, end)
    stop = _limit(page, cue, after, end)
    if quote := _quote_at(page, at):
        yield at, min(quote, end)
        return
    for part in _split(page, at, _cut(page, max(at, cue.end), stop)):
        if span := trimmed(page, *part):
            yield span


def opening(page: Page, at: int, end: int) -> int:
    """The first word of a content after its cue: listeners, marks and "that" passed."""
    at = after_cue(page, at, end)
    if at < end and page.codes[at] == "," and at + 1 < end and page.codes[at + 1] == "T":
        at += 1
    while at < end and page.codes[at] in "T:,—":
        at += 1
    return at


def _quote_at(page: Page, at: int) -> int:
    """The end of the spoken quotation that opens here; 0 if none does."""
    return next((q.end for q in page.quotes if q.first == at and q.speech), 0)


def _limit(page: Page, cue: Cue, after: Cue | None, end: int) -> int:
    """Where the content must end: before the next cue's source, if that is a clause of its own."""
    if after is None or after.reach[0] <= cue.end:
        return end
    at = after.reach[0]
    while at > cue.end and page.codes[at - 1] in "&ST,—;V":
        at -= 1
    turned = any(page.codes[i] in ",;—" or page.codes[i] == "S" for i in range(at, after.reach[0]))
    return at if turned and after.side != "around" else end if not turned else at


def _cut(page: Page, first: int, end: int) -> int:
    """The end of a content: before a semicolon, a comment after a comma, a further hop."""
    for at in range(first + 1, end):
        if page.quoted[at] >= 0:
            continue
        code = page.codes[at]
        if code == ";" or (code == "," and _comments(page, at + 1, end)):
            return at
        if code == "S" and page.codes[at - 1] == "," and page.at("turn", at):
            return at
    return end


def _comments(page: Page, at: int, end: int) -> bool:
    """Whether what follows a comma only comments or names a further hop."""
    if at >= end:
        return False
    if any(page.at(topic, at) for topic in ("cite", "carried", "attribution", "medium")):
        return True
    low = page.words.low[at]
    return low.endswith("ing") and (page.codes[at] == "C" or page.has("comment", at, at + 1, "analysis"))


def _split(page: Page, first: int, end: int) -> Iterator[Range]:
    """The parts of a content that "and that" joins."""
    start = first
    for at in range(first + 1, end - 1):
        if page.codes[at] == "&" and page.codes[at + 1] == "T" and page.quoted[at] < 0:
            yield start, at
            start = at + 2
    yield start, end


def _left(page: Page, cue: Cue, before: Cue | None, first: int) -> Iterator[Range]:
    stop = cue.reach[0]
    start = max(first, before.reach[1] if before else first)
    at = stop
    while at > start and page.codes[at - 1] in ',—V':
        at -= 1
    if at > start and page.quoted[at - 1] >= 0:
        quote = page.quotes[page.quoted[at - 1]]
        yield max(quote.first, first), quote.end
        return
    if span := trimmed(page, _after_break(page, start, at), at):
        yield span


def _after_break(page: Page, first: int, end: int) -> int:
    """The start of the last stretch after a semicolon."""
    breaks = [i for i in range(first, end) if page.codes[i] == ";" and page.quoted[i] < 0]
    return breaks[-1] + 1 if breaks else first


def _around(
    page: Page, cue: Cue, before: Cue | None, after: Cue | None, first: int, end: int
) -> Iterator[Range]:
    """The content of "according to X": after it where it opens the clause, else before or around."""
    start = max(first, before.reach[1] if before else first)
    reach = cue.reach
    left = trimmed(page, _after_break(page, start, reach[0]), reach[0])
    stop = _limit(page, cue, after, end)
    right = trimmed(page, reach[1], _cut(page, reach[1], stop))
    if left and right and _opens(page, left):
        yield left[0], right[1]
    elif left and not _opens(page, left):
        yield left
    elif right:
        yield from _semicolons(page, *right)
        yield from _rest(page, right[1], stop)


def _rest(page: Page, at: int, end: int) -> Iterator[Range]:
    """What stands after a semicolon goes on with the same source."""
    if at < end and page.codes[at] == ";" and (span := trimmed(page, at + 1, end)):
        yield span


def _semicolons(page: Page, first: int, end: int) -> Iterator[Range]:
    yield first, end


def _opens(page: Page, left: Range) -> bool:
    """Whether the words before a parenthesis are only the opening of its clause."""
    return not any(page.codes[i] in "ACEv" for i in range(*left)) and left[1] - left[0] <= 8


def trimmed(page: Page, first: int, end: int) -> Range | None:
    """A span without the marks and small words at its edges."""
    codes = page.codes
    while first < end and codes[first] in _OPENERS and page.quoted[first] < 0 or (
        first < end and codes[first] in ".)]%" 
    ):
        first += 1
    while first < end and codes[end - 1] in ".,;:—&!?(" and page.quoted[end - 1] < 0:
        end -= 1
    if first < end and codes[first] == "(" and codes[end - 1] == ")":
        first, end = first + 1, end - 1
    return (first, end) if first < end else None
