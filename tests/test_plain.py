"""Text from anywhere with nothing left in it that acts."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.plain import escaped, passage, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("", ""),
        ("one\ttwo\nthree\r\nfour", "one two three  four"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("nul\x00bell\x07del\x7f", "nulbelldel"),
        ("csi\x9b31m", "csi31m"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("line\u2028end", "line end"),
        ("lone\ud800surrogate", "lone\ufffdsurrogate"),
        ("Часов Яр — [/b]", "Часов Яр — [/b]"),
        ("нуль\u200cджойнер", "нуль\u200cджойнер"),
        ("soft\xadhyphen\u3164filler\U000e0041tag", "softhyphenfillertag"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """Nothing that a terminal acts on is left, everything that can be read is."""
    assert printable(text) == shown


@given(st.text())
def test_printable_is_one_line_and_settled(text: str) -> None:
    """What came out goes in unchanged, has no line end and can be encoded."""
    shown = printable(text)
    assert printable(shown) == shown
    assert len(shown.splitlines()) <= 1
    shown.encode()


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=8))
def test_of_controls_only_joiners_and_signs_are_left(text: str) -> None:
    """Format characters that can be seen, as signs before Arabic numbers, and the two joiners."""
    left = set(printable(text)) - {" ", "\ufffd", "\u200c", "\u200d"}
    assert all(unicodedata.category(c) == "Cf" and unicodedata.name(c)[:6] in _SIGNS for c in left)


_SIGNS = {"ARABIC", "SYRIAC", "KAITHI", "EGYPTI", "SHORTH"}


@given(st.text())
def test_a_passage_keeps_its_lines(text: str) -> None:
    """And nothing else that acts."""
    assert len(passage(text).splitlines()) <= len(text.splitlines())
    assert all(printable(line) == line for line in passage(text).split("\n"))


@given(st.text())
def test_escaped_json_says_the_same(text: str) -> None:
    """Nothing acts, nothing is lost."""
    line = escaped(json.dumps(text, ensure_ascii=False))
    assert printable(line) == line
    assert json.loads(line) == text
