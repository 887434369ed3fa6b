"""A text wrapped to a width: nothing lost, nothing too wide, every column leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.model import Span
from store.plain import printable
from store.query import DocumentView, Mark
from tui.article import REACH, Article, claim_at, styled
from tui.caret import Caret
from tui.render import Piece

texts = st.text(
    st.one_of(st.sampled_from("ab яї日\n\t \r"), st.characters(exclude_categories=["Cs"])),
    max_size=200,
)
widths = st.integers(2, 40)
TEXT = "The village was seized, they say.\nNobody saw it."


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one\n\ntwo\r\nthree\rfour", 9, ["one", "", "two", "three", "four"]),
        ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]),
        ("日本語 日本", 4, ["日本", "語", "日本"]),
        ("wide   gaps", 6, ["wide  ", "gaps"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    """Between words where there are any, else anywhere; line ends are kept."""
    assert [line.cut(text) for line in Article(text, width).lines] == lines


@given(texts, widths)
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    """Every visible character is on one line, in order, and lines fit."""
    article = Article(text, width)
    shown = "".join(line.cut(text) for line in article.lines)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(cell_len(printable(line.cut(text)).rstrip()) <= width for line in article.lines)


@given(texts, widths, st.data())
def test_a_column_leads_back_to_its_character(text: str, width: int, data: st.DataObject) -> None:
    """From an offset to line and column and back; characters without width share a column."""
    article = Article(text, width)
    line = data.draw(st.integers(0, len(article.lines) - 1))
    span = article.lines[line]
    if span.start < span.end:
        offset = data.draw(st.integers(span.start, span.end - 1))
        if cell_len(printable(text[offset])):
            assert article.line_at(offset) == line
            assert article.offset_at(line, article.column_of(offset)) == offset


@given(texts, widths, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 50))))
def test_pieces_make_up_the_line(text: str, width: int, marks: list[tuple[int, int]]) -> None:
    """However many marks cut it, the line reads the same."""
    article = Article(text, width, [(Span(s, s + n), f"m{s}") for s, n in marks])
    for line, span in enumerate(article.lines):
        pieces = "".join(piece.text for piece in article.pieces(line))
        assert pieces == "".join(map(printable, [span.cut(text)])) or "\r" in text or "\n" in text


def test_marks_overlap() -> None:
    """A stretch under two marks has the styles of both."""
    article = Article(
        "the capture of Chasov Yar", 40, [(Span(0, 25), "this"), (Span(15, 25), "place")]
    )
    assert list(article.pieces(0)) == [
        Piece("the capture of ", "this"),
        Piece("Chasov Yar", "this place"),
    ]


def test_a_very_long_text_is_laid_out_around_the_claim() -> None:
    """As far as one would scroll, and no further."""
    article = Article("word " * 200_000, 80, (), 500_000)
    assert article.shown == Span(500_000 - REACH, 500_000 + REACH)
    assert article.lines[0].start >= article.shown.start


VIEW = DocumentView(
    **{
        **dict.fromkeys(DocumentView.__slots__, ""),
        "text": TEXT,
        "title_span": None,
        "skipped": (Span(0, 3),),
        "marks": (
            Mark(Span(0, 32), "claim", 1),
            Mark(Span(4, 11), "claim", 2),
            Mark(Span(34, 40), "repeat", 2),
            Mark(Span(4, 11), "place", 2),
        ),
    }  # type: ignore[arg-type]
)


def test_the_claim_that_is_read_stands_out() -> None:
    """Its words and repeats are "this", those of others "other", the rest as they are."""
    assert [style for _, style in styled(VIEW, 2)] == ["skipped", "other", "this", "this", "place"]


@pytest.mark.parametrize(("offset", "claim"), [(0, 1), (5, 2), (35, 2), (33, None)])
def test_the_claim_at_a_character(offset: int, claim: int | None) -> None:
    """The one with fewest words of those that cover it."""
    assert claim_at(VIEW, offset) == claim


@pytest.mark.parametrize(
    ("moves", "offset", "marked"),
    [
        ("r", 4, None),
        ("rr", 12, None),
        ("rrl", 4, None),
        ("ll", 0, None),
        ("m", 2, "The"),
        ("mrr", 14, "The village was"),
        ("mrrl", 10, "The village"),
        ("rrml", 4, "village was"),
        ("rrmll", 0, "The village was"),
        ("d", 34, None),
        ("rdu", 4, None),
        ("dr", 41, None),
        ("rrrrrrrrrrrr", 45, None),
        ("mrx", 10, None),
    ],
)
def test_the_caret_walks_and_marks(moves: str, offset: int, marked: str | None) -> None:
    """By words and lines; whole words are marked; marking given up leaves it where it is."""
    page, caret = Article(TEXT, 60), Caret()
    for move in moves:
        caret = {
            "r": lambda c: c.word_right(page),
            "l": lambda c: c.word_left(page),
            "d": lambda c: c.lines(page, 1),
            "u": lambda c: c.lines(page, -1),
            "m": lambda c: c.marking(page),
            "x": lambda c: c.unmarked(),
        }[move](caret)
    assert caret.offset == offset
    assert (caret.marked.cut(TEXT) if caret.marked else None) == marked
