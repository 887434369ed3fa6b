"""Words that limit claims, and which claims they limit, over sentences.

A hedge inside a claim's sentence limits that claim. A note ("could not be verified", "declined to
comment") limits the claims that its sentence follows: those of the sentence before, of the whole
paragraph where it says "both" or "either", or the nearest that share a word with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from store.claims.drafts import WINDOW, Draft, after_sentence, before_sentence, of_sentence
from store.claims.likeness import shared, topic_words
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import HedgeKind
from store.wording import Hit

_REACH = 2
_POINTED = 3


class Limit(NamedTuple):
    """A hedge on the claim of a draft, named by its index."""

    draft: int
    words: Range
    kind: HedgeKind


def limits(page: Page, drafts: Sequence[Draft]) -> list[Limit]:
    """All hedges of all drafts."""
    return once(page, [*_of_cues(page, drafts), *_inside(page, drafts), *_notes(page, drafts)])


def once(page: Page, found: Iterable[Limit]) -> list[Limit]:
    """The hedges in order, one of a kind for a claim and a sentence."""
    kept: dict[tuple[int, HedgeKind, int], Limit] = {}
    for limit in sorted(found, key=lambda limit: (limit.draft, limit.words)):
        first = limit.words[0]
        place = first if limit.kind == "speculative" else page.sentence_of(first)
        kept.setdefault((limit.draft, limit.kind, place), limit)
    return list(kept.values())


def _of_cues(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    for index, draft in enumerate(drafts):
        cue = page.vocabulary.cues.get(draft.label)
        if cue and cue.hedge and draft.cue and not draft.inherits:
            yield Limit(index, draft.cue, cue.hedge)


def _inside(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    noted = {i for hit in _hits(page, "note") for i in range(hit.start, hit.end)}
    for hit in _hits(page, "hedge"):
        words, kind = (hit.start, hit.end), cast("HedgeKind", hit.label)
        index = _holder(page, drafts, hit.start)
        if hit.start in noted:
            continue
        if index is not None:
            yield Limit(index, words, kind)
        elif kind == "if-confirmed":
            yield from (Limit(i, words, kind) for i in targets(page, drafts, words, kind))


def _hits(page: Page, topic: str) -> Iterator[Hit]:
    done = 0
    for hit in page.hits[topic].values():
        if hit.start >= done and page.is_said(hit.start):
            yield hit
            done = hit.end


def _holder(page: Page, drafts: Sequence[Draft], at: int) -> int | None:
    """The draft that a word stands in, else the next in its sentence, else the last there."""
    number = page.sentence_of(at)
    here = of_sentence(drafts, number)
    for index in here:
        if drafts[index].content[0] <= at < drafts[index].content[1]:
            return index
    later = [i for i in here if drafts[i].content[0] > at]
    return later[0] if later else here[-1] if here else None


def _notes(page: Page, drafts: Sequence[Draft]) -> Iterator[Limit]:
    for hit in _hits(page, "note"):
        kind = cast("HedgeKind", hit.label)
        for index in targets(page, drafts, (hit.start, hit.end), kind):
            yield Limit(index, (hit.start, hit.end), kind)


def targets(page: Page, drafts: Sequence[Draft], note: Range, kind: HedgeKind) -> list[int]:
    """The drafts that a note speaks of."""
    number = page.sentence_of(note[0])
    here = of_sentence(drafts, number)
    own = next((i for i in here if _reaches(drafts[i], note)), None)
    if own is not None and _is_denial(page, drafts[own]):
        return []
    if own is not None and (
        drafts[own].cue is None or kind == "corrected" or _trails(page, note, kind)
    ):
        return [own]
    if own is None and kind != "disputed" and (beside := _beside(drafts, here, note, kind)):
        return beside
    if kind == "corrected" and page.has("self", *page.ranges[number]):
        return _most_alike(page, drafts, range(min(len(drafts), WINDOW)), page.ranges[number])
    about = (note[0], page.ranges[number][1]) if kind == "no-comment" else page.ranges[number]
    pointed = kind in ("unverified", "no-comment") and page.has("claimed", *page.ranges[number])
    return _earlier(page, drafts, number, about, pointed)


def _trails(page: Page, note: Range, kind: HedgeKind) -> bool:
    """Whether a note trails its claim after a comma: ", offering no evidence"."""
    return kind == "unverified" and page.codes[note[0] - 1] == ","


def _reaches(draft: Draft, note: Range) -> bool:
    """Whether a note stands in a claim or its cue."""
    first = min(draft.content[0], draft.cue[0]) if draft.cue else draft.content[0]
    return first <= note[0] < max(draft.content[1], draft.cue[1] if draft.cue else 0)


def _is_denial(page: Page, draft: Draft) -> bool:
    """Whether a claim is itself a denial, which speaks of its target by its relation."""
    cue = page.vocabulary.cues.get(draft.label)
    return cue is not None and cue.denies


def _beside(
    drafts: Sequence[Draft], here: Sequence[int], note: Range, kind: HedgeKind
) -> list[int]:
    """The claims of a note's own sentence: those before it, or what a denial goes on to name."""
    before = [i for i in here if drafts[i].content[1] <= note[0]]
    return before or ([i for i in here if kind == "denied"])


