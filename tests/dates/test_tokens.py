"""Tokens: where they stand, what parts paragraphs, and that a text is never cut wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates.tokens import BREAK, tokens
from store.dates.vocabulary import vocabulary

BREAKS = [
    ("One.\n\nTwo.", 1),
    ("One.\nTwo.", 0),
    ("One. \nTwo.", 0),
    ("One. \n\nTwo.", 1),
    ("One.\n  \nTwo.", 1),
    ("One.\n\t \n Two.", 1),
    ("One.\r\n\r\nTwo.", 1),
    ("One.  Two.", 0),
    ("\n\nOne.", 1),
]


@pytest.mark.parametrize(("text", "count"), BREAKS)
def test_an_empty_line_parts_paragraphs(text: str, count: int) -> None:
    """A line end alone does not, whatever blanks stand around it."""
    assert tokens(text, vocabulary("en").alphabet).classes.count(BREAK) == count


@given(st.text(alphabet=st.sampled_from("a1 \n\t.,-/'ЯІ’5:"), max_size=60) | st.text(max_size=40))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Each token is its stretch of the text, one after the other."""
    row = tokens(text, vocabulary("en").alphabet)
    beyond = 0
    for index in range(len(row.classes)):
        start, end = row.span(index, index + 1)
        assert row.texts(index, index + 1) == [text[start:end]]
        assert beyond <= start <= end
        beyond = end
    assert row.texts(0, len(row.classes)) == [
        row.texts(index, index + 1)[0] for index in range(len(row.classes))
    ]
