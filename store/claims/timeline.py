"""Whether a claim belongs on the timeline: it tells of an event or a state in the conflict."""

from __future__ import annotations

from store.claims.answers import is_standing
from store.claims.dating import Joined
from store.claims.drafts import Draft
from store.claims.page import Page
from store.meaning import Explicit, Range
from store.model import Flag

_YEAR = 4
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
    """Whether a claim tells of earlier years: its own voice of any day, a source of years as such.

    When a picture was taken is no history but a finding.
    """
    if page.has("past", *page.ranges[draft.sentence]):
        return True
    if date.phrase is None or page.has("pictured", *draft.content):
        return False
    published, meaning = page.document.published, page.phrases[date.phrase].meaning
    start = getattr(meaning, "start", None) or meaning
    if not isinstance(start, Explicit) or published is None or start.edtf[:4] >= published.edtf[:4]:
        return False
    return not draft.hops or isinstance(meaning, Range) or len(start.edtf) == _YEAR
