"""Shapes of words: the little language in which the lexicons write date phrases.

A shape is a row of items: ``MONTH`` is any word of that class, captured under that name (write
``MONTH2`` for a second one); ``of`` is that word itself; ``,`` ``-`` ``/`` and the like are
themselves (``-`` is any dash, ``<`` and ``>`` are brackets in the text); ``?`` makes the item
before it optional; ``(a b|c)`` groups and chooses. A name that the lexicon's ``[macros]`` table
defines stands for what is written there, and captures as a whole as well.

>>> from store.dates.alphabet import Alphabet, Form
>>> letters = Alphabet([Form("MONTH", 5, "May")], literals=["of"])
>>> row = "".join(letters[token] for token in ("3", "of", "May"))
>>> captures(parse("DAY of? MONTH", letters, {}), row)
(('DAY', 0, 1), ('MONTH', 2, 3))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from store.dates.alphabet import Alphabet, Value

_ITEM = re.compile(r"\b([A-Z]+)(\d?)\b|([^\W\d_]+(?:'[^\W\d_]+)*)|([^\w\s])")
MARKS = {"-": "-–—‑", "'": "'’‘", "<": "(", ">": ")"}
Macros = Mapping[str, str]
Capture = tuple[str, int, int]  # a name, the first token that it stands for, the one beyond them
_Item = tuple[str, str, str, str]  # class, its number, word, mark: one of them and the number


class Shape(NamedTuple):
    """A row of words and what it means.

    ``means`` names a builder of ``store.dates.build``, ``given`` the values it gets besides those
    of the words. ``after`` and ``unless_after`` are words and classes of which one must, or none
    may, stand before the shape; ``before`` and ``unless_before`` are shapes for what follows it.
    """

    words: str
    means: str
    given: Mapping[str, Value] = MappingProxyType({})
    after: str = ""
    unless_after: str = ""
    before: str = ""
    unless_before: str = ""

    def literals(self, macros: Macros) -> set[str]:
        """The words that the shape and its conditions name."""
        parts = (self.words, self.after, self.unless_after, self.before, self.unless_before)
        return {word for part in parts for word in words_of(part, macros)}


def expression(words: str, letters: Alphabet, macros: Macros) -> str:
    """A shape as the source of a regular expression without groups."""
    return parse(words, letters, macros).source


def words_of(shape: str, macros: Macros) -> Iterator[str]:
    """The words that a shape names, those of its macros included."""
    for name, _, word, _ in _ITEM.findall(shape):
        if word:
            yield word
        elif name in macros:
            yield from words_of(macros[name], macros)


class Token(NamedTuple):
    """One token: the characters it may have, and those of abbreviations, which take a full stop."""

    characters: str
    dotted: str = ""
    name: str = ""

    def captured(self, first: int, beyond: int) -> tuple[Capture, ...]:
        """The token under its name, if it has one."""
        return ((self.name, first, beyond),) if self.name else ()

    @property
    def parted(self) -> tuple[str, str]:
        """The characters of whole words, and those of abbreviations."""
        if not self.dotted:
            return self.characters, ""
        short = "".join(c for c in self.characters if c in self.dotted)
        return "".join(c for c in self.characters if c not in short), short

    @property
    def source(self) -> str:
        """The token as a regular expression."""
        plain, short = self.parted
        return f"(?:{_set(plain)}|{_set(short)}\\.?)" if short else _set(plain)


class Choice(NamedTuple):
    """One of several rows, each a row of nodes that may be optional."""

    rows: tuple[Row, ...]
    name: str = ""

    def captured(self, first: int, beyond: int) -> tuple[Capture, ...]:
        """What was chosen under the name of the choice, if it has one."""
        return ((self.name, first, beyond),) if self.name else ()

    @property
    def source(self) -> str:
        """The choice as a regular expression."""
        rows = ("".join(node.source + "?" * free for node, free in row) for row in self.rows)
        return f"(?:{'|'.join(rows)})"


Node = Token | Choice
Row = tuple[tuple[Node, bool], ...]


def _set(characters: str) -> str:
    return f"[{re.escape(characters)}]" if characters else "(?!)"


def captures(shape: Choice, row: str) -> tuple[Capture, ...]:
    """What a shape captures of a row that it fits from end to end; a name counts once."""
    fits = (taken for end, taken in _along(shape.rows, row, 0, ()) if end == len(row))
    return tuple({capture[0]: capture for capture in reversed(next(fits))}.values())[::-1]


_Fits = Iterator[tuple[int, tuple[Capture, ...]]]


def _along(rows: tuple[Row, ...], row: str, at: int, taken: tuple[Capture, ...]) -> _Fits:
    """Where the shape that is left may end, and what it has captured by then."""
    for items in rows:
        if not items:
            yield at, taken
            continue
        (node, free), rest = items[0], (items[1:],)
        for end, more in _through(node, row, at, taken):
            yield from _along(rest, row, end, more)
        if free:
            yield from _along(rest, row, at, taken)


def _through(node: Node, row: str, at: int, taken: tuple[Capture, ...]) -> _Fits:
    """Where a node may end; its own name stands before those in it."""
    if isinstance(node, Choice):
        for end, more in _along(node.rows, row, at, ()):
            yield end, taken + node.captured(at, end) + more
    elif row[at : at + 1] and row[at] in node.characters:
        if row[at] in node.dotted and row[at + 1 : at + 2] == ".":
            yield at + 2, taken + node.captured(at, at + 2)
        yield at + 1, taken + node.captured(at, at + 1)


def parse(
    words: str, letters: Alphabet, macros: Macros, number: str = "", name: str = ""
) -> Choice:
    """The tree of a shape; ``number`` is added to the names in it, ``name`` is its own."""
    return Choice(_rows(iter(_ITEM.findall(words)), letters, macros, number), name)


def _rows(
    items: Iterator[_Item], letters: Alphabet, macros: Macros, number: str
) -> tuple[Row, ...]:
    """The rows up to the closing bracket, or to the end."""
    rows: list[list[tuple[Node, bool]]] = [[]]
    for name, second, word, mark in items:
        if mark == ")":
            break
        if mark == "|":
            rows.append([])
        elif mark == "?":
            rows[-1][-1] = (rows[-1][-1][0], True)
        elif mark == "(":
            rows[-1].append((Choice(_rows(items, letters, macros, number)), False))
        elif name in macros:
            other = second or number
            rows[-1].append((parse(macros[name], letters, macros, other, name + other), False))
        elif name:
            dotted = letters.of("DOTTED")
            rows[-1].append((Token(letters.of(name), dotted, name + (second or number)), False))
        else:
            rows[-1].append((Token(letters.of(word) if word else MARKS.get(mark, mark)), False))
    return tuple(map(tuple, rows))
