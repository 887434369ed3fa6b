"""Wordings from a vocabulary file, looked up in words: a trie with stems, choices and gaps.

A wording is written word by word: ``a|b`` is a choice, ``word?`` may be missing, ``stem*`` stands
for any ending, and ``…`` for up to six words of no end of sentence.

>>> wordings = Wordings([("could not … verif*", "note"), ("said", "cue")])
>>> [tuple(hit) for hit in wordings.scan(["it", "could", "not", "be", "verified"])]
[(1, 5, 'note')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from store.errors import ConflictError
from store.words import cut, fold

T = TypeVar("T")
GAP = 6
_STOPS = frozenset(".!?;:…")
_EXPANSIONS = 2048
_PIECE = re.compile(r"\S+")


@dataclass(frozen=True)
class WordingError(ConflictError):
    """A wording that cannot be used, and why."""

    wording: str
    problem: str

    def __str__(self) -> str:
        return f"the wording “{self.wording}” {self.problem}"


class Hit(NamedTuple, Generic[T]):
    """A wording found: the half-open range of its words, and what it stands for."""

    start: int
    end: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    words: dict[str, _Node[T]] = field(default_factory=dict)
    stems: dict[str, _Node[T]] = field(default_factory=dict)
    gap: _Node[T] | None = None
    values: list[T] = field(default_factory=list)
    known: dict[str, tuple[_Node[T], ...]] = field(default_factory=dict)

    @property
    def ends(self) -> bool:
        """Whether no wording goes on from here."""
        return not self.words and not self.stems and self.gap is None

    def step(self, word: str) -> tuple[_Node[T], ...]:
        """The nodes that a word leads to; remembered, since most words come again and again."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > 20_000:
                self.known.clear()
            found = self.known[word] = tuple(self._look_up(word))
        return found

    def _look_up(self, word: str) -> Iterator[_Node[T]]:
        if word in self.words:
            yield self.words[word]
        if self.stems:
            cuts = range(min(len(word), 24), 0, -1)
            yield from (self.stems[word[:n]] for n in cuts if word[:n] in self.stems)


class Wordings(Generic[T]):
    """Wordings and what they stand for, looked up together in one pass."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for wording, value in entries:
            for words in _expanded(wording):
                self._add(words, value, wording)

    def _add(self, words: Sequence[str], value: T, wording: str) -> None:
        if not words or words[0] in ("…", "*"):
            raise WordingError(wording, "must begin with a word")
        node = self._root
        for word in words:
            node = _child(node, word)
        if value not in node.values:
            node.values.append(value)

    def scan(self, words: Sequence[str]) -> list[Hit[T]]:
        """Every wording in the words, in order of where it starts; longer ones first."""
        hits: list[Hit[T]] = []
        known, step = self._root.known, self._root.step
        for start, word in enumerate(words):
            nodes = known.get(word)
            if nodes is None:
                nodes = step(word)
            if nodes:
                self._read(nodes, words, start, hits)
        return hits

    def _read(
        self, nodes: Sequence[_Node[T]], words: Sequence[str], start: int, hits: list[Hit[T]]
    ) -> None:
        if len(nodes) == 1 and nodes[0].ends:
            hits += [Hit(start, start + 1, value) for value in nodes[0].values]
            return
        found: dict[T, int] = {}
        for node in nodes:
            _follow(node, words, start + 1, found)
        ordered = sorted(found.items(), key=_longest) if len(found) > 1 else found.items()
        hits += [Hit(start, end, value) for value, end in ordered]


def _longest(item: tuple[object, int]) -> int:
    return -item[1]


def _child(node: _Node[T], word: str) -> _Node[T]:
    if word == "…":
        node.gap = node.gap or _Node()
        return node.gap
    if word.endswith("*") and len(word) > 1:
        return node.stems.setdefault(word[:-1], _Node())
    return node.words.setdefault(word, _Node())


def _follow(node: _Node[T], words: Sequence[str], at: int, found: dict[T, int]) -> None:
    for value in node.values:
        found[value] = max(at, found.get(value, 0))
    if at >= len(words):
        return
    for following in node.step(words[at]):
        _follow(following, words, at + 1, found)
    if node.gap is not None:
        for skip in range(GAP + 1):
            if at + skip >= len(words):
                break
            for following in node.gap.step(words[at + skip]):
                _follow(following, words, at + skip + 1, found)
            if words[at + skip] in _STOPS:
                break


def _expanded(wording: str) -> list[list[str]]:
    choices = [_choices(piece) for piece in _PIECE.findall(wording)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _EXPANSIONS:
        raise WordingError(wording, "has too many choices")
    return [[word for words in way for word in words] for way in product(*choices)]


def _choices(piece: str) -> list[list[str]]:
    optional = piece.endswith("?") and len(piece) > 1
    ways = (
        [_pieces(way) for way in piece.rstrip("?").split("|")]
        if optional
        else [_pieces(way) for way in piece.split("|")]
    )
    return [*ways, []] if optional else ways


def _pieces(word: str) -> list[str]:
    if word.isalpha():
        return [fold(word).lower()]
    if word == "…":
        return [word]
    if word.endswith("*"):
        head = cut(word[:-1]).low
        return [*head[:-1], head[-1] + "*"]
    return cut(word).low
