r"""JSON: an object a line, a list of objects, or one object with a list in it.

A list is streamed, whatever its length. An export of this program loads again without loss:
``raw`` holds the original bytes in base64 where they are not the text in UTF-8, ``name`` the name
of the file, ``published_basis`` how the date is known, ``title_span`` where the title stands,
``skipped`` begins with the front matter's span, and ``acts`` are the decisions taken on it.

>>> from store.readers.streams import blob_of
>>> line = b'{"text": "Bridge hit\\n\\nIt was hit.", "title": "Bridge hit"}'
>>> [(item.name, item.text) for item in items(blob_of("posts.jsonl", line), Given())]
[('posts.jsonl:1', 'Bridge hit\n\nIt was hit.')]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from store.readers.columns import chosen, columns_of
from store.readers.encodings import lenient
from store.readers.exported import is_export, restored
from store.readers.heads import Head
from store.readers.lines import lines
from store.readers.record import item_of, words
from store.readers.streaming import values
from store.readers.streams import Blob, UnreadableError
from store.readers.values import Columns, Given, Item, ReadProblem, Stated

# "[Kyiv] It was hit" is text; a list of JSON goes on with an object.
_OPENING = re.compile(r'\{\s*"|\[\s*\{')
_NAMED = (".json", ".jsonl", ".ndjson")
_LIST_DEPTH = 2


@dataclass(frozen=True, slots=True)
class _Fault:
    sentence: str


def takes(head: Head) -> bool:
    """What opens as JSON does; or is named so and opens with a bracket."""
    named = head.file.lower().endswith(_NAMED)
    return bool(_OPENING.match(head.text)) or (named and head.text[:1] in ("{", "["))


def items(blob: Blob, given: Given) -> Iterator[Item | ReadProblem]:
    """The items of JSON of any shape; a bad one is reported and does not stop the rest."""
    if lenient(blob.head()).lstrip().startswith("["):
        yield from _items(_of_list(blob), blob, given)
    else:
        yield from _of_objects(blob, given)


def tells_its_text(head: bytes, given: Given) -> bool:
    """Whether a file begins with a line that is an object and says which field is its text."""
    first = _loaded(lenient(head).lstrip().split("\n", 1)[0])
    return isinstance(first, dict) and (
        is_export(first) or bool(columns_of(tuple(first), given.columns))
    )


def _of_objects(blob: Blob, given: Given) -> Iterator[Item | ReadProblem]:
    """A line an object where the first is one; else the whole is, or some of the lines are."""
    found = ((str(n), line) for n, line in enumerate(lines(blob), blob.line) if line.strip())
    if blob.portion:
        yield from _items(_each(found), blob, given)
        return
    place, first = next(found, ("1", ""))
    opened = _loaded(first)
    second = next(found, None)
    if second is None:
        yield from _of_one(opened, place, blob, given)
    elif isinstance(opened, dict):
        yield from _items(_each(chain([(place, first), second], found)), blob, given)
    else:
        yield from _whole_or_lines([(place, first), second, *_bounded(found, blob)], blob, given)


def _whole_or_lines(
    found: list[tuple[str, str]], blob: Blob, given: Given
) -> Iterator[Item | ReadProblem]:
    opened = _loaded("".join(line for _, line in found))
    isolated = isinstance(opened, _Fault) and any(isinstance(one, dict) for _, one in _each(found))
    if isolated:
        yield from _items(_each(found), blob, given)
    else:
        yield from _of_one(opened, found[0][0], blob, given)


def _of_one(opened: Any, place: str, blob: Blob, given: Given) -> Iterator[Item | ReadProblem]:
    """The items in one value; a JSON Feed names its outlet round them."""
    is_feed = isinstance(opened, dict) and "jsonfeed.org" in words(opened.get("version"))
    title = words(opened.get("title")) if is_feed else ""
    around = {"source": Stated(title, how="the feed's title")} if title else {}
    for found in _items(_inside(opened, place), blob, given):
        yield found.within(around, "") if around and isinstance(found, Item) else found


def _each(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    return ((place, _loaded(line)) for place, line in found)


def _bounded(found: Iterable[tuple[str, str]], blob: Blob) -> Iterator[tuple[str, str]]:
    """Lines as long as they are few enough to be read in one piece."""
    size = 0
    for place, line in found:
        size += len(line)
        if size > blob.limits.whole:
            raise UnreadableError("It is JSON on many lines, too large to be read in one piece.")
        yield place, line


def _inside(found: Any, place: str) -> Iterable[tuple[str, Any]]:
    """The object itself where it has a text, else the longest list of objects in it."""
    if isinstance(found, dict) and not columns_of(tuple(found)):
        longest = max(_lists(found, _LIST_DEPTH), key=len, default=[])
        if longest:
            return ((str(number), each) for number, each in enumerate(longest, 1))
    return ((place, found),)


def _lists(found: Mapping[str, Any], depth: int) -> Iterator[list[Any]]:
    for value in found.values():
        if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            yield value
        elif isinstance(value, dict) and depth > 1:
            yield from _lists(value, depth - 1)


def _of_list(blob: Blob) -> Iterator[tuple[str, Any]]:
    """The elements of a list, one by one."""
    found = (value for _, value in values(blob.stream, lambda path: path == ["item"]))
    return ((str(place), value) for place, value in enumerate(found, 1))


def _items(
    found: Iterable[tuple[str, Any]], blob: Blob, given: Given
) -> Iterator[Item | ReadProblem]:
    columns: Columns = {}
    for place, fields in found:
        if not isinstance(fields, dict):
            sentence = fields.sentence if isinstance(fields, _Fault) else "It is not an object."
            yield ReadProblem(f"{blob.path}:{place}", sentence)
        elif is_export(fields):
            yield restored(fields, blob, place)
        else:
            if columns.get("text") not in fields:
                answer = chosen(tuple(fields), given)
                if isinstance(answer, str):
                    yield ReadProblem(f"{blob.path}:{place}", answer)
                    continue
                columns = answer
            yield item_of(fields, columns, blob, place, None)


def _loaded(line: str) -> Any:
    """What a text is as JSON, or the fault in it."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        return _Fault(f"It is not JSON: {error.msg} at column {error.colno}.")
    except (RecursionError, ValueError):
        return _Fault("It is not JSON that can be read: nested too deeply, or a number too long.")
