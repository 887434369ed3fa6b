"""Cues that are verbs: who speaks, before the verb or after it, and where the content stands."""

from __future__ import annotations

import re

from store.claims.choice import fitting
from store.claims.cue import Cue, Side
from store.claims.listeners import after_cue
from store.claims.page import Page
from store.claims.phrases import Range, is_name
from store.claims.vocabulary import CueClass
from store.claims.voice import is_active, is_by, relates
from store.claims.walk_back import subject_before
from store.claims.walk_on import phrase_after

_FINITE = re.compile("[ACEv]")
_TAIL = re.compile("[PDONn#'tV]*")
_OBJECTS = frozenset(("of", "about", "for", "against", "to", "о", "об", "про", "за"))
_ENDS = frozenset(".,;:!?)—\"'tPS")
_CLOSED = frozenset(".,;!?)—S")
_SHOWN = frozenset(("show", "count"))
_PAPERS = frozenset(("document", "evidence"))


def verb(page: Page, start: int, lo: int, end: int) -> Cue | None:
    """The cue of a verb; its subject stands not before ``lo``."""
    hit = page.at("cue", start)
    if hit is None:
        return None
    by = is_by(page, start, hit.end)
    if not by and not is_active(page, start, hit.end):
        return None
    classes = fitting(page, hit.label, hit.end, end)
    found = (_verb(page, start, hit.end, cue, by, lo, end) for cue in classes)
    return next(filter(None, found), None)


def _verb(
    page: Page, start: int, cue_end: int, cue: CueClass, by: bool, lo: int, end: int
) -> Cue | None:
    """The cue of a verb as one of its classes has it; ``by`` if it is a passive.

    "The report was denied by X" tells nothing of its own: it is a note on the report.
    """
    if (cue.tells and _briefed(page, cue_end)) or (by and cue.denies):
        return None
    if by and (passive := _passive(page, start, cue_end, cue.label, end)):
        return passive
    if not (cue.tells and page.vocabulary.language == "en"):
        inverted = _inverted(page, start, cue_end, lo, end)
        if inverted is not None:
            return Cue(start, cue_end, cue.label, inverted, "left")
    source = subject_before(page, start, lo)
    if source is None or not _speaks(page, source, cue) or relates(page, start, cue_end):
        return None
    side = _side(page, source, cue, cue_end, end, lo)
    return Cue(start, cue_end, cue.label, source, side)


def _briefed(page: Page, end: int) -> bool:
    """Whether nobody is told, but someone was: "a person briefed on the talks"."""
    alone = page.codes[end - 1] == "C" and end < len(page.codes) and page.codes[end] == "P"
    return alone and page.words.low[end] in ("on", "in", "at", "by")


def _passive(page: Page, start: int, cue_end: int, label: str, end: int) -> Cue | None:
    """The cue "was announced by X": what was announced stands before it, or follows "as"."""
    source = phrase_after(page, cue_end + 1, end)
    if source is None:
        return None
    if source[1] < end and page.codes[source[1]] in "ST":
        return Cue(start, source[1], label, source, "right")
    return Cue(start, cue_end, label, source, "left")


def _inverted(page: Page, start: int, cue_end: int, lo: int, end: int) -> Range | None:
    """The source after an inverted cue: "…,” said X"."""
    if start <= lo or page.codes[start - 1] not in ',"—':
        return None
    if page.codes[start - 1] == '"' and page.quoted[start - 1] < 0:
        return None
    inverted = _inverted_english if page.vocabulary.language == "en" else _inverted_slavic
    return inverted(page, start, cue_end, lo, end)


def _inverted_english(page: Page, start: int, cue_end: int, lo: int, end: int) -> Range | None:
    """In English the verb is one word, and a known kind of speaker or a name closes the clause."""
    quoted = page.quoted[start - 1] >= 0 or page.quoted[start - 2] >= 0
    if not quoted and not _FINITE.search(page.codes, lo, start):
        return None
    if cue_end > start + 1 or page.at("listener", cue_end) or page.at("number", cue_end):
        return None
    source = phrase_after(page, cue_end, end)
    if source is None or source[0] >= end or page.codes[cue_end] not in "DONnR":
        return None
    if source[1] < end and page.codes[source[1]] not in _ENDS:
        return None
    comma = page.codes.find(",", *source)
    name = (source[0], comma if comma >= 0 else source[1])
    known = page.has("actor", *source) or is_name(page, name) or page.codes[source[0]] == "R"
    return source if known or quoted else None


def _inverted_slavic(page: Page, start: int, cue_end: int, lo: int, end: int) -> Range | None:
    """In Russian and Ukrainian listeners and media may stand before the speaker."""
    for topic in ("listener", "medium"):
        if hit := page.at(topic, cue_end):
            cue_end = hit.end
    source = phrase_after(page, cue_end, end)
    if source is None or source[0] >= end or page.codes[cue_end] in ",T":
        return None
    return None if _apposition_before(page, start, lo) else source


def _apposition_before(page: Page, start: int, lo: int) -> bool:
    """Whether the comma before a verb closes a clause inside its subject, not the content."""
    if page.codes[start - 1] != ",":
        return False
    opened = page.codes.rfind(",", lo + 1, start - 1)
    return opened > lo and bool(page.at("cite", opened + 1) or page.codes[opened + 1] == "W")


def _speaks(page: Page, source: Range, cue: CueClass) -> bool:
    """Whether a phrase can be the source of a cue."""
    first, end = source
    if page.has("no_subject", max(0, first - 1), first + 1) or page.has("self", first, end):
        return False
    return not cue.weak or _acts(page, source, cue)


def _acts(page: Page, source: Range, cue: CueClass) -> bool:
    """Whether the head of a phrase is an actor; a document will do for what it shows."""
    first, comma = source[0], page.codes.find(",", *source)
    end = comma if comma >= 0 else source[1]
    if page.at("nominal", end - 1):
        return False
    actors = page.within("actor", first, end)
    if not actors and not page.has("named", first, end):
        return is_name(page, (first, end))
    papers = all(hit.label in _PAPERS for hit in actors)
    return papers if cue.papers else not papers or cue.label in _SHOWN


def _side(page: Page, source: Range, cue: CueClass, cue_end: int, end: int, lo: int) -> Side:
    """Give "right" where the content follows the cue, "left" where it stands before."""
    if cue.keeps or cue.judges:
        return "right"
    at = after_cue(page, cue_end, end, cue.tells)
    behind = source[0] > lo and page.codes[source[0] - 1] in ',"—.'
    if at < end and page.codes[at] not in _CLOSED and not (behind and _trails(page, at, end)):
        return "right"
    if at + 1 < end and page.codes[at : at + 2] == ",T":
        return "right"
    return "left" if behind else "none"


def _trails(page: Page, at: int, end: int) -> bool:
    """Whether only time and place of speaking follow a cue: "…, the bureau said at the time"."""
    if page.codes[at] not in "PtV" or page.words.low[at] in _OBJECTS:
        return False
    tail = _TAIL.match(page.codes, at, end)
    return tail is not None and (tail.end() >= end or page.codes[tail.end()] in ".,;")
