"""A sentence → who says what in it: cues with their sources, contents and further hops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.claims import content, links
from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range, is_name, phrase_after, subject_before

_ENDS = frozenset(".,;:!?)—\"'")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its source, and on which side of it the content stands."""

    first: int
    end: int
    label: str
    source: Range | None
    side: str
    start: int

    @property
    def reach(self) -> Range:
        """The words from the source to the cue."""
        if self.source is None:
            return self.first, self.end
        return min(self.first, self.source[0]), max(self.end, self.source[1])


def attributions(page: Page, number: int) -> list[Draft]:
    """The attributed claims of a sentence, in order."""
    first, end = page.ranges[number]
    cues = list(_cues(page, first, end))
    found: list[Draft] = []
    for place, cue in enumerate(cues):
        before = cues[place - 1] if place else None
        after = cues[place + 1] if place + 1 < len(cues) else None
        for span in content.contents(page, cue, before, after, first, end):
            found.append(_draft(page, number, cue, span))
    return links.chained(page, found, first, end)


def _draft(page: Page, number: int, cue: Cue, span: Range) -> Draft:
    source = cue.source
    hops = (source,) if source else ()
    return Draft(span, number, f"{cue.label}-{cue.side}", (cue.first, cue.end), cue.label, source, hops)


def _cues(page: Page, first: int, end: int) -> Iterator[Cue]:
    """The cues of a sentence outside its spoken quotations, each with its source."""
    lo, done = first, first
    for start in sorted(_starts(page, first, end)):
        if start < done or page.quoted[start] >= 0:
            continue
        cue = _attribution(page, start, end) or _own(page, start, first, end) or _verb(page, start, lo, end)
        if cue is not None:
            yield cue
            done = max(cue.end, cue.source[1] if cue.source and cue.side != "left" else cue.end)
            lo = max(lo, cue.end)


def _starts(page: Page, first: int, end: int) -> set[int]:
    return {hit.start for topic in ("cue", "attribution", "own") for hit in page.within(topic, first, end)}


def _attribution(page: Page, start: int, end: int) -> Cue | None:
    """"According to X": the source stands after the cue."""
    hit = page.at("attribution", start)
    if hit is None:
        return None
    source = phrase_after(page, hit.end, end)
    if source is None or _nothing(page, source):
        return None
    return Cue(hit.start, hit.end, "attribution", source, "around", start)


def _own(page: Page, start: int, first: int, end: int) -> Cue | None:
    """"By the ministry's own count", «по словам X»: the source is possessive or follows the noun."""
    hit = page.at("own", start)
    if hit is None or start <= first:
        return None
    if page.codes[start - 1] == "O" and start - 2 >= first and page.codes[start - 2] in "PVN":
        return Cue(start - 2, hit.end, "attribution", (start - 1, start), "around", start - 2)
    if page.codes[start - 1] != "'":
        return None
    at = start - 1
    while at > first and page.codes[at - 1] in "DONn":
        at -= 1
    if at <= first or page.words.low[at - 1] not in ("by", "in"):
        return None
    return Cue(at - 1, hit.end, "attribution", (at, start - 1), "around", at - 1)


def _nothing(page: Page, source: Range) -> bool:
    """Whether what follows "according to" is no source: a plan, preliminary information."""
    return page.has("hedge", *source)


def _verb(page: Page, start: int, lo: int, end: int) -> Cue | None:
    hit = page.at("cue", start)
    if hit is None or page.has("comment", start, start + 1, "idioms") or not _is_verb(page, start, lo):
        return None
    label = hit.value.label
    inverted = _inverted(page, hit.start, hit.end, lo, end)
    if inverted is not None:
        return Cue(hit.start, hit.end, label, inverted, "left", hit.start)
    source = subject_before(page, start, lo)
    if source is None or not _speaks(page, source, label):
        return None
    return Cue(hit.start, hit.end, label, source, _side(page, source, hit.end, end, lo), source[0])


def _is_verb(page: Page, start: int, lo: int) -> bool:
    """Whether a form that can be a noun is a verb here, by its neighbours."""
    if page.words.low[start] not in page.vocabulary.nouns_too:
        return True
    before = page.codes[start - 1] if start > lo else ""
    after = page.codes[start + 1] if start + 1 < len(page.codes) else "."
    if before in ("", "D", "O", "P", "'", "&", "X", "#") or (before == "A" and after == "P"):
        return False
    if after in "TDOR#\"tA" or (after in "NnP" and before in "NnV,\")" and after != "P"):
        return before not in "" and not (before == "A")
    return after in ".,:" and before in "nN"


def _inverted(page: Page, start: int, cue_end: int, lo: int, end: int) -> Range | None:
    """The source after an inverted cue: "…,” said X"."""
    if start <= lo or page.codes[start - 1] not in ',"—':
        return None
    source = phrase_after(page, cue_end, end)
    if source is None or source[0] >= end:
        return None
    if page.vocabulary.language != "en":
        return source if page.codes[cue_end] != "T" else None
    closed = source[1] >= end or page.codes[source[1]] in _ENDS or page.codes[source[1]] in "tPS"
    who = page.has("actor", *source) or is_name(page, source) or page.codes[source[0]] == "R"
    return source if closed and who and page.codes[cue_end] in "DONnR" else None


def _speaks(page: Page, source: Range, label: str) -> bool:
    """Whether a phrase can be the source of a cue."""
    first, end = source
    if page.at("no_subject", first) or page.has("comment", first, end, "self"):
        return False
    head = page.words.low[first]
    if head in ("we", "i", "you", "there", "мы", "ми", "я"):
        return False
    if page.vocabulary.cues[label].weak:
        return page.has("actor", first, end) or page.has("named", first, end) or is_name(page, source)
    return True


def _side(page: Page, source: Range, cue_end: int, end: int, lo: int) -> str:
    """"right" where the content follows the cue, "left" where it stands before the source."""
    at = content.after_cue(page, cue_end, end)
    if at >= end or page.codes[at] in _ENDS - {'"', "'", ":"} or page.codes[at] == "S":
        return "left" if source[0] > lo and page.codes[source[0] - 1] in ',"—.' else "none"
    return "right"


def with_hops(draft: Draft, outer: tuple[Range, ...], inner: tuple[Range, ...]) -> Draft:
    """A draft with further hops around its own."""
    return replace(draft, hops=(*outer, *draft.hops, *inner))
