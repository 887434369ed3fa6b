"""Wordings from a vocabulary file, looked up in words: all topics together, in one pass.

A wording is written word by word: ``a|b`` is a choice, ``word?`` may be missing, ``stem*`` stands
for any ending, ``…`` for up to six words of no end of sentence, ``..`` for up to three words
without a mark between, and ``<name>`` for any wording of a list of that name (``<name>?`` may be
missing).

The wordings are a net that is read like a trie: the ways through a choice part and meet again, so
that what follows is there once. What can follow a word is worked out once and remembered, so that
reading costs one look-up a word, and a few more where a wording has begun. A word that no wording
waits for is not worked out at all: unread news costs a third of what it would.

>>> entries = [("could not … <check>", Term("note", "unverified"))]
>>> wordings = Wordings(entries, {"check": ["verif*"]})
>>> wordings.scan(["it", "could", "not", "be", "verified"])["note"]
{1: Hit(start=1, end=5, label='unverified')}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from store.errors import ConflictError
from store.words import cut, fold

_GAPS = {"…": 6, "..": 3}
_NO_WORD = frozenset((*_GAPS, "*"))
_STOP, _MARK, _OTHER = "\n", "\t", ""  # each stands for its like; no wording can await it
_STOPS = frozenset((*".!?;:…", _STOP))
_MARKS = _STOPS | frozenset((*',—–-()[]«»“”„"‘’‹›/', _MARK))
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


Hits: TypeAlias = defaultdict[str, dict[int, Hit]]
"""The longest wording of each topic that starts at a word, by topic and word, in order."""


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the net: where its choices end, and (``meets``) what is reached with it."""

    words: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    gaps: dict[str, _Node] = field(default_factory=dict)
    choices: dict[str, _Node] = field(default_factory=dict)
    meets: tuple[_Node, ...] = ()
    terms: tuple[Term, ...] = ()

    def reached(self) -> Iterator[_Node]:
        """The node and all that are reached with it."""
        yield self
        for node in self.meets:
            yield from node.reached()

    def after(self, word: str) -> Iterator[_Node]:
        """The nodes that a word leads to: the word itself, then its stems from the longest."""
        if word in self.words:
            yield self.words[word]
        if self.stems:
            cuts = range(min(len(word), _LONGEST_STEM), 0, -1)
            yield from (self.stems[word[:n]] for n in cuts if word[:n] in self.stems)


class _Place(NamedTuple):
    """A node to read on from, and how many words may be skipped before it, marks or no marks."""

    node: _Node
    skips: int = 0
    marks: bool = False

    def skipping(self, word: str) -> _Place | None:
        """The place with a word skipped, if it may be."""
        if not self.skips or word in (_STOPS if self.marks else _MARKS):
            return None
        return self._replace(skips=self.skips - 1)


class _State(dict[str, "_State | None"]):
    """Where a reading stands: what ends here, and what each word leads to (None: nothing).

    ``words`` and ``stems`` are what it waits for; all else leads where the like of it leads.
    """

    __slots__ = ("ends", "places", "stems", "waits", "wordings")

    def __init__(self, places: tuple[_Place, ...], ends: tuple[Term, ...], owner: Wordings) -> None:
        super().__init__()
        self.places, self.ends, self.wordings = places, ends, owner
        self.waits = frozenset(word for place in places for word in place.node.words)
        self.stems = tuple({stem for place in places for stem in place.node.stems})

    def __missing__(self, word: str) -> _State | None:
        """Work out once what a word leads to."""
        self.wordings.remember()
        awaited = word in self.waits or word.startswith(self.stems)
        like = word if awaited else _like(word)
        known = self[like] if like != word else self.wordings.after(self.places, word)
        self[word] = known
        return known


def _like(word: str) -> str:
    """What stands for a word that no wording waits for: a stop, a mark, or any other word."""
    return _STOP if word in _STOPS else _MARK if word in _MARKS else _OTHER


