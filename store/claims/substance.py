"""Whether the content of a cue says something, or only points back: "it", "the allegation"."""

from __future__ import annotations

import re

from store.claims.cue import Cue
from store.claims.page import Page
from store.claims.phrases import Range

_SMALL = dict.fromkeys(map(ord, "DORPVX,.'\""))
_VERBAL = re.compile("[ACEv]")
_FINITE = re.compile("[AE]")
_ABOUT = frozenset(("of", "about", "о", "об", "про"))
_SILENCE = frozenset(("unverified", "no-comment", "corrected"))
_LONGEST_NOTE = 16
_HEAD = 3


def substantial(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content is more than a word or two that point back."""
    first, end = span
    kept = max(first, cue.end) if first == cue.first else first
    label = page.vocabulary.cues[cue.label]
    if first == cue.first and cue.end - cue.first > 1:
        return kept < end or not label.denies or _has_object(page, span)
    codes = page.codes[kept:end]
    rest = len(codes.translate(_SMALL))
    if not rest:
        return False
    if label.judges:
        return True
    if label.keeps and label.denies and first == cue.first:
        said = _names(codes) or page.has("event", kept, end)
        return said or not page.has("heads", first, end)
    return _tells(page, cue, (kept, end), span, rest)


def _has_object(page: Page, cue: Range) -> bool:
    """Whether a denial says in itself what it denies: «свою причастность отвергают»."""
    return "n" in page.codes[slice(*cue)] and not page.has("heads", *cue)


def _tells(page: Page, cue: Cue, kept: Range, span: Range, rest: int) -> bool:
    codes = page.codes[slice(*kept)]
    if _is_note(page, cue, span) or _is_asked(page, cue, span):
        return False
    if "#" in codes or page.quoted[span[0]] >= 0 or _counted(page, *kept):
        return True
    if cue.label == "accuse":  # "blamed the rebels" with its verb, else "the attack on the rebels"
        return span[0] == cue.first or "P" in codes or _VERBAL.search(codes) is not None
    bare = rest == 1 and not _VERBAL.search(codes)
    if bare and not _is_news(page, cue, span):
        return False
    return not _is_scrap(page, cue, span) and not _points(page, kept, rest)


def _is_news(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a mere noun tells of an event: "reports of shelling", but not "the reports of it"."""
    told = cue.label == "nominal" and page.labelled("event", "noun", *span)
    return told and page.words.low[cue.first - 1] != "the"


def _names(codes: str) -> bool:
    """Whether a stretch has a name or a verb of its own."""
    return "N" in codes or _VERBAL.search(codes) is not None


def _points(page: Page, kept: Range, rest: int) -> bool:
    """Whether a content only points back: "the allegation", "the claim, made by …"."""
    codes = page.codes[slice(*kept)]
    if codes[:3] == "Dn," and page.at("nominal", kept[0] + 1):
        return True
    definite = codes[0] in "DOR" and page.words.low[kept[0]] not in ("a", "an")
    return definite and rest <= 2 and page.has("heads", *kept) and not _names(codes)


def _counted(page: Page, first: int, end: int) -> bool:
    """Whether a content has a number in words that is no pronoun."""
    return any(page.codes[hit.start] not in "DOR" for hit in page.within("number", first, end))


def _is_scrap(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content is only the object or the place of a verb: "its focus", "in channels"."""
    first, end = span
    if cue.label not in ("say", "tell") or cue.side != "right" or page.codes[first - 1] in 'T:"':
        return False
    shown = page.first("actor", first, min(end, first + _HEAD))
    if shown and shown.label == "evidence" and page.words.low[shown.end] == "of":
        return True  # "posted a video of a burning tanker"
    place = page.codes[first] == "P" and page.words.low[first] not in _ABOUT
    if not place and page.codes[first] not in "On":
        return False
    told = _FINITE.search(page.codes, first, end) or page.has("event", first, end)
    return not (told or page.has("bound", first, end))


def _is_asked(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a note takes in a noun and what it is about: «информация о раненых уточняется»."""
    first, end = page.ranges[page.sentence_of(cue.first)]
    notes = page.within("note", first, end) if cue.label == "nominal" else []
    return any(
        hit.label == "unverified"
        and (hit.end == cue.first or hit.start <= cue.first < span[1] <= hit.end)
        for hit in notes
    )


def _is_note(page: Page, cue: Cue, span: Range) -> bool:
    """Whether a content only says that nothing is known, which is a note on other claims."""
    if cue.label == "nominal" or span[1] - span[0] > _LONGEST_NOTE or page.has("event", *span):
        return False
    return any(hit.label in _SILENCE for hit in page.within("note", *span))
