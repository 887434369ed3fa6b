r"""JSON Lines: one document a line, an object with ``text`` and the fields of front matter.

An export of this program loads again: ``raw`` holds the original bytes in base64 where they are
not the text in UTF-8, ``name`` the name of the file, ``published_basis`` how the date is known,
``title_span`` where the title stands, and ``skipped`` begins with the front matter's span.

>>> line = b'{"text": "Bridge hit\\n\\nIt was hit.", "title": "Bridge hit"}'
>>> [(item.name, item.text) for item in items("posts.jsonl", line, "posts.jsonl", "")]
[('posts.jsonl:1', 'Bridge hit\n\nIt was hit.')]
"""

from __future__ import annotations

import base64
import binascii
import io
import json
from collections.abc import Iterator
from typing import Any

from store.model import Span
from store.readers.encodings import Undecodable, decoded
from store.readers.values import FIELDS, Item, Metadata, ReadProblem, Stated


def items(
    name: str, raw: bytes, file: str, folder: str, first: int = 1
) -> Iterator[Item | ReadProblem]:
    """The items of a file of JSON Lines; a bad line is reported and does not stop the rest.

    ``first`` is the number of the first line, where the bytes are lines from within a file.
    """
    text = decoded(raw)
    if isinstance(text, Undecodable):
        yield ReadProblem(f"{name}:{first}" if first > 1 else name, text.sentence)
        return
    # Only newlines end a line: U+2028 and its like may stand inside a JSON string.
    for number, line in enumerate(io.StringIO(text, newline="\n"), first):
        if line.strip():
            where = f"{name}:{number}"
            found = _fields(line)
            if isinstance(found, str):
                yield ReadProblem(where, found)
            else:
                yield _item(found, f"{file}:{number}", where, file, folder)


def _fields(line: str) -> dict[str, Any] | str:
    """The object on a line, or a sentence on what is wrong with it."""
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        return f"It is not JSON: {error.msg} at column {error.colno}."
    except (RecursionError, ValueError):
        return "It is not JSON that can be read: nested too deeply, or a number too long."
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return 'It is not an object with a "text".'
    if not found["text"].strip():
        return 'Its "text" is empty.'
    return found


def _item(
    found: dict[str, Any], name: str, where: str, file: str, folder: str
) -> Item | ReadProblem:
    raw = _raw(found)
    if isinstance(raw, str):
        return ReadProblem(where, raw)
    text = found["text"]
    return Item(
        found["name"] if isinstance(found.get("name"), str) else name,
        raw,
        text,
        file,
        folder,
        _body(found, text),
        _metadata(found, text),
    )


def _raw(found: dict[str, Any]) -> bytes | str:
    """The bytes of an item, or a sentence on why it has none."""
    try:
        if isinstance(found.get("raw"), str):
            return base64.b64decode(found["raw"], validate=True)
        return str(found["text"]).encode()
    except binascii.Error:
        return 'Its "raw" is not base64.'
    except UnicodeEncodeError:
        return 'Its "text" has half a character (a lone surrogate).'


def _body(found: dict[str, Any], text: str) -> int:
    """Where the text begins after front matter that an export has kept."""
    skipped = found.get("skipped")
    front = _span(skipped[0], text) if isinstance(skipped, list) and skipped else None
    return front.end if front and front.start == 0 and text[front.end :].strip() else 0


def _span(value: Any, text: str) -> Span | None:
    """A span written as a pair of offsets, if it is one within the text."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    start, end = value
    whole = type(start) is type(end) is int
    return Span(start, end) if whole and 0 <= start < end <= len(text) else None


def _metadata(found: dict[str, Any], text: str) -> Metadata:
    values = {name: _words(found.get(name)) for name in (*FIELDS, "published_basis")}
    values["published"] = values["published"] or _words(found.get("date"))
    return {
        name: Stated(value, _title(found, text, value) if name == "title" else None)
        for name, value in values.items()
        if value
    }


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _title(found: dict[str, Any], text: str, title: str) -> Span | None:
    """Where a title stands: as an export says, else on the text's first line."""
    kept = _span(found.get("title_span"), text)
    if kept is not None and kept.cut(text).split() == title.split():
        return kept
    start = len(text) - len(text.lstrip())
    line = text[start : start + len(title) + 2].split("\n", 1)[0].rstrip()
    return Span(start, start + len(title)) if line == title else None
