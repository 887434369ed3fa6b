"""Find the date phrases of a row of tokens: shapes first, then what stands at their edges.

>>> from store.dates.tokens import tokens
>>> from store.dates.vocabulary import vocabulary
>>> words = vocabulary("en")
>>> row = tokens("They left in late July 1941.", words.alphabet)
>>> [(found.first, found.beyond, found.meaning) for found in scan(row, words)]
[(3, 6, Shaded(of=Explicit(edtf='1941-07', also='', weekday=None), shade='late', part=''))]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store.dates.alphabet import Value, normal
from store.dates.edges import bound_before, widened
from store.dates.fitting import Fit, Part
from store.dates.tokens import Tokens
from store.dates.vocabulary import Vocabulary
from store.meaning import Meaning

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
    for size, shape in words.machine.run(classes[start : start + _REACH]):
        beyond = start + size
        if shape.allows(classes, start, beyond):
            fit = shape.fit(classes[start:beyond])
            meaning = shape.build(_fields(row, words, shape.given, fit, start, size))
            if meaning is not None:
                parts = tuple((start + first, start + end) for first, end in fit.parts)
                return Found(start, beyond, meaning, parts)
    return None


def _with_edges(row: Tokens, words: Vocabulary, found: Found, floor: int) -> Found:
    first, beyond, meaning = widened(row, words, (found.first, found.beyond), found.meaning, floor)
    bound, outer = bound_before(row, words, first, floor)
    return Found(first, beyond, meaning, found.parts, bound, outer)


def _fields(
    row: Tokens, words: Vocabulary, given: Mapping[str, Value], fit: Fit, start: int, size: int
) -> dict[str, object]:
    """The values of the words that a shape captured, under their names."""
    fields: dict[str, object] = dict(given)
    spelt = row.texts(start, start + size) if fit.captures else []
    for name, kind, first, beyond in fit.captures:
        if name == "COUNT":
            fields[name] = _amount(words, spelt[first:beyond])
        else:
            fields[name] = words.alphabet.value(kind, spelt[first])
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
