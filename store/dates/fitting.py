"""A shape with its conditions and its meaning, as the scan tries it on the tokens of a text.

What a shape captures depends on the characters of a stretch alone, and texts have few kinds of
stretches ("MONTH DAY , YEAR"), so that it is worked out once for each.

>>> from store.dates.alphabet import Form
>>> letters = Alphabet([Form("MONTH", 5, "May")], literals=["of", "won"])
>>> fitting = Fitting(Shape("DAY? MONTH", "date", unless_before="won"), letters, {})
>>> row = "".join(letters[token] for token in ("3", "May", "of"))
>>> fitting.allows(row, 0, 2), fitting.fit(row[:2]).captures
(True, (('DAY', 'DAY', 0, 1), ('MONTH', 'MONTH', 1, 2)))
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from store.dates.alphabet import Alphabet
from store.dates.build import BUILDERS
from store.dates.machine import Machine
from store.dates.shapes import MARKS, Capture, Macros, Shape, captures, parse

Part = tuple[int, int]
_REACH = 6  # tokens: the longest condition on what follows has four


class Fit(NamedTuple):
    """What a shape captures, counted from its first token.

    ``captures`` are names with their class and tokens, ``parts`` the tokens of the dates that the
    shape names, if there are several.
    """

    captures: tuple[tuple[str, str, int, int], ...]
    parts: tuple[Part, ...]


class Fitting:
    """A shape over the characters of an alphabet."""

    def __init__(self, shape: Shape, letters: Alphabet, macros: Macros) -> None:
        self.given, self.build = shape.given, BUILDERS[shape.means]
        self.tree = parse(shape.words, letters, macros)
        self._shape, self._letters, self._macros = shape, letters, macros
        self._bound = any((shape.after, shape.unless_after, shape.before, shape.unless_before))
        self._known: dict[str, Fit] = {}

    def allows(self, row: str, first: int, beyond: int) -> bool:
        """Whether what stands before and behind a stretch is as the conditions ask."""
        return not self._bound or (
            self._stands_after(row[first - 1 : first]) and self._stands_before(row, beyond)
        )

    def fit(self, stretch: str) -> Fit:
        """What the shape captures of the characters that it fits."""
        found = self._known.get(stretch)
        if found is None:
            taken = captures(self.tree, stretch)
            named = tuple((name, name.rstrip("23456"), at, beyond) for name, at, beyond in taken)
            found = self._known[stretch] = Fit(named, _parts(taken, len(stretch)))
        return found

    def _stands_after(self, letter: str) -> bool:
        after, unless = self._sides
        return letter not in unless and (not self._shape.after or letter in after)

    def _stands_before(self, row: str, at: int) -> bool:
        before, unless = self._ahead
        coming = row[at : at + _REACH]
        return not (unless and unless.run(coming)) and (not before or bool(before.run(coming)))

    @cached_property
    def _sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The characters of which one must, and none may, stand before."""
        return self._any(self._shape.after), self._any(self._shape.unless_after)

    def _any(self, choices: str) -> frozenset[str]:
        letters = self._letters
        known = (letters.of(c) if c[0].isalpha() else MARKS.get(c, c) for c in choices.split())
        return frozenset("".join(known))

    @cached_property
    def _ahead(self) -> tuple[Machine[bool] | None, Machine[bool] | None]:
        """Machines for what must, and what may not, follow."""
        return self._coming(self._shape.before), self._coming(self._shape.unless_before)

    def _coming(self, words: str) -> Machine[bool] | None:
        tree = parse(words, self._letters, self._macros) if words else None
        return Machine([(tree, True)]) if tree else None


def _parts(taken: tuple[Capture, ...], size: int) -> tuple[Part, ...]:
    """The tokens of each date of a shape that names several: "29" and "31 July"."""
    spans: dict[str, list[Part]] = {}
    for name, first, beyond in taken:
        number = name[-1] if name[-1].isdecimal() else "1"
        spans.setdefault(number, []).append((first, beyond))
    if len(spans) < 2:
        return ()
    starts = [min(spans[number])[0] for number in sorted(spans)]
    starts[0] = 0
    ends = [
        max((e for _, e in spans[n] if e <= after), default=after)
        for n, after in zip(sorted(spans), starts[1:], strict=False)
    ]
    return tuple(zip(starts, [*ends, size], strict=True))
