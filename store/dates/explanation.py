"""Why a date is what it is, in two or three plain sentences.

>>> from store.meaning import Partial
>>> from store.dating import Given, PhraseContext, Span
>>> phrase = DatePhrase(Span(0, 7), "July 31", Partial(month=7, day=31), PhraseContext(0, 0))
>>> from store.dates.resolution import resolve
>>> for sentence in sentences(phrase, resolve([phrase], Given("2025-08-03"))[0]):
...     print(sentence)
“July 31” names no year and is taken for the last one before the publication on 2025-08-03.
That is 2025-07-31.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.dating import DatePhrase, Dating
from store.meaning import Range, Shaded

# What each rule says; {words}, {base}, {side}, {told} and {verb} are filled in.
_RULES = {
    "explicit-date": "“{words}” says its date in full.",
    "numeric-date": "“{words}” is a date in figures.",
    "numeric-by-publication": "“{words}” is a date in figures that does not lie after {base}.",
    "year-by-publication": "“{words}” names no year and is taken for the {side} {base}{verb}.",
    "year-by-story": "“{words}” names no year and is taken for that of what is told near it{told}.",
    "year-unknown": "“{words}” names no year, and nothing in the document tells it.",
    "month-unknown": "“{words}” names no month, and nothing in the document tells it.",
    "pointed-date": "“{words}” points there from {base}.",
    "short-year": "“{words}” leaves out the century and is taken for the last such year.",
    "day-of-the-month-told": "“{words}” names no month and is taken for that of {base}.",
    "decade": "“{words}” is a decade, the last of that name.",
    "weekday": "“{words}” is a day of the week, the {side} {base}{verb}.",
    "weekday-unknown": "“{words}” is a day of the week, and nothing tells of which week.",
    "from-publication": "“{words}” counts from {base}.",
    "from-story": "“{words}” counts from {base}.",
    "offset": "“{words}” is a distance, counted from {base}.",
    "vague-offset": "“{words}” is a distance of open length.",
    "stretch-to-now": "“{words}” is a stretch of time that ends or begins with {base}.",
    "same-date": "“{words}” means a date that the text has told.",
    "part-of-date": "“{words}” is a part of a greater date.",
    "week-of-date": "“{words}” is the week of {base}.",
    "night": "“{words}” is a night over two dates.",
    "duration": "“{words}” is a length of time.",
    "set": "“{words}” comes again and again.",
    "vague": "“{words}” speaks of past, present or future.",
}
_BASES = {
    "publication": "the publication on {day}",
    "story": "{day}, which the text has told",
    "sentence": "{day} in the same sentence",
    "phrase": "{day}, which it names",
    "": "a date that is not known",
}
_ROLES = {
    "event": "",
    "announcement": ", when something was said",
    "as-of": ", the date of a state of things",
}
_DOUBTS = {
    "date-unresolved": "It stays open until the document's publication date is known",
    "date-inferred": "It is inferred, for the day it counts from is not certain",
    "date-ambiguous": "Day and month could be the other way round",
    "pubdate-guessed": "The publication date itself is a guess",
}
_SHADES = {"early": "early in ", "mid": "in the middle of ", "late": "late in "}
_SHADES |= {"start": "at the start of ", "end": "at the end of "}
_PARTS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PARTS |= {"33": "first quarter", "34": "second quarter", "35": "third quarter"}
_PARTS |= {"36": "fourth quarter", "40": "first half", "41": "second half"}


def explain(phrase: DatePhrase, dating: Dating) -> str:
    """The sentences one after the other."""
    return " ".join(sentences(phrase, dating))


def sentences(phrase: DatePhrase, dating: Dating) -> Iterator[str]:
    """What the words say and count from, what that comes to, and what else it could be."""
    base = _BASES[dating.anchor_kind].format(day=dating.anchor)
    told = f" ({dating.anchor})" if dating.anchor else ""
    side = _side(dating)
    ahead = side == "next one after" and phrase.context.tense == "future"
    rule = "weekday-unknown" if dating.rule == "weekday" and not dating.anchor else dating.rule
    yield _RULES[rule].format(
        words=phrase.text,
        base=base,
        side=side,
        told=told,
        verb=", since the verb looks ahead" if ahead else "",
    )
    yield _value(phrase, dating)
    if doubt := _doubt(dating):
        yield doubt


def _side(dating: Dating) -> str:
    """On which side of its anchor a date lies: "last one before"."""
    first = dating.earliest or dating.latest
    if first == dating.anchor:
        return "very day of"
    if first[: len(dating.edtf)] == dating.anchor[: len(dating.edtf)]:
        return "one at the time of"
    if first < dating.anchor:
        return "last one before"
    return "next one after"


def _value(phrase: DatePhrase, dating: Dating) -> str:
    if not dating.edtf:
        return "It gives no date."
    extent = ", the whole of it" if dating.extent == "throughout" else ""
    return f"That is {_spoken(dating, _shade(phrase))}{extent}{_ROLES[dating.role]}."


def _shade(phrase: DatePhrase) -> str:
    meaning = phrase.meaning
    if isinstance(meaning, Range):
        meaning = meaning.start or meaning.end or meaning
    return _SHADES.get(meaning.shade, "") if isinstance(meaning, Shaded) else ""


def _spoken(dating: Dating, shade: str) -> str:
    """A value in words where EDTF has none: "from 2025-05 on", "spring 2025 (2025-21)"."""
    value = dating.edtf
    if value.startswith("../"):
        return f"up to {shade}{value[3:]}"
    if value.endswith("/.."):
        return f"from {shade}{value[:-3]} on"
    first, slash, last = value.partition("/")
    if slash:
        unit = f"the {dating.granularity} " if dating.granularity in ("week", "weekend") else ""
        return f"{unit}{first} to {last}"
    part = _PARTS.get(value[5:7]) if len(value) == 7 else None
    named = f"{part} {value[:4]} ({value})" if part else value.strip("{}").replace(",", " and ")
    return shade + named


def _doubt(dating: Dating) -> str:
    """What speaks against the value, in one sentence."""
    others = " or ".join(dating.alternatives)
    reasons = [_DOUBTS[caution] for caution in dating.cautions if caution in _DOUBTS]
    if others:
        reasons.append(f"it could also be {others}" if reasons else f"It could also be {others}")
    return "; ".join(reasons) + "." if reasons else ""
