"""A page → drafts of its claims: sentence by sentence, with what one hands on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from store.claims.attribution import attributions
from store.claims.drafts import Draft
from store.claims.links import cited, handed
from store.claims.narration import body, narrated
from store.claims.page import Page
from store.claims.phrases import Range

_SHORT = 12


def drafts(page: Page) -> list[Draft]:
    """The drafts of all claims of a page, in order."""
    found: list[Draft] = []
    speaker: Draft | None = None
    paragraph = -1
    for number, sentence in enumerate(page.sentences):
        if sentence.heading or (found and page.ranges[number][1] <= found[-1].content[1]):
            continue
        if sentence.paragraph != paragraph:
            paragraph, speaker = sentence.paragraph, None
        if found and (hands := handed(page, number)):
            found[-1] = speaker = found[-1]._replace(hops=hands, source=hands[-1])
            continue
        if found and (cites := _cites(page, number, found[-1])):
            found[-1] = speaker = found[-1]._replace(hops=(*found[-1].hops, *cites))
            continue
        here = attributions(page, number) or narrated(page, number, speaker)
        if here and not here[0].hops and (lead := _lead(page, number)) is not None:
            here[0] = here[0]._replace(content=(lead, here[0].content[1]))
        if found and here and _resumes(page, found[-1], here[0]):
            found[-1] = found[-1]._replace(content=(found[-1].content[0], here.pop(0).content[1]))
        if here:
            speaker = here[-1] if here[-1].hops else None
        found += here
    return _outermost(found) or _outermost(_headlines(page))


def _cites(page: Page, number: int, before: Draft) -> tuple[Range, ...]:
    """Whom a short sentence says that the source before it cites: "It cited a guard."."""
    first, end = page.ranges[number]
    if end - first > _SHORT or not before.hops or page.codes[first] != "R":
        return ()
    return tuple(phrase for at, phrase in cited(page, first, end) if at <= first + 2)


def _headlines(page: Page) -> list[Draft]:
    """The claims of a document that is nothing but its headline."""
    if not all(sentence.heading for sentence in page.sentences):
        return []
    found: list[Draft] = []
    for number in range(len(page.sentences)):
        found += attributions(page, number) or narrated(page, number, None)
    return found


def _lead(page: Page, number: int) -> int | None:
    """The first word of a verbless fragment before a sentence that only says when and where."""
    if not number or page.sentences[number - 1].paragraph != page.sentences[number].paragraph:
        return None
    span = body(page, number - 1)
    if span is None or span[1] - span[0] > 8 or page.has("event", *span):
        return None
    said = [i for i in range(*span) if page.codes[i] not in ",.:P"]
    return span[0] if all(page.placed[i] >= 0 or page.codes[i] == "t" for i in said) else None


def _resumes(page: Page, before: Draft, draft: Draft) -> bool:
    """Whether a quotation goes on after its cue: "…,” he said. “…”"."""
    spoken = page.quoted[before.content[1] - 1] >= 0 and before.rule.endswith("-left")
    return spoken and draft.rule == "quotation-continued" and draft.sentence == before.sentence + 1


def _outermost(found: Sequence[Draft]) -> list[Draft]:
    """The drafts in order, without those that lie inside the next."""
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda draft: (draft.sentence, draft.content)):
        while (
            kept
            and draft.content[0] <= kept[-1].content[0]
            and kept[-1].content[1] <= draft.content[1]
        ):
            kept.pop()
        kept.append(draft)
    return kept
