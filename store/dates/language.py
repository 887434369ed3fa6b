"""Which of our languages a text is in, by its letters.

>>> [guess_language(text) for text in ("У п’ятницю 9 березня", "В ночь на 9 марта", "July 31")]
['uk', 'ru', 'en']
"""

from __future__ import annotations

import re
from typing import Literal

_SAMPLE = 20_000  # letters are counted in so many characters
_CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_UKRAINIAN = re.compile(r"[іїєґ]|(?<=[а-я])['’ʼ](?=[яюєї])", re.IGNORECASE)
_RUSSIAN = re.compile(r"[ыэъё]", re.IGNORECASE)


def guess_language(text: str) -> Literal["en", "ru", "uk"]:
    """“ru” or “uk” for a text mostly in Cyrillic letters, else “en”."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "en"
    if len(_CYRILLIC.findall(sample)) <= len(_LATIN.findall(sample)):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(sample)) > len(_RUSSIAN.findall(sample)) else "ru"
