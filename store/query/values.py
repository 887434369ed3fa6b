"""What a query of many claims gives back: rows, headings, facets, buckets.

>>> Facet("claimed", 12).value
'claimed'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from store.model import Flag, Granularity, Verdict
    from store.timeline import Basis


class Facet(NamedTuple):
    """A value of a field and how many claims of a filter have it."""

    value: str
    claims: int


class Heading(NamedTuple):
    """Where in an ordered list a heading stands: before the claim at ``position``.

    ``heading`` is the number that ``store.timeline.heading`` turns into words.
    """

    position: int
    heading: int


class Bucket(NamedTuple):
    """A column of a histogram: the ISO day it begins with and how many claims fall in it."""

    start: str
    claims: int


class Place(NamedTuple):
    """Where in a list a claim stands, or would stand if it were in it."""

    position: int
    there: bool


class Row(NamedTuple):
    """One line of the timeline.

    ``heading`` is a number (see ``Heading``). ``edtf`` is the date in force, ``earliest`` and
    ``latest`` its ISO days, empty where open; ``basis`` says what the date means. ``grade`` is
    letter and digit ("F6" until judged). ``verdict`` is "" until judged. ``place`` is the first
    place, ``origin`` the innermost hop, else the source. ``lost`` is set where the newest rules
    no longer find the claim; ``corrected`` names what was set by hand ("date place chain span").
    ``others`` counts the claims that tell the same and are folded under this one.
    """

    id: int
    key: str
    document: int
    heading: int
    edtf: str
    earliest: str
    latest: str
    granularity: Granularity | Literal[""]
    basis: Basis
    flag: Flag
    verdict: Verdict | Literal[""]
    grade: str
    place: str
    quote: str
    origin: str
    source: str
    tags: tuple[str, ...]
    corrected: tuple[str, ...]
    has_note: bool
    timeline: bool
    hidden: bool
    unseen: bool
    by_hand: bool
    lost: bool
    others: int = 0
