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
from store.dates.alphabet import Alphabet, Value
from store.dates.shapes import Compiled, Shape, words_of

_FORMS = re.compile(r"(.*?)\(([^)]*)\)")
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
        self.shapes = [shape.compiled(self.alphabet, self.macros) for shape in shapes]

    def _alphabet(self, entries: Mapping[str, Any], shapes: list[Shape]) -> Alphabet:
        forms = list(_forms(entries["words"]))
        named = {word for shape in shapes for word in shape.literals(self.macros)}
        named |= {word for shape in _strings(self.edges) for word in words_of(shape, self.macros)}
        settings = self.settings
        return Alphabet(
            _by_class(forms),
            capitals=_only_capital([form for _, _, form in forms]),
            dotted=frozenset(_bare(form) for _, _, form in forms if form.endswith(".")),
            literals=frozenset(named),
            ordinals=frozenset(settings.get("ordinals", ())),
            decades=frozenset(settings.get("decades", ())),
            meridians=frozenset(settings.get("meridians", ())),
            pasts=tuple(settings.get("past_endings", ())),
        )

    @cached_property
    def openings(self) -> Mapping[str, tuple[Compiled, ...]]:
        """The shapes that can begin with a character, by that character."""
        letters = {letter for shape in self.shapes for letter in shape.openings}
        return {c: tuple(s for s in self.shapes if c in s.openings) for c in letters}

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """One token with which a date phrase can begin."""
        return re.compile(f"[{re.escape(''.join(sorted(self.openings)))}]")


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


def _forms(words: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, Value, str]]:
    """Class, value and form of every word: "январ(ь я ю)" is three forms."""
    for name, values in words.items():
        for key, forms in values.items():
            value: Value = int(key) if key.lstrip("-").isdecimal() else key
            for form in forms:
                for spelt in _spelt_out(form):
                    yield name, value, spelt


def _spelt_out(form: str) -> list[str]:
    stem = _FORMS.fullmatch(form)
    if not stem:
        return [form]
    return [stem[1] + ending.strip("∅") for ending in stem[2].split()]


def _by_class(forms: list[tuple[str, Value, str]]) -> dict[str, dict[str, Value]]:
    classes: dict[str, dict[str, Value]] = {}
    for name, value, form in forms:
        classes.setdefault(name, {})[_bare(form)] = value
    return classes


def _only_capital(forms: list[str]) -> frozenset[str]:
    """The words that are written with a capital wherever the lexicon has them."""
    small = {_bare(form) for form in forms if not form[0].isupper()}
    return frozenset(_bare(form) for form in forms) - small


def _bare(form: str) -> str:
    return form.lower().rstrip(".")


def _strings(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, Mapping):
        for value in entry.values():
            yield from _strings(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from _strings(value)
