"""Draw the picture in README: the app on the sample articles, as the app itself exports it.

python docs/make_screen.py          writes docs/screen.svg
python docs/make_screen.py --check  says whether the picture is still what the app draws
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from store.database import open_store
from store.load import load
from store.readers import read
from store.samples import articles
from tui.app import ConflictApp

PICTURE = Path(__file__).parent / "screen.svg"
NOW = datetime(2025, 8, 5, 9, 0, tzinfo=UTC)
SIZE = (120, 36)
# From the last claim up to the announcement that two others speak of.
KEYS = ("J", *"31 jul 2025", "enter", "j", "j")


def main() -> int:
    """Write the picture, or compare it; 1 when it is out of date."""
    drawn = asyncio.run(draw())
    if "--check" not in sys.argv[1:]:
        PICTURE.write_text(drawn, "utf-8")
        return 0
    return int(words(PICTURE.read_text("utf-8")) != words(drawn))


async def draw() -> str:
    """The app's screen on a fresh store of the samples, as SVG."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "demo.db"
        with open_store(path) as store:
            load(store, read(articles()), who="you", now=NOW)
        app = ConflictApp(path, who="you", today=date(2025, 8, 5))
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.press(*("space" if key == " " else key for key in KEYS))
            await app.workers.wait_for_complete()
            await pilot.pause(0.3)
            return alone(app.export_screenshot(title="conflict-tui"))


def alone(svg: str) -> str:
    """A picture that fetches nothing: the font that the export names is the reader's own."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def words(svg: str) -> list[str]:
    """The words of a picture, without styles and generated names."""
    return re.findall(r">([^<>]+)</text>", svg)


if __name__ == "__main__":
    sys.exit(main())
