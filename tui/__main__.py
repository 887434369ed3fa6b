"""The console entry: the app at once where that is all that is wanted, else the command line.

Opening the app needs Textual and SQLite; the command line needs click. Neither waits for the
other: ``conflict-tui``, with nothing or with ``--store`` and ``--readonly`` alone, never imports
click.

>>> startup(["--store", "kharkiv", "--readonly"])
Startup(store='kharkiv', readonly=True)
>>> startup(["list"]) is None
True
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple


class Startup(NamedTuple):
    """How the app was asked for."""

    store: str | None = None
    readonly: bool = False


def main() -> None:
    """Run ``conflict-tui`` with the arguments of the process; never returns."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        # What a shell expects of a command that Ctrl+C ended; there is nothing to explain.
        sys.exit(130)


def _run(words: Sequence[str]) -> int:
    wanted = startup(words)
    if wanted is not None and sys.stdin.isatty() and sys.stdout.isatty():
        from tui.start import open_app

        return open_app(wanted.store, readonly=wanted.readonly)
    from tui.cli import run

    return run(words)


def startup(words: Sequence[str]) -> Startup | None:
    """What the arguments ask of the app; None where they are a matter for the command line."""
    wanted = Startup()
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--readonly":
            wanted = wanted._replace(readonly=True)
        elif word == "--store" and rest:
            wanted = wanted._replace(store=rest.pop(0))
        elif word.startswith("--store="):
            wanted = wanted._replace(store=word.removeprefix("--store="))
        else:
            return None
    return wanted


if __name__ == "__main__":
    main()
