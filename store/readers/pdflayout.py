"""The lines of a page in the order in which they are read, blanks where a paragraph ends.

A PDF says where each piece of text stands and draws them in any order. Most programs draw as one
reads; pages that some draw line by line over all columns are put in order here.

>>> left = [Line(50, 700 - 12 * n, 10, f"a line of the left one, {n}") for n in range(4)]
>>> right = [Line(300, 700 - 12 * n, 10, f"a line of the right one, {n}") for n in range(4)]
>>> drawn = [line for pair in zip(left, right) for line in pair]
>>> in_order(drawn) == left + right
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

# The mean width of a letter by the size of its font, rather too small than too large.
_LETTER = 0.4
# A column has lines, and they are of prose: a table has short cells and is read row by row.
_FEWEST, _SHORTEST = 3, 15
# The part of lines that may run over a gutter: a headline, a caption.
_CROSSING = 0.3
# How much larger than usual a step down is between paragraphs, and how much a size differs.
_STEP, _SIZE = 1.3, 0.1
# How far the first line of a paragraph is set in, by its size.
_INDENT = 0.7


class Line(NamedTuple):
    """A line, or what of it stands in one column: its start in points from below left, its size."""

    x: float
    y: float
    size: float
    text: str

    @property
    def end(self) -> float:
        """About where it ends."""
        return self.x + len(self.text) * self.size * _LETTER


def text_lines(page: Any) -> list[str]:
    """The lines of a page of pypdf, a blank one where a paragraph ends."""
    pieces: list[Line] = []

    def piece(text: str, around: Sequence[float], at: Sequence[float], _: Any, size: float) -> None:
        x = at[4] * around[0] + at[5] * around[2] + around[4]
        y = at[4] * around[1] + at[5] * around[3] + around[5]
        pieces.append(Line(x, y, abs(size * at[3] * around[3]) or size, text))

    page.extract_text(visitor_text=piece)
    return list(_with_blanks(_rows(in_order(_joined(pieces)))))


def _joined(pieces: Sequence[Line]) -> list[Line]:
    """Pieces that stand beside one another as one line."""
    lines: list[Line] = []
    open_ = False
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            open_ = open_ and not number
            last = lines[-1] if lines else piece
            beside = abs(last.y - piece.y) < last.size / 2 and piece.x - last.end < 2 * last.size
            if open_ and beside:
                lines[-1] = last._replace(text=last.text + part)
            elif part.strip():
                lines.append(piece._replace(text=part.lstrip()))
                open_ = True
    return lines


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are read; as they were drawn where they stand in no columns."""
    gutter = _gutter(lines)
    if not gutter:
        return list(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: (-round(line.y), line.x)):
        if line.x < gutter < line.end:
            ordered += [*left, *in_order(right), line]
            left, right = [], []
        else:
            (left if line.x < gutter else right).append(line)
    return [*ordered, *left, *in_order(right)]


def _gutter(lines: Sequence[Line]) -> float:
    """Where the second column begins; 0 where there is none."""
    rows: dict[int, list[float]] = {}
    for line in lines:
        rows.setdefault(round(line.y / 3), []).append(line.x)
    # Of each row that has several, where the second begins.
    starts = [sorted(row)[1] for row in rows.values() if len(row) > 1]
    if len(starts) < _FEWEST:
        return 0
    gutter = median(starts) - 1
    left = [line for line in lines if line.end <= gutter]
    right = [line for line in lines if line.x >= gutter]
    crossing = len(lines) - len(left) - len(right)
    columns = _is_column(left) and _is_column(right) and crossing <= _CROSSING * len(lines)
    return gutter if columns else 0


def _is_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= _FEWEST and median(len(line.text) for line in lines) >= _SHORTEST


def _rows(lines: Iterable[Line]) -> list[Line]:
    """The lines, cells that stand in one row as one line with tabs between them."""
    rows: list[Line] = []
    for line in lines:
        if rows and abs(rows[-1].y - line.y) < 1:
            rows[-1] = rows[-1]._replace(text=f"{rows[-1].text.rstrip()}\t{line.text}")
        else:
            rows.append(line)
    return rows


def _with_blanks(lines: Sequence[Line]) -> Iterator[str]:
    """The words of the lines, and a blank one before each that opens a paragraph."""
    usual = median(
        [one.y - other.y for one, other in pairwise(lines) if one.y > other.y + 1] or [0]
    )
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if before and _opens(before, line, after, usual):
            yield ""
        yield line.text.strip()


def _opens(before: Line, line: Line, after: Line | None, usual: float) -> bool:
    """Whether a line is of another size, further down, set in and the next is not, or has cells."""
    sized = abs(line.size - before.size) > _SIZE * before.size
    set_in = after is not None and after.x - 1 < before.x < line.x - _INDENT * line.size
    cells = "\t" in before.text + line.text
    return sized or set_in or cells or before.y - line.y > _STEP * usual
