"""Loading: many documents into the store, in batches, with an outcome for each.

A document that is there already, byte for byte from the same source and address, adds nothing.
One that could not be read is reported in its place and never stops the rest.

>>> import tempfile
>>> from pathlib import Path
>>> from store.database import open_store
>>> with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
...     unread = ReadProblem("a.txt", "is empty")
...     print(load(store, [unread], who="ann", now=datetime(2025, 8, 3)).outcomes[0].sentence)
is empty
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Literal

from store import pipeline
from store.database import Store
from store.edits import Publish, apply
from store.model import Analysis, Document
from store.readers import ReadProblem
from store.records.claims import add_claims, add_relations
from store.records.incoming import add_document
from store.records.names import Names
from store.records.phrases import add_phrases

Status = Literal["added", "unchanged", "updated", "failed"]
Analyse = Callable[[Document], Analysis]
# Long enough that a commit (some 5 ms) costs little beside reading 16 articles (some 300 ms), short
# enough that progress moves and another writer, which waits ten seconds for its turn, gets one.
BATCH = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item.

    ``claims`` are those on the timeline and ``aside`` those off it (analysis, forecasts,
    reactions); ``yearless`` counts dates whose year nobody knows; ``document`` is the row id.
    """

    name: str
    status: Status
    sentence: str
    claims: int = 0
    aside: int = 0
    yearless: int = 0
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all items, in their order."""

    outcomes: tuple[Outcome, ...]

    @property
    def failed(self) -> bool:
        """Whether any item failed."""
        return any(outcome.status == "failed" for outcome in self.outcomes)

    @property
    def claims(self) -> int:
        """How many claims on the timeline were added."""
        return sum(outcome.claims for outcome in self.outcomes if outcome.status == "added")


@dataclass(frozen=True, slots=True)
class _Load:
    """What stays the same while a load runs, and the identities that a dry run would have added."""

    store: Store
    who: str
    now: datetime
    update: bool
    dry_run: bool
    analyse: Analyse
    foreseen: set[str] = field(default_factory=set)


def load(
    store: Store,
    items: Iterable[Document | ReadProblem],
    *,
    who: str,
    now: datetime,
    update: bool = False,
    dry_run: bool = False,
    progress: Callable[[Outcome], None] | None = None,
    analyse: Analyse = pipeline.analyse,
) -> Report:
    """Load documents into the store.

    ``update`` takes another publication date for a document that is there already, as a
    journalled act of ``who``. ``dry_run`` writes nothing and says what would come. ``progress``
    hears of each item; what it has heard of is on disk when its batch of 16 is.
    """
    run = _Load(store, who, now, update, dry_run, analyse)
    outcomes: list[Outcome] = []
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        # Analysed before the transaction begins, so that it is short.
        analysed = [_analysed(run, item) for item in batch]
        for outcome in _foreseen(run, analysed) if dry_run else _stored(run, analysed):
            outcomes.append(outcome)
            if progress is not None:
                progress(outcome)
    return Report(tuple(outcomes))


def _analysed(run: _Load, item: Document | ReadProblem) -> Analysis | Document | ReadProblem:
    """The analysis of a new document; a known one, or what could not be read, as it is."""
    if isinstance(item, ReadProblem) or _known(run, item) is not None:
        return item
    return run.analyse(item)


def _foreseen(run: _Load, items: Iterable[Analysis | Document | ReadProblem]) -> Iterable[Outcome]:
    for item in items:
        if isinstance(item, Analysis) and item.document.identity not in run.foreseen:
            run.foreseen.add(item.document.identity)
            yield _added(item, None)
        elif isinstance(item, ReadProblem):
            yield Outcome(item.path, "failed", item.sentence)
        else:
            yield _there(run, item.document if isinstance(item, Analysis) else item)


def _stored(run: _Load, items: Iterable[Analysis | Document | ReadProblem]) -> list[Outcome]:
    with run.store.transaction() as db:
        names = Names(db)
        return [_store(run, names, item) for item in items]


def _store(run: _Load, names: Names, item: Analysis | Document | ReadProblem) -> Outcome:
    if isinstance(item, ReadProblem):
        return Outcome(item.path, "failed", item.sentence)
    if isinstance(item, Document):
        return _there(run, item)
    # Asked again: the same text may have come twice in one batch, or from another process.
    if _known(run, item.document) is not None:
        return _there(run, item.document)
    return _added(item, _write(run, names, item))


def _write(run: _Load, names: Names, analysis: Analysis) -> int:
    db = run.store.db
    document = add_document(db, names, analysis, run.who, run.now)
    phrases = add_phrases(db, document, analysis.phrases, analysis.datings)
    ids = add_claims(db, names, document, analysis, phrases)
    add_relations(db, ids, analysis.claims)
    return document


def _known(run: _Load, document: Document) -> tuple[int, str | None] | None:
    """Row id and publication date of a document that is in the store already."""
    found: tuple[int, str | None] | None = run.store.db.execute(
        "SELECT id, published FROM documents WHERE identity = ?", (document.identity,)
    ).fetchone()
    return found


def _added(analysis: Analysis, document: int | None) -> Outcome:
    read = analysis.document
    on_timeline = sum(claim.timeline for claim in analysis.claims)
    return Outcome(
        read.name,
        "added",
        "; ".join(filter(None, (_disagreement(read), _guessed_source(read)))),
        claims=on_timeline,
        aside=len(analysis.claims) - on_timeline,
        yearless=sum(dating.edtf.startswith("XXXX") for dating in analysis.datings),
        document=document,
    )


def _disagreement(document: Document) -> str:
    if document.published is None or document.stated is None:
        return ""
    given, stated = document.published.edtf, document.stated.edtf
    return f"given {given}, the document itself says {stated}" if given != stated else ""


def _guessed_source(document: Document) -> str:
    if document.source_basis not in ("folder", "file-name"):
        return ""
    return f"source “{document.source}” taken from the {document.source_basis.replace('-', ' ')}"


def _there(run: _Load, document: Document) -> Outcome:
    """What to say of a document that is there already, and its new publication date if wanted."""
    known = _known(run, document)
    given = document.published
    if known is None or given is None or given.basis != "given" or given.edtf == known[1]:
        return Outcome(document.name, "unchanged", "", document=known[0] if known else None)
    id, stored = known
    sentence = f"stored {stored or 'without a publication date'}, given {given.edtf}"
    if not run.update:
        return Outcome(document.name, "unchanged", f"unchanged; {sentence}", document=id)
    if not run.dry_run:
        apply(run.store, Publish(document.identity, given.edtf), run.who, run.now)
    return Outcome(document.name, "updated", sentence, document=id)
