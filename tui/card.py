"""The card of a claim: what there is to know of it, as labelled lines of pieces.

>>> published_words(None)
'publication date unknown'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from store.plain import printable
from tui.render import FLAG_GLYPHS, Piece, fit, flag_part

if TYPE_CHECKING:
    from store.model import Publication
    from store.query import CardDate, CardRelation, ClaimCard, DocumentView

LABEL = 8
"""Cells for the label of a line."""
BASIS_WORDS = {
    "given": "as given",
    "metadata": "from the page",
    "dateline": "from the dateline",
    "file-name": "from the file name",
    "guessed": "guessed",
}
_PLACED = {
    "event": "",
    "as-of": ", as of that date",
    "said": ", when it was said",
    "bound": ", the day of publication being the latest",
    "undated": "",
}
_ANCHORS = {
    "publication": "publication",
    "story": "the story so far",
    "sentence": "its sentence",
    "phrase": "the phrase before",
}


_WORD = re.compile(r"\s*\S+\s*|\s+")


class Entry(NamedTuple):
    """A line of the card: its label and what it says."""

    label: str
    pieces: tuple[Piece, ...]


def entries(card: ClaimCard, document: DocumentView | None) -> Iterator[Entry]:
    """The lines of a card, from the chain down to the analyst's own; empty ones are left out."""
    yield Entry("chain", _chain(card, document))
    yield Entry("date", tuple(_date(card)))
    yield Entry("flag", _flag(card))
    if card.places:
        yield Entry("place", _listed((place.name for place in card.places), "place"))
    if card.hedges:
        hedges = (f"{hedge.kind} “{hedge.words}”" for hedge in card.hedges)
        yield Entry("hedges", _listed(hedges, "hedge"))
    if card.relations:
        yield Entry("related", _listed(map(_related, card.relations), "muted"))
    if card.cautions:
        yield Entry("caution", _listed(card.cautions, "caution"))
    yield Entry("judged", tuple(_judged(card)))
    if card.row.tags:
        yield Entry("tags", _listed((f"#{tag}" for tag in card.row.tags), "tag", " "))
    if card.note:
        yield Entry("note", (Piece(printable(card.note), "note"),))
    yield Entry("id", (Piece(card.row.key[:8], "muted"),))


def published_words(published: Publication | None) -> str:
    """A publication date and how it is known: ``published 2025-08-03 (from the page)``."""
    if published is None:
        return "publication date unknown"
    return f"published {published.edtf} ({BASIS_WORDS[published.basis]})"


def _chain(card: ClaimCard, document: DocumentView | None) -> tuple[Piece, ...]:
    """From the document's source inwards, each with its kind; one who is not named says so."""
    pieces = [Piece(printable(document.source if document else card.row.source), "source")]
    for hop in card.chain:
        unnamed = "unnamed " if hop.anonymous and hop.kind != "anonymous" else ""
        pieces += (Piece(" ← ", "muted"), Piece(printable(hop.name), "hop"))
        pieces.append(Piece(f" ({unnamed}{hop.kind})", "muted"))
    return tuple(pieces)


def _date(card: ClaimCard) -> Iterator[Piece]:
    row = card.row
    by_hand = "date" in row.corrected
    if card.date and not by_hand:
        yield Piece(f"“{printable(card.date.words)}” → ", "muted")
    yield Piece(row.edtf or "none", "date")
    yield Piece(_PLACED[row.basis], "muted")
    if by_hand:
        yield Piece(", set by hand", "hand")
    elif card.date:
        yield Piece(_reached(card.date), "muted")


def _reached(date: CardDate) -> str:
    anchor = _ANCHORS.get(date.dating.anchor_kind, "")
    return f" · counted from {anchor} {date.dating.anchor}" if anchor else ""


def _flag(card: ClaimCard) -> tuple[Piece, ...]:
    flag = card.row.flag
    reason = f" · {printable(card.flag_reason)}" if card.flag_reason else ""
    shown = Piece(f"{FLAG_GLYPHS.get(flag, '?')} {flag}", flag_part(flag))
    analysis = "" if card.row.timeline else " · analysis, not on the timeline"
    return shown, Piece(reason + analysis, "muted")


def _judged(card: ClaimCard) -> Iterator[Piece]:
    row = card.row
    yield Piece(printable(row.verdict) or "–", "verdict")
    yield Piece(" · grade ", "muted")
    yield Piece(row.grade, "grade")
    if row.corrected:
        yield Piece(f" · corrected by hand: {', '.join(row.corrected)}", "hand")
    if row.by_hand:
        yield Piece(" · added by hand", "hand")
    if row.hidden:
        yield Piece(" · hidden", "hand")
    if row.lost:
        yield Piece(" · no longer found by the rules", "caution")


def _related(relation: CardRelation) -> str:
    return f"{relation.said} {relation.key[:8]} “{printable(relation.quote)}”"


def _listed(
    words: Iterator[str] | tuple[str, ...], part: str, gap: str = " · "
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for word in words:
        if pieces:
            pieces.append(Piece(gap, "muted"))
        pieces.append(Piece(printable(word), part))
    return tuple(pieces)


def lines(shown: Iterable[Entry], width: int) -> list[tuple[Piece, ...]]:
    """The entries as lines of at most ``width`` cells, what they say beside their labels.

    >>> for line in lines([Entry("note", (Piece("ask them", "note"),))], 13):
    ...     print("".join(piece.text for piece in line).rstrip())
    note    ask
            them
    """
    room = max(4, width - LABEL)
    found: list[tuple[Piece, ...]] = []
    for entry in shown:
        label = Piece(fit(entry.label, LABEL), "label")
        for said in _wrapped(entry.pieces, room):
            found.append((label, *said))
            label = Piece(" " * LABEL)
    return found


def _wrapped(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Pieces broken between words so that no line is wider; a wider word has a line of its own."""
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        for word in _WORD.findall(piece.text):
            size = cell_len(word.rstrip())
            if line and used + size > width:
                yield line
                line, used = [], 0
            line.append(Piece(word, piece.part))
            used += cell_len(word)
    yield line
