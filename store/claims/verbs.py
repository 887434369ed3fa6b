"""Cues that are verbs: who speaks, before the verb or after it, and where the content stands."""

from __future__ import annotations

import re

from store.claims import slavic
from store.claims.choice import clause, fitting
from store.claims.cue import Cue, Side
from store.claims.inversion import inverted
from store.claims.listeners import after_cue
from store.claims.page import Page
from store.claims.phrases import Range, is_name
from store.claims.vocabulary import CueClass
from store.claims.voice import is_active, is_by, relates
from store.claims.walk_back import subject_before
from store.claims.walk_on import phrase_after

_FINITE = re.compile("[ACEv]")
_HEAD = 4
_EDGE = re.compile('[.;:,T"]')
_TAIL = re.compile("(?:[PDONn#'tV]|:(?=#))*")
_OBJECTS = frozenset(
    ("of", "about", "for", "against", "to", "with", "from", "о", "об", "про", "за")
)
_ENDS = frozenset(".,;:!?)—\"'tPS")
_CLOSED = frozenset(".,;!?)—S")
_SHOWN = frozenset(("show", "count"))
_PAPERS = frozenset(("document", "evidence"))


def verb(page: Page, start: int, lo: int, end: int, topic: str = "cue") -> Cue | None:
    """The cue of a verb of a topic; its subject stands not before ``lo``."""
    hit = page.at(topic, start)
    if hit is None:
        return None
    by = is_by(page, start, hit.end)
    if not by and not is_active(page, start, hit.end):
        return None
    classes = fitting(page, hit, end)
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
    if cue.transitive and not by and _undergone(page, cue_end):
        return None
    if by and (passive := _passive(page, start, cue_end, cue.label, end)):
        return passive
    english = page.vocabulary.language == "en"
    turned = inverted if english else slavic.turned
    if found := turned(page, start, cue_end, cue, lo, end):
        return found
    source = subject_before(page, start, lo)
    if source is None or not _speaks(page, source, cue) or _is_inside(page, source, cue_end):
        return None
    describes = not (cue.figures or cue.silent) and relates(page, start, cue_end)
    if describes and not (english and clause(page, cue_end, end)):
        return None
    side = _side(page, source, cue, cue_end, end, lo)
    return Cue(start, cue_end, cue.label, source, side)


def _is_inside(page: Page, source: Range, end: int) -> bool:
    """Whether a verb closes a relative clause before another: "a video that X verified shows"."""
    return page.codes[source[0] : end].find("W") >= 0 and page.codes[end : end + 1] in ("C", "A")


def _briefed(page: Page, end: int) -> bool:
    """Whether nobody is told, but someone was: "a person briefed on the talks"."""
    alone = page.codes[end - 1] == "C" and end < len(page.codes) and page.codes[end] == "P"
    return alone and page.words.low[end] in ("on", "in", "at", "by")


def _undergone(page: Page, end: int) -> bool:
    """Whether somebody is said to be, not to say: "men suspected of", "accused by Khartoum"."""
    if not page.words.low[end - 1].endswith("ed") or page.codes[end : end + 1] != "P":
        return False
    return page.codes[end + 1 : end + 2] != "t"


def _passive(page: Page, start: int, cue_end: int, label: str, end: int) -> Cue | None:
    """The cue "was announced by X": what was announced stands before it, or follows "as"."""
    source = phrase_after(page, cue_end + 1, end)
    if source is None:
        return None
    if source[1] < end and page.codes[source[1]] in "ST":
        return Cue(start, source[1], label, source, "right")
    return Cue(start, cue_end, label, source, "left")


def _speaks(page: Page, source: Range, cue: CueClass) -> bool:
    """Whether a phrase can be the source of a cue."""
    first, end = source
    spoken = page.quoted[first] >= 0  # "we" in a quotation is not the article's own
    if not spoken and page.has("no_subject", max(0, first - 1), first + 1):
        return False
    if page.has("self", first, end) or page.words.low[first] == "no":
        return False
    if _is_in_aside(page, source):
        return False
    return not cue.weak or page.codes[first] == "R" or _acts(page, source, cue)


def _is_in_aside(page: Page, source: Range) -> bool:
    """Whether a noun stands before a subject: ", a claim X denied", "a number no one checked"."""
    first, end = source
    if any(
        page.codes[at - 1 : at + 2] == ",Dn" and page.at("aside", at) for at in (first, first - 2)
    ):
        return True
    nobody = (at for at in range(first + 2, end) if page.words.low[at] == "no")
    return any(page.codes[at - 2 : at] == "Dn" for at in nobody)


def _acts(page: Page, source: Range, cue: CueClass) -> bool:
    """Whether the head of a phrase is an actor; a document will do for what it shows."""
    first, comma = source[0], page.codes.find(",", *source)
    end = comma if comma >= 0 else source[1]
    if page.at("nominal", end - 1) and cue.label not in _SHOWN:
        return False
    actors = page.within("actor", first, end)
    if not actors and not page.has("named", first, end):
        return is_name(page, (first + (page.codes[first] == "D"), end))
    papers = all(hit.label in _PAPERS for hit in actors)
    return papers if cue.papers else not papers or cue.label in _SHOWN


def _side(page: Page, source: Range, cue: CueClass, cue_end: int, end: int, lo: int) -> Side:
    """Give "right" where the content follows the cue, "left" where it stands before."""
    if cue.keeps or cue.judges:
        return "right"
    at = after_cue(page, cue_end, end, cue.tells)
    behind = source[0] > lo and (page.codes[source[0] - 1] in ',"—.' or _as(page, source[0] - 1))
    if at < end and page.at("question", at):
        return "right"
    english = page.vocabulary.language == "en"
    if page.codes[at : at + 1] == "—" and at + 1 < end and not english:
        return "right"  # «волонтёры говорят — не больше сотни»
    if at < end and page.codes[at] not in _CLOSED and not (behind and _trails(page, at, end)):
        return "left" if behind and cue.tells and _is_told(page, at, end) else "right"
    if at + 1 < end and page.codes[at : at + 2] == ",T":
        return "right"
    return "left" if behind else "none"


def _as(page: Page, at: int) -> bool:
    """Whether a source follows "as", behind what it bears out: "…, as the records show"."""
    return page.codes[at - 1 : at + 1] == ",S" and page.at("as", at) is not None


def _is_told(page: Page, at: int, end: int) -> bool:
    """Whether all that follows a verb of telling is who was told: "…, he told a full house"."""
    edge = _EDGE.search(page.codes, at, end)
    return edge is None or edge[0] in ".;"


def _trails(page: Page, at: int, end: int) -> bool:
    """Whether only time and place of speaking follow a cue: "…, the bureau said at the time"."""
    if page.codes[at] not in "PtV" or page.words.low[at] in _OBJECTS:
        return False
    tail = _TAIL.match(page.codes, at, end)
    return tail is not None and (tail.end() >= end or page.codes[tail.end()] in ".,;")
