"""The command that watches folders and loads what arrives."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import monotonic

import click

from store import arrivals
from store.database import Store
from store.load import Outcome, loading
from store.numbers import counted
from store.readers import Given, parcels
from store.readers.extras import there
from store.readers.files import passed_over
from tui import settings
from tui.cli.options import Options, RefusedError, analyser, now, shared, the_limits
from tui.cli.out import json_line, say

PULSE = 1_000
"""Milliseconds after which it is looked whether a file has come to rest."""


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    metavar="FOLDER...",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option("--source", metavar="NAME", help="Who published what arrives.")
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), help="Default: by the text.")
@shared
def watch(
    options: Options, folders: tuple[Path, ...], source: str | None, language: str | None
) -> int:
    """Load what is in folders, and what arrives there from now on, until Ctrl+C.

    An open app tells of what came in and takes it in on R.
    """
    if not there("watchfiles"):
        raise RefusedError("Watching needs watchfiles: pip install 'conflict-tui[watch]'")
    given = Given(source=source, language=language, limits=the_limits())
    with options.open(readonly=False, create=True) as store, interrupted() as ended:
        _load(store, folders, given, options)
        if not options.as_json:
            say(f"Watching {', '.join(map(str, folders))}; Ctrl+C ends it.")
        for paths in _arriving(folders, ended):
            _load(store, paths, given, options)
    return 0


def _load(store: Store, paths: Sequence[Path], given: Given, options: Options) -> None:
    outcomes: Iterator[Outcome] = loading(
        store, parcels(paths, given), who=settings.analyst(), now=now(), given=given,
        analyse=analyser(),
    )  # fmt: skip
    for outcome in outcomes:
        if outcome.status != "unchanged":
            _tell(outcome, options)


def _tell(outcome: Outcome, options: Options) -> None:
    """A line as soon as something is there to tell."""
    if options.as_json:
        click.echo(json_line(asdict(outcome)))
        return
    facts = (outcome.source, outcome.published, outcome.sentence)
    claims = counted(outcome.claims, "claim") if outcome.status == "added" else ""
    told = "; ".join(fact for fact in (claims, *facts) if fact)
    say(f"{outcome.status:<8}  {outcome.name}: {told}")


def _arriving(folders: Sequence[Path], ended: threading.Event) -> Iterator[list[Path]]:
    """The files that arrived and came to rest, some at a time, until it is to end."""
    from watchfiles import Change
    from watchfiles import watch as changes

    waiting: arrivals.Waiting = {}
    for changed in changes(
        *folders, stop_event=ended, yield_on_timeout=True, rust_timeout=PULSE, raise_interrupt=False
    ):
        there_now = [path for change, path in changed if change != Change.deleted]
        waiting = arrivals.heard(waiting, filter(_is_wanted(folders), there_now), monotonic())
        rested = arrivals.ready(waiting, monotonic())
        waiting = arrivals.without(waiting, rested)
        if rested:
            yield [Path(path) for path in rested]


def _is_wanted(folders: Sequence[Path]) -> Callable[[str], bool]:
    """Whether a file would be read if its folder were loaded."""
    roots = [folder.resolve() for folder in folders]

    def wanted(path: str) -> bool:
        root = next((root for root in roots if Path(path).is_relative_to(root)), None)
        inside = str(Path(path).relative_to(root)) if root else Path(path).name
        return Path(path).is_file() and not passed_over(inside)

    return wanted


@contextmanager
def interrupted() -> Iterator[threading.Event]:
    """An event that Ctrl+C sets, and a request to end as from a service manager."""
    event = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: event.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield event
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


COMMANDS = (watch,)
