"""Cues that are no verbs: "according to X", "by its own count", "reports of …", "X: …"."""

from __future__ import annotations

import re

from store.claims.cue import Cue
from store.claims.page import Page
from store.claims.phrases import ADJECTIVES, Range
from store.claims.walk_back import subject_before, whole
from store.claims.walk_on import phrase_after

_NEAR = 5
_LONGEST = 12
_BREAKS = frozenset(',;:—"&')
_VERBS = frozenset("CEvnR")
_HEADED = frozenset(",NPO('\"t—")
_VERBAL = re.compile("[ACEv]")
_GENITIVE = re.compile("[DO]?[nN]{1,4}")
_CLAUSE_END = re.compile("[A,.;]")


def according(page: Page, start: int, end: int) -> Cue | None:
    """The cue of "according to X": the source stands after it."""
    hit = page.at("attribution", start)
    if hit is None:
        return None
    english = page.vocabulary.language == "en"
    around = (
        english and page.codes[hit.end - 1] in _VERBS
    )  # "as X tells it", "if X is to be believed"
    source = phrase_after(page, *((start + 1, hit.end) if around else (hit.end, end)))
    if source is None:
        return None
    source = behind(page, source)
    if page.has("hedge", *source):
        return None
    return Cue(start, hit.end, "attribution", source, "around")


def agentless(page: Page, start: int, end: int) -> Cue | None:
    """The cue of "it was reported that …", which names no source."""
    hit = page.at("agentless", start)
    if hit is None or hit.end + 1 >= end:
        return None
    that = hit.end + (page.codes[hit.end] == ",")
    if page.codes[that] != "T" and page.codes[hit.end - 1] != "T":
        return None
    return Cue(start, hit.end, "agentless", None, "right")


def dash(page: Page, first: int, end: int) -> Cue | None:
    """The dash of "…, — the prosecutor's office.": a source without a verb closes a sentence."""
    at = page.codes.rfind("—", first, end)
    if at <= first or page.quoted[at] >= 0:
        return None
    stop = end - (page.codes[end - 1] == ".")
    if not at + 1 < stop <= at + _LONGEST or _VERBAL.search(page.codes, at, stop):
        return None
    source, closed = (at + 1, stop), page.codes[at - 1] in ',"'
    known = page.has("named", *source) or (
        page.has("actor", *source) if closed else _is_headed(page, source)
    )
    return Cue(at, at + 1, "say", source, "left") if known else None


def bracketed(page: Page, first: int, end: int) -> Cue | None:
    """The bracket of "Fire at a depot put out (emergency service).": a source without a verb."""
    stop = end - page.codes.endswith(".", first, end) - 1
    if stop <= first or page.codes[stop] != ")":
        return None
    at = page.codes.rfind("(", max(first, stop - _LONGEST), stop)
    if at <= first or at + 1 >= stop or _VERBAL.search(page.codes, at, stop):
        return None
    if "C" in page.codes[first:at] or "#" in page.codes[at:stop]:
        return None
    source = (at + 1, stop)
    speaks = page.has("named", *source) or _is_headed(page, source)
    return Cue(at, at + 1, "say", source, "left") if speaks else None


def pointing(page: Page, first: int, end: int) -> Cue | None:
    """The cue of «…, об этом сообщает Х»: it points back at the clause before it."""
    for hit in page.within("handed", first + 1, end):
        source = phrase_after(page, hit.end, end) if page.codes[hit.start - 1] == "," else None
        if source is not None:
            return Cue(hit.start, hit.end, "say", source, "left")
    return None


def behind(page: Page, source: Range) -> Range:
    """Who stands behind "reports from X", "preliminary figures released by X"."""
    carried = page.first("carried", *source) if page.has("hedge", *source) else None
    if carried and carried.end < source[1]:
        return carried.end, source[1]
    hit = page.at("nominal", source[0] + (page.codes[source[0]] == "D"))
    if hit is None or hit.end + 1 >= source[1]:
        return source
    return (hit.end + 1, source[1]) if page.words.low[hit.end] in ("from", "by") else source


def own(page: Page, start: int, first: int) -> Cue | None:
    """The cue of "by the ministry's own count", «за его словами»: a possessive source."""
    hit = page.at("own", start)
    if hit is None or start - 2 < first:
        return None
    codes = page.codes
    if page.words.low[start - 2] == "in" and start - 2 > first and codes[start - 3] not in _BREAKS:
        return None  # "… between civilians and combatants in its counts" tells how, not who
    if codes[start - 1] == "O" and codes[start - 2] in "PVN" and not page.at("ours", start - 1):
        return Cue(start - 2, hit.end, "attribution", (start - 1, start), "around")
    if codes[start - 1] == "D" and page.at("own_before", start - 2):
        return Cue(start - 2, hit.end, "attribution", (start - 1, hit.end), "around")
    at = start - 1
    while codes[start - 1] == "'" and at > first and codes[at - 1] in "DONn":
        at -= 1
    if at <= first or at == start - 1 or not page.at("own_before", at - 1):
        return None
    return Cue(at - 1, hit.end, "attribution", (at, start - 1), "around")


