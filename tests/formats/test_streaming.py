"""Large inputs stream: memory does not grow with the number of messages, rows or pages."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from store.readers import Item, parcels, stream_of

# Long enough for the buffers to be full after a few.
TEXT = "Drone over Exampleville, the governor said. " * 40
MESSAGE = (
    '"type": "message", "date_unixtime": "1754202600", "from": "Example Watch", '
    f'"text_entities": [{{"type": "plain", "text": "{TEXT}"}}]}}'
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
        yield f'{{"text": "{TEXT}", "id": {n}}}'
        yield "," if n + 1 < number else ""
    yield "]"


def csv(number: int) -> Iterator[str]:
    """A table."""
    yield "id,text\n"
    for n in range(number):
        yield f'{n},"{TEXT}"\n'


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {
    "telegram": telegram,
    "json list": json_list,
    "csv": csv,
}


def peak(shape: str, number: int) -> int:
    """The most memory that reading so many takes at any time, in bytes."""
    tracemalloc.start()
    try:
        stream = stream_of("x", Pouring(SHAPES[shape](number)))
        assert sum(isinstance(item, Item) for item in parcels([stream])) == number
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", SHAPES)
def test_memory_is_flat(shape: str, messages: int) -> None:
    """However many messages take what a third of them takes, to within 100 kB."""
    peak(shape, 1)
    assert peak(shape, messages) < peak(shape, messages // 3) + 100_000