class Wordings:
    """Wordings and the terms they stand for, looked up together in one pass."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Term]],
        lists: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        root = _Node()
        net = _Net(lists or {})
        for wording, term in entries:
            net.add(root, wording, term)
        self._states: dict[tuple[tuple[_Place, ...], tuple[Term, ...]], _State] = {}
        self._worked_out = 0
        self._start = _State(tuple(_places(root.reached())), (), self)

    def scan(self, words: Sequence[str]) -> Hits:
        """The wordings in the words; a topic of which none is found is empty."""
        hits: Hits = defaultdict(dict)
        new, kind, closed = tuple.__new__, Hit, [*words, _STOP]  # a page has a thousand hits
        for start, state in enumerate(map(self._start.__getitem__, words)):
            end = start
            while state is not None:
                end += 1
                for topic, label in state.ends:
                    hits[topic][start] = new(kind, (start, end, label))
                if not state.places:
                    break
                state = state[closed[end]]
        return hits

    def after(self, places: Sequence[_Place], word: str) -> _State | None:
        """Where a word leads to from some places."""
        nodes = [there for at in places for way in at.node.after(word) for there in way.reached()]
        skipped = filter(None, (place.skipping(word) for place in places))
        ends = {term.topic: term for node in reversed(nodes) for term in reversed(node.terms)}
        following = tuple(dict.fromkeys((*_places(nodes), *skipped)))
        if not ends and not following:
            return None
        key = (following, tuple(ends.values()))
        if key not in self._states:
            self._states[key] = _State(*key, self)
        return self._states[key]

    def remember(self) -> None:
        """Count what is worked out; let go of it now and then, so that no text makes it grow."""
        self._worked_out += 1
        if self._worked_out > _REMEMBERED:
            self._worked_out = 0
            self._states.clear()
            self._start.clear()


def _places(nodes: Iterable[_Node]) -> Iterator[_Place]:
    for node in nodes:
        if node.words or node.stems:
            yield _Place(node)
        for gap, begin in node.gaps.items():
            yield from (_Place(after, _GAPS[gap], gap == "…") for after in begin.reached())


class _Net:
    """The wordings as they are added, one after the other, from a first node."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists

    def add(self, root: _Node, wording: str, term: Term) -> None:
        """Add a wording that stands for a term."""
        needed = (piece for piece in wording.split() if not _may_miss(piece))
        if next(needed, "*") in _NO_WORD:  # every word of a text would begin it
            raise WordingError(wording, "must begin with a word")
        end = self._end(root, wording, wording)
        if term not in end.terms:
            end.terms += (term,)

    def _end(self, node: _Node, part: str, wording: str) -> _Node:
        for piece in _PIECE.findall(part):
            node = self._after(node, piece, wording)
        return node

    def _after(self, node: _Node, piece: str, wording: str) -> _Node:
        bare = piece[:-1] if _may_miss(piece) else piece
        ways = self._ways(bare, wording)
        if len(ways) == 1 and bare == piece:
            return self._way(node, ways[0], wording)
        if piece not in node.choices:
            meeting = node.choices[piece] = _Node()
            ends = [self._way(node, way, wording) for way in ways]
            for end in ends if bare == piece else [node, *ends]:
                end.meets += (meeting,)
        return node.choices[piece]

    def _ways(self, piece: str, wording: str) -> list[str]:
        """The ways through a piece: the words of a choice, and the wordings of lists it names."""
        ways: list[str] = []
        for way in piece.split("|"):
            named = way[1:-1] if way[:1] == "<" and way[-1:] == ">" and len(way) > 2 else None
            if named is not None and named not in self._lists:
                raise WordingError(wording, f"names a list that there is not: {way}")
            ways += [way] if named is None else self._lists[named]
        return ways

    def _way(self, node: _Node, way: str, wording: str) -> _Node:
        if " " in way or "|" in way:
            return self._end(node, way, wording)
        for word in _pieces(way):
            node = _child(node, word)
        return node


def _may_miss(piece: str) -> bool:
    return piece.endswith("?") and len(piece) > 1


def _child(node: _Node, word: str) -> _Node:
    if word in _GAPS:
        return node.gaps.setdefault(word, _Node())
    if word.endswith("*") and len(word) > 1:
        return node.stems.setdefault(word[:-1], _Node())
    return node.words.setdefault(word, _Node())


def _pieces(word: str) -> list[str]:
    if word.isalpha():
        return [fold(word).lower()]
    if word in _GAPS:
        return [word]
    if word.endswith("*"):
        head = cut(word[:-1]).low
        return [*head[:-1], head[-1] + "*"]
    return cut(word).low
