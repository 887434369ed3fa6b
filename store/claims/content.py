"""Where the content of a cue starts and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.claims.closing import comments, cut
from store.claims.listeners import after_cue, opening
from store.claims.page import Page
from store.claims.parts import split
from store.claims.phrases import Range
from store.claims.walk_on import phrase_after

if TYPE_CHECKING:
    from store.claims.cue import Cue

_OPENERS = frozenset("&VT,—:;-•*.)]")
_VERBAL = re.compile("[ACEv]")
_FINITE = re.compile("[AECv]")
_GOES_ON = re.compile('[&SWTC"]')
_CLAUSES = re.compile("A[AVX]*[ECvn]?|[ECv]|[WST&]")
_TURNS = re.compile("[,;—S]")
_CULPRIT = re.compile("[DO]?[nN][nN']*[.,;]")
_NEXT = re.compile("(?:[DO#]V?)?[nN'#]+V?[AEv]")
_MEASURE = re.compile(",(?:[#D]?n|t+)$")
_DONE = re.compile("(?:нн|ен|ан|ят)(?:ому|ого|ым|им|ой|ою|ій|ых|их|ыми|ими)$")
_FARTHEST = 250
_LONGEST_OPENING = 10


def contents(
    page: Page, cue: Cue, before: Cue | None, after: Cue | None, first: int, end: int
) -> Iterator[Range]:
    """The content spans of a cue in its sentence; more than one where "and that" joins them."""
    end = min(end, cue.end + _FARTHEST)
    if cue.side == "right":
        yield from _right(page, cue, after, end)
    elif cue.side == "left":
        yield from _left(page, cue, before, after, first, end)
    elif cue.side == "around":
        yield from _around(page, cue, before, after, first, end)


def _right(page: Page, cue: Cue, after: Cue | None, end: int) -> Iterator[Range]:
    label = page.vocabulary.cues[cue.label]
    culprit = cue.label == "accuse" and _culprit(page, cue.end, end)
    fronted = page.codes[cue.first] in "DO"
    keeps = label.keeps or (label.judges and (fronted or _bare(page, cue.end)))
    at = (
        cue.first
        if keeps or culprit
        else opening(page, cue.end, end, label.tells or (label.hears and label.clausal))
    )
    if quote := _quote_at(page, at):
        yield at, quote
        return
    stop = culprit or cut(page, max(at, cue.end), _limit(page, cue, after, end))
    if label.judges and (that := page.codes.find("T", cue.end + 1, stop)) >= 0:
        stop = that
    if cue.label == "nominal":
        stop = _before_verdict(page, at, _before_verb(page, cue, at, stop))
    for part in split(page, at, stop):
        if span := trimmed(page, *part):
            yield span
    if after is None and cue.end < stop < end and page.codes[stop] == ";":
        yield from _going_on(page, stop + 1, end)


def _culprit(page: Page, at: int, end: int) -> int:
    """The end of an accusation that only names who did it: "blamed the rebels, who …"; else 0."""
    found = _CULPRIT.match(page.codes, at, end)
    return found.end() - 1 if found and page.has("actor", at, found.end()) else 0


def _bare(page: Page, at: int) -> bool:
    """Whether what is judged is only a pronoun, so that the verb has to say what is meant."""
    return page.at("bare", at) is not None and page.codes[at + 1 : at + 2] not in ("n", "N")


def _before_verdict(page: Page, at: int, end: int) -> int:
    """The end of what a rumour says: before what became of it."""
    if page.codes[at - 1 : at] == "P" and (verb := _FINITE.search(page.codes, at + 1, end)):
        relative = page.codes.rfind("W", at, verb.start()) >= 0
        end = end if relative else verb.start()
    note = next((hit.start for hit in page.within("note", at + 1, end)), end)
    while note > at + 1 and note < end and page.codes[note - 1] in "AV":
        note -= 1
    return note


def _before_verb(page: Page, cue: Cue, at: int, end: int) -> int:
    """The end of a clause before the verb of the noun it hangs on: "the claim that … was denied".

    A noun that a verb stands before has none of its own; each relative or subordinate clause inside
    has one, and a participle with a preposition counts for none.
    """
    if _FINITE.search(page.codes, page.ranges[page.sentence_of(cue.first)][0], cue.first):
        return end
    inside = 0
    for found in _CLAUSES.finditer(page.codes, at, end):
        first, code = found.start(), found[0][0]
        if code in "WST&":
            inside += 1
        elif code == "A" or page.codes[found.end() : found.end() + 1] != "P":
            if inside < 0:
                return first
            inside -= 1
    return end


def _going_on(page: Page, at: int, end: int) -> Iterator[Range]:
    """What stands after a semicolon without a source of its own goes on with the one before."""
    if span := trimmed(page, at, cut(page, at, end)):
        yield span


def _next(page: Page, cue: Cue, end: int) -> int:
    """Where a clause of its own starts behind a cue: "…, the mayor said, and fires broke out".

    0 if none does.
    """
    if page.codes.startswith(";", cue.reach[1]):
        return cue.reach[1] + 1
    at = after_cue(page, cue.reach[1], end, page.vocabulary.cues[cue.label].tells)
    joined = page.codes.startswith(",&", at) and _NEXT.match(page.codes, at + 2, end)
    return at + 2 if joined else 0


def _quote_at(page: Page, at: int) -> int:
    """The end of the spoken quotation that opens here and fills the content; 0 if none does."""
    quote = page.opened.get(at)
    end = quote.end if quote and quote.speech else 0
    goes_on = (
        end
        and end < len(page.codes)
        and page.codes[end] in "PnAEvCV"
        and page.codes[end - 2] not in ",.!?"
    )
    return 0 if goes_on else end


def _limit(page: Page, cue: Cue, after: Cue | None, end: int) -> int:
    """Where the content must end: before the next cue's source, if that is a clause of its own."""
    if after is not None and after.source and _is_relative(page, cue, after.source[1], after):
        return after.source[1]
    if after is None or after.reach[0] <= cue.end:
        around = after is not None and after.first > cue.end and cue.label == "nominal"
        return after.first if after is not None and around else end
    if after.side == "around":
        marks = (i for i in range(cue.end, after.reach[0]) if page.codes[i] in ":;")
        return next((i for i in marks if page.quoted[i] < 0), end)
    at = after.reach[0]
    if after.shared:
        return cue.end + len(page.codes[cue.end : at].rstrip("VA&,S"))
    return _turn(page, cue.end, at, end)


