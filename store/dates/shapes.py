"""Shapes of words: the little language in which the lexicons write date phrases.

A shape is a row of items: ``MONTH`` is any word of that class, captured under that name (write
``MONTH2`` for a second one); ``of`` is that word itself; ``,`` ``-`` ``/`` and the like are
themselves (``-`` is any dash, ``<`` and ``>`` are brackets in the text); ``?`` makes the item
before it optional; ``(a b|c)`` groups and chooses. A name that the lexicon's ``[macros]`` table
defines stands for what is written there, and captures as a whole as well.

>>> from store.dates.alphabet import Alphabet, Form
>>> letters = Alphabet([Form("MONTH", 5, "May")], literals=["of"])
>>> shape = Shape("DAY of? MONTH", "date").compiled(letters, {})
>>> row = "".join(letters[token] for token in ("3", "May"))
>>> sorted(shape.pattern.match(row).groupdict()), row[0] in shape.openings
(['DAY', 'MONTH'], True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from store.dates.alphabet import Alphabet, Value

_ITEM = re.compile(r"\b([A-Z]+)(\d?)\b|([^\W\d_]+(?:'[^\W\d_]+)*)|([^\w\s])")
_MARKS = {"-": "-–—‑", "'": "'’‘", "<": "(", ">": ")"}
Macros = Mapping[str, str]


@dataclass(frozen=True)
class Shape:
    """A row of words and what it means.

    ``means`` names a builder of ``store.dates.build``, ``given`` the values it gets besides those
    of the words. ``after`` and ``unless_after`` are words and classes of which one must, or none
    may, stand before the shape; ``before`` and ``unless_before`` are shapes for what follows it.
    """

    words: str
    means: str
    given: Mapping[str, Value] = field(default_factory=dict)
    after: str = ""
    unless_after: str = ""
    before: str = ""
    unless_before: str = ""

    def compiled(self, letters: Alphabet, macros: Macros) -> Compiled:
        """The shape over the characters of an alphabet."""
        return Compiled(self, letters, macros)

    def literals(self, macros: Macros) -> set[str]:
        """The words that the shape and its conditions name."""
        parts = (self.words, self.after, self.unless_after, self.before, self.unless_before)
        return {word for part in parts for word in words_of(part, macros)}


class Compiled:
    """A shape with its regular expression, made when it is first asked for."""

    def __init__(self, shape: Shape, letters: Alphabet, macros: Macros) -> None:
        self.shape = shape
        self._letters, self._macros = letters, macros
        self._tree = parse(shape.words, letters, macros)

    @cached_property
    def starts(self) -> tuple[_Start, ...]:
        """The ways to begin."""
        return self._tree.starts()

    @cached_property
    def openings(self) -> frozenset[str]:
        """The characters that the shape can begin with."""
        return frozenset().union(*(start.first for start in self.starts))

    @cached_property
    def names_several(self) -> bool:
        """Whether it names several dates, the second of them "MONTH2" and the like."""
        return any(name[-1].isdecimal() for name in self.pattern.groupindex)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, with a named group for each class and macro."""
        shape = self.shape
        return re.compile(
            self._look("(?<=", shape.after)
            + self._look("(?<!", shape.unless_after)
            + self._tree.source(set())
            + self._ahead("(?=", shape.before)
            + self._ahead("(?!", shape.unless_before)
        )

    def _look(self, opening: str, choices: str) -> str:
        """A look at the one token before."""
        if not choices:
            return ""
        letters = (
            self._letters.of(c) if c[0].isalpha() else _MARKS.get(c, c) for c in choices.split()
        )
        return f"{opening}{_set(''.join(letters))})"

    def _ahead(self, opening: str, words: str) -> str:
        tree = parse(words, self._letters, self._macros)
        return f"{opening}{tree.source(None)})" if words else ""


def expression(words: str, letters: Alphabet, macros: Macros) -> str:
    """A shape as the source of a regular expression without groups."""
    return parse(words, letters, macros).source(None)


def opening(shapes: Iterable[Compiled]) -> re.Pattern[str]:
    """An expression for the places where a shape may begin, by two characters.

    It begins with one set, which the search skips to: four places in five that one character
    would offer fall away before any Python runs.
    """
    seconds: dict[str, set[str]] = {}
    alone: set[str] = set()
    for start in (start for shape in shapes for start in shape.starts):
        alone |= start.first if start.alone else set()
        for letter in start.first:
            seconds.setdefault(letter, set()).update(start.second)
    groups: dict[str, str] = {}
    for letter in sorted(seconds.keys() - alone):
        followed = _set("".join(sorted(seconds[letter])))
        groups[followed] = groups.get(followed, "") + letter
    pairs = [f"(?<={_set(first)})(?={second})" for second, first in groups.items()]
    first, lone = (_set("".join(sorted(some))) for some in (alone | seconds.keys(), alone))
    return re.compile(f"{first}(?:(?<={lone})|{'|'.join(pairs)})")