def _earlier(
    page: Page, drafts: Sequence[Draft], number: int, about: Range, pointed: bool
) -> list[int]:
    paragraph = page.sentences[number].paragraph
    near = [
        i
        for i in before_sentence(drafts, number)
        if paragraph - page.sentences[drafts[i].sentence].paragraph <= _REACH * (1 + pointed)
    ]
    same = [i for i in near if page.sentences[drafts[i].sentence].paragraph == paragraph]
    if page.has("both", *page.ranges[number]):
        return _both(page, drafts, number, near)
    if same and _follows(drafts, same[-1], number):
        return [i for i in same if drafts[i].sentence == drafts[same[-1]].sentence]
    if pointed and (plain := [i for i in near if _is_plain(page, drafts[i])]):
        return plain[-_POINTED:]
    return _alike(page, drafts, near, about)


def _follows(drafts: Sequence[Draft], index: int, number: int) -> bool:
    return number - drafts[index].sentence <= _REACH


def _both(page: Page, drafts: Sequence[Draft], number: int, near: Sequence[int]) -> list[int]:
    """The claims that a note on several speaks of: of its paragraph, else those that follow it."""
    paragraph = page.sentences[number].paragraph
    same = [i for i in near if page.sentences[drafts[i].sentence].paragraph == paragraph]
    if same:
        return _two_sided(page, drafts, near, page.ranges[number])
    following = [
        i
        for i in after_sentence(drafts, number)
        if page.sentences[drafts[i].sentence].paragraph == paragraph
    ]
    return following or list(near)


def _two_sided(page: Page, drafts: Sequence[Draft], near: Sequence[int], span: Range) -> list[int]:
    """The claims of the last paragraphs, back to the second voice among them."""
    voices: set[Range | None] = set()
    found: list[int] = []
    paragraph, home = -1, page.sentences[page.sentence_of(span[0])].paragraph
    for i in reversed(near):
        here = page.sentences[drafts[i].sentence].paragraph
        source = drafts[i].source
        third = here == home and source not in voices and page.has("two", *span)
        over = here != paragraph or third
        if over and len(voices) > 1:
            break
        paragraph = here
        found.append(i)
        if source is None or source[1] - source[0] > 1 or page.codes[source[0]] not in "OR":
            voices.add(source)
    return found[::-1]


def _most_alike(page: Page, drafts: Sequence[Draft], near: Sequence[int], span: Range) -> list[int]:
    """The claim that shares most words with a note, the last one if several do."""
    words = topic_words(page, span)
    scores = {i: shared(words, topic_words(page, drafts[i].content)) for i in near}
    best = max(scores.values(), default=0)
    return [max(i for i, score in scores.items() if score == best)] if best else []


def _alike(page: Page, drafts: Sequence[Draft], near: Sequence[int], span: Range) -> list[int]:
    """The claim most like a note; for "the claim" or "the report" alone, the last plain ones."""
    if found := _most_alike(page, drafts, near, span):
        return found
    if not near or not page.has("heads", *page.ranges[page.sentence_of(span[0])]):
        return []
    return [i for i in near if _is_plain(page, drafts[i])][-_POINTED:]


def _is_plain(page: Page, draft: Draft) -> bool:
    """Whether a draft tells of something, and is neither opinion nor a mere quotation."""
    cue = page.vocabulary.cues.get(draft.label)
    opinion = cue is not None and cue.stance != "plain"
    return not opinion and page.quoted[draft.content[0]] < 0
