"""One row of a table, or one object of JSON, as an item.

>>> from store.readers.streams import blob_of
>>> fields = {"Body": "It was hit.", "Date": "2025-08-03"}
>>> made = item_of(fields, {"text": "Body", "published": "Date"}, blob_of("a.csv", b""), "2", b"x")
>>> made.name, made.stated("published")
('a.csv:2', '2025-08-03')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from store.model import Span
from store.readers.encodings import whole_characters
from store.readers.streams import Blob
from store.readers.values import Columns, Item, ReadProblem, Stated

_MARKUP = re.compile(r"<(?:p|br|div|a|strong|em|ul|blockquote|h\d)\b[^<>]*>", re.IGNORECASE)
_SECONDS = re.compile(r"1?\d{9}(?:\d{3})?(?:\.\d+)?")


def item_of(
    fields: Mapping[str, Any], columns: Columns, blob: Blob, place: str, raw: bytes | None
) -> Item | ReadProblem:
    """The item of a record; ``raw`` are its bytes, None for those of its text."""
    where = f"{blob.path}:{place}"
    text = words(value(fields, columns["text"]))
    if not text.strip():
        return ReadProblem(where, f'Its "{columns["text"]}" is empty.')
    text = _without_markup(whole_characters(text))
    metadata = {
        field: Stated(found, title_span(text, found) if field == "title" else None, column)
        for field, column in columns.items()
        if field != "text" and (found := _field(field, value(fields, column)))
    }
    body = raw if raw is not None else text.encode()
    return Item(f"{blob.file}:{place}", body, text, blob.file, blob.folder, 0, metadata)


def value(fields: Mapping[str, Any], column: str) -> Any:
    """The value of a column; ``author.name`` reaches into an object."""
    if column in fields or "." not in column:
        return fields.get(column)
    first, _, rest = column.partition(".")
    inner = fields.get(first)
    return value(inner, rest) if isinstance(inner, Mapping) else None


def words(value: Any) -> str:
    """A value as words: what is in a list joined, a name for an object that has one."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(words, value)))
    if isinstance(value, Mapping):
        return words(value.get("name", ""))
    return str(value) if isinstance(value, (str, int, float)) and value is not True else ""


def title_span(text: str, title: str) -> Span | None:
    """Where the text begins with its title on a line of its own."""
    start = len(text) - len(text.lstrip())
    line = text[start : start + len(title) + 2].split("\n", 1)[0].rstrip()
    return Span(start, start + len(title)) if line == title else None


def _field(field: str, value: Any) -> str:
    found = whole_characters(words(value)).strip()
    return _day(found) if field in ("published", "edited", "captured") else found


def _day(value: str) -> str:
    """A date as it stands; seconds or milliseconds since 1970 as ISO 8601 in UTC."""
    if not _SECONDS.fullmatch(value):
        return value
    seconds = float(value)
    moment = datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
    return moment.isoformat(timespec="seconds")


def _without_markup(text: str) -> str:
    if len(_MARKUP.findall(text[:2000])) < 2:
        return text
    from store.readers.markup import plain_text

    return plain_text(text) or text
