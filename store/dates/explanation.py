"""Why a date is what it is, in two or three plain sentences.

>>> from store.meaning import Partial
>>> from store.dating import PhraseContext, Span
>>> phrase = DatePhrase(Span(0, 7), "July 31", Partial(month=7, day=31), PhraseContext(0, 0))
>>> from store.dates.resolution import resolve
>>> from store.dating import Given
>>> explain(phrase, resolve([phrase], Given("2025-08-03"))[0])
'“July 31” names no year; the publication on 2025-08-03 puts it at 2025-07-31.'
"""

from __future__ import annotations

from store.dating import DatePhrase, Dating

# What each rule says; {phrase}, {anchor} and {value} are filled in.
_RULES = {
    "explicit-date": "“{phrase}” says its date in full: {value}.",
    "numeric-date": "“{phrase}” is a date in figures, read as {value}.",
    "year-by-publication": "“{phrase}” names no year; the publication{anchor} puts it at {value}.",
    "year-by-story": "“{phrase}” names no year; the dates told near it{anchor} put it at {value}.",
    "year-unknown": "“{phrase}” names no year, and the document does not tell it: {value}.",
    "month-unknown": "“{phrase}” names a day without a month, and nothing tells which month it is.",
    "pointed-date": "“{phrase}” points from{anchor} to {value}.",
    "short-year": "“{phrase}” leaves out the century; the last such year is {value}.",
    "day-of-the-month-told": "“{phrase}” is a day of the month last told of{anchor}: {value}.",
    "decade": "“{phrase}” is the decade {value}.",
    "weekday": "“{phrase}” is the day of that name nearest{anchor}: {value}.",
    "from-publication": "“{phrase}” counts from the publication{anchor}: {value}.",
    "from-story": "“{phrase}” counts from the date told before it{anchor}: {value}.",
    "offset": "“{phrase}” is a distance counted{anchor}: {value}.",
    "vague-offset": "“{phrase}” is a distance of open length and gives no date.",
    "stretch-to-now": "“{phrase}” is a stretch of time up to (or from){anchor}: {value}.",
    "same-date": "“{phrase}” means the date told before it{anchor}: {value}.",
    "part-of-date": "“{phrase}” is part of a date that counts{anchor}: {value}.",
    "week-of-date": "“{phrase}” is the week around a date{anchor}: {value}.",
    "night": "“{phrase}” is a night over two dates{anchor}: {value}.",
    "duration": "“{phrase}” is a length of time and gives no date.",
    "set": "“{phrase}” comes again and again and gives no date.",
    "vague": "“{phrase}” speaks of past, present or future and gives no date.",
}
_WHOSE = {
    "publication": " from the publication on {day}",
    "story": " from {day}, which the text has told",
    "sentence": " from {day} in the same sentence",
    "phrase": " from {day}, which it names",
    "": "",
}
_CAUTIONS = {
    "date-unresolved": "It stays open until the document's publication date is known.",
    "date-inferred": "It is inferred, for the day it counts from is not certain.",
    "date-ambiguous": "Day and month could be the other way round.",
    "pubdate-guessed": "The publication date itself is a guess.",
}
_NAMED_IN_RULE = ("year-by-publication", "from-publication")


def explain(phrase: DatePhrase, dating: Dating) -> str:
    """Phrase, rule, anchor, value and what else it could be, as plain sentences."""
    rule = _RULES[dating.rule].format(
        phrase=phrase.text, anchor=_anchor(dating), value=_value(dating)
    )
    sentences = [rule, *(_CAUTIONS[c] for c in dating.cautions if c in _CAUTIONS)]
    if dating.alternatives:
        sentences.append(f"It could also be {' or '.join(dating.alternatives)}.")
    return " ".join(sentences)


def _anchor(dating: Dating) -> str:
    if not dating.anchor:
        return ""
    if dating.rule in _NAMED_IN_RULE:
        return f" on {dating.anchor}"
    return _WHOSE[dating.anchor_kind].format(day=dating.anchor)


def _value(dating: Dating) -> str:
    if not dating.edtf:
        return "no date can be given"
    if dating.edtf.startswith("../"):
        return f"up to {dating.edtf[3:]}"
    if dating.edtf.endswith("/.."):
        return f"from {dating.edtf[:-3]} on"
    first, slash, last = dating.edtf.partition("/")
    return f"{first} to {last}" if slash else first
