"""Why a file is read as it is: which reader took it, what it found, where, what it left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from store.model import Document, Publication
from store.readers import Given, ReadProblem, read
from tui.cli.inputs import asker, the_columns, the_inputs
from tui.cli.options import Options, shared, the_limits
from tui.cli.out import cell, json_line, say, warn

FIRST = 5
"""Documents that are told of; an export has a hundred thousand."""


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="PATH|ADDRESS|-...")
@click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", help="As for load.")
@click.option("--all", "everything", is_flag=True, help=f"Every document, not the first {FIRST}.")
@shared
def why(
    options: Options, words: tuple[str, ...], columns: tuple[str, ...], everything: bool
) -> int:
    """Say which reader takes a file, and what it finds as title, source, date, and how."""
    given = Given(columns=the_columns(columns), ask=asker(), limits=the_limits())
    found = read(the_inputs(words), given=given)
    failed = False
    for number, item in enumerate(islice(found, None if everything else FIRST)):
        failed = failed or (isinstance(item, ReadProblem) and item.fault)
        _tell(item, options, first=not number)
    if not everything and next(found, None) is not None:
        warn(f"There is more; --all tells of every document, not of the first {FIRST}.")
    return int(failed)


def _tell(item: Document | ReadProblem, options: Options, *, first: bool) -> None:
    facts = dict(_problem(item) if isinstance(item, ReadProblem) else _facts(item))
    if options.as_json:
        click.echo(json_line(facts))
        return
    if not first:
        say("")
    for name, value in facts.items():
        if shown := cell(value):
            say(f"{name:<10} {shown}")


def _problem(item: ReadProblem) -> Iterator[tuple[str, Any]]:
    yield "file", item.path
    yield "failed" if item.fault else "left out", item.sentence.removeprefix("Left out: ")


def _facts(read: Document) -> Iterator[tuple[str, Any]]:
    yield "file", read.name
    yield "read as", read.reader
    yield "title", read.title.cut(read.text) if read.title else read.headline
    yield "source", f"{read.source} ({read.source_basis.replace('-', ' ')})"
    yield "author", read.author
    yield "address", read.url
    yield "published", _date(read.published) or "unknown: no year for “July 31”, say"
    yield "stated", _date(read.stated)
    yield "edited", read.edited
    yield "captured", read.captured
    yield "passed on", [f"{hop.name} ({hop.kind})" for hop in read.passed_on]
    yield "answers", read.reply_to
    yield "dateline", read.dateline.cut(read.text) if read.dateline else ""
    yield "language", read.language
    yield "text", f"{len(read.text):,} characters of {len(read.raw):,} bytes"
    yield "left out", [*read.left_out, *(f"{span.end:,} characters" for span in read.skipped)]


def _date(published: Publication | None) -> str:
    if published is None:
        return ""
    how = f", {published.how}" if published.how else ""
    return f"{published.edtf} ({published.basis.replace('-', ' ')}{how})"


COMMANDS = (why,)
