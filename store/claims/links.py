"""The further hops of a chain: who was cited, who carried it, who was told, through what medium."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range, is_name
from store.claims.told import told
from store.claims.walk_back import subject_before
from store.claims.walk_on import phrase_after
from store.wording import Hit

_BARE = ("Dn", "On")
_CHANNELS = frozenset(("outlet", "channel"))
_OWNED = 5
_MORE = re.compile("[P,]")
_APPOSED = re.compile("Dn+N[N']*")
_NEAR = 2


def chained(page: Page, drafts: Sequence[Draft], first: int, end: int) -> list[Draft]:
    """The drafts of a sentence with all the hops that the sentence names."""
    if not drafts:
        return []
    inner = _linked(page, drafts, [*cited(page, first, end), *_heard(page, drafts, end)])
    outer = _linked(page, drafts, carriers(page, first, end))
    found = []
    for place, draft in enumerate(drafts):
        hops = (
            *_citing_subject(page, draft, first),
            *_embedded(page, draft),
            *outer.get(place, ()),
            *_media(page, draft, end),
            *draft.hops,
            *inner.get(place, ()),
        )
        found.append(draft._replace(hops=_once(hops)) if len(hops) > 1 else draft)
    return found


def handed(page: Page, number: int) -> tuple[Range, ...]:
    """The chain in "this development, announced by X with reference to Y, …"."""
    first, end = page.ranges[number]
    hit = page.at("handed", first)
    if hit is None:
        return ()
    medium = page.at("medium", hit.end)
    through = _medium(page, medium, end) if medium else None
    bearer = phrase_after(page, medium.end if medium else hit.end, end)
    if bearer is None:
        return ()
    cites = (phrase for _, phrase in cited(page, bearer[1] - 1, end))
    return (*((through,) if through and not _meet(through, bearer) else ()), bearer, *cites)


def cited(page: Page, first: int, end: int) -> list[tuple[int, Range]]:
    """The cite operators in a range of words: where each stands, and whom it cites."""
    found = []
    for hit in page.within("cite", first, end):
        cue = _inside_cue(page, hit.start)
        if page.quoted[hit.start] >= 0 or page.at("carried", hit.start) or cue:
            continue
        phrase = phrase_after(page, hit.end, end)
        if phrase and not _is_ground(page, phrase):
            found.append((hit.start, phrase))
    return found


def _is_ground(page: Page, phrase: Range) -> bool:
    """Whether what is cited is a reason or a trace and nobody: "citing shadows and vegetation"."""
    if page.vocabulary.language != "en" or page.codes[phrase[0]] not in "nECv":
        return False
    known = (page.has(topic, *phrase) for topic in ("actor", "named", "anonymous"))
    return page.codes.find("N", *phrase) < 0 and not any(known)


def _heard(page: Page, drafts: Sequence[Draft], end: int) -> Iterator[tuple[int, Range]]:
    """Whom a source has it from: "learned from X that"."""
    for draft in drafts:
        cue = page.vocabulary.cues.get(draft.label)
        if cue is None or not cue.hears or draft.cue is None:
            continue
        at = draft.cue[0] + 1 if draft.label == "quote" else draft.cue[1]
        phrase = phrase_after(page, at, end)
        if phrase and not page.at("negative", phrase[0]):  # "they had heard nothing"
            yield draft.cue[1], phrase


def carriers(page: Page, first: int, end: int) -> list[tuple[int, Range]]:
    """The carriers in a range of words: "quoted by X"."""
    return [
        (hit.start, phrase)
        for hit in page.within("carried", first, end)
        if page.quoted[hit.start] < 0
        and (phrase := phrase_after(page, hit.end, end))
        and page.codes[phrase[0]] not in "RO"
        and _carries(page, phrase)
    ]


def _carries(page: Page, phrase: Range) -> bool:
    """Whether whoever published something can be an outlet."""
    kinds = {hit.label for hit in page.within("actor", *phrase)}
    return not kinds or "outlet" in kinds


def _inside_cue(page: Page, start: int) -> bool:
    return any(hit.end > start for hit in page.within("cue", max(0, start - 3), start))


def _linked(
    page: Page, drafts: Sequence[Draft], links: Iterable[tuple[int, Range]]
) -> dict[int, tuple[Range, ...]]:
    """The hops that operators add, by the place of the draft they belong to."""
    linked: dict[int, tuple[Range, ...]] = {}
    for at, phrase in links:
        place = _nearest(drafts, at)
        phrase = _before_source(page, phrase, drafts[place].source)
        if not _is_source(drafts, phrase):
            for same in _sharing(drafts, place):
                linked[same] = (*linked.get(same, ()), phrase)
    return linked


def _before_source(page: Page, phrase: Range, source: Range | None) -> Range:
    """Whom a fronted operator cites, without the source behind: «со ссылкой на X „Норд“ пишет»."""
    if source is None or page.vocabulary.language == "en":
        return phrase
    runs_on = phrase[0] < source[0] and source[1] == phrase[1]
    return (phrase[0], source[0]) if runs_on else phrase


def _is_source(drafts: Sequence[Draft], phrase: Range) -> bool:
    return any(_meet(draft.source, phrase) for draft in drafts)


def _meet(one: Range | None, other: Range) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def _nearest(drafts: Sequence[Draft], at: int) -> int:
    """The draft an operator belongs to: the last whose source stands before it, else the first."""
    before = [i for i, d in enumerate(drafts) if d.source and d.source[0] < at]
    return before[-1] if before else 0


def _sharing(drafts: Sequence[Draft], place: int) -> list[int]:
    """All drafts with the same cue and source as one."""
    return [
        i
        for i, d in enumerate(drafts)
        if d.cue == drafts[place].cue and d.source == drafts[place].source
    ]


def _media(page: Page, draft: Draft, end: int) -> tuple[Range, ...]:
    """The media between a source and its content, and whoever was told if that is an outlet."""
    if draft.cue is None or draft.source is None:
        return ()
    lo = min(draft.source[0], draft.cue[0])
    opening = page.ranges[draft.sentence][0]
    lo = opening if page.at("medium", opening) else lo
    hi = draft.content[0] if draft.content[0] > draft.cue[0] else end
    found: list[Range] = []
    for hit in page.within("medium", lo, hi):
        phrase = _medium(page, hit, end)
        inside = bool(found) and hit.start - found[-1][1] < _NEAR
        own = phrase and hit.start < draft.source[0] and _meet(draft.source, phrase)
        if phrase and not inside and not own and page.quoted[phrase[0]] < 0:
            found.append(phrase)
    heard = _told(page, draft, draft.cue[1], hi) if draft.label in page.vocabulary.cues else None
    return (*found, heard) if heard else tuple(found)


def _medium(page: Page, hit: Hit, end: int) -> Range | None:
    """The medium that a wording leads to or names; "a statement" alone says nothing."""
    at, first = hit.end, hit.start + 1
    if page.codes[at - 1] in "PDO&":
        return _bare_name(page, phrase_after(page, at, end))
    if page.vocabulary.language != "en":
        return _named_medium(page, at, end)
    bare = page.codes[first:at] in _BARE
    named = next((one for one in page.within("actor", first, at) if one.label in _CHANNELS), None)
    return (first, at) if named or not bare else None


def _bare_name(page: Page, phrase: Range | None) -> Range | None:
    """A name without how it was told and what it is: "Nord24 on condition of anonymity"."""
    more = _MORE.search(page.codes, *phrase) if phrase else None
    if phrase is None or more is None:
        return phrase
    first, end = phrase[0] + (page.codes[phrase[0]] == "D"), more.start()
    return (phrase[0], end) if first < end and is_name(page, (first, end)) else phrase


def _named_medium(page: Page, at: int, end: int) -> Range:
    """In Russian and Ukrainian the name of a medium follows its kind."""
    owner = page.codes.rfind("O", max(0, at - _OWNED), at - 1)
    if owner >= 0:
        return owner, at
    quote = page.opened.get(at)
    if quote is not None and not quote.speech:
        return quote.first, quote.end
    phrase = phrase_after(page, at, end) if at < end and page.codes[at] in 'nN"' else None
    return phrase or (at - 1, at)


def _told(page: Page, draft: Draft, at: int, hi: int) -> Range | None:
    """The outlet that a source told: right after the cue."""
    if page.vocabulary.language != "en":
        heard = _named_after(page, draft, at)
        return heard or (told(page, draft.cue or (at, at), draft.source) if draft.source else None)
    if at >= hi or page.at("listener", at):
        return None
    phrase = _bare_name(page, phrase_after(page, at, min(hi, at + 12)))
    if phrase is None or phrase[0] != at:
        return None
    actors = page.within("actor", *phrase)
    outlets = (hit for hit in actors if hit.label == "outlet")
    actor = next(outlets, actors[0] if actors else None)
    apposed = _APPOSED.fullmatch(page.codes, *phrase)  # "the agency Nord"
    outlet = (
        actor is not None
        and actor.start - at <= 3
        and (actor.label == "outlet" or (apposed and actor.label == "official-body"))
    )
    tells = page.vocabulary.cues[draft.label].tells
    it = tells and page.words.low[at] == "it" and phrase[1] == at + 1
    name = (phrase[0] + (page.codes[phrase[0]] == "D"), phrase[1])
    named = name[0] < name[1] and is_name(page, name) and (actor is None or name == phrase)
    return phrase if it or outlet or (tells and named) else None


def _named_after(page: Page, draft: Draft, at: int) -> Range | None:
    """The outlet in quotation marks that was told: «рассказали „Норду“, что …»."""
    quote = page.opened.get(at)
    if quote is None or quote.speech or draft.label not in ("say", "tell"):
        return None
    name = (quote.first, quote.end)
    follows = page.codes[quote.end : quote.end + 1] in (",", "P", "V")
    return name if follows and not _meet(draft.source, name) else None


def _citing_subject(page: Page, draft: Draft, first: int) -> tuple[Range, ...]:
    """Who cites the source itself: "the channel quoted a soldier, who noted that …"."""
    if draft.source is None:
        return ()
    for hit in page.within("cite", first, draft.source[0]):
        if hit.end >= draft.source[0] - 1 and (subject := subject_before(page, hit.start, first)):
            return (subject,)
    return ()


def _embedded(page: Page, draft: Draft) -> tuple[Range, ...]:
    """An outlet named inside an unnamed source: «источник издания X», "a source told X"."""
    if draft.source is None:
        return ()
    actors = page.within("actor", *draft.source)
    if len(actors) > 1 and actors[0].label == "anonymous" and actors[1].label == "outlet":
        start = actors[1].start
        if phrase := phrase_after(page, start, draft.source[1]):
            seat = page.codes.find("P", *phrase)  # "издания «Норд» в правительстве"
            return ((start, seat if seat > start else phrase[1]),)
    return ()


def _once(hops: tuple[Range, ...]) -> tuple[Range, ...]:
    """The hops without those that lie in one named before."""
    kept: list[Range] = []
    for hop in hops:
        if not any(_meet(hop, other) and hop[0] == other[0] for other in kept):
            kept.append(hop)
    return tuple(kept)