def _is_relative(page: Page, cue: Cue, at: int, after: Cue) -> bool:
    """Whether whom a cue speaks of says something himself: "blamed the rebels, who said …"."""
    return cue.end < at and page.codes[at : after.first].startswith((",W", "W"))


def _turn(page: Page, first: int, at: int, end: int) -> int:
    """Where a clause that starts at ``at`` turns away from the one before; ``end`` if it does not.

    A date before it belongs to it only if the turn stands before that date.
    """
    edge = len(page.codes[first:at].rstrip("VPt")) + first
    turn = len(page.codes[first:edge].rstrip("&STW,—;")) + first
    if turn < edge:
        at = edge
    else:
        turn = len(page.codes[first:at].rstrip("&STW,—;")) + first
    if page.codes.startswith("S", turn) and (measure := _MEASURE.search(page.codes, first, turn)):
        return measure.start()  # "…, weeks after residents had said"
    quoted = page.codes[turn - 2 : turn] == ',"'
    return turn if quoted or _TURNS.search(page.codes, turn, at) else end


def _left(
    page: Page, cue: Cue, before: Cue | None, after: Cue | None, first: int, end: int
) -> Iterator[Range]:
    start = max(first, before.reach[1] if before else first)
    at = cue.reach[0]
    edges = "VA" if page.vocabulary.language == "en" else "V"
    if page.codes[at - 2 : at] == ",S" and at - 2 > start:
        at -= 1
    for some in (edges, ",—"):
        while at > start and page.codes[at - 1] in some and page.quoted[at - 1] < 0:
            at -= 1
    if at > start and page.quoted[at - 1] >= 0:
        quote = page.quotes[page.quoted[at - 1]]
        yield quote.first, quote.end
        return
    left = trimmed(page, _after_break(page, start, at), at)
    joins = left and (page.vocabulary.language == "en" or _opens(page, left))
    if left and joins and (right := _beyond(page, cue, after, end)):
        attributed = page.at("attribution", left[0])
        yield right if attributed else (_after_break(page, *left, ":"), right[1])
    elif left:
        yield from (span for part in split(page, *left) if (span := trimmed(page, *part)))
        if after is None and (at := _next(page, cue, end)):
            yield from _going_on(page, at, end)


