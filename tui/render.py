"""From rows to pieces of a line: what is written, and what part each word plays.

A piece is a text with a *part* ("flag-against", "place"): ``tui.looks`` says how a part looks,
glyph and word say the same without colour. Every text passes ``printable`` (``store.plain``) on its
way here.

>>> clip("a village seized", 10)
'a village…'
>>> flag_piece("denied", 10)
Piece(text='✗ denied    ', part='flag-against')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, get_character_cell_size

from store.numbers import grouped
from store.plain import printable

if TYPE_CHECKING:
    from store.query import Row

FLAG_GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "reported": "●",
        "claimed": "◐",
        "unverified": "○",
        "disputed": "≠",
        "denied": "✗",
        "corroborated": "◉",
        "confirmed": "✓",
        "retracted": "⊘",
        "superseded": "»",
        "assessment": "◇",
        "forecast": "▷",
    }
)
"""One glyph a flag, each one cell wide: the fuller the disc, the firmer the text stands by it."""

_TONES = {
    "unverified": "doubt",
    "disputed": "doubt",
    "denied": "against",
    "retracted": "against",
    "corroborated": "firm",
    "confirmed": "firm",
    "superseded": "aside",
    "assessment": "aside",
    "forecast": "aside",
}
DATE_BARS: Mapping[str, str] = MappingProxyType(
    {
        "day": "▏",
        "weekend": "▎",
        "interval": "▍",
        "week": "▍",
        "month": "▌",
        "season": "▋",
        "quarter": "▋",
        "half": "▋",
        "year": "▊",
        "decade": "▉",
        "century": "█",
    }
)
"""How wide a stretch of time a date covers, as the width of a bar in one cell."""

FLAG_WIDTH = 12
"""Cells for the longest flag word, "corroborated"."""


class Piece(NamedTuple):
    """A stretch of a line and the part it plays, a name that ``tui.looks`` knows."""

    text: str
    part: str = ""


def size(text: str) -> int:
    """The cells that a text takes; of ASCII, which most is, without a table of widths."""
    return len(text) if text.isascii() else cell_len(text)


def clip(text: str, width: int) -> str:
    """The text in at most ``width`` cells, an ellipsis for what is cut."""
    if width <= 0:
        return ""
    text = text[: width * 4 + 4]  # a mark without width belongs to a letter: four are plenty
    if size(text) <= width:
        return text
    return text[: _reach(text, width - 1)].rstrip() + "…"


def _reach(text: str, width: int) -> int:
    """How many characters fit into a width."""
    if text.isascii():
        return width
    used = 0
    for position, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width:
            return position
    return len(text)


def fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells, clipped or filled up with spaces."""
    clipped = clip(text, width)
    return clipped + " " * (width - size(clipped))


def cells(pieces: Iterable[Piece]) -> int:
    """How many cells the pieces take."""
    return sum(size(piece.text) for piece in pieces)


@lru_cache
def flag_piece(flag: str, width: int = FLAG_WIDTH) -> Piece:
    """A flag as its glyph and its word, the word in ``width`` cells (0: the glyph alone)."""
    return Piece(f"{FLAG_GLYPHS.get(flag, '?')} {fit(flag, width)}", flag_part(flag))


def flag_part(flag: str) -> str:
    """The part that a flag plays.

    >>> flag_part("denied"), flag_part("claimed")
    ('flag-against', 'flag')
    """
    return f"flag-{_TONES[flag]}" if flag in _TONES else "flag"


def heading_pieces(heading: str, count: int, width: int) -> tuple[Piece, ...]:
    """A heading line of the timeline: the date, and at the right how many claims it heads."""
    number = grouped(count)
    title = clip(printable(heading), width - len(number) - 3)
    gap = width - size(title) - len(number) - 2
    if gap < 1:
        return (Piece(fit(title, width), "heading"),)
    return (
        Piece(f" {title}", "heading"),
        Piece(" " * gap),
        Piece(f"{number} ", "muted"),
    )


