"""A document as our own export writes it, back as the item that it was read as.

>>> is_export({"text": "It was hit.", "identity": "0" * 64}), is_export({"text": "It was hit."})
(True, False)
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from store.model import PassedOn, Span
from store.readers.record import title_span, words
from store.readers.streams import Blob
from store.readers.values import FIELDS, MORE, Item, Metadata, ReadProblem, Stated

# Fields beside those of any record that only an export has; any of them tells it.
_KEPT = (
    *("published_basis", "published_zone", "published_how", "stated", "stated_basis"),
    "source_basis",
)
_OURS = ("identity", "raw", "title_span", "skipped", "published_basis")


def is_export(found: Mapping[str, Any]) -> bool:
    """Whether an object of JSON was written by our export, or has a document's fields by name."""
    return isinstance(found.get("text"), str) and any(name in found for name in _OURS)


def restored(found: Mapping[str, Any], blob: Blob, place: str) -> Item | ReadProblem:
    """The item that was exported: its bytes, its text and its spans as they were."""
    where = f"{blob.path}:{place}"
    raw = _raw(found)
    if isinstance(raw, str):
        return ReadProblem(where, raw)
    text = found["text"]
    if not text.strip():
        return ReadProblem(where, 'Its "text" is empty.')
    return Item(
        words(found.get("name")) or f"{blob.file}:{place}",
        raw,
        text,
        blob.file,
        blob.folder,
        _body(found, text),
        _metadata(found, text),
        tuple(_passed_on(found.get("passed_on"))),
        tuple(map(str, _list(found.get("left_out")))),
        words(found.get("reader")),
        tuple(json.dumps(act, ensure_ascii=False) for act in _list(found.get("acts"))),
    )


def _raw(found: Mapping[str, Any]) -> bytes | str:
    """The bytes of an item, or a sentence on why it has none."""
    try:
        if isinstance(found.get("raw"), str):
            return base64.b64decode(found["raw"], validate=True)
        return str(found["text"]).encode()
    except binascii.Error:
        return 'Its "raw" is not base64.'
    except UnicodeEncodeError:
        return 'Its "text" has half a character (a lone surrogate).'


def _body(found: Mapping[str, Any], text: str) -> int:
    """Where the text begins after front matter that an export has kept."""
    skipped = _list(found.get("skipped"))
    front = _span(skipped[0], text) if skipped else None
    return front.end if front and front.start == 0 and text[front.end :].strip() else 0


def _span(value: Any, text: str) -> Span | None:
    """A span written as a pair of offsets, if it is one within the text."""
    if not isinstance(value, list) or len(value) != 2:
        return None
    start, end = value
    whole = type(start) is type(end) is int
    return Span(start, end) if whole and 0 <= start < end <= len(text) else None


def _metadata(found: Mapping[str, Any], text: str) -> Metadata:
    values = {name: words(found.get(name)) for name in (*FIELDS, *MORE, *_KEPT)}
    values["published"] = values["published"] or words(found.get("date"))
    return {
        name: Stated(value, _title(found, text, value) if name == "title" else None, name)
        for name, value in values.items()
        if value
    }


def _title(found: Mapping[str, Any], text: str, title: str) -> Span | None:
    """Where a title stands: as an export says, else on the text's first line."""
    kept = _span(found.get("title_span"), text)
    same = kept is not None and kept.cut(text).split() == title.split()
    return kept if same else title_span(text, title)


def _passed_on(value: Any) -> list[PassedOn]:
    return [
        PassedOn(each["name"], each["kind"])
        for each in _list(value)
        if isinstance(each, dict) and isinstance(each.get("name"), str) and each.get("kind")
    ]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
