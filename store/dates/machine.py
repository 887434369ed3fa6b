"""Shapes as one machine over the characters of tokens, built as it is run.

Hundreds of shapes are followed at once: a state is what may still come, and reading a character
leads to the next state, which is worked out the first time and remembered. A step costs a look
into a dictionary, and no shape is tried that cannot fit.

>>> from store.dates.alphabet import Alphabet, Form
>>> from store.dates.shapes import parse
>>> letters = Alphabet([Form("MONTH", 5, "May")], literals=["of"])
>>> machine = Machine([(parse("DAY of? MONTH YEAR?", letters, {}), "date")])
>>> row = "".join(letters[token] for token in ("3", "May", "2024", "."))
>>> machine.run(row)
[(3, 'date'), (2, 'date')]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from store.dates.shapes import Choice, Node, Token

Label = TypeVar("Label")


class _Link(NamedTuple):
    """A token that may come next, and all that may come after it."""

    letters: str
    then: _Ways


# All ways to go on: tokens that may come, and labels (their places) of shapes that may end here.
_Ways = tuple["_Link | int", ...]


class _State(dict[str, "_State | None"]):
    """What may still come; None where nothing of it goes on with a character."""

    def __init__(self, ways: Iterable[_Link | int], known: dict[frozenset[int], _State]) -> None:
        super().__init__()
        self._links = [way for way in ways if isinstance(way, _Link)]
        self._known = known
        self.ended = sorted({way for way in ways if isinstance(way, int)}, reverse=True)

    def __missing__(self, letter: str) -> _State | None:
        ways = {id(way): way for link in self._links if letter in link.letters for way in link.then}
        state = self[letter] = self._state(ways) if ways else None
        return state

    def _state(self, ways: dict[int, _Link | int]) -> _State:
        key = frozenset(ways)
        if key not in self._known:
            self._known[key] = _State(ways.values(), self._known)
        return self._known[key]


class _Opens(dict[str, bool]):
    """Whether a shape can begin with two characters; four places in five fall away by that."""

    def __init__(self, start: _State) -> None:
        super().__init__()
        self._start = start

    def __missing__(self, pair: str) -> bool:
        state = self._start[pair[0]]
        whole = state is not None and bool(state.ended)
        goes_on = state is not None and len(pair) > 1 and state[pair[1]] is not None
        self[pair] = found = whole or goes_on
        return found


class Machine(Generic[Label]):
    """Shapes with labels, run from a place onwards; ``backwards`` reads them from their ends.

    ``openings`` are the characters that shapes begin with, ``opens`` tells whether one can begin
    with two characters.
    """

    def __init__(self, shapes: Iterable[tuple[Choice, Label]], *, backwards: bool = False) -> None:
        pairs = list(shapes)
        self._labels = [label for _, label in pairs]
        ways = tuple(
            way for at, (tree, _) in enumerate(pairs) for way in _ways(tree, (at,), backwards)
        )
        self._start = _State(ways, {})
        self.opens = _Opens(self._start)
        self.openings = frozenset().union(*(w.letters for w in ways if isinstance(w, _Link)))

    def run(self, row: Iterable[str]) -> list[tuple[int, Label]]:
        """How many characters of a row a shape takes, and its label, for all that fit.

        The longest come first, of equal ones in the order of the shapes.
        """
        found: list[tuple[int, Label]] = []
        state = self._start
        for length, letter in enumerate(row, 1):
            following = state[letter]
            if following is None:
                break
            state = following
            if state.ended:
                found += [(length, self._labels[at]) for at in state.ended]
        found.reverse()
        return found


def _ways(node: Node, then: _Ways, backwards: bool) -> _Ways:
    """The ways through a node and on."""
    if isinstance(node, Token):
        return _through(node, then, backwards)
    return tuple(way for row in node.rows for way in _along(row, then, backwards))


def _through(token: Token, then: _Ways, backwards: bool) -> _Ways:
    """A token, and the full stop that may stand behind an abbreviation."""
    plain, short = token.parted
    ways: list[_Link | int] = [_Link(plain, then)] if plain else []
    if short and backwards:
        ways += [_Link(short, then), _Link(".", (_Link(short, then),))]
    elif short:
        ways.append(_Link(short, (_Link(".", then), *then)))
    return tuple(ways)


def _along(row: tuple[tuple[Node, bool], ...], then: _Ways, backwards: bool) -> _Ways:
    """The ways along a row, made from its far end."""
    for node, free in row if backwards else reversed(row):
        through = _ways(node, then, backwards)
        then = (*through, *then) if free else through
    return then
