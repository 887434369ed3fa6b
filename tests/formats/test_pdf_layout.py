"""PDF: columns, headlines and paragraphs by where on the page the lines stand."""

from __future__ import annotations

import pytest

from store.model import Document
from store.readers import read_bytes
from tests.formats import shapes

LEFT = ["The bridge near Sotk was", "hit on July 31, the Ar-", "menian army said.", "Two men died."]
RIGHT = [
    "Azerbaijan denied the raid.",
    "A spokesman said that no",
    "drones had flown there.",
    "So.",
]
READ = (
    "Bridge hit near Sotk\n\n"
    "The bridge near Sotk was hit on July 31, the Armenian army said.\n\nTwo men died.\n\n"
    "Azerbaijan denied the raid. A spokesman said that no drones had flown there. So."
)
Drawn = tuple[float, float, int, str]
HEAD: Drawn = (72, 740, 18, "Bridge hit near Sotk")
ONE: list[Drawn] = [(72, 700 - 14 * n, 10, text) for n, text in enumerate(LEFT)]
OTHER: list[Drawn] = [(320, 700 - 14 * n, 10, text) for n, text in enumerate(RIGHT)]


def text_of(*drawn: Drawn) -> str:
    """The text of a page on which lines are drawn: x, y, size and words of each."""
    stream = b"".join(
        b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, words.encode())
        for x, y, size, words in drawn
    )
    (found,) = read_bytes("x", shapes.pdf((stream,), info=False))
    assert isinstance(found, Document)
    return found.text


@pytest.mark.parametrize(
    "drawn",
    [
        [HEAD, *ONE, *OTHER],
        [HEAD, *(line for pair in zip(ONE, OTHER, strict=True) for line in pair)],
        [*OTHER, *ONE, HEAD],
    ],
    ids=["by columns", "by rows", "from the end"],
)
def test_columns_are_read_one_after_the_other(drawn: list[Drawn]) -> None:
    """However they were drawn, and the headline over both before them."""
    assert text_of(*drawn) == READ


PARAGRAPHS: list[tuple[list[Drawn], str]] = [
    # Further down than usual.
    (
        [*ONE[:3], (72, 640, 10, "It stays shut, as all along.")],
        "The bridge near Sotk was hit on July 31, the Armenian army said.\n\n"
        "It stays shut, as all along.",
    ),
    # Set in, and the next line is not.
    (
        [
            (72, 700, 10, "The bridge was hit on Friday."),
            (84, 686, 10, "It stays shut, said the town"),
            (72, 672, 10, "and its neighbours there."),
        ],
        "The bridge was hit on Friday.\n\nIt stays shut, said the town and its neighbours there.",
    ),
    # A list hangs.
    (
        [
            (72, 700, 10, "- The bridge was hit and it"),
            (84, 686, 10, "stays shut, said the mayor of"),
            (84, 672, 10, "the town."),
        ],
        "- The bridge was hit and it stays shut, said the mayor of the town.",
    ),
    # A table is read row by row.
    (
        [
            (x, 700 - 14 * row, 10, f"{cell} {row}")
            for row in range(4)
            for x, cell in ((72, "Town"), (200, "killed"))
        ],
        "Town 0\tkilled 0\n\nTown 1\tkilled 1\n\nTown 2\tkilled 2\n\nTown 3\tkilled 3",
    ),
]


@pytest.mark.parametrize(("drawn", "text"), PARAGRAPHS, ids=["step", "set in", "list", "table"])
def test_paragraphs(drawn: list[Drawn], text: str) -> None:
    """A paragraph begins where a line stands as the first of one does."""
    assert text_of(*drawn) == text


def test_pages_without_text_are_told() -> None:
    """Where others have some, it is no scan as a whole."""
    (found,) = read_bytes("x", shapes.pdf((shapes.TEXT, "")))
    assert isinstance(found, Document)
    assert found.left_out == ("1 page without text, as of a scan",)
