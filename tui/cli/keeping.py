"""Commands that keep a store safe: verify."""

from __future__ import annotations

from dataclasses import asdict

import click

from tui.cli.options import Options, shared
from tui.cli.out import records


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


COMMANDS = (verify,)
