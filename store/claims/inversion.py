"""A source behind its verb: "…,” said X", "…, reported X"."""

from __future__ import annotations

import re

from store.claims.cue import Cue
from store.claims.page import Page
from store.claims.phrases import Range, is_name
from store.claims.vocabulary import CueClass
from store.claims.walk_on import phrase_after

_FINITE = re.compile("[ACEv]")
_SHOWN = frozenset(("show", "evince"))  # whoever follows "showed" is in the picture
_ENDS = frozenset(".,;:!?)—\"'tPSW")


def inverted(page: Page, start: int, cue_end: int, cue: CueClass, lo: int, end: int) -> Cue | None:
    """The cue of a verb behind a content; the source follows it.

    In English the verb is one word, a clause or a quotation stands before it, and a known kind of
    speaker or a name closes the clause.
    """
    if cue.tells or cue.figures or cue.judges or cue.label in _SHOWN:
        return None
    if not behind_content(page, start, lo):
        return None
    quoted = page.quoted[start - 1] >= 0 or page.quoted[start - 2] >= 0
    if not quoted and not _FINITE.search(page.codes, lo, start):
        return None
    if cue_end > start + 1 or page.at("listener", cue_end) or page.at("number", cue_end):
        return None
    source = phrase_after(page, cue_end, end)
    if source is None or source[0] >= end or page.codes[cue_end] not in "DONnR":
        return None
    behind = page.codes[source[1] : end].lstrip("V")
    if behind and behind[0] not in _ENDS:
        return None
    speaks = quoted or _is_speaker(page, source)
    return Cue(start, cue_end, cue.label, source, "left") if speaks else None


def behind_content(page: Page, start: int, lo: int) -> bool:
    """Whether a comma, a dash or the end of a spoken quotation stands before a verb."""
    at = start - 1
    while at > lo and page.codes[at] == "V":
        at -= 1
    if start <= lo or page.codes[at] not in ',"—':
        return False
    return page.codes[at] != '"' or page.quoted[at] >= 0


def _is_speaker(page: Page, source: Range) -> bool:
    comma = page.codes.find(",", *source)
    name = (source[0], comma if comma >= 0 else source[1])
    return page.has("actor", *source) or is_name(page, name) or page.codes[source[0]] == "R"
