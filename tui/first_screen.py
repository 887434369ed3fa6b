"""The first screen as text for a terminal: header, timeline with its first rows, footer still bare.

Pure: what the rows are, and how wide and how coloured the terminal is, is given. Rows, headings,
looks and places are those of the app, so that nothing moves when it paints the same.

>>> Paint({"primary": "#7aa2c8", "panel": "#22272e"}).style("bold $primary on $panel")
'1;38;2;122;162;200;48;2;34;39;46'
>>> Paint({}).style("bold $primary on $panel")
'1'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from store.timeline import heading
from tui.looks import look
from tui.render import Piece, heading_pieces, row_pieces
from tui.rows import FirstRows
from tui.shape import Box, timeline_box

if TYPE_CHECKING:
    from store.query import Row

BASE = "$foreground on $background"
ROUND, HEAVY = tuple("╭─╮│╰╯"), tuple("┏━┓┃┗┛")
_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7", "strike": "9"}


class Paint:
    """The colours of a theme as #rrggbb by name, none where they are not wanted.

    Where they cannot be shown ``exact``, those of 256 that come near them are taken.
    """

    def __init__(self, colours: Mapping[str, str], *, exact: bool = True) -> None:
        self.colours = colours
        self._exact = exact
        self._known: dict[str, str] = {}

    def style(self, look: str) -> str:
        """A look as ``tui.looks`` has them, as the numbers of an escape sequence."""
        if look not in self._known:
            self._known[look] = ";".join(self._numbers(look))
        return self._known[look]

    def part(self, pieces: Iterable[Piece], panel: str, ground: str) -> str:
        """Pieces of a panel as text, on a ground that is a look as well."""
        return "".join(
            f"\x1b[0;{self.style(f'{ground} {self.look(panel, part)}')}m{text}"
            for text, part in pieces
            if text
        )

    def look(self, panel: str, part: str) -> str:
        """The look of a part, with or without colours."""
        return look(panel, part, colourless=not self.colours)

    def _numbers(self, look: str) -> Iterator[str]:
        ground = "38"
        for word in look.split():
            if word in _ATTRIBUTES:
                yield _ATTRIBUTES[word]
            elif word == "on":
                ground = "48"
            elif self.colours:
                yield f"{ground};{self._colour(self.colours[word[1:]])}"
                ground = "38"

    def _colour(self, colour: str) -> str:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        if self._exact:
            return f"2;{red};{green};{blue}"
        return f"5;{16 + 36 * round(red / 51) + 6 * round(green / 51) + round(blue / 51)}"


def first_screen(rows: Sequence[Row], size: tuple[int, int], share: int, paint: Paint) -> str:
    """What to write to a terminal of some columns and lines, whatever it shows."""
    width, height = size
    box = timeline_box(width, height, share)
    lines = "".join(
        f"\x1b[{box.top + 1 + at};{box.left + 1}H{line}"
        for at, line in enumerate(_timeline(rows, box, paint))
    )
    bare = f"\x1b[0;{paint.style('on $panel')}m{' ' * width}"
    name = paint.part([Piece(" conflict-tui ", "name")], "header", "on $panel")
    clear = f"\x1b[0;{paint.style(BASE)}m\x1b[2J"
    return f"{clear}\x1b[1;1H{bare}\x1b[1;1H{name}{lines}\x1b[{height};1H{bare}"


def _timeline(rows: Sequence[Row], box: Box, paint: Paint) -> Iterator[str]:
    """The lines of the timeline's box."""
    left, across, right, side, below_left, below_right = ROUND if paint.colours else HEAVY
    edge, inside = f"\x1b[0;{paint.style(f'{BASE} $primary')}m", box.width - 2
    title = f"\x1b[1m timeline \x1b[22m{across * (inside - 11)}"
    yield f"{edge}{left}{across}{title}{right}"
    drawn = _rows(rows, inside, paint)
    for _ in range(box.height - 2):
        yield f"{edge}{side}{next(drawn, ' ' * inside)}{edge}{side}"
    yield f"{edge}{below_left}{across * inside}{below_right}"


def _rows(rows: Sequence[Row], width: int, paint: Paint) -> Iterator[str]:
    """The lines of the claims, and of the headings above them; the cursor is on the first."""
    lines, at_cursor = FirstRows(rows).lines, f"{BASE} {paint.look('timeline', 'cursor')}"
    for position, is_heading in map(lines.at, range(lines.total)):
        if is_heading:
            title = heading(lines.number_of(position))
            pieces, ground = heading_pieces(title, lines.headed(position), width), BASE
        else:
            pieces = row_pieces(rows[position], width, cursor=not position)
            ground = BASE if position else at_cursor
        yield paint.part(pieces, "timeline", ground)
