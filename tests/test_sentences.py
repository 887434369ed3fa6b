"""Text → sentences: where one ends, what is a heading, what a wrapped line is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Span
from store.sentences import split

CUTS = [
    ("en", "Gen. A. Tan spoke. He left.", ["Gen. A. Tan spoke.", "He left."]),
    (
        "en",
        "“We held it. All of it,” he said. Then they went.",
        ["“We held it.", "All of it,” he said.", "Then they went."],
    ),
    (
        "en",
        "It hit the U.N. base at 9 p.m. on Monday.",
        ["It hit the U.N. base at 9 p.m. on Monday."],
    ),
    ("en", "See No. 9. It is short.", ["See No. 9.", "It is short."]),
    ("en", "“Go!” they cried. Nobody went…", ["“Go!” they cried.", "Nobody went…"]),
    ("en", "Is it true? (It is.) Good.", ["Is it true?", "(It is.)", "Good."]),
    (
        "ru",
        "А. Б. Иванов живёт на ул. Ленина. Он ушёл.",
        ["А. Б. Иванов живёт на ул. Ленина.", "Он ушёл."],
    ),
    (
        "ru",
        "Погибли 3 тыс. человек. «Мы уйдём. Все», — сказал он.",
        ["Погибли 3 тыс. человек.", "«Мы уйдём.", "Все», — сказал он."],
    ),
    (
        "uk",
        "Він мешкав на вул. Шевченка. Нині там порожньо.",
        ["Він мешкав на вул. Шевченка.", "Нині там порожньо."],
    ),
    ("en", "A line\nthat only wraps. Next one.", ["A line\nthat only wraps.", "Next one."]),
    ("en", "", []),
    ("en", "  \n\n ", []),
]

HEADINGS = [
    ("Rebels Seize Town\n\nThey came at dawn.", [True, False]),
    ("Rebels Seize Town\n\nRebels Seize Town\n\nThey came at dawn.", [True, True, False]),
    ("They came at dawn.\n\nKEY POINTS\n\nThey left at noon.", [False, True, False]),
    ("News at nine\n\n▪️ Losses. Two men died.", [True, True, False]),
    ("Digest of the day\n\n• Access to the road remains blocked", [True, False]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CUTS)
def test_cuts(language: str, text: str, expected: list[str]) -> None:
    """A stop ends a sentence unless it belongs to an abbreviation or an initial."""
    assert [s.span.cut(text) for s in split(text, language)] == expected


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: list[bool]) -> None:
    """A title, its repeat, a line of its own and an item's label are headings."""
    assert [s.heading for s in split(text)] == expected


def test_a_given_title_is_a_heading() -> None:
    """The reader may know the title by other means, even where it ends in a stop."""
    text = "They came.\n\nThe town fell at dawn."
    assert [s.heading for s in split(text, title=Span(0, 10))] == [True, False]


def test_skipped_spans_have_no_sentences() -> None:
    """Front matter stays in the text, and out of its sentences."""
    text = "---\ntitle: X\n---\nThey came at dawn. They left."
    assert [s.span.cut(text) for s in split(text, skipped=[Span(0, 16)])] == [
        "They came at dawn.",
        "They left.",
    ]


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(alphabet="Aя. “”!\n«»Dr12—", max_size=80),
    language=st.sampled_from(["en", "ru", "uk"]),
)
def test_sentences_are_in_order_and_hold_all_letters(text: str, language: str) -> None:
    """Sentences do not overlap, have no blank edges, and leave out nothing but blanks."""
    spans = [s.span for s in split(text, language)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.cut(text) == span.cut(text).strip() != "" for span in spans)
    assert sum(len(span.cut(text).split()) for span in spans) == len(text.split())
