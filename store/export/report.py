"""What a page for readers tells: claims under their headings, each with its facts, then documents.

HTML and Markdown write the same report; here it is put together, with nothing in it that acts.

>>> link("https://daily.example/a b"), link("javascript:alert(1)"), link("https://daily.example/")
('', '', 'https://daily.example/')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from store.database import Store
from store.plain import passage, printable
from store.query import ClaimCard, Filter, claim, ids
from store.timeline import heading

# A browser is asked for pages and for nothing else that an address can mean.
_LINK = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f]+")
_SAID = {"said": "said", "as-of": "as of", "bound": "at the latest"}


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the report: ``number`` is what claims refer to it by, from 1."""

    number: int
    title: str
    publisher: str
    published: str
    url: str
    file: str
    sha256: str
    loaded: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the report: its words, and facts as pairs of a name and what is to be said."""

    key: str
    flag: str
    place: str
    words: str
    facts: tuple[tuple[str, str], ...]
    note: str
    source: Source


class Report:
    """The claims of a filter in its order; their documents are known when all were told."""

    def __init__(self, store: Store, filter: Filter) -> None:
        self._store = store
        self._ids: Sequence[int] = ids(store, filter)
        self._sources: dict[int, Source] = {}
        self.title = printable(str(filter)) or "All claims"
        self.claims = len(self._ids)
        self.journal = _journal(store)

    @property
    def sources(self) -> list[Source]:
        """The documents of the claims told so far."""
        return list(self._sources.values())

    def sections(self) -> Iterator[tuple[str, Iterator[Told]]]:
        """Heading after heading with its claims, to be taken in turn."""
        cards = (claim(self._store, id) for id in self._ids)
        present = (card for card in cards if card is not None)
        for words, under in groupby(present, lambda card: heading(card.row.heading)):
            yield printable(words), map(self._told, under)

    def _told(self, card: ClaimCard) -> Told:
        return Told(
            card.row.key,
            card.row.flag,
            printable(card.row.place),
            passage(card.row.quote),
            tuple((name, said) for name, said in _facts(card) if said),
            passage(card.note),
            self._source(card),
        )

    def _source(self, card: ClaimCard) -> Source:
        id = card.row.document
        if id not in self._sources:
            row = self._store.db.execute(_SOURCE, (id,)).fetchone()
            title, file, publisher, published, url, sha256, loaded = map(printable, row)
            number = len(self._sources) + 1
            self._sources[id] = Source(
                number, title or file, publisher, published, link(url), file, sha256, loaded
            )
        return self._sources[id]


def _facts(card: ClaimCard) -> Iterator[tuple[str, str]]:
    row = card.row
    hops = [f"{hop.name} (unnamed)" if hop.anonymous else hop.name for hop in card.chain]
    yield "on whose word", printable(" ← ".join((row.source, *hops)))
    date = " ".join(filter(None, (_SAID.get(row.basis, ""), row.edtf))) or "not known"
    words = f", from “{card.date.words}”" if card.date else ""
    yield "date", printable(f"{date}{words}")
    yield "places", printable(", ".join(dict.fromkeys(place.name for place in card.places)))
    yield "why so flagged", printable(card.flag_reason)
    yield "hedges", printable(", ".join(f"{h.kind} “{h.words}”" for h in card.hedges))
    yield "cautions", ", ".join(card.cautions)
    yield "verdict", row.verdict or "none yet"
    yield "grade", row.grade
    yield "tags", printable(" ".join(row.tags))
    yield "set by hand", ", ".join(row.corrected)


def link(url: str) -> str:
    """An address that a browser may be sent to, or nothing."""
    return url if _LINK.fullmatch(url) else ""


def _journal(store: Store) -> str:
    """Up to which decision the report goes: whoever has the store can look it up."""
    sql = "SELECT number, at, hash FROM journal ORDER BY number DESC LIMIT 1"
    row = store.db.execute(sql).fetchone()
    return f"decisions up to entry {row[0]} ({row[1][:10]}, {row[2][:12]})" if row else ""


_SOURCE = """
SELECT title, documents.name, sources.name, coalesce(published, ''), url, sha256,
    substr(loaded_at, 1, 10) || ' by ' || loaded_by
FROM documents JOIN sources ON sources.id = documents.source_id WHERE documents.id = ?
"""