def nominal(page: Page, start: int, lo: int, end: int) -> Cue | None:
    """The noun of "a report by X that …", "rumours of …": it is the source, or names it."""
    hit = page.at("nominal", start)
    if hit is None or hit.end >= end - 2:
        return None
    at, source = _past_surfacing(page, hit.end, end), None
    if author := _author(page, at, end):
        source, at = author, author[1]
    shown = page.codes[at - 1] == "W"
    if at >= end - 2 or not (shown or _carries(page, start, at, end)):
        return None
    first = start
    while first > lo and page.codes[first] != "D" and _qualifies(page, first - 1):
        first -= 1
    cue_end = at + (page.at("about", at) is not None)
    own = _owner(page, first, lo) or _issuer(page, first, lo)
    if page.words.low[first] == "no":  # "there is no confirmation that" is nobody's word
        return Cue(first, cue_end, "nominal", None, "right")
    source = source or own or (first, start + 1 if shown else hit.end)
    return Cue(start, cue_end, "nominal", source, "right")


def _author(page: Page, at: int, end: int) -> Range | None:
    """Who stands behind a noun: "a report by X", "the claim of X that", «сообщение Х о»."""
    low = page.words.low[at]
    if low in ("by", "from"):
        return phrase_after(page, at + 1, end)
    if page.vocabulary.language != "en":
        named = _GENITIVE.match(page.codes, at, end)
        return named.span() if named and page.at("about", named.end()) else None
    author = phrase_after(page, at + 1, end) if low == "of" else None
    return author if author and page.codes[author[1]] == "T" else None


def _qualifies(page: Page, at: int) -> bool:
    """Whether a word before a noun belongs to it; a Slavic one by its ending."""
    if page.vocabulary.language == "en" or page.codes[at] != "n":
        return page.codes[at] in "DnV"
    return page.words.low[at].endswith(ADJECTIVES)


def _past_surfacing(page: Page, at: int, end: int) -> int:
    """Past how a report came up, and when: "reports emerged on Thursday of"."""
    hit = page.at("surfaced", at)
    if hit is None:
        return at
    at = hit.end
    while at < end and (page.codes[at] in "Vt" or page.codes[at : at + 2] == "Pt"):
        at += 1
    return at


def _carries(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a noun carries a content: "the report that", "its claim to have", "reports of"."""
    if page.codes[at] == "T" or page.words.low[at : at + 2] == ["to", "have"]:
        return True
    return _of_event(page, start, at, end)


def _owner(page: Page, first: int, lo: int) -> Range | None:
    """Whose report it is: "the brigade's claim that", "its claim that"."""
    if first > lo and page.codes[first - 1] == "O":
        return first - 1, first
    end = first - 1
    if first <= lo or page.codes[end] != "'":
        return None
    at = end
    while at > lo and page.codes[at - 1] in "DNn":
        at -= 1
    return (at, end) if at < end else None


def _issuer(page: Page, first: int, lo: int) -> Range | None:
    """Who issues a report: "X published on Sunday a report that …"."""
    at = max(lo, first - _NEAR)
    issued = next((hit for hit in reversed(page.within("issue", at, first))), None)
    return subject_before(page, issued.start, lo) if issued else None


def _of_event(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a plural noun carries an event: "reports of shelling"."""
    if not page.at("about", at):
        return False
    if page.vocabulary.language != "en":
        return True
    if not page.words.low[start].endswith("s"):
        return False
    stop = _CLAUSE_END.search(page.codes, at, end)
    return page.has("event", at, stop.start() if stop else end)


def colon(page: Page, at: int, first: int, end: int) -> Cue | None:
    """The colon of "The governor, X: …": a source without a verb."""
    if at <= first or at + 1 >= end or page.has("attribution", first, at):
        return None
    cites = (hit.start - 1 for hit in page.within("cite", first + 1, at))
    stop = next((i for i in cites if page.codes[i] == ","), at)
    if _VERBAL.search(page.codes, first, stop):
        return None
    source = whole(page, first, stop)
    if source is None or _two_phrases(page, source) or _is_title(page, source):
        return None
    if not (page.has("named", *source) or _is_headed(page, source)):
        return None
    return Cue(at, at + 1, "say", source, "right")


def _is_headed(page: Page, source: Range) -> bool:
    """Whether an actor is the head of a phrase: "Front line:" is a label."""
    actors = page.within("actor", *source)
    if page.vocabulary.language != "en":
        return bool(actors)
    return any(hit.end >= source[1] or page.codes[hit.end] in _HEADED for hit in actors)


def _is_title(page: Page, source: Range) -> bool:
    """Whether words in quotation marks are no name: “No survivors”: what is known."""
    return page.codes[source[0]] == '"' and page.codes[source[0] + 1] not in "Nn"


def _two_phrases(page: Page, source: Range) -> bool:
    """Whether a second phrase begins right after a noun."""
    return re.search("[nNE][DO]", page.codes[slice(*source)]) is not None
