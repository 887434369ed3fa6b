"""The cues of a sentence: what attributes, who the source is, and where the content stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.claims.listeners import after_cue
from store.claims.page import Page
from store.claims.phrases import Range, is_name, phrase_after, subject_before, walk_whole
from store.claims.told import parted
from store.claims.voice import is_active, is_by, relates

_ENDS = frozenset(".,;:!?)—\"'")
_COLON_REACH = 14
_PAPERS = frozenset(("document", "evidence"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, its source, and the side of it that the content stands on.

    ``side`` is "right", "left" (before the source), "around" (for "according to") or "none".
    """

    first: int
    end: int
    label: str
    source: Range | None
    side: str
    shared: bool = False

    @property
    def reach(self) -> Range:
        """The words from the source to the cue, in either order."""
        if self.source is None or self.shared:
            return self.first, self.end
        return min(self.first, self.source[0]), max(self.end, self.source[1])


def cues(page: Page, first: int, end: int) -> Iterator[Cue]:
    """The cues of a range of words outside its spoken quotations, each with its source."""
    lo = done = first
    before: Cue | None = None
    asides = _asides(page, first, end)
    for start in sorted(_starts(page, first, end)):
        aside = start in asides and not page.at("attribution", start)
        if start < done or page.quoted[start] >= 0 or aside:
            continue
        cue = _at(page, start, lo, first, end, before)
        if cue is not None:
            cue = _parted(page, cue)
            before = cue
            yield cue
            done = max(cue.end, cue.source[1]) if cue.source else cue.end
            lo = lo if cue.label == "nominal" and _cited(page, cue) else max(lo, cue.end)


def _cited(page: Page, cue: Cue) -> bool:
    """Whether a noun is what a source cites: "X, citing a report that …, said"."""
    return page.has("cite", max(0, cue.first - 4), cue.first)


def _parted(page: Page, cue: Cue) -> Cue:
    """A cue whose source is without the outlet that was told."""
    if page.vocabulary.language == "en" or cue.source is None:
        return cue
    return replace(cue, source=parted(page, cue.source))


def _asides(page: Page, first: int, end: int) -> set[int]:
    """The words in brackets."""
    found: set[int] = set()
    opened = -1
    for at in range(first, end):
        if page.codes[at] == "(":
            opened = at
        elif page.codes[at] == ")" and opened >= 0:
            found.update(range(opened, at))
            opened = -1
    return found


def _sharing(page: Page, start: int, before: Cue | None, first: int) -> Cue | None:
    """A verb that "and" or a comma ("…, adding") joins to the one before shares its source."""
    hit, at = page.at("cue", start), start - 1
    if hit is not None and before is not None and before.source and _trails(page, start, hit.end):
        return Cue(hit.start, hit.end, hit.label, before.source, "right", shared=True)
    while at > first and page.codes[at] in "VA":
        at -= 1
    if hit is None or before is None or before.side != "right" or page.codes[at] != "&":
        return None
    if not before.label or before.source is None or not is_active(page, start, hit.end):
        return None
    return Cue(hit.start, hit.end, hit.label, before.source, "right", shared=True)


def _trails(page: Page, start: int, end: int) -> bool:
    """Whether a cue is a participle after a comma: "denied it, saying that …"."""
    english = page.vocabulary.language == "en"
    ing = page.words.low[start].endswith("ing") and page.codes[start - 1] == ","
    return english and ing and is_active(page, start, end)


def _starts(page: Page, first: int, end: int) -> set[int]:
    topics = ("cue", "attribution", "own", "nominal")
    found = {hit.start for topic in topics for hit in page.within(topic, first, end)}
    colons = (i for i in range(first, min(end, first + _COLON_REACH)) if page.codes[i] == ":")
    return found | set(list(colons)[:1])


def _at(page: Page, start: int, lo: int, first: int, end: int, before: Cue | None) -> Cue | None:
    if page.codes[start] == ":":
        return _colon(page, start, first, end)
    return (
        _attribution(page, start, end)
        or _own(page, start, first)
        or _sharing(page, start, before, first)
        or _verb(page, start, lo, end)
        or _nominal(page, start, lo, end)
    )


