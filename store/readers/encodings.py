"""Bytes to text: byte order marks, UTF-8, then a guess among the encodings of the region.

>>> decoded("Часов Яр пал".encode("cp1251"))
'Часов Яр пал'
>>> decoded(bytes(range(8)) * 9)
Undecodable(sentence='It is not text.')
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

# UTF-32's little-endian mark begins with UTF-16's, and so comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED = ["cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252", "cp1250", "cp1254", "cp1256"]
# Enough to tell encodings apart; a guess over 20 MB takes minutes.
_SAMPLE = 20_000
# Text has tabs, newlines, form feeds and, from terminals, escapes; other controls are data.
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not taken for text."""

    sentence: str


def decoded(raw: bytes) -> str | Undecodable:
    """The text of the bytes, without byte order mark and with its newlines as they are."""
    if not raw:
        return Undecodable("The file is empty.")
    text = _marked(raw) if raw.startswith(tuple(mark for mark, _ in _MARKS)) else _unmarked(raw)
    if _is_data(raw[:_SAMPLE].decode("latin-1") if text is None else text):
        return Undecodable("It is not text.")
    if text is None:
        return Undecodable("It is text in an unknown encoding; save it as UTF-8.")
    return text if text.strip() else Undecodable("There is nothing in it but blanks.")


def _marked(raw: bytes) -> str | None:
    mark, encoding = next(pair for pair in _MARKS if raw.startswith(pair[0]))
    return _strict(raw[len(mark) :], encoding)


def _unmarked(raw: bytes) -> str | None:
    text = _strict(raw, "utf-8")
    if text is not None and "\0" not in text:
        return text
    # Every other byte of Latin text in UTF-16 is a zero; Cyrillic has zeros for its blanks.
    zeros = raw[:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    if any(zeros):
        return _strict(raw, "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le")
    return _guessed(raw)


def _guessed(raw: bytes) -> str | None:
    best = from_bytes(raw[:_SAMPLE], cp_isolation=_GUESSED).best()
    return _strict(raw, best.encoding) if best else None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_data(text: str) -> bool:
    """Whether more than one character in a hundred of the sample is a control, or any a NUL."""
    sample = text[:_SAMPLE]
    controls = sum(ord(character) in _CONTROLS for character in sample)
    return "\0" in text or controls * 100 > len(sample)
