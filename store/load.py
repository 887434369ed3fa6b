"""Loading: many documents into the store, in batches, with an outcome for each.

A document that is there already, byte for byte from the same source and address, adds nothing.
One that could not be read is reported in its place and never stops the rest. What was told of is
on disk; a load that stops halfway goes on where it was when it is run again.

>>> import tempfile
>>> from pathlib import Path
>>> from store.database import open_store
>>> with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
...     unread = ReadProblem("a.txt", "is empty")
...     print(load(store, [unread], who="ann", now=datetime(2025, 8, 3)).outcomes[0].sentence)
is empty
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from store import crew, pipeline
from store.crew import Analyse, Found, Item, Task
from store.database import Store
from store.edits import Publish, apply, bring
from store.edits.brought import of_json
from store.readers import Given, ReadProblem
from store.records.incoming import Incoming, Known, here, insert
from store.records.names import Names

Status = Literal["added", "unchanged", "updated", "failed", "left out"]
# Claims in a transaction. A claim touches a page in each of a dozen indexes; the more of them
# come at once, the fewer pages are written twice (at 300 000 claims 250 us a claim in batches of
# 640, 80 in batches of 8 000). It is about a second, and another writer waits ten for its turn.
BATCH = 4_000
_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item.

    ``claims`` are those on the timeline and ``aside`` those off it (analysis, forecasts,
    reactions); ``yearless`` counts dates whose year nobody knows; ``document`` is the row id. Of
    what was added ``reader`` names what read it; ``title``, ``source`` and ``published`` (EDTF)
    are what it found, and ``how`` says where it found the date.
    """

    name: str
    status: Status
    sentence: str
    claims: int = 0
    aside: int = 0
    yearless: int = 0
    document: int | None = None
    reader: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    how: str = ""


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
    names: Names
    foreseen: set[object] = field(default_factory=set)


def load(
    store: Store,
    items: Iterable[Item],
    *,
    who: str,
    now: datetime,
    given: Given | None = None,
    update: bool = False,
    dry_run: bool = False,
    progress: Callable[[Outcome], None] | None = None,
    analyse: Analyse = pipeline.analyse,
    processes: int = 1,
) -> Report:
    """Load parcels or documents into the store, and keep all outcomes: see ``loading``.

    ``progress`` hears of each item when its batch is on disk.
    """
    outcomes: list[Outcome] = []
    for outcome in loading(
        store,
        items,
        who=who,
        now=now,
        given=given,
        update=update,
        dry_run=dry_run,
        analyse=analyse,
        processes=processes,
    ):
        outcomes.append(outcome)
        if progress is not None:
            progress(outcome)
    return Report(tuple(outcomes))


