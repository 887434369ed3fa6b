"""What stands between a cue and its content: who was told, where, when, and "that"."""

from __future__ import annotations

import re

from store.claims.page import Page
from store.claims.phrases import Range
from store.claims.walk_on import phrase_after

_ASIDE = 16
_SPELL = re.compile("t+[nNE]")
_NAME = re.compile("N[N.'#]*")


def after_cue(page: Page, at: int, end: int, tells: bool = False) -> int:
    """The first word after a cue's listeners, adverbs, dates, media and asides before "that"."""
    if tells and (told := _told(page, at, end)):
        at = told
    elif page.vocabulary.language != "en":
        at = _past_recipient(page, at, end)
    while at < end:
        moved = _moved(page, at, end)
        if moved == at:
            return at
        at = moved
    return at


def _past_recipient(page: Page, at: int, end: int) -> int:
    """Past whoever was told, before «, что» or a quotation."""
    if at >= end or page.codes[at] not in 'nN"':
        return at
    phrase = phrase_after(page, at, end)
    follows = phrase and page.codes.startswith((",T", ':"'), phrase[1])
    return phrase[1] if phrase and follows else at


def _moved(page: Page, at: int, end: int) -> int:
    if hit := page.at("listener", at) or page.at("occasion", at):
        return _seat(page, hit.end, end)
    if hit := page.at("medium", at):
        phrase = phrase_after(page, hit.end, end)
        return phrase[1] if phrase else hit.end
    if page.codes[at] in "tV" and page.quoted[at] < 0:
        return at if _SPELL.match(page.codes, at) and _is_article(page, at) else at + 1
    if page.codes.startswith("SVSt", at):  # "as early as Monday"
        return at + 4
    if page.codes[at] == "P" and at + 1 < end:
        return _past_phrase(page, at, end)
    if page.codes[at] == "," and page.codes[at + 1 : at + 2] != "T":
        closing = (i for i in range(at + 1, min(end - 1, at + _ASIDE)) if page.codes[i] == ",")
        return next((i for i in closing if page.codes[i + 1] == "T"), at)
    return at


def _is_article(page: Page, at: int) -> bool:
    """Whether a date phrase before a noun opens with an article: "a four-hour fight"."""
    return page.words.low[at] in ("a", "an", "the")


def _past_phrase(page: Page, at: int, end: int) -> int:
    """Past a prepositional phrase that holds a date or a listener, or that "that" follows."""
    if page.codes[at + 1] == "t":
        return at + 2
    if hit := page.at("listener", at + 1):
        return _seat(page, hit.end, end)
    stop = at
    while stop < min(end, at + _ASIDE) and page.codes[stop] in "PDONn'#tV\"":
        stop += 1
    return stop if stop < end and page.codes[stop] == "T" else at


def _seat(page: Page, at: int, end: int) -> int:
    """Past where and how listeners were told ("by phone"), if nothing else follows."""
    if at < end and page.words.low[at] in ("about", "of"):
        return at
    stop = at
    while stop < min(end, at + _ASIDE) and page.codes[stop] in "PDNntV'":
        stop += 1
    return stop if stop >= end or page.codes[stop] in 'T,.;:"' else at


def _told(page: Page, at: int, end: int) -> int:
    """The end of whoever was told, if that opens a content or closes the clause."""
    if page.at("listener", at):
        return 0
    phrase = phrase_after(page, at, end)
    if phrase is None or phrase[0] > at + 1:
        return 0
    if phrase[1] >= end or page.codes[phrase[1]] in 'T,:".;':
        return phrase[1]
    if page.codes[phrase[1]] == "R" and page.labelled("actor", "outlet", *phrase):
        return phrase[1]  # "told local television they had heard it"
    return _past_name(page, at, phrase) or _that(page, at, end)


def _past_name(page: Page, at: int, phrase: Range) -> int:
    """The end of a name that a clause follows without "that": "told Radio 5 the army had left"."""
    if page.vocabulary.language != "en":
        return 0
    first = at + (page.codes[at] == "D")
    known = page.at("named", first)
    letters = page.words.forms[first].isupper() and len(page.words.forms[first]) > 1
    end = known.end if known else first + 1 if letters else phrase[1]
    follows = page.codes[end] in ("DORnN#" if known or letters else "DOR#") or page.at("bound", end)
    return end if follows and _NAME.fullmatch(page.codes, first, end) else 0


def _that(page: Page, at: int, end: int) -> int:
    """The next "that" of the clause; 0 if there is none near."""
    near = range(at, min(end, at + _ASIDE))
    stop = next((i for i in near if page.codes[i] in ".;:,"), end)
    return next((i for i in near if i < stop and page.codes[i] == "T"), 0)


def opening(page: Page, at: int, end: int, tells: bool = False) -> int:
    """The first word of a content after its cue: listeners, marks and "that" passed."""
    at = after_cue(page, at, end, tells)
    while at < end and (page.codes[at] in "T:,—" or page.words.low[at] in ("about", "of", "how")):
        at += 1
    return at
