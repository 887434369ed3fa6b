"""Where a content ends: before a semicolon, a comment after a comma, a further hop.

>>> cut.__doc__
'The end of a content: before a semicolon, a comment after a comma, a further hop.'
"""

from __future__ import annotations

import re

from store.claims.page import Page

_CUTS = re.compile("[P;,S]")
_CLAUSE = re.compile("[AC,;:T]")
_CONTACT = re.compile("D[PnN'][PDnN']*V?[CvA]")
_SOON = 4
_CLOSING = 8
_ASIDE = 14


def cut(page: Page, first: int, end: int) -> int:
    """The end of a content: before a semicolon, a comment after a comma, a further hop."""
    for found in _CUTS.finditer(page.codes, first + 1, end):
        at, code = found.start(), found[0]
        if page.quoted[at] >= 0:
            continue
        if code == "P" and _closing_medium(page, at, end):
            return at
        dashed = page.codes.startswith("—", at + 1)
        if code == ";" or (code == "," and comments(page, at + 1 + dashed, end)):
            return at
        if code == "S" and page.codes[at - 1] == "," and page.at("turn", at):
            return at
    return end


def _closing_medium(page: Page, at: int, end: int) -> bool:
    """Whether only the medium follows: "… in a video seen by X"."""
    hit = page.at("medium", at)
    if hit is None:
        return False
    rest = page.codes[hit.end : end].rstrip(",;.&S")
    return len(rest) - rest.count(".") < _CLOSING and not _CLAUSE.search(rest)


def comments(page: Page, at: int, end: int) -> bool:
    """Whether what follows a comma only comments or names a further hop."""
    if at >= end:
        return False
    if any(page.at(topic, at) for topic in ("cite", "carried", "attribution", "medium")):
        return True
    if page.codes[at] == "V" and page.at("carried", at + 1):  # "…, first carried by X"
        return True
    if (note := page.at("note", at)) and note.label == "unverified":
        return True
    if page.codes[at] == "W" and page.has("note", at + 1, min(end, at + _SOON)):
        return True  # "…, who deny any involvement"
    if (hit := page.at("aside", at)) and (
        page.has("note", at, min(end, at + _ASIDE)) or _sums_up(page, hit.end)
    ):
        return True
    low = page.words.low[at]
    return low.endswith("ing") and (page.codes[at] == "C" or page.at("analysis", at) is not None)


def _sums_up(page: Page, at: int) -> bool:
    """Whether somebody else is the subject behind a noun: "…, a claim the government dismissed"."""
    return page.codes[at - 1] in "nC" and _CONTACT.match(page.codes, at) is not None