def _beyond(page: Page, cue: Cue, after: Cue | None, end: int) -> Range | None:
    """What follows a parenthesis such as ", he said,"."""
    at = cue.reach[1]
    listener = page.at("listener", at)
    at = listener.end if listener else at
    if at + 1 >= end or page.codes[at] != "," or _GOES_ON.match(page.codes, at + 1):
        return None
    if any(word.endswith("ing") for word in page.words.low[at + 1 : at + 3]):
        return None
    if comments(page, at + 1, end):
        return None
    return trimmed(page, at, cut(page, at, _limit(page, cue, after, end)))


def _after_break(page: Page, first: int, end: int, mark: str = ";") -> int:
    """The start of the last stretch after a semicolon, or another mark."""
    at = page.codes.rfind(mark, first, end)
    while at >= 0 and page.quoted[at] >= 0:
        at = page.codes.rfind(mark, first, at)
    return max(first, at + 1)


def _around(
    page: Page, cue: Cue, before: Cue | None, after: Cue | None, first: int, end: int
) -> Iterator[Range]:
    """The content of "according to X": after it, before it or around it."""
    start = max(first, before.reach[1] if before else first)
    reach = cue.reach
    start = _after_break(page, start, reach[0])
    if before:
        start = _after_break(page, start, reach[0], ":")
    left = trimmed(page, start, reach[0])
    stop = _limit(page, cue, after, end)
    begin = _past_citation(page, reach[1], stop)
    right = trimmed(page, begin, cut(page, begin, stop))
    aside = page.codes[reach[0] - 1] == "," == page.codes[reach[1] : reach[1] + 1]
    aside = aside and page.vocabulary.language == "en" and not _GOES_ON.match(page.codes, begin + 1)
    if right and page.codes[reach[1] : reach[1] + 1] == ":":
        left = None  # "The front, per the General Staff: …"
    if left and right and (aside or _opens(page, left)):
        yield left[0], right[1]
    elif left and (right is None or not _opens(page, left)):
        yield left
    elif right:
        yield from (span for part in split(page, *right) if (span := trimmed(page, *part)))
        if after is None and right[1] < end and page.codes[right[1]] == ";":
            yield from _going_on(page, right[1] + 1, end)


def _past_citation(page: Page, at: int, end: int) -> int:
    """Past a further hop that stands between a source and its content."""
    at_cite = at + (page.codes[at : at + 1] == ",")
    hit = page.at("cite", at_cite + (page.codes[at_cite : at_cite + 1] == "W"))
    phrase = phrase_after(page, hit.end, end) if hit else None
    return phrase[1] if phrase else _past_participle(page, at, end)


def _past_participle(page: Page, at: int, end: int) -> int:
    """Past what a participle says of a source: «согласно отчёту, обнародованному в мае, …»."""
    close = page.codes.find(",", at + 1, end) if page.codes.startswith(",", at) else -1
    if close < 0 or _VERBAL.search(page.codes, at + 2, close):
        return at
    return close if _DONE.search(page.words.low[at + 1]) else at


def _opens(page: Page, left: Range) -> bool:
    """Whether the words before a parenthesis are only the opening of its clause."""
    if left[1] - left[0] > _LONGEST_OPENING:
        return False
    return _VERBAL.search(page.codes, *left) is None


def _leads(page: Page, at: int) -> bool:
    """Whether a word only leads on to a content: a mark, a coordinator, an adverb, "while"."""
    if page.at("bound", at):  # "as many as 40"
        return False
    if page.codes[at] != "S":
        return page.codes[at] in _OPENERS
    if page.codes[at - 1 : at] == "T" or page.codes[at + 1 : at + 2] in ("P", "t"):
        return False
    return page.at("turn", at) is not None


def trimmed(page: Page, first: int, end: int) -> Range | None:
    """A span without the marks and small words at its edges."""
    codes, quoted = page.codes, page.quoted
    while first < end and quoted[first] < 0 and _leads(page, first):
        first += 1
    while first < end and quoted[end - 1] < 0 and codes[end - 1] in ".,;:—&!?(":
        end -= 1
    if first < end and codes[first] == "(" and codes[end - 1] == ")":
        first, end = first + 1, end - 1
    return (first, end) if first < end else None
