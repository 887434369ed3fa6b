"""The flag of a claim by the precedence of standing, with a sentence that says why.

Forecast and assessment come first, then what became of the claim (retracted, superseded), then who
contradicts it, then whether it is verified, then who supports it, and last whose word it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.claims.drafts import Draft
from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Flag, Hop

_TELLING = frozenset(("comment", "judge"))
_DONE = re.compile("[Ev#t]")
_PASSED = re.compile("AV*[Ev]")
_I_SAW = re.compile("R[VA]*C")
_PAST = (
    "л",
    "ла",
    "ло",
    "ли",
    "лся",
    "лась",
    "лось",
    "лись",
    "в",
    "вся",
    "лася",
    "лися",
    "но",
    "то",
)
_BODIES = frozenset(("official-body", "military", "armed-group", "outlet", "ngo"))


class Standing(NamedTuple):
    """What is known of a claim when its flag is set: the text of its hedges by kind.

    ``contests`` says that it denies or disputes another, ``backed`` that another source bears it
    out, ``confirmed`` that an independent one says so outright.
    """

    hedges: Mapping[str, str]
    superseded: bool
    withdrawn: bool
    contests: bool
    backed: bool
    confirmed: bool


def flag(page: Page, draft: Draft, chain: Sequence[Hop], standing: Standing) -> tuple[Flag, str]:
    """The flag of a claim, and the reason in a sentence."""
    return (
        _outlook(page, draft, chain, standing)
        or _fate(standing)
        or _contradicted(chain, standing)
        or _unverified(chain, standing)
        or _word(chain, standing)
    )


def _outlook(
    page: Page, draft: Draft, chain: Sequence[Hop], standing: Standing
) -> tuple[Flag, str] | None:
    stance = _stance(page, draft)
    views = draft.cue is not None and page.has("view", *draft.cue)
    told = draft.label in _TELLING and _reports(page, draft, chain)
    if views or (stance == "opinion" and not told):
        return "assessment", f"“{_cue(page, draft)}” gives an opinion"
    ahead = page.has("future", *_opening(page, draft.content))
    if ahead or (stance == "forecast" and not _happened(page, draft)):
        return "forecast", "it says what will or may happen"
    shown = draft.label == "show"  # "appears to show" weighs a picture, and is no opinion
    if "speculative" in standing.hedges and not shown and not _tells(page, draft.content):
        return "assessment", f"“{standing.hedges['speculative']}” makes it a supposition"
    if _weighs(page, draft, chain):
        return "assessment", "it weighs and judges, and tells of no event"
    return None


def _happened(page: Page, draft: Draft) -> bool:
    """Whether who warns tells of what has happened: "warned that militants had entered"."""
    cue = page.vocabulary.cues[draft.label]
    return not cue.hedge and _PASSED.search(page.codes, *draft.content) is not None


def _opening(page: Page, content: Range) -> Range:
    """The first sentence of a content."""
    return content[0], min(content[1], page.ranges[page.sentence_of(content[0])][1])


def _weighs(page: Page, draft: Draft, chain: Sequence[Hop]) -> bool:
    """Whether a claim judges, is an expert's without an event, or words spoken of nothing done."""
    if page.has("judgement", *draft.content):
        return not _reports(page, draft, chain)
    expert = bool(chain) and chain[-1].kind == "expert"
    if expert and not page.has("event", *draft.content):
        return True
    return page.quoted[draft.content[0]] >= 0 and not _tells(page, draft.content)


def _tells(page: Page, content: Range) -> bool:
    """Whether words tell of something: a deed, a past, a date, a place or a figure."""
    if _DONE.search(page.codes, *content) or page.names_place(*content):
        return True
    if any(_perceives(page, found.end() - 1) for found in _I_SAW.finditer(page.codes, *content)):
        return True
    past = page.vocabulary.language != "en" and any(
        low.endswith(_PAST) for low in page.words.low[slice(*content)]
    )
    return past or any(
        page.has(topic, *content) for topic in ("number", "many", "negative", "harmless", "outcome")
    )


def _perceives(page: Page, at: int) -> bool:
    """Whether a cue inside spoken words tells of what was seen or heard, and is no opinion."""
    hit = page.at("cue", at)
    labels = hit.label.split() if hit else []
    return any(page.vocabulary.cues[label].stance == "plain" for label in labels)


def _reports(page: Page, draft: Draft, chain: Sequence[Hop]) -> bool:
    """Whether a body or an outlet tells of an event, or anyone of one with a figure."""
    first, end = draft.content
    figure = page.codes.find("#", first, end) >= 0 or page.has("number", first, end)
    body = bool(chain) and chain[-1].kind in _BODIES and page.quoted[first] < 0
    return (body and page.has("event", first, end)) or (
        figure and page.codes.find("E", first, end) >= 0
    )


def _stance(page: Page, draft: Draft) -> str:
    cue = page.vocabulary.cues.get(draft.label)
    return cue.stance if cue and not draft.inherits else "plain"


def _cue(page: Page, draft: Draft) -> str:
    return page.cut(*draft.cue) if draft.cue else ""


def _fate(standing: Standing) -> tuple[Flag, str] | None:
    if standing.withdrawn:
        return "retracted", f"its source took it back: “{standing.hedges['corrected']}”"
    if standing.superseded:
        return "superseded", "the same source has given another figure since"
    return None


def _contradicted(chain: Sequence[Hop], standing: Standing) -> tuple[Flag, str] | None:
    nobody = not chain or chain[-1].kind == "anonymous"
    if "denied" in standing.hedges:
        words = standing.hedges["denied"]
        if nobody:
            return "denied", f"“{words}”, and nobody who is named stands by it"
        return "disputed", f"another party denies it: “{words}”"
    if "disputed" in standing.hedges:
        return "disputed", f"another party says otherwise: “{standing.hedges['disputed']}”"
    if standing.contests and "unverified" in standing.hedges:
        return "disputed", "it contradicts another claim, and neither is verified"
    return None


def _unverified(chain: Sequence[Hop], standing: Standing) -> tuple[Flag, str] | None:
    for kind in ("unverified", "if-confirmed"):
        if kind in standing.hedges:
            return "unverified", f"the text says so: “{standing.hedges[kind]}”"
    if "alleged" in standing.hedges and (not chain or chain[-1].anonymous):
        return "unverified", f"“{standing.hedges['alleged']}” is hearsay without a named source"
    return None


def _word(chain: Sequence[Hop], standing: Standing) -> tuple[Flag, str]:
    if chain and standing.confirmed:
        return "confirmed", f"an independent party confirms what {chain[-1].name} says"
    if chain and standing.backed:
        return "corroborated", f"another source bears out {chain[-1].name}"
    if chain:
        return "claimed", f"it rests on the word of {chain[-1].name}"
    return "reported", "the article states it in its own voice"