def ends(words: str, letters: Alphabet, macros: Macros) -> frozenset[str]:
    """The characters with which a row of words can end, or begin if it is to be read backwards."""
    return parse(words, letters, macros).ends()


def words_of(shape: str, macros: Macros) -> Iterator[str]:
    """The words that a shape names, those of its macros included."""
    for name, _, word, _ in _ITEM.findall(shape):
        if word:
            yield word
        elif name in macros:
            yield from words_of(macros[name], macros)


class _Start(NamedTuple):
    """One way to begin: a first character, what may follow it, and whether nothing need to."""

    first: frozenset[str]
    second: frozenset[str]
    alone: bool

    def followed(self, letters: frozenset[str], ended: bool) -> _Start:
        """The same start where these characters follow, or nothing need to."""
        return _Start(self.first, self.second | letters, ended)


class _Token(NamedTuple):
    """One token: the characters it may have, and those of abbreviations, which take a full stop."""

    characters: str
    dotted: str = ""
    name: str = ""

    def source(self, names: set[str] | None) -> str:
        plain = "".join(c for c in self.characters if c not in self.dotted)
        short = "".join(c for c in self.characters if c in self.dotted)
        either = f"{_set(plain)}|{_set(short)}\\.?" if short else _set(plain)
        return _group(either, self.name, names) if short or self.name else either

    def starts(self) -> tuple[_Start, ...]:
        plain = frozenset(self.characters) - frozenset(self.dotted)
        short = frozenset(self.characters) & frozenset(self.dotted)
        return (_Start(plain, frozenset(), True), _Start(short, frozenset("."), True))

    def ends(self) -> frozenset[str]:
        return frozenset(self.characters + "." * bool(self.dotted))

    @property
    def empty(self) -> bool:
        return False


class _Choice(NamedTuple):
    """One of several rows, each a row of nodes that may be optional."""

    rows: tuple[_Row, ...]
    name: str = ""

    def source(self, names: set[str] | None) -> str:
        rows = ("".join(n.source(names) + "?" * free for n, free in row) for row in self.rows)
        return _group("|".join(rows), self.name, names)

    def starts(self) -> tuple[_Start, ...]:
        return tuple(start for row in self.rows for start in _starts(row))

    def ends(self) -> frozenset[str]:
        found: set[str] = set()
        for row in self.rows:
            for node, free in reversed(row):
                found |= node.ends()
                if not (free or node.empty):
                    break
        return frozenset(found)

    @property
    def empty(self) -> bool:
        return any(all(free or node.empty for node, free in row) for row in self.rows)


_Node = _Token | _Choice
_Row = tuple[tuple[_Node, bool], ...]


def _starts(row: _Row) -> list[_Start]:
    """How a row can begin: with its first node, or a later one if those before may be missing.

    It is read from its end, so that each node is looked at once.
    """
    starts: list[_Start] = []
    letters, ended = frozenset[str](), True
    for node, free in reversed(row):
        own = [s.followed(letters, ended) if s.alone else s for s in node.starts()]
        first = frozenset().union(*(start.first for start in own))
        optional = free or node.empty
        starts = own + starts if optional else own
        letters, ended = (letters | first, ended) if optional else (first, False)
    return starts


def _group(source: str, name: str, names: set[str] | None) -> str:
    """A group; named if it has a name that no group before it has."""
    if not name or names is None or name in names:
        return f"(?:{source})"
    names.add(name)
    return f"(?P<{name}>{source})"


def _set(characters: str) -> str:
    return f"[{re.escape(characters)}]" if characters else "(?!)"


def parse(
    words: str, letters: Alphabet, macros: Macros, number: str = "", name: str = ""
) -> _Choice:
    """The tree of a shape; ``number`` is added to the names in it, ``name`` is its own."""
    rows: list[list[tuple[_Node, bool]]] = [[]]
    for item in _items(words):
        if item == "|":
            rows.append([])
        elif item == "?":
            rows[-1][-1] = (rows[-1][-1][0], True)
        else:
            rows[-1].append((_node(item, letters, macros, number), False))
    return _Choice(tuple(map(tuple, rows)), name)


def _items(words: str) -> Iterator[str]:
    """The items of a row, a bracketed group as one item with its opening bracket."""
    depth, start = 0, 0
    for found in _ITEM.finditer(words):
        mark = found[0]
        if mark == "(":
            start = start if depth else found.start()
            depth += 1
        elif mark == ")":
            depth -= 1
            if not depth:
                yield words[start : found.start()]
        elif not depth:
            yield mark


def _node(item: str, letters: Alphabet, macros: Macros, number: str) -> _Node:
    if item[0] == "(":
        return parse(item[1:], letters, macros, number)
    found = _ITEM.fullmatch(item)
    if not found or not found[1]:
        return _Token(_MARKS.get(item, item) if not item[0].isalpha() else letters.of(item))
    name, number = found[1], found[2] or number
    if name in macros:
        return parse(macros[name], letters, macros, number, name + number)
    return _Token(letters.of(name), letters.of("DOTTED"), name + number)
