"""Which class of cue a word is here: "found that" finds, "found it shameful" judges.

A word may stand in several classes of ``cues.toml``. Those that ask for something behind the word
are tried first, by what stands there; the first that asks for nothing takes the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.claims.listeners import after_cue
from store.claims.page import Page
from store.claims.vocabulary import CueClass
from store.claims.walk_on import phrase_after
from store.wording import Hit

_REACH = 16
_NEAR = 8
_SLAVIC = ("ть", "ти", "ться", "тися", "чь", "тись")
_ENGLISH_CLAUSE = re.compile("[DO]?[nN#'&]{0,6}(?:P[DO]?[nN#']{1,4}){0,2}(?:RV?[AECv]|A)|R[AECvn]")
_CLOSED = frozenset(".,;!?)—")
_VERDICT = re.compile('[^.;:!?T,]{0,14}?(?:S|(?<!^)"|[RDO][nN]*(?:P[DO]?[nN]+){0,2}D)')
_EDGE = re.compile("[.;:,T]")
_INSTRUMENTAL = (
    *("ом", "ем", "єм", "ой", "ею", "ою", "єю", "ами", "ями", "им", "ым", "ими", "ыми", "ью"),
)
_INFINITIVE = re.compile("[^.;:!?TE,]{0,8}?P")


def fitting(page: Page, hit: Hit, end: int) -> Iterator[CueClass]:
    """The classes of a cue that fit what follows it."""
    for label in hit.label.split():
        if _fits(page, page.vocabulary.cues[label], hit, end):
            yield page.vocabulary.cues[label]


def _fits(page: Page, cue: CueClass, hit: Hit, end: int) -> bool:
    at = hit.end
    if cue.judges:
        return _verdict(page, at, end)
    if cue.figures:
        behind = page.vocabulary.language != "en" and page.codes[hit.start - 1] == ","
        return behind or _figure(page, at, end) or clause(page, at, end)
    if cue.label == "quote":
        return True
    if cue.hears:
        phrase = phrase_after(page, at, end)
        return phrase is not None and _goes_on(page, phrase[1], end)
    if cue.clausal:
        return clause(page, at, end) or (cue.infinitive and _infinitive(page, at, end))
    return True


def _goes_on(page: Page, at: int, end: int) -> bool:
    """Whether a clause follows whom somebody heard from: not so in "a blast was heard in X."."""
    closes = page.codes[at : at + 1] in _CLOSED and not page.codes.startswith(",T", at)
    return not closes and clause(page, at, end)


def clause(page: Page, at: int, end: int) -> bool:
    """Whether a clause follows a cue ("that", a question word, a quotation), or nothing does."""
    at = after_cue(page, at, end)
    if at >= end or page.codes.startswith(",T", at):
        return True
    code = page.codes[at]
    if code in 'T:"' or code in _CLOSED or page.at("question", at):
        return True
    return page.vocabulary.language == "en" and bool(_ENGLISH_CLAUSE.match(page.codes, at, end))


def _figure(page: Page, at: int, end: int) -> bool:
    """Whether a figure or an event follows in the same clause."""
    edge = _EDGE.search(page.codes, at, end)
    stop = min(edge.start() if edge else end, at + _REACH)
    return page.codes.find("#", at, stop) >= 0 or any(
        page.has(topic, at, stop) for topic in ("number", "many", "event")
    )


def _verdict(page: Page, at: int, end: int) -> bool:
    """Whether what is judged is followed by "as", by words in quotation marks or by a noun."""
    if page.vocabulary.language != "en":
        return _predicate(page, at, end)
    if page.at("bare", at) and page.codes[at + 1 : at + 2] not in ("n", "N"):
        return page.codes[at + 1 : at + 2] in ("D", '"', "S")
    found = _VERDICT.match(page.codes, at + (page.codes[at : at + 1] == "T"), end)
    if found is None:
        return False
    last = found.end() - 1
    return page.codes[last] != "S" or page.at("as", last) is not None


def _predicate(page: Page, at: int, end: int) -> bool:
    """Whether words in quotation marks or in the instrumental case follow: «назвал это ложью»."""
    edge = _EDGE.search(page.codes, at, end)
    stop = min(edge.start() if edge else end, at + _REACH)
    if page.codes.find('"', at, stop) >= 0:
        return True
    return any(page.words.low[i].endswith(_INSTRUMENTAL) for i in range(at, stop))


def _infinitive(page: Page, at: int, end: int) -> bool:
    """Whether "to" with a verb follows, right away or behind whoever is to act."""
    if page.vocabulary.language != "en":
        return any(page.words.low[i].endswith(_SLAVIC) for i in range(at, min(end, at + _NEAR)))
    found = _INFINITIVE.match(page.codes, at, end)
    if found is None or page.words.low[found.end() - 1] != "to":
        return False
    return page.codes[found.end() : found.end() + 1] not in ("#", "t", "D", "O", "N", "R")
