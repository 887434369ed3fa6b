"""Whether a cue is a verb whose subject speaks: active, passive with "by", negated, or none."""

from __future__ import annotations

import re

from store.claims.page import Page

_DATED = re.compile("Pt+[AC]")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))


def is_active(page: Page, start: int, end: int) -> bool:
    """Whether a cue is a verb whose subject speaks: no noun, infinitive or passive."""
    alone = end == start + 1
    if (alone and page.codes[start] not in "CAv") or page.at("idioms", start):
        return False
    if _is_negated(page, start):
        return False
    if page.vocabulary.language != "en" or not start:
        return True
    low, at = page.words.low, start - 1
    gerund = low[start].endswith("ing") and page.codes[at] == "P"
    if low[at] == "to" or page.codes[at] in "DO" or gerund or (alone and _is_made(page, start)):
        return False
    while at > 0 and page.codes[at] in "VXt":
        at -= 1
    if low[at] == "to":  # "unable to independently establish"
        return False
    if low[at] in _BE and end == start + 1:
        return low[start].endswith("ing")
    return low[start] not in page.vocabulary.participles or page.codes[at] == "A"


def _is_made(page: Page, at: int) -> bool:
    """Whether a participle tells who made a thing, or when: "pictures posted by residents show"."""
    by = page.words.low[at + 1 : at + 2] == ["by"] and page.codes[at + 2 : at + 3] != "t"
    dated = _DATED.match(page.codes, at + 1) is not None
    return (by or dated) and page.words.low[at].endswith("ed") and page.codes[at - 1] in "nN"


def relates(page: Page, start: int, end: int) -> bool:
    """Whether a cue only describes a source, in a relative clause: "which verified a video"."""
    at = start - 1
    while at > 0 and page.codes[at] in "VA":
        at -= 1
    return at >= 0 and page.codes[at] == "W" and page.codes[end : end + 1] != "T"


def is_by(page: Page, start: int, end: int) -> bool:
    """Whether a cue is a passive that names who speaks: "was announced by X"."""
    low, at = page.words.low, start - 1
    if end >= len(low) or low[end] != "by" or low[start].endswith("ing"):
        return False
    while at > 0 and page.codes[at] == "V":
        at -= 1
    return at >= 0 and low[at] in _BE


def _is_negated(page: Page, start: int) -> bool:
    """Whether a cue is negated: who "did not respond" has said nothing."""
    at = start - 1
    while at > 0 and page.codes[at] in "VA":
        at -= 1
    return at >= 0 and (page.codes[at] == "X" or page.at("negator", at) is not None)
