"""The machine fits what each shape would fit on its own; shapes capture what they name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.dates.alphabet import Alphabet, Form
from store.dates.machine import Machine
from store.dates.shapes import captures, parse

LETTERS = Alphabet(
    [Form("MONTH", 5, "May"), Form("MONTH", 8, "Aug."), Form("UNIT", "day", "day")],
    literals=["of", "the", "a"],
)
SHAPES = {
    "date": "the? DAY of? MONTH (, YEAR)?",
    "days": "DAY (-|of) DAY2 MONTH",
    "unit": "(a|the|NUM)? UNIT?",
    "month": "MONTH (MONTH|of (the|a)?)?",
}
TREES = {name: parse(shape, LETTERS, {}) for name, shape in SHAPES.items()}
rows = st.lists(
    st.sampled_from(["the", "3", "31", "of", "May", "Aug", ".", ",", "1941", "a", "day", "-"]),
    max_size=8,
).map(lambda words: "".join(map(LETTERS.__getitem__, words)))


@pytest.mark.parametrize("backwards", [False, True])
@settings(deadline=None)
@given(row=rows)
def test_the_machine_fits_what_a_shape_fits(*, backwards: bool, row: str) -> None:
    """Every length that one of the shapes takes is found, under its name, and no other."""
    machine = Machine([(tree, name) for name, tree in TREES.items()], backwards=backwards)
    expected = {
        (size, name)
        for name, tree in TREES.items()
        for size in range(1, len(row) + 1)
        if re.fullmatch(tree.source, row[-size:] if backwards else row[:size])
    }
    assert set(machine.run(row[::-1] if backwards else row)) == expected
    assert not expected or machine.opens[(row[::-1] if backwards else row)[:2]]


@settings(deadline=None)
@given(row=rows)
def test_what_fits_is_captured_by_its_class(row: str) -> None:
    """Whatever a shape fits it captures: under each name once, and of that name's class."""
    for size, name in Machine([(tree, name) for name, tree in TREES.items()]).run(row):
        found = captures(TREES[name], row[:size])
        assert len({capture[0] for capture in found}) == len(found)
        for capture, first, beyond in found:
            assert 0 <= first < beyond <= size
            assert row[first] in LETTERS.of(capture.rstrip("2"))