def loading(
    store: Store,
    items: Iterable[Item],
    *,
    who: str,
    now: datetime,
    given: Given | None = None,
    update: bool = False,
    dry_run: bool = False,
    analyse: Analyse = pipeline.analyse,
    processes: int = 1,
    batch: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[Outcome]:
    """Load parcels or documents into the store; the outcome of each, once it is on disk.

    ``given`` goes before what parcels say themselves. ``update`` takes another publication date
    for a document that is there already, as a journalled act of ``who``. ``dry_run`` writes
    nothing and says what would come. Where there is more than a few articles, as many
    ``processes`` as asked for read and analyse, and this one writes; memory does not grow with the
    number of items. ``batch`` claims (``BATCH``) are written in a transaction. As soon as
    ``stopped`` says so, what was analysed is written and no more read.
    """
    run = _Load(store, who, now, update, dry_run, Names(store.db))
    task = Task(store.path, given or Given(), analyse)
    pending: list[Found] = []
    for found in crew.read(items, task, store.db, processes):
        pending += found
        if stopped():
            break
        if _is_batch(pending, BATCH if batch is None else batch):
            yield from _settled(run, pending)
            pending = []
    yield from _settled(run, pending)


def _is_batch(pending: Sequence[Found], batch: int) -> bool:
    incoming = [item for item in pending if isinstance(item, Incoming)]
    claims = sum(len(item.claims) for item in incoming)
    return claims >= batch or sum(len(item.text) for item in incoming) >= _CHARACTERS


def _settled(run: _Load, items: Sequence[Found]) -> list[Outcome]:
    return list(_foreseen(run, items)) if run.dry_run else _stored(run, items)


def _foreseen(run: _Load, items: Iterable[Found]) -> Iterator[Outcome]:
    for item in items:
        if isinstance(item, Incoming) and not run.foreseen & _names(item):
            run.foreseen.update(_names(item))
            yield _added(item, None)
        else:
            yield _not_new(run, item)


def _stored(run: _Load, items: Sequence[Found]) -> list[Outcome]:
    """The items written in one transaction; it holds the file no longer than that takes."""
    with run.store.transaction() as db:
        fresh = _fresh(run, items)
        ids = insert(db, run.names, list(fresh.values()), run.who, run.now)
        added = (
            _brought(run, _added(*one), one[0]) for one in zip(fresh.values(), ids, strict=True)
        )
        outcomes = dict(zip(fresh, added, strict=True))
        return [outcomes.get(at) or _not_new(run, item) for at, item in enumerate(items)]


def _brought(run: _Load, outcome: Outcome, item: Incoming | Known) -> Outcome:
    """The outcome, once the decisions that came with the document are taken in."""
    acts = [act for text in item.acts if (act := of_json(json.loads(text)))]
    done = bring(run.store, item.identity, acts, run.who) if acts and not run.dry_run else 0
    if not done:
        return outcome
    said = f"{done} decision{'s' if done > 1 else ''} taken in"
    return replace(outcome, sentence="; ".join(filter(None, (outcome.sentence, said))))


def _fresh(run: _Load, items: Sequence[Found]) -> dict[int, Incoming]:
    """What is new of a batch, by its place in it.

    Asked again: the same text may have come twice at once, or from another process meanwhile.
    """
    fresh: dict[int, Incoming] = {}
    names: set[object] = set()
    for place, item in enumerate(items):
        if isinstance(item, Incoming) and not names & _names(item) and not _here(run, item):
            names |= _names(item)
            fresh[place] = item
    return fresh


def _names(item: Incoming) -> set[object]:
    """What another item must not share to be new beside this one: identity, text at an address."""
    return {item.identity, (item.address, item.text) if item.address else item.identity}


def _here(run: _Load, item: Incoming) -> str:
    return here(run.store.db, item.identity, item.address, item.text)


def _known(run: _Load, identity: str) -> tuple[int, str | None] | None:
    """Row id and publication date of a document that is in the store already."""
    found: tuple[int, str | None] | None = run.store.db.execute(
        "SELECT id, published FROM documents WHERE identity = ?", (identity,)
    ).fetchone()
    return found


def _added(item: Incoming, document: int | None) -> Outcome:
    return Outcome(
        item.name,
        "added",
        "; ".join(filter(None, (_disagreement(item), _guessed_source(item), _left_out(item)))),
        claims=item.on_timeline,
        aside=len(item.claims) - item.on_timeline,
        yearless=item.yearless,
        document=document,
        reader=item.document["reader"],
        title=item.document["title"],
        source=item.source,
        published=item.document["published"] or "",
        how=_how(item),
    )


def _disagreement(item: Incoming) -> str:
    given, stated = item.document["published"], item.document["stated"]
    differ = given and stated and given != stated
    return f"given {given}, the document itself says {stated}" if differ else ""


def _guessed_source(item: Incoming) -> str:
    basis = str(item.document["source_basis"])
    if basis not in ("folder", "file-name"):
        return ""
    return f"source “{item.source}” taken from the {basis.replace('-', ' ')}"


def _left_out(item: Incoming) -> str:
    left = json.loads(item.document["left_out"])
    return f"left out: {', '.join(left)}" if left else ""


def _how(item: Incoming) -> str:
    """How the publication date is known, and in which words it was found."""
    basis, stated = item.document["published_basis"] or "", item.document["stated_how"]
    return f"{basis}: {stated}" if stated and basis != "given" else basis


def _not_new(run: _Load, item: Found) -> Outcome:
    """What to say of what could not be read, or is there already."""
    if isinstance(item, ReadProblem):
        return Outcome(item.path, "failed" if item.fault else "left out", item.sentence)
    known = item.known(_here(run, item)) if isinstance(item, Incoming) else item
    return _there(run, known)


def _there(run: _Load, item: Known) -> Outcome:
    """What to say of a document that is there already, and what to take in if that is wanted."""
    if not item.acts:
        return _dated(run, item)
    outcome = Outcome(item.name, "unchanged", "")
    if not run.update:
        return replace(outcome, sentence="it comes with decisions; --update takes them in")
    # Its publication date is the one before all decisions, of which some may have set another.
    taken = _brought(run, outcome, item)
    return taken if taken is outcome else replace(taken, status="updated")


def _dated(run: _Load, item: Known) -> Outcome:
    """The outcome, with the publication date that the document is given now."""
    known, given = _known(run, item.identity), item.published
    if known is None or given is None or given.basis != "given" or given.edtf == known[1]:
        return Outcome(item.name, "unchanged", "", document=known[0] if known else None)
    id, stored = known
    sentence = f"stored {stored or 'without a publication date'}, given {given.edtf}"
    if not run.update:
        return Outcome(item.name, "unchanged", f"unchanged; {sentence}", document=id)
    if not run.dry_run:
        apply(run.store, Publish(item.identity, given.edtf), run.who, run.now)
    return Outcome(item.name, "updated", sentence, document=id)
