"""Wordings from a vocabulary file, looked up in words: all topics together, in one pass.

A wording is written word by word: ``a|b`` is a choice, ``word?`` may be missing, ``stem*`` stands
for any ending, and ``…`` for up to six words of no end of sentence.

The wordings are a trie. What can follow a word is worked out once and remembered, so that reading
costs one look-up a word, and a few more where a wording has begun.

>>> wordings = Wordings([("could not … verif*", Term("note", "unverified"))])
>>> wordings.scan(["it", "could", "not", "be", "verified"])["note"]
{1: Hit(start=1, end=5, label='unverified')}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple, TypeAlias

from store.errors import ConflictError
from store.words import cut, fold

GAP = 6
_STOPS = frozenset(".!?;:…")
_EXPANSIONS = 2048
_REMEMBERED = 200_000
_LONGEST_STEM = 24
_PIECE = re.compile(r"\S+")


@dataclass(frozen=True)
class WordingError(ConflictError):
    """A wording that cannot be used, and why."""

    wording: str
    problem: str

    def __str__(self) -> str:
        return f"the wording “{self.wording}” {self.problem}"


class Term(NamedTuple):
    """What a wording stands for: its topic, and its label there."""

    topic: str
    label: str


class Hit(NamedTuple):
    """A wording found: the half-open range of its words, and its label in its topic."""

    start: int
    end: int
    label: str


Hits: TypeAlias = dict[str, dict[int, Hit]]
"""The longest wording of each topic that starts at a word, by topic and word, in order."""


@dataclass(slots=True, eq=False)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    gap: _Node | None = None
    terms: list[Term] = field(default_factory=list)

    def after(self, word: str) -> Iterator[_Node]:
        """The nodes that a word leads to: the word itself, then its stems from the longest."""
        if word in self.words:
            yield self.words[word]
        if self.stems:
            cuts = range(min(len(word), _LONGEST_STEM), 0, -1)
            yield from (self.stems[word[:n]] for n in cuts if word[:n] in self.stems)


_Place: TypeAlias = tuple[_Node, int]
"""A node to read on from, and how many words may be skipped before it."""


class _State(dict[str, "_State | None"]):
    """Where a reading stands: what ends here, and what each word leads to (None: nothing)."""

    __slots__ = ("ends", "places", "wordings")

    def __init__(self, places: tuple[_Place, ...], ends: tuple[Term, ...], owner: Wordings) -> None:
        super().__init__()
        self.places, self.ends, self.wordings = places, ends, owner

    def __missing__(self, word: str) -> _State | None:
        """Work out once what a word leads to."""
        following = self[word] = self.wordings.after(self.places, word)
        return following


class Wordings:
    """Wordings and the terms they stand for, looked up together in one pass."""

    def __init__(self, entries: Iterable[tuple[str, Term]]) -> None:
        root = _Node()
        self._topics: dict[str, None] = {}
        for wording, term in entries:
            self._topics[term.topic] = None
            for words in _expanded(wording):
                _add(root, words, term, wording)
        self._states: dict[tuple[tuple[_Place, ...], tuple[Term, ...]], _State] = {}
        self._worked_out = 0
        self._start = _State(((root, 0),), (), self)

    def scan(self, words: Sequence[str]) -> Hits:
        """The wordings in the words, every topic of the vocabulary with those found of it."""
        hits: Hits = {topic: {} for topic in self._topics}
        for start, state in enumerate(map(self._start.__getitem__, words)):
            end = start
            while state is not None:
                end += 1
                for topic, label in state.ends:
                    hits[topic][start] = Hit(start, end, label)
                state = state[words[end]] if state.places and end < len(words) else None
        return hits

    def after(self, places: Iterable[_Place], word: str) -> _State | None:
        """Where a word leads to from some places."""
        self._forget()
        nodes: list[_Node] = []
        skipped: list[_Place] = []
        for node, skips in places:
            nodes += node.after(word)
            if skips and word not in _STOPS:
                skipped.append((node, skips - 1))
        ends = {term.topic: term for node in reversed(nodes) for term in reversed(node.terms)}
        following = (*(place for node in nodes for place in _places(node)), *skipped)
        if not ends and not following:
            return None
        key = (following, tuple(ends.values()))
        if key not in self._states:
            self._states[key] = _State(*key, self)
        return self._states[key]

    def _forget(self) -> None:
        """Now and then let go of all that was worked out, so that no text makes it grow."""
        self._worked_out += 1
        if self._worked_out > _REMEMBERED:
            self._worked_out = 0
            self._states.clear()
            self._start.clear()


def _places(node: _Node) -> Iterator[_Place]:
    if node.words or node.stems:
        yield node, 0
    if node.gap is not None:
        yield node.gap, GAP


def _add(root: _Node, words: Sequence[str], term: Term, wording: str) -> None:
    if not words or words[0] in ("…", "*"):
        raise WordingError(wording, "must begin with a word")
    node = root
    for word in words:
        node = _child(node, word)
    if term not in node.terms:
        node.terms.append(term)


def _child(node: _Node, word: str) -> _Node:
    if word == "…":
        node.gap = node.gap or _Node()
        return node.gap
    if word.endswith("*") and len(word) > 1:
        return node.stems.setdefault(word[:-1], _Node())
    return node.words.setdefault(word, _Node())


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
