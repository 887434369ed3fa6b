"""What the screen takes on a large store: ``python -m benchmarks.timeline STORE [--small STORE]``.

The app runs in a terminal of its own on a store that ``benchmarks.make_store`` made, opened for
reading only; beside each reading stands that of a floor, taken in turn with it: an empty Textual
app, and one that only changes a word on a key. Milliseconds; those of the processor, which other
programs hardly change, are means of a run. ``--json`` prints one line to keep.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.terminal import Terminal
from store.numbers import grouped

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
KEYED = """
from textual.app import App
from textual.widgets import Static
class Keyed(App):
    pressed = 0
    def compose(self):
        yield Static("READY 0")
    def on_key(self):
        self.pressed += 1
        self.query_one(Static).update(f"READY {self.pressed}")
Keyed().run()
"""
FLAG, WORD = "denied", "drones"
PRESSES = 40
ENDS = 6
BURST = 100
REST = 0.3
"""Seconds that let panels and workers come to rest between two readings."""


class Goal(NamedTuple):
    """What a reading may come to: milliseconds, megabytes or, times a floor, a ratio."""

    most: float
    of: str = ""
    p95: bool = False


GOALS = {
    "first rows": Goal(60),
    "interactive": Goal(1.35, "empty app"),
    "j to paint": Goal(10, p95=True),
    "k to paint": Goal(10, p95=True),
    "PageDown": Goal(25, p95=True),
    "End": Goal(30, p95=True),
    "Home": Goal(30, p95=True),
    "jump to a date": Goal(30, p95=True),
    "100 PageDowns": Goal(100),
    "filter: first rows": Goal(50),
    "filter: rows and count": Goal(150),
    "filter: histogram": Goal(10),
    "facets: the one shown": Goal(100),
    "facets: all": Goal(600),
    "search: first rows": Goal(60),
    "memory, MB": Goal(75),
    "peak memory, MB": Goal(90),
    "more memory than small, MB": Goal(15),
}
Readings = defaultdict[str, list[float]]


def main() -> None:
    """Take all readings, in turns, and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--small", type=Path, help="a store of 10 000 claims, for its memory")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    taken: Readings = defaultdict(list)
    for run in range(-1, asked.runs):
        now = taken if run >= 0 else Readings(list)  # the first fills the caches
        _floors(now)
        _start(asked.store, now)
        _use(asked.store, now)
        if asked.small:
            _compare(asked.store, asked.small, now)
    summary = {name: summed(found) for name, found in taken.items()}
    print(json.dumps(summary) if asked.json else "\n".join(table(summary)))


def _floors(taken: Readings) -> None:
    with Terminal([sys.executable, "-c", EMPTY]) as terminal:
        taken["empty app"].append(1000 * terminal.wait("READY"))
        taken["empty app, processor"].append(1000 * terminal.processor())
    with Terminal([sys.executable, "-c", KEYED]) as terminal:
        terminal.wait("READY 0")
        before = terminal.processor()
        taken["key floor"] += _pressed(terminal, "j", PRESSES)
        taken["key floor, processor"].append(1000 * (terminal.processor() - before) / PRESSES)


def _opened(store: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "tui", "--readonly", "--store", str(store)])


def _start(store: Path, taken: Readings) -> None:
    """Until rows are there, and until a key that is pressed then has done its work."""
    with _opened(store) as terminal:
        taken["first rows"].append(1000 * terminal.wait(r"#\d+ of \d+"))
        taken["first rows, processor"].append(1000 * terminal.processor())
        terminal.press("j")
        taken["interactive"].append(1000 * terminal.wait(r" 2/\d"))


def _use(store: Path, taken: Readings) -> None:
    every = grouped(_claims(store))
    first, last = f"  1/{every}\n", f"  {every}/{every}\n"
    with _opened(store) as terminal:
        terminal.wait(r" 1/\d")
        terminal.quiet(REST)
        for key, name in (("j", "j to paint"), ("k", "k to paint"), ("pagedown", "PageDown")):
            before = terminal.processor()
            taken[name] += _pressed(terminal, key, PRESSES)
            spent = 1000 * (terminal.processor() - before)
            taken[f"{name}, processor"].append(spent / PRESSES)
        pressed = terminal.press(*["pagedown"] * BURST)
        # The document follows when the cursor has rested for 120 ms.
        taken["100 PageDowns"].append(1000 * ((terminal.settle(0.08) or pressed) - pressed))
        for _ in range(ENDS):
            taken["End"].append(_until(terminal, last, "end"))
            taken["Home"].append(_until(terminal, first, "home"))
        taken["jump to a date"] += list(_jumps(terminal, _years(store)))
        terminal.press("home")
        terminal.quiet(REST)
        _filter(terminal, taken)
        _facets(terminal, taken)
        _search(terminal, taken)
        end, peak = terminal.memory()
        taken["memory, MB"].append(end)
        taken["peak memory, MB"].append(peak)


def _pressed(terminal: Terminal, key: str, times: int) -> Iterator[float]:
    """From each press to the last byte of what it painted."""
    for _ in range(times):
        at = terminal.press(key)
        painted = terminal.settle()
        if painted is not None:
            yield 1000 * (painted - at)


