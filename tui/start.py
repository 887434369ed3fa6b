"""Open the app on a store, and say in one sentence why not.

>>> open_app("/proc/none/x.db")  # doctest: +SKIP
1
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from store.errors import ConflictError
from tui import settings
from tui.render import printable


def open_app(store: str | None, *, readonly: bool = False) -> int:
    """Run the app until it is left; the exit status."""
    return run_app(settings.store_path(store), readonly=readonly)


def run_app(path: Path, *, readonly: bool = False) -> int:
    """Run the app on the store at ``path``; 1, with a sentence, if it cannot be opened."""
    from tui.app import ConflictApp

    try:
        app = ConflictApp(path, readonly=readonly, who=settings.analyst(), today=date.today())
        app.run()
    except ConflictError as error:
        print(printable(str(error)), file=sys.stderr)
        return 1
    return app.return_code or 0