def _colon(page: Page, at: int, lo: int, end: int) -> Cue | None:
    """The colon of "The governor, X: …": a source without a verb."""
    cites = (i for i in range(lo, at) if page.codes[i] == "," and page.at("cite", i + 1))
    stop = next(cites, at)
    if at <= lo or at + 1 >= end or any(page.codes[i] in "ACEv" for i in range(lo, stop)):
        return None
    source = walk_whole(page, lo, stop)
    if source is not None and any(
        page.codes[i] in "DO" and page.codes[i - 1] in "nNE"
        for i in range(source[0] + 1, source[1])
    ):
        return None
    if source is None or not (page.has("actor", *source) or page.has("named", *source)):
        return None
    return Cue(at, at + 1, "say", source, "right")


def _attribution(page: Page, start: int, end: int) -> Cue | None:
    """The cue of "according to X": the source stands after it."""
    hit = page.at("attribution", start)
    if hit is None:
        return None
    source = phrase_after(page, hit.end, end)
    if source is None or page.has("hedge", *source):
        return None
    source = behind(page, source)
    return Cue(hit.start, hit.end, "attribution", source, "around")


def _own(page: Page, start: int, first: int) -> Cue | None:
    """The cue of "by the ministry's own count", «за його словами»: a possessive source."""
    hit = page.at("own", start)
    if hit is None or start - 2 < first:
        return None
    if page.codes[start - 1] == "O" and page.codes[start - 2] in "PVN":
        return Cue(start - 2, hit.end, "attribution", (start - 1, start), "around")
    at = start - 1
    while page.codes[start - 1] == "'" and at > first and page.codes[at - 1] in "DONn":
        at -= 1
    if at <= first or at == start - 1 or page.words.low[at - 1] not in ("by", "in"):
        return None
    return Cue(at - 1, hit.end, "attribution", (at, start - 1), "around")


def _verb(page: Page, start: int, lo: int, end: int) -> Cue | None:
    hit = page.at("cue", start)
    if hit is None or not (is_active(page, start, hit.end) or is_by(page, start, hit.end)):
        return None
    label = hit.label
    if page.vocabulary.cues[label].tells and _briefed(page, hit.end):
        return None
    if (by := _passive(page, hit.start, hit.end, end)) is not None:
        return by
    tells = page.vocabulary.cues[label].tells and page.vocabulary.language == "en"
    inverted = None if tells else _inverted(page, hit.start, hit.end, lo, end)
    if inverted is not None:
        return Cue(hit.start, hit.end, label, inverted, "left")
    source = subject_before(page, start, lo)
    if source is None or not _speaks(page, source, label) or relates(page, start, hit.end):
        return None
    return Cue(hit.start, hit.end, label, source, _side(page, source, label, hit.end, end, lo))


def _briefed(page: Page, end: int) -> bool:
    """Whether nobody is told, but someone was: "a person briefed on the talks"."""
    alone = page.codes[end - 1] == "C" and end < len(page.codes) and page.codes[end] == "P"
    return alone and page.words.low[end] in ("on", "in", "at", "by")


def _passive(page: Page, start: int, cue_end: int, end: int) -> Cue | None:
    """The cue "was announced by X": what was announced stands before it, or follows "as"."""
    hit = page.at("cue", start)
    source = phrase_after(page, cue_end + 1, end) if is_by(page, start, cue_end) else None
    if hit is None or source is None:
        return None
    follows = source[1] < end and page.codes[source[1]] in "ST"
    side = "right" if follows else "left"
    return Cue(start, source[1] if follows else cue_end, hit.label, source, side)


def behind(page: Page, source: Range) -> Range:
    """Who stands behind "reports from X"."""
    hit = page.at("nominal", source[0] + (page.codes[source[0]] == "D"))
    named = (
        hit is not None and hit.end + 1 < source[1] and page.words.low[hit.end] in ("from", "by")
    )
    return (hit.end + 1, source[1]) if hit and named else source


