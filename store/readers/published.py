"""When an item was published, and how that is known: given, metadata, dateline, file name.

>>> of_file_name("2025-08-03 bridge.txt").edtf
'2025-08-03'
>>> of_metadata("2025-08-03T09:30:00+03:00", "en")
Publication(edtf='2025-08-03', basis='metadata', zone=180, how='')
"""

from __future__ import annotations

import re
from dataclasses import replace

from store import dates, edtf
from store.model import Publication, PublicationBasis, Sentence, Span

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d(?:-\d\d)?)"
    r"(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?[ ]?"
    r"(?:Z|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d))?)?"
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<dash>[-_.]?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?!\d)"
)
_DAY_FIRST = re.compile(r"(?<!\d)(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>19\d\d|20\d\d)(?!\d)")
_OFFSET = re.compile(
    r"\d\d:\d\d(?::\d\d)?\s+(?:(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)|GMT|UTC?|Z)\b"
)
_COMPACT = re.compile(r"^(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?=$|[T ])")
# "Sun Aug 03 10:00:00 +0000 2025", as C writes it and the services that were written in it.
_YEAR_LAST = re.compile(r"^\w{3} (\w{3} +\d\d?) (\d\d:\d\d:\d\d)( [+-]\d{4}| \w{3,4})? (\d{4})$")
_SHORT_MONTH = re.compile(r"(?<=\d )([^\W\d_]{3,5})(?= \d{4})")
_LANGUAGES = ("en", "ru", "uk")
_LABEL = re.compile(
    r"(?:published|posted|date|updated|опубликовано|опубліковано|дата)\b\s*:?", re.I
)


def of_metadata(value: str, language: str) -> Publication | None:
    """What a metadata field says: ISO 8601, RFC 2822, or a date or month as people write it.

    A field may be in another language than its text: feeds have English months, or their own.
    """
    value = _YEAR_LAST.sub(r"\1 \4 \2\3", value.strip())
    plain = _COMPACT.sub(r"\1-\2-\3", value)
    found = _ISO.fullmatch(plain)
    if found is not None:
        day = found["day"]
        return Publication(day, "metadata", _zone(found)) if _exists(day) else None
    # Fields abbreviate months without the full stop that they have in prose.
    for written in dict.fromkeys((value, _SHORT_MONTH.sub(r"\1.", value))):
        for tried in dict.fromkeys((language, *_LANGUAGES)):
            if worded := _in_words(written, tried, "metadata"):
                return replace(worded, zone=_zone_of_mail(value))
    return None


def of_dateline(words: str, language: str) -> Publication | None:
    """The full date in a dateline; without a year it says nothing."""
    return _in_words(words, language, "dateline")


def of_title(words: str, language: str) -> Publication | None:
    """The date that ends a title after a comma or dash, as digests have it."""
    _, separator, end = words.rpartition(", ")
    return _in_words(end, language, "dateline", whole=True) if separator else None


def of_line(words: str, language: str) -> Publication | None:
    """A line that is nothing but a date, with or without a word like "Published"."""
    return _in_words(_LABEL.sub("", words, count=1), language, "dateline", whole=True)


def of_file_name(name: str) -> Publication | None:
    """The day that a file is named after: 2025-08-03, 20250803, 2025_08_03, 03.08.2025."""
    for found in (*_IN_NAME.finditer(name), *_DAY_FIRST.finditer(name)):
        day = f"{found['year']}-{found['month']}-{found['day']}"
        if _exists(day):
            return Publication(day, "file-name")
    return None


def _in_words(
    words: str, language: str, basis: PublicationBasis, *, whole: bool = False
) -> Publication | None:
    """The first day or month in a few words whose year they say themselves."""
    phrases = dates.recognise(words, (Sentence(Span(0, len(words)), 0),), language)
    for phrase, dating in zip(phrases, dates.resolve(phrases, None), strict=True):
        if whole and len(phrase.text) < len(words.strip(" \t\r.")):
            continue
        if dating.granularity in ("day", "month") and dating.earliest:
            return Publication(dating.edtf, basis)
    return None


def _zone_of_mail(value: str) -> int | None:
    """The minutes of an offset that ends a date, as mails and feeds write it."""
    found = _OFFSET.search(value)
    if found is None:
        return None
    if not found["sign"]:
        return 0
    minutes = int(found["hours"]) * 60 + int(found["minutes"])
    return -minutes if found["sign"] == "-" else minutes


def _exists(day: str) -> bool:
    return not isinstance(edtf.parse(day), edtf.EdtfProblem)


def _zone(found: re.Match[str]) -> int | None:
    if found["sign"]:
        minutes = int(found["hours"]) * 60 + int(found["minutes"])
        return -minutes if found["sign"] == "-" else minutes
    return 0 if found[0].endswith("Z") else None
