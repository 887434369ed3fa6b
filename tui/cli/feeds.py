"""Commands on feeds: add, list, remove, fetch. Fetching is made for cron: quiet if asked."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from store import feeds as follow
from store.feeds import FeedOutcome, OpmlProblem, Outline
from store.numbers import counted
from store.web import visitor
from tui import settings
from tui.cli.inputs import is_address
from tui.cli.options import Options, RefusedError, analyser, now, shared
from tui.cli.out import records, say, warn

COLUMNS = ("url", "title", "visited", "problem")
FETCHED = ("feed", "new", "claims", "what")


@click.group("feeds")
def group() -> None:
    """The feeds that a store follows."""


@group.command()
@click.argument("words", nargs=-1, required=True, metavar="ADDRESS|OPML...")
@shared
def add(options: Options, words: tuple[str, ...]) -> None:
    """Follow feeds: by their addresses, or all in a list that another reader wrote (OPML)."""
    wanted = [feed for word in words for feed in _outlines(word)]
    with options.open(readonly=False, create=True) as store:
        new = follow.add(store, wanted, now())
    say(f"{counted(len(new), 'feed')} added, {len(wanted) - len(new)} followed already.")


def _outlines(word: str) -> list[Outline]:
    """The feeds that a word means. Raises RefusedError for what is neither address nor list."""
    if is_address(word):
        return [Outline(word)]
    try:
        found = follow.outlines(Path(word).read_bytes())
    except OSError as error:
        raise RefusedError(
            f"{word} is no web address, and as a file it cannot be read: {error.strerror}."
        ) from error
    if isinstance(found, OpmlProblem):
        raise RefusedError(f"{word}: {found}")
    return found


@group.command("list")
@click.option("--opml", is_flag=True, help="Print them as a list for other readers (OPML).")
@shared
def list_(options: Options, opml: bool) -> None:
    """List the feeds: address, title, when they were last asked, and what stood in the way."""
    with options.open() as store:
        found = follow.feeds(store)
    if opml:
        click.echo(follow.opml(Outline(feed.url, feed.title) for feed in found), nl=False)
    else:
        records([asdict(feed) for feed in found], COLUMNS, as_json=options.as_json)


@group.command()
@click.argument("urls", nargs=-1, required=True, metavar="ADDRESS...")
@shared
def remove(options: Options, urls: tuple[str, ...]) -> int:
    """Follow feeds no longer; what came from them stays."""
    with options.open(readonly=False) as store:
        unknown = [url for url in urls if not follow.remove(store, url)]
    for url in unknown:
        warn(f"{url} is not followed.")
    say(f"{counted(len(urls) - len(unknown), 'feed')} removed.")
    return int(bool(unknown))


@group.command()
@click.argument("urls", nargs=-1, metavar="[ADDRESS]...")
@click.option("--quiet", is_flag=True, help="Print what failed and nothing else, for cron.")
@shared
def fetch(options: Options, urls: tuple[str, ...], quiet: bool) -> int:
    """Ask the feeds (all, or those named) for what is new, and load it.

    Each is asked only for what is newer than the last time. A feed that fails does not stop the
    others; the exit status is then 1.
    """
    with options.open(readonly=False) as store, visitor(now) as visiting:
        if isinstance(visiting, str):
            raise RefusedError(visiting)
        wanted = [feed for feed in follow.feeds(store) if not urls or feed.url in urls]
        if unknown := set(urls) - {feed.url for feed in wanted}:
            raise RefusedError(f"{', '.join(sorted(unknown))} is not followed; add it first.")
        who, at, analyse = settings.analyst(), now(), analyser()
        outcomes = list(follow.fetch(store, wanted, visiting, who=who, now=at, analyse=analyse))
    _print(outcomes, options, quiet)
    return int(any(outcome.failed for outcome in outcomes))


def _print(outcomes: list[FeedOutcome], options: Options, quiet: bool) -> None:
    rows = [
        {
            **asdict(outcome),
            "feed": outcome.title or outcome.url,
            "new": outcome.added,
            "what": outcome.problem or outcome.sentence,
        }
        for outcome in outcomes
        if outcome.failed or not quiet
    ]
    records(rows, FETCHED, as_json=options.as_json)
    if not (quiet or options.as_json):
        documents = counted(sum(outcome.added for outcome in outcomes), "new document")
        claims = counted(sum(outcome.claims for outcome in outcomes), "new claim")
        say(f"{counted(len(outcomes), 'feed')}: {documents}, {claims} on the timeline.")


COMMANDS = (group,)
