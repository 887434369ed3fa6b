"""Commands that keep a store safe: verify, backup, restore, recover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from store import copies
from store.crew import cores
from store.numbers import counted
from tui.cli.options import Options, analyser, now, shared
from tui.cli.out import records, say, warn
from tui.cli.underway import watched
from tui.settings import analyst

FILE = click.Path(path_type=Path, readable=False)


@click.command()
@shared
def verify(options: Options) -> int:
    """Check the store against all that is promised of it, and name what is broken.

    The journal's chain and what it tells, every document by its SHA-256, every quotation, every
    link, the search index. Exit status 1 when something is broken.
    """
    from store.verify import verify as check

    with options.open() as store:
        findings = list(check(store))
    rows = [{"state": "ok" if f.ok else "BROKEN", "ok": f.ok, **asdict(f)} for f in findings]
    records(rows, ("check", "state", "sentence"), as_json=options.as_json)
    return int(not all(finding.ok for finding in findings))


@click.command()
@click.argument("to", required=False, type=FILE, metavar="[TO]")
@click.option("--list", "listing", is_flag=True, help="List the backups there are.")
@shared
def backup(options: Options, to: Path | None, listing: bool) -> None:
    """Copy the store, also while it is in use, and verify the copy.

    TO is a new file or a folder. Without it the copy lies beside the store, numbered, and the
    last five are kept.
    """
    from store.backup import backup as copied

    if listing:
        records(_backups(options.path), ("backup", "made", "bytes"), as_json=options.as_json)
        return
    with options.open() as store:
        target = copied(store, to)
    if options.as_json:
        records([{"backup": str(target)}], ("backup",), as_json=True)
    else:
        say(f"{target} is a verified copy of {options.path}.")


def _backups(store: Path) -> Iterator[dict[str, Any]]:
    for path in copies.listed(store):
        status = path.stat()
        made = datetime.fromtimestamp(status.st_mtime, UTC)
        yield {
            "backup": str(path),
            "made": made.isoformat(timespec="seconds"),
            "bytes": status.st_size,
        }


@click.command()
@click.argument("backup", type=FILE)
@shared
def restore(options: Options, backup: Path) -> None:
    """Put a backup in the place of the store, if it verifies; what was there is kept."""
    from store.backup import restore as restored

    replaced = restored(options.path, backup)
    kept = f"; what was there is kept as {replaced}" if replaced else ""
    say(f"{options.path} is now what {backup} was{kept}.")


@click.command()
@click.argument("to", required=False, type=FILE, metavar="[TO]")
@shared
def recover(options: Options, to: Path | None) -> int:
    """Save what can be saved of a damaged store into a new one, TO, and list what was lost.

    The damaged file is only read. Exit status 1 when something was lost.
    """
    from store.recover import recover as saved

    to = to or options.path.with_suffix(".recovered.db")
    with watched([]) as watch:
        report = saved(
            options.path,
            to,
            who=analyst(),
            now=now(),
            analyse=analyser(),
            processes=cores(),
            watch=watch.written,
        )
    records([{"lost": sentence} for sentence in report.lost], ("lost",), as_json=options.as_json)
    warn(
        f"{to} holds {counted(report.documents, 'document')}, {counted(report.claims, 'claim')} "
        f"and {report.entries} entries of the journal; lost: {len(report.lost) or 'nothing'}."
    )
    return int(bool(report.lost))


COMMANDS = (verify, backup, restore, recover)
