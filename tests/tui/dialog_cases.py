"""One of each dialog, with a subject that tries to write to the terminal and to break markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.editions import Change, Said
from store.edits import DateChange
from store.journal import Entry, Kind
from store.model import Span
from store.query import Copy, EditionLine, Facet, Field, Filter
from store.tellings import Telling
from tests.tui.asking import Make
from tui.screens import (
    chain,
    confirm,
    contradictions,
    correct,
    editions,
    eventdate,
    export,
    grade,
    journal,
    jump,
    note,
    publication,
    span,
    tags,
    verdict,
    why,
)
from tui.screens import filter as filters
from tui.screens import help as helps

HOSTILE = "the [/b] village\x1b[31m fell\u202e [bold"
TEXT = "On July 31, the ministry announced the capture of the village. The staff denied it."
SPAN = Span(12, 61)
CLAIM = correct.Correctable(
    HOSTILE, TEXT, SPAN, ("Chasiv Yar",), ("Example Daily", "ministry"), ("Kharkiv", "Kherson")
)


@dataclass(frozen=True)
class Day:
    """A date as a person's words were read."""

    edtf: str
    earliest: str
    latest: str


def read(typed: str) -> Day | str:
    """Read ISO days and months only."""
    try:
        day = date.fromisoformat(typed if len(typed) > 7 else f"{typed}-01").isoformat()
    except ValueError:
        return f"“{typed}” is no date"
    return Day(typed, day, day if len(typed) > 7 else f"{typed}-28")


def changes(edtf: str | None) -> Sequence[DateChange]:
    """Three claims: one date changes, one stays as it is, one was set by hand."""
    new = f"{edtf[:4]}-07-31" if edtf else "XXXX-07-31"
    return (
        DateChange(1, "a", HOSTILE, "XXXX-07-31", new),
        DateChange(2, "b", "the staff denied it", "2025-08-02", "2025-08-02"),
        DateChange(3, "c", "set by a person", "2025-08-01", "2025-08-01", pinned=True),
    )


def facets(filter: Filter, field: Field) -> Sequence[Facet]:
    """Two flags, three hundred places, nothing of the rest."""
    del filter
    if field == "flag":
        return (Facet("claimed", 12), Facet("denied", 3))
    return [Facet(f"Place {n}", n) for n in range(300, 0, -1)] if field == "place" else ()


def entry(
    number: int,
    kind: Kind = "act",
    of: int | None = None,
    *,
    sentence: str = "",
    inverse: str = "x",
) -> Entry:
    """A journal entry."""
    said = sentence or f"act {number}"
    return Entry(number, "2025-08-03T09:00:00", "ann", kind, of, said, "", inverse, "", "")


@dataclass(frozen=True)
class Command:
    """A command as the help page lists it."""

    id: str
    keys: str
    title: str
    help: str
    group: str


COMMANDS = (
    Command("down", "j,down", "down", "go to the next claim", "move"),
    Command("up", "k,up", "up", "go to the claim before", "move"),
    Command("tag", "t", "tag", "put tags on claims", "judge"),
)
HOPS = (
    chain.ChainHop(HOSTILE, "channel", "the channel"),
    chain.ChainHop("Alex", "military", "a serviceman", anonymous=True),
)
TOLD = (
    Telling(
        *("Nord", "four may be hurt", ("an aide",), True, {"speculative": "may"}, 7, "2025-08-01")
    ),
    Telling("Nord", "Four hurt", claim=7, when="2025-08-01", headline=True),
    Telling("Example Daily", HOSTILE, ("the staff",), claim=11, when="2025-08-03"),
)
AGAINST = (
    contradictions.Contradiction(7, "denies", "1 Aug 2025", "denied", "the staff", HOSTILE),
    contradictions.Contradiction(9, "disputes", "2 Aug 2025", "disputed", "Deep State", "not so"),
)
EDITIONS = (
    EditionLine(1, HOSTILE, "A", "2025-08-03", "", "", "2025-08-03T09:00:00+00:00", 2, ()),
    EditionLine(
        *(2, HOSTILE, "A", "2025-08-03", "2025-08-04T10:00:00Z", "", "2025-08-05T09:00:00", 2),
        (
            Change("softened", Said(3, "four hurt", "claimed"), Said(4, HOSTILE, "unverified")),
            Change("dropped", Said(5, "it fell", "reported"), None),
        ),
    ),
)
COPIES = (Copy(6, "Example Wire", HOSTILE, "2025-08-03", 11),)
WHY = why.Why(
    f"“July 31” names no year.\n{HOSTILE}",
    phrase="July 31",
    rule="nearest past",
    anchor="2025-08-03",
    value="2025-07-31",
    earliest="2025-07-31",
    latest="2025-07-31",
    alternatives=("2024-07-31",),
)

DIALOGS: dict[str, Make] = {
    "verdict": lambda: verdict.VerdictDialog(HOSTILE, [""]),
    "tags": lambda: tags.TagDialog(HOSTILE, 2, [Facet("key", 4)], [Facet("key", 1)]),
    "note": lambda: note.NoteDialog(HOSTILE, "call the council"),
    "grade": lambda: grade.GradeDialog(HOSTILE, grade.Standing("Example Daily", "B")),
    "event date": lambda: eventdate.EventDateDialog(HOSTILE, "2025-07-31", True, read),
    "publication": lambda: publication.PublicationDialog(HOSTILE, "", "", read, changes),
    "jump": lambda: jump.JumpDialog(read),
    "filter": lambda: filters.FilterDialog(
        Filter(),
        lambda filter, fields, then: [then((f, facets(filter, f))) for f in fields],
        lambda _, then: then(1204),
    ),
    "correct": lambda: correct.CorrectDialog(CLAIM),
    "place": lambda: correct.PlaceDialog(CLAIM),
    "hops": lambda: correct.HopsDialog(CLAIM),
    "span": lambda: span.SpanDialog(TEXT, SPAN),
    "forget": lambda: confirm.forget_dialog(HOSTILE, 12, 3),
    "why": lambda: why.WhyDialog(HOSTILE, WHY),
    "chain": lambda: chain.ChainDialog(HOSTILE, "Example Daily", HOPS, TOLD),
    "contradictions": lambda: contradictions.ContradictionsDialog(HOSTILE, AGAINST),
    "editions": lambda: editions.EditionsDialog(HOSTILE, EDITIONS, COPIES),
    "export": lambda: export.ExportDialog(1204, 12, "/tmp/claims.csv", lambda _: False),
    "journal": lambda: journal.JournalDialog([entry(1, sentence=HOSTILE)]),
    "help": lambda: helps.HelpDialog(COMMANDS),
}
