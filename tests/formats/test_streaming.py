"""Large inputs stream: memory does not grow with the number of messages, rows or pages."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.readers import Item, parcels, stream_of

ROOT = Path(__file__).parent.parent.parent
MESSAGE = (
    '"type": "message", "date_unixtime": "1754202600", "from": "Example Watch", '
    '"text_entities": [{"type": "plain", "text": "Drone over Exampleville, the governor said."}]}'
)


class Pouring:
    """A stream that is made while it is read, so that no copy of it is anywhere."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int, /) -> bytes:
        """The next bytes."""
        while len(self._rest) < size and (piece := next(self._pieces, "")):
            self._rest += piece.encode()
        ready, self._rest = self._rest[:size], self._rest[size:]
        return ready


def telegram(number: int) -> Iterator[str]:
    """An export of one channel."""
    yield '{"name": "Example Watch", "type": "public_channel", "id": 7, "messages": ['
    for n in range(number):
        yield f'{{"id": {n}, {MESSAGE}' + ("," if n + 1 < number else "")
    yield "]}"


def json_list(number: int) -> Iterator[str]:
    """A list of objects."""
    yield "["
    for n in range(number):
        yield f'{{"text": "Drone over Exampleville, the governor said.", "id": {n}}}'
        yield "," if n + 1 < number else ""
    yield "]"


def csv(number: int) -> Iterator[str]:
    """A table."""
    yield "id,text\n"
    for n in range(number):
        yield f'{n},"Drone over Exampleville, the governor said."\n'


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {
    "telegram": telegram,
    "json list": json_list,
    "csv": csv,
}


def read(shape: str, number: int) -> int:
    """Read so many; the most memory that this process has taken so far, in kilobytes."""
    stream = stream_of("x", Pouring(SHAPES[shape](number)))
    assert sum(isinstance(item, Item) for item in parcels([stream])) == number
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak(shape: str, number: int) -> int:
    """The most memory that a process of its own takes for it, in kilobytes."""
    script = f"from tests.formats.test_streaming import read; print(read({shape!r}, {number}))"
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return int(ran.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is counted in other units")
@pytest.mark.parametrize(
    ("shape", "number"), [("telegram", 100_000), ("json list", 20_000), ("csv", 20_000)]
)
def test_memory_is_flat(shape: str, number: int) -> None:
    """A hundred thousand messages take what two thousand take, to within 8 MB."""
    assert peak(shape, number) < peak(shape, 2_000) + 8_000
