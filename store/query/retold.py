"""A claim as it is told on: by other documents of about its day, by its own, by their headlines.

The order is that in which a claim travels: who is named as a source here comes first, then by the
day of publication; a headline follows the text that it stands over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta

from store.database import Store
from store.likeness import LIKE, alike
from store.model import Document
from store.query.cards import claim as card_of
from store.query.filter import Filter, Term
from store.query.firsts import first_ids
from store.query.library import document as view_of
from store.query.views import ClaimCard, DocumentView
from store.tellings import Telling

_SLACK = timedelta(days=1)
_MOST = 2000
_SIGNS = "#* "
_SOFTENING = frozenset(
    ("alleged", "unverified", "speculative", "if-confirmed", "denied", "disputed", "overstated")
)


def tellings(store: Store, id: int) -> list[Telling]:
    """All tellings of a claim, its own among them, as it travels; [] if it is gone."""
    card = card_of(store, id)
    if card is None:
        return []
    told = [card, *filter(None, (card_of(store, other) for other in _alike(store, card)))]
    named = " ".join(hop.name for hop in card.chain)
    views = {one.row.id: view_of(store, one.row.document) for one in told}
    ordered = sorted(told, key=lambda one: _when(views[one.row.id], one.row.source in named))
    return [telling for one in ordered for telling in _told(one, views[one.row.id])]


def _when(view: DocumentView | None, is_source: bool) -> tuple[bool, str, int]:
    published = view.published.edtf if view and view.published else "9999"
    return not is_source, published, view.id if view else 0


def _told(card: ClaimCard, view: DocumentView | None) -> Iterator[Telling]:
    """What a document says of a claim, in its text and in its headline."""
    row, named = card.row, tuple(hop.name for hop in card.chain)
    when = view.published.edtf if view and view.published else ""
    hedges: dict[str, str] = {h.kind: h.words for h in card.hedges if h.kind in _SOFTENING}
    unnamed = bool(card.chain) and card.chain[-1].anonymous
    yield Telling(row.source, row.quote, named, unnamed, hedges, row.id, when)
    for words in _headlines(card, view) if view else ():
        yield _headline(words, view.language if view else "en")._replace(
            who=row.source, claim=row.id, when=when
        )


def _headlines(card: ClaimCard, view: DocumentView) -> Iterator[str]:
    """The lines over a text that repeat a claim; those that are told of beside it as well."""
    lines = [span for span in card.repeats if _fills_line(view.text, span.start, span.end)]
    yield from (span.cut(view.text).strip(_SIGNS) for span in lines)
    over = view.title_span or any(view.title in span.cut(view.text) for span in lines)
    if not over and alike(view.title, card.row.quote) >= LIKE:
        yield view.title


def _fills_line(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    return not before.strip(_SIGNS) and not after.strip(_SIGNS)


def _headline(words: str, language: str) -> Telling:
    """A headline as it would be read if it stood alone."""
    from store.pipeline import analyse

    read = analyse(Document("headline", words.encode(), words, "", language=language)).claims
    if not read:
        return Telling("", words, headline=True)
    chain, said = read[0].chain, read[0].hedges
    hedges: dict[str, str] = {h.kind: h.span.cut(words) for h in said if h.kind in _SOFTENING}
    named = tuple(hop.name for hop in chain)
    unnamed = bool(chain) and chain[-1].anonymous
    return Telling("", words, named, unnamed, hedges, headline=True)


def _alike(store: Store, card: ClaimCard) -> list[int]:
    """The claim of each other document that is most like one, of about its day."""
    row = card.row
    if not row.earliest or not row.latest:
        return []
    since = date.fromisoformat(row.earliest) - _SLACK
    until = date.fromisoformat(row.latest) + _SLACK
    days = Term("date", f"{since.isoformat()}..{until.isoformat()}")
    near = first_ids(store, Filter((days,), scope="all"), _MOST)
    best: dict[int, tuple[float, int]] = {}
    for document, other, quote in store.db.execute(_QUOTES, (json.dumps(list(near)), row.document)):
        likeness = alike(row.quote, quote)
        if likeness >= LIKE and (likeness, -other) > best.get(document, (0, 0)):
            best[document] = likeness, -other
    return [-other for _, other in best.values()]


_QUOTES = """
SELECT document_id, id, quote FROM claims
WHERE id IN (SELECT value FROM json_each(?)) AND document_id <> ? ORDER BY id
"""
