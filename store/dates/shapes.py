"""Shapes of words: the little language in which the lexicons write date phrases.

A shape is a row of items: ``MONTH`` is any word of that class, captured under that name (write
``MONTH2`` for a second one); ``of`` is that word itself; ``,`` ``-`` ``/`` and the like are
themselves (``-`` is any dash, ``<`` and ``>`` are brackets in the text); ``?`` makes the item
before it optional; ``(a b|c)`` groups and chooses. A name that the lexicon's ``[macros]`` table
defines stands for what is written there, and captures as a whole as well.

>>> from store.dates.alphabet import Alphabet, Form
>>> letters = Alphabet([Form("MONTH", 5, "May")], literals=["of"])
>>> shape = Compiled(Shape("DAY of? MONTH", "date"), letters, {})
>>> row = "".join(letters[token] for token in ("3", "May"))
>>> sorted(shape.pattern.match(row).groupdict())
['DAY', 'MONTH']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from store.dates.alphabet import Alphabet, Value

_ITEM = re.compile(r"\b([A-Z]+)(\d?)\b|([^\W\d_]+(?:'[^\W\d_]+)*)|([^\w\s])")
_MARKS = {"-": "-–—‑", "'": "'’‘", "<": "(", ">": ")"}
Macros = Mapping[str, str]
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


class Compiled:
    """A shape over the characters of an alphabet; its expression is made when it first fits."""

    def __init__(self, shape: Shape, letters: Alphabet, macros: Macros, order: int = 0) -> None:
        self.shape, self.order = shape, order
        self.tree = parse(shape.words, letters, macros)
        self._letters, self._macros = letters, macros

    @cached_property
    def names_several(self) -> bool:
        """Whether it names several dates, the second of them "MONTH2" and the like."""
        return any(name[-1].isdecimal() for name in self.pattern.groupindex)

    @cached_property
    def captures(self) -> tuple[tuple[str, str, int], ...]:
        """The names that it captures, each with its class and the number of its group."""
        groups = self.pattern.groupindex.items()
        return tuple((name, name.rstrip("23456"), group) for name, group in groups)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, with a named group for each class and macro."""
        shape = self.shape
        return re.compile(
            self._look("(?<=", shape.after)
            + self._look("(?<!", shape.unless_after)
            + self.tree.source(set())
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

    @property
    def parted(self) -> tuple[str, str]:
        """The characters of whole words, and those of abbreviations."""
        if not self.dotted:
            return self.characters, ""
        short = "".join(c for c in self.characters if c in self.dotted)
        return "".join(c for c in self.characters if c not in short), short

    def source(self, names: set[str] | None) -> str:
        """The token as a regular expression; ``names`` are those of groups that are taken."""
        plain, short = self.parted
        either = f"{_set(plain)}|{_set(short)}\\.?" if short else _set(plain)
        return _group(either, self.name, names) if short or self.name else either


class Choice(NamedTuple):
    """One of several rows, each a row of nodes that may be optional."""

    rows: tuple[Row, ...]
    name: str = ""

    def source(self, names: set[str] | None) -> str:
        """The choice as a regular expression; ``names`` are those of groups that are taken."""
        rows = ("".join(n.source(names) + "?" * free for n, free in row) for row in self.rows)
        return _group("|".join(rows), self.name, names)


Node = Token | Choice
Row = tuple[tuple[Node, bool], ...]


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
            rows[-1].append((Token(letters.of(word) if word else _MARKS.get(mark, mark)), False))
    return tuple(map(tuple, rows))
