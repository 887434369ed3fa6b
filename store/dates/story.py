"""The two presents of a document: its publication and the story told so far.

"yesterday" counts from the publication, "the next day" from the date just told. What is told in
quotations and brackets stays in them; headings start afresh.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from store import edtf
from store.meaning import Explicit, Shaded
from store.model import DatePhrase, Publication

# Where more than this share of the years that a text names lie more than two years before its
# publication, it tells history. News on average has under 0.3, war histories over 0.9.
HISTORY_SHARE = 0.6
HISTORY_YEARS = 2
_ENOUGH = 3  # years named, below which a text counts as news


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has told: its EDTF value and its first and last day."""

    edtf: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@dataclass(slots=True)
class Story:
    """The dates told so far, one row for each depth of quotation (newest last)."""

    published: date | None
    narrative: bool
    _told: list[tuple[int, Told]] = field(default_factory=list)
    _day: list[tuple[int, Told]] = field(default_factory=list)

    def tell(self, value: str, depth: int, *, heading: bool) -> None:
        """Take a date into the story."""
        told = told_of(value)
        if told is None:
            return
        for row in (self._told, self._day) if told.is_day or heading else (self._told,):
            while row and (row[-1][0] >= depth or heading):
                row.pop()
            row.append((depth, told))

    def leave(self, depth: int) -> None:
        """Forget what was told more deeply quoted than here."""
        for row in (self._told, self._day):
            while len(row) > 1 and row[-1][0] > depth:
                row.pop()

    @property
    def last(self) -> Told | None:
        """The date told last."""
        return self._told[-1][1] if self._told else None

    @property
    def last_day(self) -> Told | None:
        """The single day told last."""
        return self._day[-1][1] if self._day else None


def told_of(value: str) -> Told | None:
    """A value as a told date; None without first and last day."""
    parsed = edtf.parse(value) if value else None
    if parsed is None or isinstance(parsed, edtf.EdtfProblem):
        return None
    first, last = edtf.earliest(parsed), edtf.latest(parsed)
    return Told(value, date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def day_published(publication: Publication | None) -> date | None:
    """The day a document appeared; of a month or year its last day, None where it is unknown."""
    told = told_of(publication.edtf) if publication else None
    return told.last if told else None


def tells_history(phrases: Sequence[DatePhrase], published: date | None) -> bool:
    """Whether the years a document names show it to tell of times long gone."""
    if published is None:
        return False
    years = [int(value[:4]) for p in phrases if (value := _year_said(p)) and value[:4].isdecimal()]
    past = [year for year in years if year < published.year - HISTORY_YEARS]
    return len(years) >= _ENOUGH and len(past) > HISTORY_SHARE * len(years)


def _year_said(phrase: DatePhrase) -> str:
    meaning = phrase.meaning
    while isinstance(meaning, Shaded):
        meaning = meaning.of
    return meaning.edtf if isinstance(meaning, Explicit) else ""
