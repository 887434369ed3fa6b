"""Sentences without a cue: what the article itself states, and what goes on with a source.

A sentence is a claim in the article's own voice if it tells of something that happened, with a
date, a place or a figure. A short one goes on with the source of the sentence before.
"""

from __future__ import annotations

import re

from store.claims import openings
from store.claims.closing import cut
from store.claims.content import trimmed
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range

_ASIDES = ("analysis", "self", "background", "note")
_FIGURE = re.compile("[t#]")
_FINITE = re.compile("[ACEv]")
_SHORT = 9
_OPENING = 20
_HEAD = 5
_NEAR = 4


def narrated(page: Page, number: int, before: Draft | None) -> list[Draft]:
    """The claims of a sentence that attributes nothing."""
    span = body(page, number)
    asks = span is not None and page.at("no_subject", span[0]) and not page.at("negative", span[0])
    if span is None or asks or is_aside(page, span) or _is_question(page, number):
        return []
    if quote := _spoken(page, span):
        return [_inherited(Draft(quote, number, "quotation-continued"), before)] if before else []
    if before is not None and _continues(page, span, before):
        return [_inherited(Draft(span, number, "continued"), before)]
    if not _happens(page, span):
        return []
    if shown := _shown(page, *span):
        source, at = shown
        rest = trimmed(page, at, span[1])
        return [Draft(rest, number, "shown", source=source, hops=(source,))] if rest else []
    return [Draft(span, number, "own-voice")]


def _shown(page: Page, first: int, end: int) -> tuple[Range, int] | None:
    """The picture or paper that a sentence opens with, and where that begins which it shows.

    So in "In footage published by X, …", «На видео, снятом в мае, видно, как …».
    """
    seen = page.first("visible", first + 1, end)
    comma = seen.start if seen else page.codes.find(",", first, min(end, first + _OPENING))
    if comma < 0 or page.codes[first] != "P":
        return None
    head = page.first("actor", first + 1, min(comma, first + _HEAD))
    if head is None or head.label not in ("evidence", "document"):
        return None
    source = page.codes[first + 1 : comma].rstrip(",VA")
    return (first + 1, first + 1 + len(source)), seen.end if seen else comma + 1


def _is_question(page: Page, number: int) -> bool:
    first, end = page.ranges[number]
    return page.codes[first:end].rstrip('"').endswith("?")


def body(page: Page, number: int) -> Range | None:
    """A sentence without what opens it (bullet, dateline, label) and its closing stop."""
    first, end = openings.start(page, number), page.ranges[number][1]
    stop = cut(page, first, end) if first < end else end
    whole = stop < end and not _FINITE.search(page.codes, first, stop)
    return trimmed(page, first, end if whole else stop)


def is_aside(page: Page, span: Range) -> bool:
    """Whether a sentence speaks of the reporting, or only weighs and comments."""
    asides = (hit for topic in _ASIDES for hit in page.within(topic, *span))
    return any(page.quoted[hit.start] < 0 for hit in asides)


def _spoken(page: Page, span: Range) -> Range | None:
    """The spoken quotation that a sentence opens with or lies in."""
    number = page.quoted[span[0]]
    if number < 0:
        return None
    quote = page.quotes[number]
    return quote.first, quote.end


def _inherited(draft: Draft, before: Draft | None) -> Draft:
    if before is None:
        return draft
    return draft._replace(hops=before.hops, source=before.source, label=before.label, inherits=True)


def _continues(page: Page, span: Range, before: Draft) -> bool:
    """Whether a sentence only goes on with the report before it: short, no date and no place."""
    if span[1] - span[0] > _SHORT or not before.hops or not _tells(page, span):
        return False
    if page.codes.find("C", *span) >= 0:  # "The movement confirmed his death"
        return False
    if page.has("hedge", *span) or (page.codes[span[0]] == "R" and "X" in page.codes[slice(*span)]):
        return False
    return page.codes.find("t", *span) < 0 and not page.names_place(*span)


def _tells(page: Page, span: Range) -> bool:
    counted = (hit.start for hit in page.within("counted", *span))
    return page.has("event", *span) or any(_is_counted(page, at, span[0]) for at in counted)


def _is_counted(page: Page, at: int, first: int) -> bool:
    """Whether a figure stands before a noun: "12 dead", "dozens of houses", «погибших нет»."""
    if page.vocabulary.language != "en":
        return True
    first = max(first, at - _NEAR)
    if page.codes.find("#", first, at) >= 0 or page.has("many", first, at):
        return True
    return any(page.codes[hit.end] in "nN" for hit in page.within("number", first, at))


def _happens(page: Page, span: Range) -> bool:
    """Whether a sentence tells of something that happened, with a date, a place or a figure."""
    comma = page.codes.find(",", *span)
    main = (span[0], comma if comma >= 0 else span[1])
    if not _tells(page, span) or page.labelled("hedge", "speculative", *main):
        return False
    counts = page.has("number", *span) or _FIGURE.search(page.codes, *span) is not None
    alleged = page.labelled("hedge", "alleged", *main)
    anchored = counts or alleged or page.names_place(*span)
    revised = page.labelled("note", "corrected", page.ranges[page.sentence_of(span[0])][0], span[0])
    return anchored or revised or (span[1] - span[0] <= 4 and page.has("event", *span))
