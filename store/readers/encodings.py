"""Bytes to text: byte order marks, UTF-8, then a guess among the encodings of the region.

>>> decoded("Часов Яр пал".encode("cp1251"))
'Часов Яр пал'
>>> decoded(bytes(range(8)) * 9)
Undecodable(sentence='It is not text.', data=True)
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

# UTF-32's little-endian mark begins with UTF-16's, and so comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# KOI8-U has all Russian letters of KOI8-R, and the Ukrainian ones.
_GUESSED = ["cp1251", "koi8_u", "cp866", "iso8859_5", "cp1252", "cp1250", "cp1254", "cp1256"]
# Enough to tell encodings apart; a guess over 20 MB takes minutes.
_SAMPLE = 20_000
# Text has tabs, newlines, form feeds and, from terminals, escapes; other controls are data.
_CONTROLS = dict.fromkeys(frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b"))


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not taken for text; ``data`` where they are something else altogether."""

    sentence: str
    data: bool = False


def decoded(raw: bytes, declared: str = "") -> str | Undecodable:
    """The text of the bytes, without byte order mark and with its newlines as they are.

    ``declared`` is the encoding that a page or a mail says it has; it goes before a guess.
    """
    if not raw:
        return Undecodable("The file is empty.")
    text = _marked(raw) if _has_mark(raw) else _unmarked(raw, declared)
    if _is_data(raw[:_SAMPLE].decode("latin-1") if text is None else text):
        return Undecodable("It is not text.", data=True)
    if text is None:
        return Undecodable("It is text in an unknown encoding; save it as UTF-8.")
    return text if text.strip() else Undecodable("There is nothing in it but blanks.")


def encoding_of(head: bytes) -> str:
    """The encoding of a stream by its first bytes: one that ``open`` takes, UTF-8 if in doubt."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding[:6].removesuffix("-")
    if wide := _wide(head):
        return wide
    # The head may end inside a character.
    if any(_strict(head[: len(head) - cut], "utf-8") is not None for cut in range(4)):
        return "utf-8"
    return _guess(head) or "utf-8"


def lenient(raw: bytes) -> str:
    """Bytes as text for looking at alone, whatever they are."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    # UTF-16 without a mark: what is ASCII in it has its letter in every other byte.
    if raw[:_SAMPLE].count(0) * 4 > min(len(raw), _SAMPLE):
        return raw.replace(b"\0", b"").decode("ascii", "replace")
    return raw.decode("utf-8", "replace")


def whole_characters(text: str) -> str:
    """A text without halves of characters (lone surrogates), which JSON can hold and UTF-8 not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _has_mark(raw: bytes) -> bool:
    return raw.startswith(tuple(mark for mark, _ in _MARKS))


def _marked(raw: bytes) -> str | None:
    mark, encoding = next(pair for pair in _MARKS if raw.startswith(pair[0]))
    return _strict(raw[len(mark) :], encoding)


def _unmarked(raw: bytes, declared: str) -> str | None:
    text = _strict(raw, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if wide := _wide(raw):
        return _strict(raw, wide)
    if declared and (text := _strict(raw, declared)) is not None:
        return text
    guessed = _guess(raw)
    return _strict(raw, guessed) if guessed else None


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is a zero, of Cyrillic the blanks'."""
    zeros = raw[:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    return ("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le") if any(zeros) else ""


def _guess(raw: bytes) -> str:
    # 45 ms to import, and most texts are UTF-8.
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE], cp_isolation=_GUESSED).best()
    return best.encoding if best else ""


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_data(text: str) -> bool:
    """Whether more than one character in a hundred of the sample is a control, or any a NUL."""
    sample = text[:_SAMPLE]
    controls = len(sample) - len(sample.translate(_CONTROLS))
    return "\0" in text or controls * 100 > len(sample)