def _until(terminal: Terminal, pattern: str, *keys: str) -> float:
    at = terminal.press(*keys)
    taken = 1000 * (terminal.wait(pattern) - at)
    terminal.quiet(REST)
    return taken


def _jumps(terminal: Terminal, years: list[int]) -> Iterator[float]:
    for year in years:
        terminal.press("J")
        terminal.wait("Go to a date")
        terminal.press(*f"1 june {year}")
        terminal.quiet(REST)
        yield _until(terminal, rf"[ ,]{year}  +[\d ]+/[\d ]+ *\n", "enter")


def _filter(terminal: Terminal, taken: Readings) -> None:
    terminal.press("F")
    terminal.wait(r"\n *filter *\n")
    terminal.press(*f"flag:{FLAG}")
    terminal.quiet(REST)
    strip = _strip(terminal)
    at = terminal.press("enter")
    first = terminal.wait(r"(…|[\d ]+) of [\d ]+ claims")
    taken["filter: first rows"].append(1000 * (first - at))
    counted = max(first, terminal.wait(r"[\d ]+ of [\d ]+ claims"))
    taken["filter: rows and count"].append(1000 * (counted - at))
    drawn = counted
    while _strip(terminal) == strip and (more := terminal.settle(0.001)) is not None:
        drawn = more
    taken["filter: histogram"].append(1000 * (drawn - counted))
    terminal.quiet(REST)


def _facets(terminal: Terminal, taken: Readings) -> None:
    """Of all fields, one after the other as the cursor goes down."""
    taken["facets: the one shown"].append(_until(terminal, r"\[ \] \w+ +\d", "f"))
    every = taken["facets: the one shown"][-1]
    for _ in range(11):
        at = terminal.press("down")
        painted = terminal.settle()
        while "counting…" in terminal.text and (more := terminal.settle()) is not None:
            painted = more
        every += 1000 * ((painted or at) - at)
    taken["facets: all"].append(every)
    terminal.press("escape")
    terminal.quiet(REST)
    terminal.press("escape")
    terminal.wait(r" [\d ]+ claims")
    terminal.quiet(REST)


def _search(terminal: Terminal, taken: Readings) -> None:
    terminal.press("/")
    terminal.wait("Enter goes to the hits")
    terminal.press(*WORD[:-1])
    terminal.quiet(REST)
    at = terminal.press(WORD[-1])
    first = terminal.wait(rf"/{WORD} (…|[\d ]+) hits")
    taken["search: first rows"].append(1000 * (first - at))
    counted = max(first, terminal.wait(rf"/{WORD} [\d ]+ hits"))
    taken["search: all hits counted"].append(1000 * (counted - at))
    terminal.quiet(REST)


def _compare(store: Path, small: Path, taken: Readings) -> None:
    """How much more memory the large store takes than the small one, after the same keys."""
    ends = []
    for path in (store, small):
        with _opened(path) as terminal:
            terminal.wait(r" 1/\d")
            for key in ("end", "home", "pagedown"):
                terminal.press(key)
                terminal.quiet(REST)
            ends.append(terminal.memory()[0])
    taken["more memory than small, MB"].append(ends[0] - ends[1])


def _strip(terminal: Terminal) -> str:
    """The bars, and what stands under them."""
    return "\n".join(terminal.text.splitlines()[1:4])


def _claims(store: Path) -> int:
    with sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True) as db:
        sql = "SELECT sum(claims) FROM heading_counts WHERE lane = 0"
        return int(db.execute(sql).fetchone()[0])


def _years(store: Path) -> list[int]:
    """Some years in which the store has claims, not the one that the list begins with."""
    with sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True) as db:
        sql = "SELECT substr(earliest, 1, 4) FROM claims WHERE id % 997 = 0 AND earliest <> ''"
        counted = statistics.multimode(row[0] for row in db.execute(sql))
        years = {int(row[0]) for row in db.execute(f"{sql} GROUP BY 1 HAVING count(*) > 4")}
    return sorted(years | set(map(int, counted)))[-ENDS - 1 : -1]


def summed(found: list[float]) -> dict[str, float]:
    """Median and 95th percentile of some readings.

    >>> summed([3.0, 1.0, 2.0])
    {'median': 2.0, 'p95': 3.0}
    """
    ordered = sorted(found)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return {"median": round(statistics.median(ordered), 1), "p95": round(p95, 1)}


def table(summary: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line for each reading: median, 95th percentile, floor, goal, and whether it is met."""
    yield f"{'':28}{'median':>9}{'p95':>9}{'floor':>9}{'goal':>12}"
    for name, found in summary.items():
        goal = GOALS.get(name)
        floor = summary["key floor" if goal and goal.p95 else "empty app"]["median"]
        shown = f"{floor:9.0f}" if goal and "MB" not in name else " " * 9
        taken = f"{found['median']:9.1f}{found['p95']:9.1f}"
        yield f"{name:28}{taken}{shown}{_goal(goal, found, floor)}"


def _goal(goal: Goal | None, found: dict[str, float], floor: float) -> str:
    if goal is None:
        return ""
    reached = found["p95" if goal.p95 else "median"] / (floor if goal.of else 1)
    met = "" if reached <= goal.most else f"  not met: {reached:.2f}"
    return f"{'≤':>4} {goal.most:g}{' x' if goal.of else ''}{met}"


if __name__ == "__main__":
    main()
