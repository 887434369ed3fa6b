"""What Russian and Ukrainian order freely: source, verb, object and content in any order.

«…, сказал он газете», «как утверждают в Х», «эти сведения Х назвал вбросом», «о потерях писали Х».
"""

from __future__ import annotations

import re

from store.claims.cue import Cue
from store.claims.inversion import behind_content
from store.claims.page import Page
from store.claims.vocabulary import CueClass
from store.claims.walk_back import subject_before
from store.claims.walk_on import phrase_after

_FINITE = re.compile("[ACEv]")
_OBJECT = re.compile("(?:[DO]n?|R)[VX]*$")
_HEAD = 4


def turned(page: Page, start: int, cue_end: int, cue: CueClass, lo: int, end: int) -> Cue | None:
    """The cue of a verb with its object before it, or its source behind it."""
    return (
        _fronted(page, start, cue_end, cue, lo)
        or _about(page, start, cue_end, cue, lo, end)
        or _inverted(page, start, cue_end, cue, lo, end)
        or _taken_on(page, start, cue_end, cue, lo, end)
    )


def as_says(page: Page, start: int, first: int, end: int) -> Cue | None:
    """The cue of «как утверждают в Х»: "as" before a verb, and the source behind it."""
    hit, at = page.at("cue", start), start - 1
    if hit is None or page.vocabulary.language == "en":
        return None
    while at > first and page.codes[at] == "V":
        at -= 1
    if at < first or not page.at("as", at):
        return None
    source = phrase_after(page, hit.end, end)
    return Cue(at, hit.end, "attribution", source, "around") if source else None


def _fronted(page: Page, start: int, cue_end: int, cue: CueClass, lo: int) -> Cue | None:
    """The cue of a denial or a verdict whose object stands before it: «в Х это отрицают»."""
    found = _OBJECT.search(page.codes[lo:start]) if cue.keeps or cue.judges else None
    if found is None:
        return None
    first = lo + found.start()
    if page.codes[first] == "R" and not page.at("bare", first):
        return None  # «он отрицает»
    source = subject_before(page, first, lo) if first > lo else None
    return Cue(first, cue_end, cue.label, source, "right") if source else None


def _about(page: Page, start: int, cue_end: int, cue: CueClass, lo: int, end: int) -> Cue | None:
    """The cue of a clause that opens with what is spoken of: «о потерях писали каналы»."""
    while lo < start and page.codes[lo] in "&SVt":
        lo += 1
    if not page.at("about", lo) or page.codes.find(",", lo, start) >= 0:
        return None
    source = phrase_after(page, cue_end, end)
    return Cue(start, cue_end, cue.label, source, "left") if source else None


def _inverted(page: Page, start: int, cue_end: int, cue: CueClass, lo: int, end: int) -> Cue | None:
    """The cue of a verb behind a content; listeners and media may stand before the source."""
    if not behind_content(page, start, lo):
        return None
    after = cue_end
    for topic in ("listener", "occasion", "medium", "told"):
        if hit := page.at(topic, after):
            after = _past_name(page, hit.end)
    source = phrase_after(page, after, end)
    if source is None or source[0] >= end or page.codes[after] in ",T—":
        return None
    if _closes_apposition(page, start, lo) or _closes_aside(page, lo, start - 1):
        return None
    return Cue(start, cue_end, cue.label, source, "left")


def _taken_on(page: Page, start: int, cue_end: int, cue: CueClass, lo: int, end: int) -> Cue | None:
    """The cue of a deed that opens a clause: «ответственность за взрыв взяла на себя группа»."""
    if start > lo or not cue.keeps or cue.denies or cue_end == start + 1:
        return None
    source = phrase_after(page, cue_end, end)
    return Cue(start, cue_end, cue.label, source, "right") if source else None


def _past_name(page: Page, at: int) -> int:
    """Past the name in quotation marks of an outlet."""
    quote = page.opened.get(at)
    return quote.end if quote and not quote.speech else at


def _closes_apposition(page: Page, start: int, lo: int) -> bool:
    """Whether the comma before a verb closes a clause inside its subject, not the content."""
    if page.codes[start - 1] != ",":
        return False
    opened = page.codes.rfind(",", lo + 1, start - 1)
    return opened > lo and bool(page.at("cite", opened + 1) or page.codes[opened + 1] == "W")


def _closes_aside(page: Page, lo: int, comma: int) -> bool:
    """Whether a comma closes an aside behind the subject: «Обозреватель Х, напротив, видит»."""
    opened = page.codes.rfind(",", max(lo + 1, comma - _HEAD), comma)
    if page.codes[comma] != "," or opened < 0 or _FINITE.search(page.codes, lo, comma):
        return False
    actor = page.first("actor", lo, min(comma, lo + _HEAD))
    return actor is not None and not page.has("event", lo, comma)
