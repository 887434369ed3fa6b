"""Months and weekdays of other languages, from the locale data that dateparser ships.

dateparser is imported when a lexicon asks for it and not before; it never sees running text.

>>> words = locale_words("de")
>>> "märz" in words["MONTH"]["3"], words["WEEKDAY"]["1"]
(True, ['montag'])
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Shorter forms are words of their own too often ("so" is Sunday and "so" in German).
_SHORTEST = {"MONTH": 3, "WEEKDAY": 5}


def locale_words(code: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The classes MONTH and WEEKDAY of a language that dateparser knows by a code."""
    known = import_module(f"dateparser.data.date_translation_data.{code}").info
    return {
        name: {
            str(number): [form for form in known[key] if _fits(form, name)]
            for number, key in enumerate(keys, 1)
        }
        for name, keys in (("MONTH", _MONTHS), ("WEEKDAY", _WEEKDAYS))
    }


def _fits(form: str, name: str) -> bool:
    return form.isalpha() and len(form) >= _SHORTEST[name]
