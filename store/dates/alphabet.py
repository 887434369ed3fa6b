"""One character for each kind of token: what words and numbers are to the grammar of dates.

A word may belong to several classes ("second" is an ordinal and a unit); words that belong to the
same classes share a character. A class is then a set of characters, and a shape of words a
regular expression over them.

>>> letters = Alphabet([Form("MONTH", 5, "May")])
>>> letters["May "] in letters.of("MONTH"), letters["may"] in letters.of("MONTH")
(True, False)
>>> letters["31"] in letters.of("DAY"), letters["32"] in letters.of("DAY")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType
from typing import Any, NamedTuple

from store.dates.tokens import cut

Value = int | str
PUNCTUATION = frozenset(".,;:!?()[]{}\"'’‘“”«»„-–—‑/%$€£#№+*<>=…")
# The characters of words that no lexicon lists: names, verbs and nouns as their endings tell them.
OTHER, NAME, PAST, PRESENT, MANY = "x", "X", "e", "t", "s"
_UNLISTED = {"NAME": NAME, "OTHER": OTHER + PAST + PRESENT + MANY, "MANY": MANY}
_ENDINGS = {"plural_endings": MANY, "past_endings": PAST, "present_endings": PRESENT}
_FIRST = 0xE000  # the private use area: no character of a text gets in, see ``_class_of``
_SHORT = 3  # letters of words that are no verbs, whatever they end with
_DOTTED = "DOTTED"  # the class of abbreviations
_AS_WRITTEN = ("ISO", "NUMERIC")
_LONGEST = 40  # characters of a stretch that is worth remembering
_REMEMBERED = 100_000  # words; a text of random letters must not fill the memory
_ROMAN_LETTERS = "IVXІХ"
_ROMAN = re.compile(rf"[{_ROMAN_LETTERS}]+\s*")
_LOOKALIKES = str.maketrans("ІХ", "IX")
_NUMBER = re.compile(r"(\d+)([^\W\d_]*)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?")
_NUMERIC = re.compile(r"(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./])\d{1,2}\2\d{1,2})")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
# What kinds of numbers there are, and the classes each belongs to.
_KINDS: dict[str, frozenset[str]] = {
    "digit": frozenset({"NUM", "DAY", "HOUR"}),
    "hour": frozenset({"NUM", "DAY", "HOUR", "YY"}),
    "day": frozenset({"NUM", "DAY", "YY"}),
    "two": frozenset({"NUM", "YY"}),
    "hundreds": frozenset({"NUM", "SHORTYEAR"}),
    "old": frozenset({"NUM", "OLDYEAR"}),
    "year": frozenset({"NUM", "YEAR", "PLAINYEAR"}),
    "round year": frozenset({"NUM", "YEAR"}),  # "1500 people" are counted, "1957 people" hardly
    "big": frozenset({"NUM"}),
    "ordinal": frozenset({"ORD", "DAY", "DAYTH"}),
    "high ordinal": frozenset({"ORD"}),
    "decade": frozenset({"DECADE"}),
    "short decade": frozenset({"TENS"}),
    "clock": frozenset({"CLOCK"}),
    "iso": frozenset({"ISO"}),
    "numeric": frozenset({"NUMERIC"}),
    "clock hour": frozenset({"MERIDIAN"}),
    "fraction": frozenset({"FRACTION"}),
}


class Form(NamedTuple):
    """A word of a lexicon: its class, what it is worth there, and how it is written.

    A word with a capital counts only with a capital, one with a full stop is an abbreviation.
    """

    name: str
    value: Value
    text: str

    @property
    def word(self) -> str:
        """The word as ``normal`` would spell it."""
        return self.text.lower().rstrip(".")


class Alphabet(dict[str, str]):
    """Token → character; a dict that learns a token when it first meets it.

    ``literals`` are the words that shapes name, ``suffixes`` what may stand right behind a number
    and the kind of number that makes it, ``settings`` the lexicon's, of which it takes the endings.
    """

    def __init__(
        self,
        forms: Iterable[Form],
        literals: Iterable[str] = (),
        suffixes: Mapping[str, str] = MappingProxyType({}),
        settings: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._suffixes = suffixes
        self.spelt = _Spelt(self)
        self._endings = {
            letter: tuple(settings[name]) for name, letter in _ENDINGS.items() if name in settings
        }
        self._letters: dict[frozenset[str], str] = {}
        self._values: dict[tuple[str, str], Value] = {}
        self._known: dict[tuple[str, str], Value] = {}
        small: dict[str, set[str]] = {word: {word, *self._verb(word)} for word in literals}
        capital: dict[str, set[str]] = {}
        for form in forms:
            self._values[form.name, form.word] = form.value
            classes = (capital if form.text[0].isupper() else small).setdefault(form.word, set())
            classes |= {form.name, _DOTTED} if form.text.endswith(".") else {form.name}
        self._small = {word: self._letter(classes) for word, classes in small.items()}
        verbs = {"FUTURE", "MODAL", "PRESENTVERB", "PASTVERB"}  # "may" is one, "May" is none
        self._capital = {
            word: self._letter(classes | (small.get(word, set()) - verbs))
            for word, classes in capital.items()
        }
        self._numbers = {kind: self._letter(classes) for kind, classes in _KINDS.items()}
        self._members: dict[str, str] = dict(_UNLISTED)
        for members, letter in self._letters.items():
            for name in members:
                self._members[name] = self._members.get(name, "") + letter

    def _verb(self, word: str) -> tuple[str, ...]:
        """The class of verbs in the past, for a word that shapes name and that ends like one."""
        return ("PASTVERB",) if len(word) > _SHORT and self._ending(word) == PAST else ()

    def _letter(self, classes: Set[str]) -> str:
        return self._letters.setdefault(frozenset(classes), chr(_FIRST + len(self._letters)))

    def __missing__(self, token: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        letter = self[token] = self._class_of(token.rstrip())
        return letter

    def of(self, name: str) -> str:
        """The characters of a class, or of a word that shapes name, as one string.

        Two classes hold what no lexicon lists: ``NAME`` the words with a capital, ``OTHER`` those
        without.
        """
        return self._members.get(name, "")

    def value(self, name: str, token: str) -> Value:
        """What a token is worth as a member of a class: its value, or the number it begins with."""
        known = self._known.get((name, token))
        if known is None:
            known = self._known[name, token] = self._value(name, token)
        return known

    def _value(self, name: str, token: str) -> Value:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        if name in _AS_WRITTEN:
            return token
        found = self._values.get((name, normal(_in_latin(token))))
        if found is not None:
            return found
        digits = _NUMBER.match(token)
        return int(digits[1]) if digits else normal(token)

    def _class_of(self, token: str) -> str:
        if not token:
            return "¶"
        first = token[0]
        if first.isdecimal():
            return self._number(token)
        if not first.isalpha():
            return first if first in PUNCTUATION else OTHER
        return self._word(token)

    def _word(self, token: str) -> str:
        word = normal(_in_latin(token))
        letter = self._small.get(word)
        if token[0].isupper():
            return self._capital.get(word) or letter or NAME
        return letter or self._ending(word)

    def _ending(self, word: str) -> str:
        """The character of a word that no lexicon lists, by how it ends."""
        for letter, endings in self._endings.items():
            if word.endswith(endings):
                return letter
        return OTHER

    def _number(self, token: str) -> str:
        plain = _NUMBER.fullmatch(token)
        if plain and plain[1].isascii() and len(plain[1]) <= 4:
            kind = self._suffixed(plain[1], plain[2]) if plain[2] else _plain_kind(plain[1])
        else:
            kind = _compound_kind(token)
        return self._numbers[kind] if kind else OTHER

    def _suffixed(self, digits: str, suffix: str) -> str:
        kind = self._suffixes.get(suffix.lower(), "")
        if kind == "ordinal" and not 1 <= int(digits) <= 31:
            return "high ordinal"
        if kind == "decade":
            return {(4, "0"): "decade", (2, "0"): "short decade"}.get((len(digits), digits[-1]), "")
        return kind


class _Spelt(dict[str, str]):
    """Stretch of text → the characters of its tokens; learned as it is met."""

    def __init__(self, letters: Alphabet) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, stretch: str) -> str:
        found = "".join(map(self._letters.__getitem__, cut(stretch)))
        if len(stretch) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[stretch] = found
        return found


def _in_latin(token: str) -> str:
    """A Roman numeral without the Cyrillic letters that look the same."""
    roman = token[0] in _ROMAN_LETTERS and _ROMAN.fullmatch(token)
    return token.translate(_LOOKALIKES) if roman else token


def normal(token: str) -> str:
    """A token as the lexicons spell it: lower case, plain apostrophes, without 's."""
    word = token.strip().lower()
    if not word.isalnum():
        word = word.replace("’", "'").replace("ʼ", "'").removesuffix("'s")
    return word


def _plain_kind(digits: str) -> str:
    number = int(digits)
    if len(digits) == 4:
        return _kind_of_year(number)
    if len(digits) == 3:
        return "hundreds" if number >= 100 else "big"
    if number > 31:
        return "two"
    if len(digits) == 1:
        return "digit" if number else "big"
    return "two" if not number else "hour" if number <= 24 else "day"


def _kind_of_year(number: int) -> str:
    if 1500 <= number <= 2199:
        return "year" if number % 100 else "round year"
    return "old" if number >= 1000 else "big"


def _compound_kind(token: str) -> str:
    if len(token) > 12:
        return "big" if token.isdecimal() else ""
    if token[4:5] == "-":
        return "iso"
    if _NUMERIC.fullmatch(token):
        return "numeric"
    if _CLOCK.fullmatch(token):
        return "clock"
    if token == "1/2":
        return "fraction"
    return "big" if token.isdecimal() or _THOUSANDS.fullmatch(token) else ""
