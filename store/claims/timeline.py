"""Whether a claim belongs on the timeline: it tells of an event or a state in the conflict."""

from __future__ import annotations

from store.claims.answers import is_standing
from store.claims.dating import Joined
from store.claims.drafts import Draft
from store.claims.page import Page
from store.meaning import Explicit
from store.model import Flag

_OFF = frozenset(("forecast", "assessment"))


def belongs(page: Page, draft: Draft, date: Joined, flag: Flag) -> bool:
    """Whether a claim is an event or state, not opinion, outlook, reaction or old history."""
    if flag in _OFF:
        return False
    cue = page.vocabulary.cues.get(draft.label)
    if cue and cue.stance == "reaction":
        return False
    if is_standing(page, draft):
        return False
    return not _history(page, draft, date)


def _history(page: Page, draft: Draft, date: Joined) -> bool:
    """Whether a statement of the article's own tells of an earlier year."""
    if page.has("past", *page.ranges[draft.sentence]):
        return True
    if date.phrase is None or draft.hops:
        return False
    published = page.document.published
    year = _year(page, date.phrase)
    return bool(year and published and year < published.edtf[:4])


def _year(page: Page, phrase: int) -> str:
    meaning = page.phrases[phrase].meaning
    start = getattr(meaning, "start", None) or meaning
    return start.edtf[:4] if isinstance(start, Explicit) else ""
