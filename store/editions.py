"""What changed from one edition of a document to the next, claim by claim.

>>> was = Said(1, "four workers were injured", "claimed")
>>> now = Said(2, "four workers may have been injured", "unverified")
>>> [(change.kind, change.old.id, change.new.id) for change in changes([was], [now])]
[('softened', 1, 2)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from store.likeness import pairs

LIKE = 0.33
Kind = Literal["added", "dropped", "softened", "hardened", "reworded"]

# How firmly a text stands by what it flags so.
_FIRM = {
    "confirmed": 5,
    "corroborated": 5,
    "reported": 4,
    "claimed": 3,
    "assessment": 2,
    "forecast": 2,
    "unverified": 2,
    "disputed": 1,
    "denied": 0,
    "superseded": 0,
    "retracted": 0,
}


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as one edition says it: its words, its flag, the kinds of its hedges."""

    id: int
    quote: str
    flag: str
    hedges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that changed; ``old`` is None where it was added, ``new`` where it was dropped."""

    kind: Kind
    old: Said | None
    new: Said | None


def changes(old: Sequence[Said], new: Sequence[Said]) -> list[Change]:
    """The changes in the order of the newer edition, and at the end what it no longer says.

    Claims are paired by their words, the most alike first, from a third alike on: both stand in
    one place of one article. A claim is softened where its flag is weaker or it has a hedge more,
    hardened where it is the other way.
    """
    found = pairs([said.quote for said in old], [said.quote for said in new], LIKE)
    kept = [(said, old[found[place]] if place in found else None) for place, said in enumerate(new)]
    changed = [change for said, before in kept for change in _change(before, said)]
    paired = set(found.values())
    gone = [said for place, said in enumerate(old) if place not in paired]
    return [*changed, *(Change("dropped", said, None) for said in gone)]


def _change(old: Said | None, new: Said) -> Iterator[Change]:
    if old is None:
        yield Change("added", None, new)
        return
    firmer = _FIRM.get(new.flag, 3) - _FIRM.get(old.flag, 3)
    hedged = len(new.hedges - old.hedges) - len(old.hedges - new.hedges)
    if firmer < 0 or (not firmer and hedged > 0):
        yield Change("softened", old, new)
    elif firmer > 0 or hedged < 0:
        yield Change("hardened", old, new)
    elif _plain(old.quote) != _plain(new.quote):
        yield Change("reworded", old, new)


def _plain(quote: str) -> str:
    return " ".join(quote.split()).casefold()