def row_pieces(
    row: Row, width: int, *, cursor: bool = False, selected: bool = False, hit: bool = False
) -> tuple[Piece, ...]:
    """A claim on one line of exactly ``width`` cells.

    From the left: cursor, mark (selected, hit, unseen), date bar, flag, place, words, the
    analyst's verdict, tags and note, origin. A narrow line drops the origin first, then the
    flag's word.
    """
    marks = _marks(row, cursor=cursor, selected=selected, hit=hit)
    flag = flag_piece(row.flag, FLAG_WIDTH + 1 if width >= 44 else 0)
    right = _right(row, width)
    room = width - cells((*marks, flag, *right))
    if room < 0:
        return crop((*marks, flag, *right), width)
    return (*marks, flag, *_words(row, room), *right)


def _marks(row: Row, *, cursor: bool, selected: bool, hit: bool) -> tuple[Piece, ...]:
    """One cell each; of several marks the first of selected, hit, unseen."""
    marks = ((selected, "✓", "selected"), (hit, "›", "hit"), (row.unseen, "•", "unseen"))
    mark = next((Piece(sign, part) for holds, sign, part in marks if holds), Piece(" "))
    return (
        Piece("▌" if cursor else " ", "pointer"),
        mark,
        Piece(f"{_date_bar(row)} ", "date-bar"),
    )


def _date_bar(row: Row) -> str:
    if row.basis == "undated":
        return " "
    return "◂" if row.basis == "bound" else DATE_BARS.get(row.granularity, "▏")


def _words(row: Row, room: int) -> tuple[Piece, ...]:
    said = {"said": "said ", "as-of": "as of "}.get(row.basis, "")
    hidden = "hidden " if row.hidden else ""
    quote = "quote-unseen" if row.unseen else "quote"
    place = printable(row.place)
    told = f"×{row.others + 1} " if row.others else ""
    wanted = (
        Piece(told, "others"),
        Piece(hidden, "muted"),
        Piece(said, "muted"),
        Piece(f"{place}: " if place else "", "place"),
        Piece(printable(row.quote[: room * 2]), quote),
    )
    return crop(wanted, room)


def _right(row: Row, width: int) -> tuple[Piece, ...]:
    """The analyst's part, then the origin in a column of its own."""
    decided = _decided(row, width * 2 // 5) if width >= 30 else ()
    column = min(24, width // 5) if width >= 60 else 0
    origin = Piece(f" {fit(printable(row.origin), column)}" if column else "", "origin")
    return (*decided, origin, Piece(" "))


def _decided(row: Row, room: int) -> tuple[Piece, ...]:
    pieces = [Piece(f" {printable(row.verdict)}" if row.verdict else "", "verdict")]
    pieces += [Piece(f" #{printable(tag)}", "tag") for tag in row.tags]
    pieces.append(Piece(" ✎" if row.has_note else "", "note"))
    return shorten(pieces, room)


def crop(pieces: Iterable[Piece], width: int) -> tuple[Piece, ...]:
    """The pieces in exactly ``width`` cells: clipped with an ellipsis or filled with spaces."""
    kept, left = _cut(pieces, width)
    return (*kept, Piece(" " * left))


def shorten(pieces: Iterable[Piece], width: int) -> tuple[Piece, ...]:
    """The pieces in at most ``width`` cells, an ellipsis where they are cut."""
    return tuple(_cut(pieces, width)[0])


def _cut(pieces: Iterable[Piece], width: int) -> tuple[list[Piece], int]:
    """The pieces that say something and fit, the last one clipped, and the cells left over."""
    kept: list[Piece] = []
    left = width
    for piece in pieces:
        taken = size(piece.text)
        if taken > left:
            clipped = clip(piece.text, left)
            return [*kept, Piece(clipped, piece.part)], left - size(clipped)
        if taken:
            kept.append(piece)
            left -= taken
    return kept, left
