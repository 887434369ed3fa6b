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
_OPENING, _CLOSING = ("start_map", "start_array"), ("end_map", "end_array")

Path = list[str]


def values(stream: Readable, wanted: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    """The values at wanted places with their paths; an element of a list is called ``item``.

    Raises UnreadableError, with a sentence, where it is no JSON or nested too deeply.
    """
    import ijson

    path: Path = []
    building: Any = None
    root = 0
    events = ijson.basic_parse(_Repaired(stream), use_float=True)
    for event, value in _told(events, ijson.JSONError):
        if event in _CLOSING:
            path.pop()
        elif event == "map_key":
            path[-1] = value
        elif building is None and wanted(path):
            building, root = ijson.ObjectBuilder(), len(path)
        if building is not None:
            building.event(event, value)
            if len(path) == root and event not in _OPENING and event != "map_key":
                yield [*path], building.value
                building = None
        if event in _OPENING:
            path.append("item" if event == "start_array" else "")
            if len(path) > _DEEPEST:
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


def _told(events: Iterator[Any], fault: type[Exception]) -> Iterator[Any]:
    """The events; the parser's error as a sentence."""
    try:
        yield from events
    except fault as error:
        words = str(error).split("\n")[0].strip(" .")
        raise UnreadableError(f"It is not JSON from here on: {words[:80]}.") from error
