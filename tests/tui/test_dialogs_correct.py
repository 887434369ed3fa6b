"""Correcting by hand: place, chain and the words of a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Span
from tests.tui.asking import Asking, Pasted, live
from tests.tui.dialog_cases import CLAIM, SPAN, TEXT
from tui.screens.correct import (
    ChainCorrection,
    CorrectDialog,
    Correction,
    DateCorrection,
    HopsDialog,
    PlaceCorrection,
    PlaceDialog,
    read_hops,
    read_names,
)
from tui.screens.span import Edge, SpanCorrection, SpanDialog, in_context, moved


@pytest.mark.parametrize(
    ("typed", "hops"),
    [
        ("", ()),
        ("Example Daily\nthe ministry", ("Example Daily", "the ministry")),
        ("Example Daily ← the ministry", ("Example Daily", "the ministry")),
        ("RIA <- ministry\n\n  a  serviceman ", ("RIA", "ministry", "a serviceman")),
        ("a; b", ("a, b",)),
        ("x\x1b[2J", ("x[2J",)),
    ],
)
def test_read_hops(typed: str, hops: tuple[str, ...]) -> None:
    """One hop a line or arrows between them, the outermost first."""
    assert read_hops(typed) == hops


@pytest.mark.parametrize(
    ("typed", "names"),
    [("", ()), (" ; ", ()), ("Chasiv Yar;  Kherson", ("Chasiv Yar", "Kherson")), ("a;a", ("a",))],
)
def test_read_names(typed: str, names: tuple[str, ...]) -> None:
    """Semicolons part places; none comes twice."""
    assert read_names(typed) == names


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["ctrl+u", Pasted("Kherson"), "enter"], [PlaceCorrection(("Kherson",))]),
        (["ctrl+u", Pasted("Khe"), "right", "enter"], [PlaceCorrection(("Kherson",))]),
        (["end", Pasted("; Izium"), "enter"], [PlaceCorrection(("Chasiv Yar", "Izium"))]),
        (["ctrl+u", "enter"], [PlaceCorrection(())]),
        (["ctrl+r"], [PlaceCorrection(None)]),
        (["enter"], [None]),
    ],
)
async def test_place(ask: Asking, keys: list[str], answers: list[PlaceCorrection | None]) -> None:
    """Places are typed with completion; ctrl+r goes back to the loader's."""
    assert await ask(PlaceDialog(CLAIM), keys) == answers


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["ctrl+s"], [None]),
        (
            [Pasted("RIA"), "enter", "ctrl+s"],
            [ChainCorrection(("RIA", "Example Daily", "ministry"))],
        ),
        (["ctrl+r"], [ChainCorrection(None)]),
    ],
)
async def test_hops(ask: Asking, keys: list[str], answers: list[ChainCorrection | None]) -> None:
    """Hops are lines; ctrl+s gives them."""
    assert await ask(HopsDialog(CLAIM), keys) == answers


@pytest.mark.parametrize(
    ("edge", "steps", "by_word", "words"),
    [
        ("end", 1, True, "the ministry announced the capture of the village"),
        ("end", -1, True, "the ministry announced the capture of"),
        ("end", 1, False, "the ministry announced the capture of the "),
        ("start", 1, True, "ministry announced the capture of the"),
        ("start", -1, True, ", the ministry announced the capture of the"),
        ("start", 1, False, "he ministry announced the capture of the"),
    ],
)
def test_moved(edge: Edge, steps: int, by_word: bool, words: str) -> None:
    """An end moves by a word or by a letter."""
    begin = TEXT.index("the ministry")
    span = Span(begin, TEXT.index(" village"))
    assert moved(TEXT, span, edge, steps, by_word=by_word).cut(TEXT) == words


@given(
    st.text(min_size=1),
    st.data(),
    st.sampled_from(["start", "end"]),
    st.sampled_from([1, -1]),
    st.booleans(),
)
def test_a_span_is_never_empty_nor_outside(
    text: str, data: st.DataObject, edge: Edge, steps: int, by_word: bool
) -> None:
    """Whatever the text and the move, the span stays inside it with at least one letter."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    after = moved(text, Span(start, end), edge, steps, by_word=by_word)
    assert 0 <= after.start < after.end <= len(text)


@live
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["left"], "the ministry announced the capture of the"),
        (["h", "l"], None),
        (["L"], "ministry announced the capture of the village"),
        (["shift+right", "H"], None),
        (["full_stop"], "the ministry announced the capture of the village."),
        (
            ["less_than_sign", "greater_than_sign", "comma"],
            "the ministry announced the capture of the villag",
        ),
    ],
)
async def test_span(ask: Asking, keys: list[str], words: str | None) -> None:
    """Keys move both ends; a span that is as it was is no correction."""
    [answer] = await ask(SpanDialog(TEXT, SPAN), [*keys, "enter"])
    assert (answer.span.cut(TEXT) if answer and answer.span else None) == words


@live
async def test_span_goes_back(ask: Asking) -> None:
    """ctrl+r goes back to the loader's words."""
    assert await ask(SpanDialog(TEXT, SPAN), ["ctrl+r"]) == [SpanCorrection(None)]


@live
async def test_span_is_shown_between_brackets(ask: Asking) -> None:
    """The words stand in their surroundings."""
    seen = await ask.screen(SpanDialog(TEXT, SPAN), size=(100, 24))
    assert "On July 31, [the ministry" in seen


def test_a_long_span_shows_its_ends() -> None:
    """Of a long span the middle is left out, so that what moves is in sight."""
    shown = str(in_context("a" * 500 + "b" * 500, Span(0, 1000), 100))
    assert shown == f"[{'a' * 50} … {'b' * 50}]"


@live
@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["p", "ctrl+r"], [PlaceCorrection(None)]),
        (["enter", "ctrl+r"], [PlaceCorrection(None)]),
        (["c", "ctrl+r"], [ChainCorrection(None)]),
        (["j", "j", "enter", "ctrl+r"], [SpanCorrection(None)]),
        (["d"], [DateCorrection()]),
        (["p", "escape"], []),
        (["p", "escape", "escape"], [None]),
    ],
)
async def test_chooser(ask: Asking, keys: list[str], answers: list[Correction | None]) -> None:
    """The chooser gives the answer of the dialog chosen; Esc there comes back to it."""
    assert await ask(CorrectDialog(CLAIM), keys) == answers


@live
async def test_names_that_would_act_are_shown_without_it(ask: Asking) -> None:
    """Nothing is corrected by looking at them."""
    claim = replace(CLAIM, places=("Ar\u202evi",), chain=("RIA\x1b[2J", "x"))
    assert await ask(PlaceDialog(claim), ["enter"]) == [None]
    assert await ask(HopsDialog(claim), ["ctrl+s"]) == [None]
    assert "Arvi" in await ask.screen(PlaceDialog(claim))
    assert "RIA[2J" in await ask.screen(HopsDialog(claim))
