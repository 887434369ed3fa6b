"""Commands that fill the store: load, reread, demo."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from store.crew import cores
from store.database import Store, open_store
from store.load import Outcome, loading
from store.numbers import counted
from store.readers import Given, parcels
from tui import settings
from tui.cli.inputs import asker, the_columns, the_files, the_inputs
from tui.cli.options import Options, a_day, analyser, now, shared, the_limits
from tui.cli.out import Record, lines, records, say, warn
from tui.cli.underway import stoppable, watched
from tui.start import open_demo

COLUMNS = ("status", "claims", "no_year", "file", "published", "source", "format", "note")
TABLE = ("status", "file", "claims", "no_year", "published", "source", "format", "note")
"""The same for a person: a narrow terminal leaves out what stands to the right."""
SHOWN = 200
"""Documents that a table lists; of more, those of which there is something to say."""
INTERRUPTED = 130
"""What a shell expects of a command that Ctrl+C ended."""


@click.command("load")
@click.argument("words", nargs=-1, required=True, metavar="PATH|ADDRESS|-...")
@click.option("--published", metavar="DATE", help="The publication date: 3 Aug 2025, 2025-08-03 …")
@click.option("--source", metavar="NAME", help="Who published it.")
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), help="Default: by the text.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="The column of a table that is the text, title, source, url, published …",
)
@click.option(
    "--update", is_flag=True, help="Take a publication date that differs from the stored."
)
@click.option("--dry-run", is_flag=True, help="Say what would come, write nothing.")
@shared
def load_(
    options: Options,
    words: tuple[str, ...],
    published: str | None,
    source: str | None,
    language: str | None,
    columns: tuple[str, ...],
    update: bool,
    dry_run: bool,
) -> int:
    """Read files, folders, archives, web addresses; - is standard input. The content tells which.

    Text, Markdown, HTML, RSS, Telegram exports, CSV, JSON, mail, PDF, WARC, zip, tar, gz, zst …
    Ctrl+C ends it with all that was read so far kept; the same command goes on from there.
    """
    given = Given(a_day(published), source, language, the_columns(columns), limits=the_limits())
    who = settings.analyst()
    with (
        target(options, dry_run=dry_run) as store,
        stoppable() as stopped,
        watched(the_files(words), alone=not (options.as_json and sys.stdout.isatty())) as watch,
    ):
        outcomes = loading(
            store,
            watch.reading(
                parcels(the_inputs(words, store), replace(given, ask=asker(watch.quiet)))
            ),
            who=who,
            now=now(),
            given=given,
            update=update,
            dry_run=dry_run,
            analyse=analyser(),
            processes=cores(),
            stopped=stopped,
        )
        tally = told(watch.written(outcomes), options)
    if not options.as_json:
        _say(tally, dry_run=dry_run)
    if stopped():
        warn("Stopped. What was read is kept; the same command goes on from there.")
        return INTERRUPTED
    return int(tally.failed)


@contextmanager
def target(options: Options, *, dry_run: bool) -> Iterator[Store]:
    """The store to load into; for a dry run without one, an empty one for the moment."""
    if dry_run and not options.path.exists():
        with TemporaryDirectory() as scratch, open_store(Path(scratch) / "empty.db") as store:
            yield store
    else:
        with options.open(readonly=dry_run, create=True) as store:
            yield store


@dataclass
class Tally:
    """What a load comes to, counted while it runs, and the rows of it that a person is shown."""

    statuses: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    rows: list[Record] = field(default_factory=list)
    notes: list[Record] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether anything could not be read."""
        return self.statuses["failed"] > 0

    def add(self, outcome: Outcome) -> Record:
        """Count an outcome; its row."""
        self.statuses[outcome.status] += 1
        self.claims += outcome.claims if outcome.status == "added" else 0
        row = {
            **asdict(outcome),
            "file": outcome.name,
            "no_year": outcome.yearless or "",
            "note": outcome.sentence,
            "format": outcome.reader,
        }
        if len(self.rows) < SHOWN:
            self.rows.append(row)
        if outcome.sentence and len(self.notes) < SHOWN:
            self.notes.append(row)
        return row

    def sentence(self, *, dry_run: bool = False) -> str:
        """All of it in one sentence.

        >>> Tally().sentence()
        'Nothing to load.'
        """
        if not self.statuses:
            return "Nothing to load."
        counts = [f"{number} {status}" for status, number in self.statuses.items()]
        would = "Nothing was written. It would be: " if dry_run else ""
        new = counted(self.claims, "new claim") if self.claims else "no new claims"
        return f"{would}{', '.join(counts)}; {new} on the timeline."


def told(outcomes: Iterable[Outcome], options: Options) -> Tally:
    """Count outcomes as they come, and print them at once unless a person waits for a table."""
    tally = Tally()
    for outcome in outcomes:
        row = tally.add(outcome)
        if options.as_json or not sys.stdout.isatty():
            lines([row], COLUMNS, as_json=options.as_json)
    return tally


def _say(tally: Tally, *, dry_run: bool) -> None:
    if sys.stdout.isatty():
        few = tally.statuses.total() <= SHOWN
        records(tally.rows if few else tally.notes, TABLE, as_json=False)
    say(tally.sentence(dry_run=dry_run))


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
