"""Commands that look: list, show, sources, tags, stats, log."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from store import query
from store.database import Store
from store.query import ClaimCard, Row
from store.timeline import heading
from tui.cli.options import Options, RefusedError, a_filter, shared, the_id
from tui.cli.out import cell, json_line, records, say, warn

PAGE = 500
"""Rows read at a time, so that a list of any length prints in the memory of one page."""

LIST_COLUMNS = ("id", "date", "flag", "place", "verdict", "tags", "origin", "claim")


@click.command("list")
@click.argument("filter_words", nargs=-1, metavar="[FILTER]...")
@click.option("--all", "everything", is_flag=True, help="Off-timeline and hidden claims too.")
@click.option("--oldest", is_flag=True, help="Oldest first.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many.")
@shared
def list_(
    options: Options, filter_words: tuple[str, ...], everything: bool, oldest: bool, limit: int
) -> None:
    """List claims, one a line: id, date, flag, place, verdict, tags, origin, claim."""
    wanted = a_filter(filter_words, everything=everything, more="order:oldest" if oldest else "")
    with options.open() as store:
        ids = query.ids(store, wanted)[:limit]
        pages = (query.rows(store, ids[at : at + PAGE]) for at in range(0, len(ids), PAGE))
        lines = (line(store, row) for page in pages for row in page)
        records(lines, LIST_COLUMNS, as_json=options.as_json)
    if not ids and not options.as_json:
        warn("No claim matches.")


def line(store: Store, row: Row) -> dict[str, Any]:
    """A claim as a record of the list: short id first, everything else in the words we use."""
    return {
        "id": query.short(store, row.key),
        "date": heading(row.heading),
        "claim": row.quote,
        **{name: value for name, value in row._asdict().items() if name not in ("id", "heading")},
    }


@click.command()
@click.argument("claim", metavar="ID")
@click.option("-C", "--lines", default=2, show_default=True, help="Lines around the claim.")
@shared
def show(options: Options, claim: str, lines: int) -> None:
    """Show one claim: its words in their context, its chain, date, flag and what was decided."""
    with options.open() as store:
        found = query.claim(store, the_id(store, claim))
        if found is None:
            raise RefusedError(f"The claim {claim} is gone.")
        view = query.document(store, found.row.document)
        text = view.text if view else ""
        if options.as_json:
            known = {"row": found.row._asdict(), "id": query.short(store, found.row.key)}
            click.echo(json_line({**asdict(found), **known}))
            return
        _print_card(store, found)
    for passage in lines_around(text, found.span.start, found.span.end, lines):
        say(f"  {passage}")


def lines_around(text: str, start: int, end: int, context: int) -> list[str]:
    """The lines a span touches and ``context`` lines of text on either side."""
    lines = [part for part in text[:start].splitlines(keepends=True) if part.strip()]
    before = "".join(lines[-context - 1 :]) if lines else ""
    after = [part for part in text[end:].splitlines(keepends=True) if part.strip()]
    middle = f"⟦{text[start:end]}⟧"
    whole = before + middle + "".join(after[: context + 1])
    return [passage.strip() for passage in whole.splitlines() if passage.strip()]


def _print_card(store: Store, card: ClaimCard) -> None:
    row = card.row
    chain = " ← ".join([row.source, *(f"{hop.name} ({hop.kind})" for hop in card.chain)])
    judged = ", ".join(filter(None, [row.verdict or "–", row.grade, *(f"#{t}" for t in row.tags)]))
    facts = {
        query.short(store, row.key): row.quote,
        "date": heading(row.heading) + (f", {row.basis}" if row.basis != "event" else ""),
        "why": query.explain(store, row.id),
        "chain": chain,
        "flag": f"{row.flag}: {card.flag_reason}",
        "hedges": [f"{hedge.kind} “{hedge.words}”" for hedge in card.hedges],
        "related": [f"{r.said} {query.short(store, r.key)} “{r.quote}”" for r in card.relations],
        "places": [place.name for place in card.places],
        "cautions": card.cautions,
        "judged": judged,
        "note": card.note,
    }
    for name, value in facts.items():
        if shown := cell(value):
            say(f"{name:<9} {shown}")


@click.command()
@shared
def sources(options: Options) -> None:
    """List sources with their reliability, documents and claims."""
    with options.open() as store:
        rows = [asdict(line) for line in query.sources(store)]
    records(rows, ("name", "reliability", "documents", "claims"), as_json=options.as_json)


@click.command()
@shared
def tags(options: Options) -> None:
    """List tags and how many claims carry each."""
    with options.open() as store:
        rows = [{"tag": tag.value, "claims": tag.claims} for tag in query.tags(store)]
    records(rows, ("tag", "claims"), as_json=options.as_json)


@click.command()
@shared
def stats(options: Options) -> None:
    """Count what is in the store."""
    with options.open() as store:
        counted = query.stats(store)
    if options.as_json:
        click.echo(json_line(counted))
        return
    records([{"what": w, "count": n} for w, n in counted.items()], ("what", "count"), as_json=False)


@click.command()
@click.option("--limit", type=click.IntRange(min=1), help="At most this many, newest first.")
@shared
def log(options: Options, limit: int | None) -> None:
    """Print the journal: every decision, who took it and when."""
    from store.journal import log as entries

    with options.open() as store:
        rows = [asdict(entry) for entry in entries(store, limit)]
    records(rows, ("number", "at", "who", "sentence"), as_json=options.as_json)


COMMANDS = (list_, show, sources, tags, stats, log)
