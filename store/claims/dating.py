"""The date phrase of a claim: its own, its sentence's or that of the event it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.claims import openings
from store.claims.drafts import Draft, of_sentence
from store.claims.page import Page, numbers
from store.meaning import Duration, Recurrence, Vague
from store.model import DateJoin, Role

_NO_DATE = (Duration, Recurrence, Vague)


class Joined(NamedTuple):
    """A date phrase joined to a claim (None: none), its role, and how the claim came by it."""

    phrase: int | None = None
    role: Role = "event"
    join: DateJoin = "none"


def joined(page: Page, drafts: Sequence[Draft]) -> list[Joined]:
    """The date of each draft, in step."""
    found: list[Joined] = []
    for place, draft in enumerate(drafts):
        date = _own(page, draft) or _of_sentence(page, drafts, place) or _of_before(page, draft)
        if date is None and draft.inherits and place and found[-1].phrase is not None:
            date = Joined(found[-1].phrase, found[-1].role, "event")
        found.append(date or Joined())
    return found


def _dates(page: Page, first: int, end: int) -> list[int]:
    """The date phrases in a range of words that name a time."""
    if page.codes.find("t", first, end) < 0:
        return []
    found = numbers(page.dated, first, end)
    return [n for n in found if not isinstance(page.phrases[n].meaning, _NO_DATE)]


def _own(page: Page, draft: Draft) -> Joined | None:
    dates = _dates(page, *draft.content)
    if not dates:
        return None
    outside = [n for n in dates if page.quoted[page.words.at(page.phrases[n].span.start)] < 0]
    number = (outside or dates)[0]
    role: Role = "as-of" if page.phrases[number].context.role == "as-of" else "event"
    return Joined(number, role, "own")


def _of_sentence(page: Page, drafts: Sequence[Draft], place: int) -> Joined | None:
    """A date of the sentence that lies in no other claim; the nearest one."""
    draft = drafts[place]
    first, end = page.ranges[draft.sentence]
    dates = _dates(page, first, end)
    if not dates:
        return None
    here = [drafts[i] for i in of_sentence(drafts, draft.sentence) if i != place]
    free = [n for n in dates if not any(_holds(page, other, n) for other in here)]
    if not free:
        return None
    number = min(free, key=lambda n: _distance(page, draft, n))
    return Joined(number, _role(page, draft, number), "sentence")


def _of_before(page: Page, draft: Draft) -> Joined | None:
    """The date of the sentence before, if this one goes on with its event: "During it"."""
    first = openings.start(page, draft.sentence)
    if not draft.sentence or not page.at("same_event", first):
        return None
    dates = _dates(page, *page.ranges[draft.sentence - 1])
    return Joined(dates[0], "event", "event") if dates else None


def _holds(page: Page, draft: Draft, number: int) -> bool:
    at = page.words.at(page.phrases[number].span.start)
    return draft.content[0] <= at < draft.content[1]


def _distance(page: Page, draft: Draft, number: int) -> int:
    at = page.words.at(page.phrases[number].span.start)
    edge = draft.cue[0] if draft.cue else draft.content[0]
    return abs(at - edge)


def _role(page: Page, draft: Draft, number: int) -> Role:
    """Outside the content a date tells when it was said, unless it opens the account itself."""
    role = page.phrases[number].context.role
    if role != "event":
        return role
    return "event" if draft.cue is None or draft.label == "attribution" else "announcement"
