"""The date vocabulary of a language, read from its lexicon and made ready for matching.

>>> vocabulary("en").alphabet.value("MONTH", "Sept")
9
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from store import lexicon
from store.dates.alphabet import Alphabet, Form, Value
from store.dates.fitting import Fitting
from store.dates.locale import locale_words
from store.dates.machine import Machine
from store.dates.shapes import Shape, parse, words_of

_FORMS = re.compile(r"([^(]*)\(([^)]*)\)")
# Kinds of numbers that what stands right behind them makes, and the setting that lists it.
_NUMBERS = {"ordinal": "ordinals", "decade": "decades", "clock hour": "meridians"}
_CONDITIONS = ("after", "unless_after", "before", "unless_before")


class Vocabulary:
    """Words, shapes and edges of date phrases in one language.

    ``alphabet`` classes the tokens; ``shapes`` are in the order of the file; ``settings`` is its
    table ``[language]``.
    """

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.settings: Mapping[str, Any] = entries["language"]
        self.macros: Mapping[str, str] = entries.get("macros", {})
        self.edges: Mapping[str, Any] = entries.get("edges", {})
        shapes = [_shape(entry) for entry in entries["shape"]]
        self.alphabet = self._alphabet(entries, shapes)
        self.shapes = [Fitting(shape, self.alphabet, self.macros) for shape in shapes]

    def _alphabet(self, entries: Mapping[str, Any], shapes: list[Shape]) -> Alphabet:
        named = {word for shape in shapes for word in shape.literals(self.macros)}
        named |= {word for shape in _strings(self.edges) for word in words_of(shape, self.macros)}
        suffixes = {
            suffix: kind for kind in _NUMBERS for suffix in self.settings.get(_NUMBERS[kind], ())
        }
        return Alphabet(self._words(entries["words"]), named, suffixes, self.settings)

    def _words(self, words: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Form]:
        """The lexicon's words, and those of the locale that it names."""
        if "locale" in self.settings:
            yield from _forms(locale_words(self.settings["locale"]))
        yield from _forms(words)

    @cached_property
    def machine(self) -> Machine[Fitting]:
        """All shapes at once."""
        return Machine((shape.tree, shape) for shape in self.shapes)

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """A token with which a date phrase can begin."""
        return re.compile(f"[{re.escape(''.join(sorted(self.machine.openings)))}]")

    @cache  # noqa: B019  # a vocabulary lives as long as the program
    def edge(self, side: str) -> Machine[str]:
        """The edges of one side by their names; those on the left are read backwards."""
        shapes = self.edges.get(side, {}).items()
        trees = ((parse(shape, self.alphabet, self.macros), name) for name, shape in shapes)
        return Machine(trees, backwards=side != "right")


@cache
def vocabulary(language: str, overlay: Path | None = None) -> Vocabulary:
    """The vocabulary of a language, with a user's own laid over it; English for one we lack."""
    known = lexicon.languages("dates", overlay)
    return Vocabulary(lexicon.read("dates", language if language in known else "en", overlay))


def _shape(entry: Mapping[str, Any]) -> Shape:
    own = {"words", "means", *_CONDITIONS}
    given: dict[str, Value] = {key: value for key, value in entry.items() if key not in own}
    conditions = {key: entry[key] for key in _CONDITIONS if key in entry}
    return Shape(entry["words"], entry["means"], given, **conditions)


def _forms(words: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Form]:
    """Every form of every word: "январ(ь я ю)" is three."""
    for name, values in words.items():
        for key, written in values.items():
            value: Value = int(key) if key.lstrip("-").isdecimal() else key
            for text in written:
                yield from (Form(name, value, spelt) for spelt in _spelt_out(text))


def _spelt_out(form: str) -> list[str]:
    stem = _FORMS.fullmatch(form)
    if not stem:
        return [form]
    return [stem[1] + ending.strip("∅") for ending in stem[2].split()]


def _strings(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, Mapping):
        for value in entry.values():
            yield from _strings(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _strings(value)
