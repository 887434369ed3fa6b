"""A claim's date in force: set by hand, else its phrase's, else the bound of its publication.

>>> placement(None, "event", "2025-07~", None).edtf
'2025-07~'
>>> sorted(date_cautions(None, None, None))
['pubdate-unknown']
"""

from __future__ import annotations

from typing import Any

from store import edtf
from store.model import Dating, Publication, Role
from store.timeline import Placement, place, place_value

# These come from the publication date, which changes; they are worked out wherever it is read.
PUBLICATION_CAUTIONS = frozenset({"pubdate-unknown", "pubdate-guessed"})


def placement(
    dating: Dating | None, role: Role, by_hand: str | None, published: Publication | None
) -> Placement:
    """Where a claim stands with this dating, unless a person has set its date (EDTF)."""
    value = edtf.parse(by_hand) if by_hand is not None else None
    if value is None or isinstance(value, edtf.EdtfProblem):
        return place(dating, role, published)
    return place_value(value, role, published)


def date_cautions(
    dating: Dating | None, by_hand: str | None, published: Publication | None
) -> set[str]:
    """The cautions that come with a date and go with it."""
    of_dating = set(dating.cautions) if dating and by_hand is None else set()
    of_dating -= PUBLICATION_CAUTIONS
    if published is None:
        return of_dating | {"pubdate-unknown"}
    return of_dating | ({"pubdate-guessed"} if published.basis == "guessed" else set())


def columns(placed: Placement) -> tuple[Any, ...]:
    """A placement as its columns: edtf, earliest, latest, granularity, basis, newest."""
    return (
        *(placed.edtf, placed.earliest, placed.latest, placed.granularity, placed.basis),
        placed.newest,
    )
