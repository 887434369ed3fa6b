"""From a word on to the end of the phrase that starts there: whoever follows "said" or "citing".

The walk stops at the edge of the clause, goes through names in quotation marks and takes in an
apposition ("X, the Y, …"). It is bounded, so that a page costs no more than its length.
"""

from __future__ import annotations

import re

from store.claims.page import Page
from store.claims.phrases import LONGEST, Range, is_name

_LEADING = re.compile("(?:[tV]|Pt)*")
_FINITE = re.compile("[AC]")
_EDGES = frozenset(".;:!?—(STWAt")
_APPOSED = re.compile("[,.;:!?—]")
_CUE = re.compile("[VA]*C")
_CLOSE = frozenset("&VPDX,")


def phrase_after(page: Page, first: int, hi: int) -> Range | None:
    """The phrase that starts here, not beyond ``hi``; None if there is none."""
    codes, hi = page.codes, min(hi, first + LONGEST, len(page.codes))
    leading = _LEADING.match(codes, first, hi)
    first = at = leading.end() if leading else first
    if at < hi and codes[at] == "R" and codes[at + 1 : at + 2] != "P":
        return at, at + 1
    while at < hi:
        code = codes[at]
        if code == '"':
            quote = page.opened.get(at)
            if quote is None or quote.speech:
                break
            at = quote.end
        elif code == "(" and codes.startswith(")", at + 2) and at + 3 < hi:
            at += 3
        elif code == ",":
            at = _apposition_end(page, at, hi)
            break
        elif _ends(page, at, first):
            break
        else:
            at += 1
    return _tidy(page, first, at)


def _ends(page: Page, at: int, first: int) -> bool:
    """Whether a phrase that starts at ``first`` ends before a word."""
    code = page.codes[at]
    if at > first and _stops(page, at, code):
        return True
    if code == "t" and at > first:  # "a report published last week", "Monday's paper"
        dated = page.codes[first:at].rstrip("t")[-1] in "CEv"
        return not dated and page.at("actor", at) is None
    if code in _EDGES:
        return not (code == "t" and page.at("actor", at))
    return at == first and page.at("medium", at) is not None


def _stops(page: Page, at: int, code: str) -> bool:
    if code in "RV" or page.at("medium", at) or page.at("cite", at):
        return True
    following = page.codes[at + 1] if at + 1 < len(page.codes) else "."
    if code == "P":
        return following == "t"
    named = page.codes[at - 1] in "N#" and page.vocabulary.language == "en"
    if named and (code in "DO" or page.at("bound", at)):
        return True  # "told Radio 5 the army had left"
    if code not in "CEv" or _is_noun(page, at, following):
        return False
    attributive = page.codes[at - 1] in "DOP#" and following in "nN"
    ending = following in ("P", "t") and page.words.low[at].endswith(("ed", "ing", "en"))
    return not (attributive or (ending and page.codes[at - 1] != "&"))


def _is_noun(page: Page, at: int, following: str) -> bool:
    """Whether a cue is the noun that it can be as well: "the report that …"."""
    if page.codes[at - 1] not in "nD" or following not in "T.":
        return False
    return page.at("nominal", at) is not None


def _apposition_end(page: Page, comma: int, hi: int) -> int:
    """The end of an apposition after a comma: a name, "who …"; the comma if there is none."""
    edge = _APPOSED.search(page.codes, comma + 1, hi)
    first, end = comma + 1, edge.start() if edge else hi
    if first >= end:
        return comma
    if page.codes[first] == "W":
        # "which cited B" is the next hop, not a part of this one.
        return comma if page.at("cite", first + 1) or _attributes(page, first + 1, end) else end
    if is_name(page, (first, end)):
        return end
    return end if _is_apposed(page, first, end, hi) else comma


def _attributes(page: Page, first: int, end: int) -> bool:
    """Whether a relative clause hands on a clause of its own: "who suspects that …"."""
    verb = _CUE.match(page.codes, first, end)
    return verb is not None and page.codes[verb.end() : verb.end() + 1] in ("T", '"')


def _is_apposed(page: Page, first: int, end: int, hi: int) -> bool:
    """Whether a stretch after a comma tells who the one before it is."""
    codes = page.codes
    if codes[first] not in "DO" or _FINITE.search(codes, first, end):
        return False
    closes = end >= hi or codes[end] in ".;"
    return (closes and page.words.low[first] in ("a", "an", "the")) or page.has("actor", first, end)


def _tidy(page: Page, first: int, end: int) -> Range | None:
    codes = page.codes
    while first < end and codes[end - 1] in _CLOSE:
        end -= 1
    while first < end and codes[first] in "P&":
        first += 1
    return (first, end) if first < end else None
