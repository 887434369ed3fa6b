"""Find the date phrases of a row of tokens: shapes first, then what stands at their edges.

>>> from store.dates.tokens import tokens
>>> from store.dates.vocabulary import vocabulary
>>> words = vocabulary("en")
>>> row = tokens("They left in late July 1941.", words.alphabet)
>>> [(found.first, found.beyond, found.meaning) for found in scan(row, words)]
[(3, 6, Shaded(of=Explicit(edtf='1941-07', also='', weekday=None), shade='late', part=''))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.dates.alphabet import normal
from store.dates.build import BUILDERS
from store.dates.edges import bound_before, widened
from store.dates.shapes import Compiled
from store.dates.tokens import Tokens
from store.dates.vocabulary import Vocabulary
from store.meaning import Meaning

Part = tuple[int, int]


_REACH = 24  # tokens: the longest shapes take some twenty


class Found(NamedTuple):
    """A phrase: its tokens from ``first`` to before ``beyond``, and what they mean.

    ``parts`` are the tokens of the dates that a range or a list names; ``bound`` is what the
    words before make of it ("since", "as_of"), ``outer`` the first token of those words.
    """

    first: int
    beyond: int
    meaning: Meaning
    parts: tuple[Part, ...] = ()
    bound: str = ""
    outer: int = 0


def scan(row: Tokens, words: Vocabulary) -> Iterator[Found]:
    """The phrases of a row in order; the longest shape wins, and none overlap."""
    classes, opens = row.classes, words.machine.opens
    floor = 0
    for trigger in words.trigger.finditer(classes):
        start = trigger.start()
        if start < floor or not opens[classes[start : start + 2]]:
            continue
        if found := longest(row, words, start):
            found = _with_edges(row, words, found, floor)
            yield found
            floor = found.beyond


def longest(row: Tokens, words: Vocabulary, start: int) -> Found | None:
    """The longest shape that fits at a token and means something."""
    classes = row.classes
    shapes = {shape: None for _, shape in words.machine.run(classes[start : start + _REACH])}
    fits = [(s, match) for s in shapes if (match := s.pattern.match(classes, start))]
    for shape, match in sorted(fits, key=_shortness) if len(fits) > 1 else fits:
        meaning = BUILDERS[shape.shape.means](_fields(row, words, shape, match))
        if meaning is not None:
            return Found(start, match.end(), meaning, _parts(match) if shape.names_several else ())
    return None


def _shortness(fit: tuple[Compiled, re.Match[str]]) -> tuple[int, int]:
    return -fit[1].end(), fit[0].order


def _with_edges(row: Tokens, words: Vocabulary, found: Found, floor: int) -> Found:
    first, beyond, meaning = widened(row, words, (found.first, found.beyond), found.meaning, floor)
    bound, outer = bound_before(row, words, first, floor)
    return Found(first, beyond, meaning, found.parts, bound, outer)


def _fields(
    row: Tokens, words: Vocabulary, shape: Compiled, match: re.Match[str]
) -> dict[str, object]:
    """The values of the words that a shape captured, under their names."""
    fields: dict[str, object] = dict(shape.shape.given)
    start = match.start()
    spelt = row.texts(start, match.end())
    for name, kind, group in shape.captures:
        first, beyond = match.span(group)
        if first >= 0:
            texts = spelt[first - start : beyond - start]
            found = (
                _amount(words, texts) if name == "COUNT" else words.alphabet.value(kind, texts[0])
            )
            fields[name] = found
    return fields


def _amount(words: Vocabulary, texts: list[str]) -> float | int:
    """“two”, “twenty-five”, “one hundred and fifty” or “2 1/2” as a number."""
    total = 0.0
    for text in texts:
        if text in ("1/2", "half"):
            total += 0.5
        elif (value := words.alphabet.value("NUM", text)) != normal(text):
            number = float(value)
            total = total * number if total and number in (100, 1000) else total + number
    total = total or 1  # "a day"
    return int(total) if total == int(total) else total


def _parts(match: re.Match[str]) -> tuple[Part, ...]:
    """The tokens of each date of a shape that names several: "29" and "31 July"."""
    spans: dict[str, list[Part]] = {}
    for name, piece in match.groupdict().items():
        if piece is not None:
            number = name[-1] if name[-1].isdecimal() else "1"
            spans.setdefault(number, []).append(match.span(name))
    if len(spans) < 2:
        return ()
    starts = [min(spans[number])[0] for number in sorted(spans)]
    starts[0] = match.start()
    ends = [
        max((e for _, e in spans[n] if e <= after), default=after)
        for n, after in zip(sorted(spans), starts[1:], strict=False)
    ]
    return tuple(zip(starts, [*ends, match.end()], strict=True))
