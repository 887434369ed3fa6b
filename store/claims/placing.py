"""Claims and the places they speak of: where something happened, never where a source sits.

A claim's places are those in its content, in a list that goes on behind it ("…; north of X"), and
those that open the sentence it fills. A claim that names none takes what stands beside it in its
sentence: where its witness lives, what befell a place ("so he told of the raid near X"), the place
that a sentence opens with; or a tag in its paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from store.claims.drafts import WINDOW, Draft, of_sentence
from store.claims.openings import start
from store.claims.page import Page, numbers
from store.claims.phrases import Range
from store.model import Hop, PlaceMention
from store.places import acts

Places = tuple[PlaceMention, ...]
_NEAR = 6
_LONGEST = 60
_ENDS = frozenset('".:;!?C')
_SETTING = frozenset("PDnOV")
_MARKS = frozenset(",;&")
_LISTING = frozenset(",;&PDnNOV")


def joined(page: Page, drafts: Sequence[Draft], chains: Sequence[Sequence[Hop]]) -> list[Places]:
    """The places of every draft, in the order of the text."""
    found = [list(_inside(page, draft, chain)) for draft, chain in zip(drafts, chains, strict=True)]
    bare = [not places for places in found]
    taken = {place for places in found for place in places}
    spoken = _spoken(page, drafts)
    for place in page.places:
        words = page.words.inside(place.span)
        if place in taken or not page.is_said(words[0]):
            continue
        told = spoken.find(1, *words) < 0
        for index in _beside(page, drafts, words, told):
            if bare[index] or _is_tag(page, words):
                found[index].append(place)
        if told and (index := _listed_with(page, drafts, words[0])) >= 0:
            found[index].append(place)
    return [tuple(sorted(places, key=lambda place: place.span)) for places in found]


def _spoken(page: Page, drafts: Sequence[Draft]) -> bytearray:
    """A byte a word: 1 in the names of those who speak."""
    spoken = bytearray(len(page.words))
    for first, end in (words for draft in drafts for words in draft.hops):
        spoken[first:end] = b"\1" * (end - first)
    return spoken


def _inside(page: Page, draft: Draft, chain: Sequence[Hop]) -> Iterator[PlaceMention]:
    """The places in a claim's content but for those that belong to who speaks."""
    first, end = draft.content
    if draft.cue is None:
        first = min(first, page.ranges[draft.sentence][0])
    for place in (page.places[number] for number in numbers(page.placed, first, end)):
        if not any(hop.span and hop.span.overlaps(place.span) for hop in chain):
            yield place


def _beside(page: Page, drafts: Sequence[Draft], place: Range, told: bool) -> range:
    """The drafts that a place beside them belongs to; ``told`` says that no hop has its name."""
    number = page.sentence_of(place[0])
    here = of_sentence(drafts, number)
    if _is_tag(page, place):
        last = here.stop - 1
        same = last >= 0 and _paragraph(page, drafts[last].sentence) == _paragraph(page, number)
        return range(last, last + same)
    if (
        _is_led(page, "dwellers", place[0])
        or _is_led(page, "of_place", place[0])
        or (told and _is_of_event(page, number, place[0]))
    ):
        return here[:WINDOW]
    return here[:0]


def _listed_with(page: Page, drafts: Sequence[Draft], first: int) -> int:
    """The draft whose list of places goes on behind its content ("…; north of X"), or -1."""
    here = of_sentence(drafts, page.sentence_of(first))
    index = bisect_right(drafts, first, here.start, here.stop, key=lambda d: d.content[1]) - 1
    if index < here.start:
        return -1
    rest = page.codes[drafts[index].content[1] : first]
    return index if rest[:1] in _MARKS and len(rest) <= _LONGEST and set(rest) <= _LISTING else -1


def _paragraph(page: Page, number: int) -> int:
    return page.sentences[number].paragraph


def _is_tag(page: Page, place: Range) -> bool:
    return place[0] > 0 and page.words.low[place[0] - 1] == "#"


def _is_led(page: Page, topic: str, first: int) -> bool:
    """Whether a witness lives at a place or something befell it: "a resident of X"."""
    near = page.within(topic, max(0, first - _NEAR), first)
    return any(hit.end <= first <= hit.end + 1 for hit in near)


def _is_of_event(page: Page, number: int, first: int) -> bool:
    """Whether a sentence says before its cue, or after its source, what befell a place."""
    opens = start(page, number)
    setting = page.codes[opens : min(first, opens + _NEAR)]
    if setting[:1] == "P" and opens + len(setting) == first and set(setting) <= _SETTING:
        return not acts(page.words, first, page.vocabulary.lore.gazetteer)
    near = range(max(page.ranges[number][0], first - _NEAR), first)
    last = max((at for at in near if page.codes[at] in _ENDS), default=near.start - 1)
    return page.has("event", last + 1, first)
