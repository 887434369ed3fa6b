r"""JSON as it streams by: the values at the places that are wanted, one after the other.

Control characters in strings, which people send and exporters write as they are, are read as
blanks, and bytes that are no UTF-8 as the sign for that.

>>> import io
>>> list(values(io.BytesIO(b'[1, {"b": "x\x07y"}]'), lambda path: path == ["item"]))
[(['item'], 1), (['item'], {'b': 'x y'})]
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import Any

from store.readers.streams import Readable, UnreadableError

# Exports nest some ten levels; without a bound a million brackets would fill the memory.
_DEEPEST = 100
_BLANKED = bytes.maketrans(bytes(range(32)), b" " * 32)

Path = list[str]


def values(stream: Readable, wanted: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    """The values at wanted places with their paths; an element of a list is called ``item``.

    Raises UnreadableError, with a sentence, where it is no JSON or nested too deeply.
    """
    import ijson

    events = ijson.basic_parse(_Repaired(stream), use_float=True)
    path: Path = []
    try:
        for event, value in events:
            if event == "map_key":
                path[-1] = value
            elif event == "end_map" or event == "end_array":
                path.pop()
            elif wanted(path):
                yield [*path], _built(event, value, events, _DEEPEST - len(path))
            elif event == "start_map" or event == "start_array":
                path.append("item" if event == "start_array" else "")
                _check_depth(len(path))
    except ijson.JSONError as error:
        words = str(error).split("\n")[0].strip(" .")
        raise UnreadableError(f"It is not JSON from here on: {words[:80]}.") from error


def _built(event: str, value: Any, events: Iterator[tuple[str, Any]], deepest: int) -> Any:
    """The value that begins with an event, made of those that follow.

    A loop without calls: an export of 2 GB has a hundred million events.
    """
    if event != "start_map" and event != "start_array":
        return value
    root: Any = {} if event == "start_map" else []
    inside, key = root, ""
    above: list[Any] = []
    for event, value in events:
        if event == "map_key":
            key = value
            continue
        if event == "end_map" or event == "end_array":
            if not above:
                return root
            inside = above.pop()
            continue
        opening = event == "start_map" or event == "start_array"
        if opening:
            value = {} if event == "start_map" else []
        if type(inside) is dict:
            inside[key] = value
        else:
            inside.append(value)
        if opening:
            above.append(inside)
            inside = value
            _check_depth(len(above) + _DEEPEST - deepest)
    return root


def _check_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise UnreadableError("It is JSON that is nested too deeply.")


class _Repaired:
    """The stream as UTF-8 without control characters."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")

    def read(self, size: int = -1, /) -> bytes:
        """The next piece; empty at the end and where nothing is asked for."""
        repaired = b""
        # Part of a character alone is no text yet, and no text means the end.
        while size and not repaired:
            raw = self._stream.read(size)
            repaired = self._decoder.decode(raw, not raw).encode().translate(_BLANKED)
            if not raw:
                break
        return repaired
