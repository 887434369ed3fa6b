"""Dry runs without a store: extract (the claims of a text) and dates (its date phrases)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from store import dates as engine
from store.claims import attributions
from store.model import Analysis, Document
from store.readers import Given, ReadProblem, read, stream_of
from tui import settings
from tui.cli.flat import claim_records, date_records
from tui.cli.options import Options, RefusedError, a_day, analyser, shared, the_limits
from tui.cli.out import json_line, records, warn

CLAIM_COLUMNS = ("date", "flag", "chain", "text")
ATTRIBUTION_COLUMNS = ("source", "cue", "content")
DATE_COLUMNS = ("text", "edtf", "role", "rule", "anchor", "why")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--published", metavar="DATE", help="The publication date to count from.")
@click.option(
    "--attributions", "everyone", is_flag=True, help="All who say anything: source, cue, content."
)
@shared
def extract(
    options: Options, files: tuple[Path, ...], published: str | None, everyone: bool
) -> int:
    """Print the claims of texts, one a line, without a store."""
    failures: list[ReadProblem] = []
    analyse = analyser()
    analyses = (analyse(d) for d in _documents(files, a_day(published), failures))
    if everyone:
        rows = [row for analysis in analyses for row in _attributions(analysis, options.as_json)]
        records(rows, ATTRIBUTION_COLUMNS, as_json=options.as_json)
    else:
        rows = [row for analysis in analyses for row in claim_records(analysis)]
        records(rows, CLAIM_COLUMNS, as_json=options.as_json)
    return int(bool(failures))


@click.command()
@click.argument("file", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", metavar="DATE", help="The publication date to count from.")
@click.option("--batch", is_flag=True, help="JSON Lines in, TIMEX3 values out, a document a line.")
@shared
def dates(options: Options, file: Path, published: str | None, batch: bool) -> int:
    """Print the date phrases of a text (- is standard input) with value, rule and anchor.

    With --batch each line {"id","text","dct"} becomes {"id","timexes":[[start,end,value],…]}.
    """
    if batch:
        return _batch(sys.stdin.buffer)
    failures: list[ReadProblem] = []
    rows = [
        row
        for document in _documents([file], a_day(published), failures)
        for row in date_records(analyser()(document))
    ]
    records(rows, DATE_COLUMNS, as_json=options.as_json)
    return int(bool(failures))


def _attributions(analysis: Analysis, spans: bool) -> Iterator[dict[str, Any]]:
    """Who says what in a document: as [start, end] for a program, as words for a person."""
    document = analysis.document
    found = attributions(document, analysis.sentences, analysis.phrases, settings.lexicon_folder())
    for attribution in found:
        parts = attribution._asdict().items()
        shown = {name: list(s) if spans else s.cut(document.text) for name, s in parts}
        yield {"file": document.name, **shown}


def _documents(
    files: tuple[Path, ...] | list[Path], published: str | None, failures: list[ReadProblem]
) -> Iterator[Document]:
    """The documents of files; what cannot be read is said on stderr and noted in ``failures``."""
    for file in files:
        blob = stream_of("standard input", sys.stdin.buffer)
        given = Given(published, limits=the_limits())
        items = read([blob if str(file) == "-" else file], given=given)
        for item in items:
            if isinstance(item, ReadProblem):
                failures.append(item)
                warn(str(item))
            else:
                yield item


def _batch(lines: Iterable[bytes]) -> int:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            text, name = item["text"], item["id"]
        except (ValueError, KeyError, TypeError) as error:
            raise RefusedError(
                f"Line {number} is no JSON object with id and text: {error}."
            ) from error
        click.echo(json_line({"id": name, "timexes": engine.timexes(text, item.get("dct"))}))
    return 0


COMMANDS = (extract, dates)
