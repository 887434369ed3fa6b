"""Dry runs without a store: extract (the claims of a text) and dates (its date phrases)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from store import dates as engine
from store.model import Analysis, Claim, DatePhrase, Dating, Document, Span
from store.readers import ReadProblem, read, read_bytes
from tui.cli.options import Options, RefusedError, a_day, analyser, shared
from tui.cli.out import json_line, records, warn

CLAIM_COLUMNS = ("date", "flag", "chain", "text")
DATE_COLUMNS = ("text", "edtf", "role", "rule", "anchor", "why")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", metavar="DATE", help="The publication date to count from.")
@shared
def extract(options: Options, files: tuple[Path, ...], published: str | None) -> int:
    """Print the claims of texts, one a line, without a store."""
    failures: list[ReadProblem] = []
    analyse = analyser()
    rows = [
        row
        for document in _documents(files, a_day(published), failures)
        for row in claim_records(analyse(document))
    ]
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


def claim_records(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The claims of an analysis as flat records, spans as code points of the decoded file."""
    document = analysis.document
    for claim in analysis.claims:
        record = claim_record(analysis, claim, document)
        date = record["event_date"]
        record["date"] = date["edtf"] if date else None
        record["chain"] = " ← ".join(hop["name"] for hop in record["attribution_chain"])
        yield record


def claim_record(analysis: Analysis, claim: Claim, document: Document) -> dict[str, Any]:
    """One claim with its chain, date, hedges, places and relations."""
    text = document.text
    return {
        "file": document.name,
        **_span(claim.span, text),
        "attribution_chain": [
            {**_span(h.span, text), "kind": h.kind, "name": h.name, "anonymous": h.anonymous}
            for h in claim.chain
        ],
        "event_date": _event_date(analysis, claim),
        "hedges": [{**_span(h.span, text), "kind": h.kind} for h in claim.hedges],
        "flag": claim.flag,
        "flag_reason": claim.flag_reason,
        "timeline": claim.timeline,
        "places": [{**_span(p.span, text), "name": p.name} for p in claim.places],
        "relations": [
            {"type": r.kind, **_span(analysis.claims[r.target].span, text)} for r in claim.relations
        ],
        "cautions": list(claim.cautions),
        "rule": claim.rule,
    }


def _event_date(analysis: Analysis, claim: Claim) -> dict[str, Any] | None:
    if claim.phrase is None:
        return None
    phrase, dating = analysis.phrases[claim.phrase], analysis.datings[claim.phrase]
    return {**_dating(phrase, dating, analysis.document.text), "role": claim.role}


def date_records(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The date phrases of an analysis with what they come to, and why in words."""
    document = analysis.document
    for phrase, dating in zip(analysis.phrases, analysis.datings, strict=True):
        record = _dating(phrase, dating, document.text)
        yield {"file": document.name, **record, "why": engine.explain(phrase, dating)}


def _dating(phrase: DatePhrase, dating: Dating, text: str) -> dict[str, Any]:
    return {
        **_span(phrase.span, text),
        "edtf": dating.edtf or None,
        "earliest": dating.earliest,
        "latest": dating.latest,
        "granularity": dating.granularity,
        "role": dating.role,
        "rule": dating.rule,
        "anchor": dating.anchor or None,
        "anchor_kind": dating.anchor_kind,
        "confidence": dating.confidence,
        "alternatives": list(dating.alternatives),
        "cautions": list(dating.cautions),
        "timex": dating.timex,
    }


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.cut(text)}


def _documents(
    files: tuple[Path, ...] | list[Path], published: str | None, failures: list[ReadProblem]
) -> Iterator[Document]:
    """The documents of files; what cannot be read is said on stderr and noted in ``failures``."""
    for file in files:
        items = _standard_input(published) if str(file) == "-" else read([file], published)
        for item in items:
            if isinstance(item, ReadProblem):
                failures.append(item)
                warn(str(item))
            else:
                yield item


def _standard_input(published: str | None) -> Iterator[Document | ReadProblem]:
    return iter(read_bytes("standard input.txt", sys.stdin.buffer.read(), published))


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
