"""Rows as pieces of a line: exactly as wide as asked, and safe for any terminal."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.model import Flag, Granularity
from store.numbers import grouped
from store.plain import printable
from tests.tui.main.test_rows import row
from tui.render import (
    DATE_BARS,
    FLAG_GLYPHS,
    FLAG_WIDTH,
    cells,
    clip,
    fit,
    heading_pieces,
    row_pieces,
)

CLAIM = row(1)._replace(
    flag="claimed",
    quote="the capture of Chasov Yar",
    place="Chasov Yar",
    origin="Russian Ministry of Defense",
    basis="said",
    granularity="day",
)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("village", 7, "village"),
        ("village", 6, "villa…"),
        ("a village", 3, "a…"),
        ("village", 1, "…"),
        ("village", 0, ""),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
    ],
)
def test_clip(text: str, width: int, shown: str) -> None:
    """An ellipsis stands for what does not fit, and takes its own cell."""
    assert clip(text, width) == shown


@given(st.text(max_size=60).map(printable), st.integers(0, 40))
def test_fit_is_exact(text: str, width: int) -> None:
    """Whatever the text, as many cells as asked."""
    assert cell_len(fit(text, width)) == width


@given(
    st.integers(1, 200),
    st.booleans(),
    st.text(max_size=80),
    st.text(max_size=30),
    st.lists(st.text(min_size=1, max_size=12), max_size=4),
)
def test_a_row_is_as_wide_as_its_line(
    width: int, cursor: bool, quote: str, place: str, tags: list[str]
) -> None:
    """At every width, whatever it says."""
    claim = CLAIM._replace(quote=quote, place=place, tags=tuple(tags), verdict="false")
    assert cells(row_pieces(claim, width, cursor=cursor, selected=cursor)) == width


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            90,
            "   ▏ ◐ claimed      said Chasov Yar: the capture of Chasov Yar"
            "       Russian Ministry…",
        ),
        (58, "   ▏ ◐ claimed      said Chasov Yar: the capture of Chaso…"),
        (40, "   ▏ ◐ said Chasov Yar: the capture of…"),
    ],
)
def test_what_a_narrow_line_drops(width: int, shown: str) -> None:
    """First the origin, then the flag's word; glyph, place and words stay."""
    pieces = row_pieces(CLAIM, width)
    assert " ".join("".join(piece.text for piece in pieces).split()) == " ".join(shown.split())


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({"unseen": True}, "•"),
        ({"basis": "bound"}, "◂"),
        ({"granularity": "month"}, "▌"),
        ({"has_note": True}, "✎"),
        ({"verdict": "false"}, "false"),
        ({"tags": ("key", "geo")}, "#key #geo"),
        ({"basis": "as-of"}, "as of "),
        ({"hidden": True}, "hidden "),
    ],
)
def test_what_a_row_tells(changes: dict[str, object], sign: str) -> None:
    """Each is a sign or a word, never a colour alone."""
    pieces = row_pieces(CLAIM._replace(**changes), 120)  # type: ignore[arg-type]
    assert sign in "".join(piece.text for piece in pieces)


def test_every_flag_and_granularity_has_a_sign_of_its_own() -> None:
    """Every flag one glyph of one cell, no two the same; every granularity a bar."""
    assert set(FLAG_GLYPHS) == set(get_args(Flag))
    assert len(set(FLAG_GLYPHS.values())) == len(FLAG_GLYPHS)
    assert {cell_len(glyph) for glyph in FLAG_GLYPHS.values()} == {1}
    assert max(map(len, FLAG_GLYPHS)) == FLAG_WIDTH
    assert set(DATE_BARS) == set(get_args(Granularity))


@given(st.integers(1, 80), st.integers(0, 10**7))
def test_a_heading_is_as_wide_as_its_line(width: int, count: int) -> None:
    """At every width."""
    assert cells(heading_pieces("on or before 3 Aug 2025", count, width)) == width


def test_thousands_stand_apart() -> None:
    """As a person reads them."""
    assert [grouped(n) for n in (0, 999, 48310)] == ["0", "999", "48 310"]
