"""Commands that fill the store: load, reread, demo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from store.database import Store, open_store
from store.load import Outcome, Report, load
from store.readers import read
from tui import settings
from tui.cli.options import Options, a_day, analyser, now, shared
from tui.cli.out import counted, records, say, warn
from tui.start import open_demo

COLUMNS = ("status", "claims", "no_year", "file", "note")


@click.command("load")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--published", metavar="DATE", help="The publication date: 3 Aug 2025, 2025-08-03 …")
@click.option("--source", metavar="NAME", help="Who published it.")
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), help="Default: by the text.")
@click.option(
    "--update", is_flag=True, help="Take a publication date that differs from the stored."
)
@click.option("--dry-run", is_flag=True, help="Say what would come, write nothing.")
@shared
def load_(
    options: Options,
    paths: tuple[Path, ...],
    published: str | None,
    source: str | None,
    language: str | None,
    update: bool,
    dry_run: bool,
) -> int:
    """Read files and folders: .txt, .md with front matter, .jsonl with a document a line."""
    items = read(paths, published=a_day(published), source=source, language=language)
    who = settings.analyst()
    with target(options, dry_run=dry_run) as store, progress("reading") as step:
        report = load(
            store,
            items,
            who=who,
            now=now(),
            update=update,
            dry_run=dry_run,
            progress=step,
            analyse=analyser(),
        )
    _print(report, options, dry_run=dry_run)
    return int(report.failed)


@contextmanager
def target(options: Options, *, dry_run: bool) -> Iterator[Store]:
    """The store to load into; for a dry run without one, an empty one for the moment."""
    if dry_run and not options.path.exists():
        with TemporaryDirectory() as scratch, open_store(Path(scratch) / "empty.db") as store:
            yield store
    else:
        with options.open(readonly=dry_run, create=True) as store:
            yield store


def _print(report: Report, options: Options, *, dry_run: bool) -> None:
    rows = [
        {**asdict(o), "file": o.name, "no_year": o.yearless or "", "note": o.sentence}
        for o in report.outcomes
    ]
    records(rows, COLUMNS, as_json=options.as_json)
    if not options.as_json:
        say(summary(report, dry_run=dry_run))


def summary(report: Report, *, dry_run: bool = False) -> str:
    """A load in one sentence.

    >>> summary(Report(()))
    'Nothing to load.'
    """
    statuses = [outcome.status for outcome in report.outcomes]
    if not statuses:
        return "Nothing to load."
    counts = [f"{statuses.count(s)} {s}" for s in dict.fromkeys(statuses)]
    would = "Nothing was written. It would be: " if dry_run else ""
    new = counted(report.claims, "new claim") if report.claims else "no new claims"
    return f"{would}{', '.join(counts)}; {new} on the timeline."


@contextmanager
def progress(doing: str) -> Iterator[Callable[[Outcome], None] | None]:
    """A line that moves on stderr while a load runs; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = TextColumn("{task.description} {task.completed} documents")
    with Progress(
        shown, BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda _outcome: bar.advance(task)


@click.command()
@shared
def reread(options: Options) -> None:
    """Read the stored texts again with the present rules; human decisions stay."""
    from store.reread import reread as again

    with options.open(readonly=False) as store:
        report = again(store, now=now(), who=settings.analyst(), analyse=analyser())
    rows = [asdict(report)]
    records(rows, tuple(rows[0]), as_json=options.as_json)


@click.command()
@click.option("--reset", is_flag=True, help="Start over with a fresh store.")
@shared
def demo(options: Options, reset: bool) -> int:
    """Open the app on the sample articles, in a store of their own that is kept between runs."""
    from tui import demo as samples

    path = settings.demo_path() if options.store is None else options.path
    if reset:
        samples.reset(path)
    if sys.stdout.isatty():
        return open_demo(path)
    samples.fill(path)
    warn(f"The demo is an app for a terminal; its store is {path}.")
    return 0


COMMANDS = (load_, reread, demo)