def _nominal(page: Page, start: int, lo: int, end: int) -> Cue | None:
    """The noun of "a report by X that …", "rumours of …": it is the source, or names it."""
    hit = page.at("nominal", start)
    if hit is None:
        return None
    at, source = hit.end, None
    if at < end and page.words.low[at] in ("by", "from"):
        source = phrase_after(page, at + 1, end)
        at = source[1] if source else at
    if at >= end - 2 or not (page.codes[at] == "T" or _of_event(page, start, at, end)):
        return None
    first = start
    while first > lo and page.codes[first - 1] in "DnV" and page.codes[first] != "D":
        first -= 1
    return Cue(start, at + (page.codes[at] == "P"), "nominal", source or (first, hit.end), "right")


def _of_event(page: Page, start: int, at: int, end: int) -> bool:
    """Whether a plural noun carries an event: "reports of shelling"."""
    if page.words.low[at] not in ("of", "about") or not page.words.low[start].endswith("s"):
        return False
    stop = next((i for i in range(at, end) if page.codes[i] in "A,.;"), end)
    return page.has("event", at, stop)


def _inverted(page: Page, start: int, cue_end: int, lo: int, end: int) -> Range | None:
    """The source after an inverted cue: "…,” said X"."""
    english, listener = page.vocabulary.language == "en", page.at("listener", cue_end)
    if start <= lo or page.codes[start - 1] not in ',"—' or (english and listener):
        return None
    if english and (cue_end > start + 1 or page.at("number", cue_end)):
        return None
    if page.codes[start - 1] == '"' and page.quoted[start - 1] < 0:
        return None
    cue_end = listener.end if listener else cue_end
    if not english and (medium := page.at("medium", cue_end)):
        cue_end = medium.end
    source = phrase_after(page, cue_end, end)
    if source is None or source[0] >= end:
        return None
    if page.vocabulary.language != "en":
        return (
            None if _apposition_before(page, start, lo) or page.codes[cue_end] in ",T" else source
        )
    closed = source[1] >= end or page.codes[source[1]] in _ENDS or page.codes[source[1]] in "tPS"
    name = next((i for i in range(*source) if page.codes[i] == ","), source[1])
    who = (
        page.has("actor", *source)
        or is_name(page, (source[0], name))
        or page.codes[source[0]] == "R"
    )
    return source if closed and who and page.codes[cue_end] in "DONnR" else None


def _apposition_before(page: Page, start: int, lo: int) -> bool:
    """Whether the comma before a verb closes a clause inside its subject, not the content."""
    if page.codes[start - 1] != ",":
        return False
    opened = next((i for i in range(start - 2, lo, -1) if page.codes[i] == ","), lo)
    inside = page.at("cite", opened + 1) or page.codes[opened + 1] == "W"
    return bool(opened > lo and inside)


def _speaks(page: Page, source: Range, label: str) -> bool:
    """Whether a phrase can be the source of a cue."""
    first, end = source
    asked = page.at("no_subject", first) or (first and page.at("no_subject", first - 1))
    if asked or page.labelled("comment", "self", first, end):
        return False
    return not page.vocabulary.cues[label].weak or _acts(page, source, label)


def _acts(page: Page, source: Range, label: str) -> bool:
    """Whether the head of a phrase is an actor; a document will do for what it shows."""
    first = source[0]
    end = next((i for i in range(first, source[1]) if page.codes[i] == ","), source[1])
    if page.at("nominal", end - 1):
        return False
    if not (page.has("actor", first, end) or page.has("named", first, end)):
        return is_name(page, (first, end))
    papers = all(hit.label in _PAPERS for hit in page.within("actor", first, end))
    return label == "show" or not papers


def _side(page: Page, source: Range, label: str, cue_end: int, end: int, lo: int) -> str:
    """Give "right" where the content follows the cue, "left" where it stands before."""
    if page.vocabulary.cues[label].keeps:
        return "right"
    at = after_cue(page, cue_end, end, page.vocabulary.cues[label].tells)
    if at + 1 < end and (
        page.codes[at] == ":" or (page.codes[at] == "," and page.codes[at + 1] == "T")
    ):
        return "right"
    if at >= end or page.codes[at] in _ENDS - {'"', "'", ":"} or page.codes[at] == "S":
        return "left" if source[0] > lo and page.codes[source[0] - 1] in ',"—.' else "none"
    return "right"
