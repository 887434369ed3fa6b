"""Open the app on a store, and say in one sentence why not.

>>> open_app("/proc/none/x.db")  # doctest: +SKIP
1
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import ConflictError
from store.plain import hush, printable
from tui import settings

if TYPE_CHECKING:
    from tui.app import ConflictApp
    from tui.early import Early

YOUNG = 10_000
"""Objects made and kept between two looks for garbage: a paint makes some thousands."""


def open_app(store: str | None, *, readonly: bool = False) -> int:
    """Run the app until it is left; the exit status."""
    return run_app(settings.store_path(store), readonly=readonly)


def open_demo(path: Path | None = None) -> int:
    """Run the app on the sample articles, in a store of their own that is filled first."""
    from tui.demo import fill

    path = path or settings.demo_path()
    fill(path)
    return run_app(path)


def run_app(path: Path, *, readonly: bool = False) -> int:
    """Run the app on the store at ``path``; 1, with a sentence, if it cannot be opened."""
    try:
        with _early_rows(path) as early:
            app = _app(path, early, readonly=readonly)
            wanted = app.run()
    except ConflictError as error:
        print(printable(str(error)), file=sys.stderr)
        return 1
    return open_demo() if wanted == "demo" else app.return_code or 0


def _early_rows(path: Path) -> AbstractContextManager[Early | None]:
    """The first rows, for as long as the app is not there; Windows has no such terminals."""
    if sys.platform == "win32":
        return nullcontext()
    from tui.early import early_rows

    return early_rows(path)


def _app(path: Path, early: Early | None, *, readonly: bool) -> ConflictApp:
    """The app, which Textual has to be imported for."""
    # Textual paints again after one of these periods at the earliest; of sixty a second one and
    # a half are waited for on an average, 25 ms of a key that changes more than one thing.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing that is imported is ever garbage: to look through it again and again takes a tenth
    # of the start, and later 30 ms of a key now and then.
    gc.disable()
    from tui.app import ConflictApp

    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()
    hush()
    driver = None
    if early is not None:
        from tui.takeover import taking_over

        driver = taking_over(early)
    who, today = settings.analyst(), date.today()
    return ConflictApp(path, readonly=readonly, who=who, today=today, driver=driver)
