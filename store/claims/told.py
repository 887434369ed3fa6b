"""The outlet that a source told, where cases and not prepositions say so: «сказал он газете „Х“».

In Russian and Ukrainian the outlet stands in the dative right by the source, before or after it;
it is a hop of its own, outside the source.
"""

from __future__ import annotations

from store.claims.page import Page
from store.claims.phrases import Range

_REACH = 6


def parted(page: Page, source: Range) -> Range:
    """A source without the outlet that was told, if its phrase took that in."""
    for hit in page.within("told", *source):
        end = _end(page, hit.end, source[1])
        if hit.start > source[0]:
            return source[0], hit.start
        return (end, source[1]) if end < source[1] else source
    return source


def told(page: Page, cue: Range, source: Range) -> Range | None:
    """The outlet told by a source, near it or its cue."""
    first, end = min(cue[0], source[0]), max(cue[1], source[1])
    for hit in page.within("told", first, min(len(page.codes), end + _REACH)):
        between = range(min(end, hit.start), hit.start)
        if hit.start == source[0] or any(page.codes[i] in ".;:T" for i in between):
            continue
        if page.quoted[hit.start] < 0:
            return hit.start, _end(page, hit.end, len(page.codes))
    return None


def _end(page: Page, at: int, end: int) -> int:
    """The end of an outlet's name after its kind: a quoted name, a known one or one word."""
    quote = page.opened.get(at) if at < end else None
    if quote is not None and not quote.speech:
        return quote.end
    if hit := page.at("named", at):
        return hit.end
    return at + 1 if at < end and page.codes[at] == "N" else at
