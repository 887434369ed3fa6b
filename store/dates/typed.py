"""Dates as people type them into a prompt: "3 Aug 2025", "2025-08", "aug 2", "yesterday".

>>> from datetime import date
>>> read_date("July 29-31", date(2025, 8, 3))
ReadDate(edtf='2025-07-29/2025-07-31', earliest='2025-07-29', latest='2025-07-31')
>>> str(read_date("when it rained", date(2025, 8, 3)))
'“when it rained” is no date. Write it like 2025-08-03, 3 Aug 2025, 2025-08 or yesterday.'
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from store import edtf
from store.dates.foreign import full_date
from store.dates.language import guess_language
from store.dates.recognition import recognise
from store.dates.resolution import resolve
from store.dating import Given, Sentence, Span

_EXAMPLES = "Write it like 2025-08-03, 3 Aug 2025, 2025-08 or yesterday."


class ReadDate(NamedTuple):
    """What was typed, as EDTF, with its first and last ISO day ("" where open or unknown)."""

    edtf: str
    earliest: str
    latest: str


class DateProblem(NamedTuple):
    """What was typed and is no date, with a sentence that says why."""

    text: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def read_date(text: str, today: date) -> ReadDate | DateProblem:
    """The date that a person typed, counted from ``today``."""
    typed = text.strip()
    if not typed:
        return DateProblem(text, f"Nothing was typed. {_EXAMPLES}")
    value = edtf.parse(typed.replace(" ", "") if "/" in typed else typed)
    if isinstance(value, edtf.EdtfProblem):
        return _in_words(typed, today) or _foreign(typed) or _problem(typed, value)
    return _read(value)


def _foreign(typed: str) -> ReadDate | None:
    value = edtf.parse(full_date(typed) or "")
    return None if isinstance(value, edtf.EdtfProblem) else _read(value)


def _problem(typed: str, problem: edtf.EdtfProblem) -> DateProblem:
    if typed[:1].isdecimal() and "is no date" not in problem.sentence:
        return DateProblem(typed, problem.sentence)
    return DateProblem(typed, f"“{typed}” is no date. {_EXAMPLES}")


def _in_words(typed: str, today: date) -> ReadDate | DateProblem | None:
    """A date in words; the whole of what was typed must be one phrase."""
    for spelling in dict.fromkeys((typed, typed.title(), typed.lower())):
        sentences = [Sentence(Span(0, len(spelling)), 0)]
        phrases = recognise(spelling, sentences, guess_language(spelling))
        if len(phrases) == 1 and _is_whole(phrases[0].span, spelling):
            dating = resolve(phrases, Given(today.isoformat()))[0]
            value = edtf.parse(dating.edtf) if dating.edtf else None
            if "date-ambiguous" in dating.cautions:
                other = dating.alternatives[0]
                return DateProblem(typed, f"“{typed}” could be {dating.edtf} or {other}.")
            if value and not isinstance(value, edtf.EdtfProblem):
                return _read(value)
    return None


_AROUND = ("", "on", "in", "as of", "since", "until", "before", "from", "between")


def _is_whole(span: Span, typed: str) -> bool:
    return typed[: span.start].strip().lower() in _AROUND and not typed[span.end :].strip(" .")


def _read(value: edtf.Edtf) -> ReadDate:
    return ReadDate(str(value), edtf.earliest(value), edtf.latest(value))
