"""How fast articles of 4 KB become a store: ``python -m benchmarks.load``.

The articles are put together from sentences of news and of nothing, with names and words that no
two share, so that they are as dense as news and no copies of each other. Each load runs in a fresh
process; its memory is the most that the writer held and as much for each reader as the largest
took. Processor time is that of all processes, waiting and starting left out.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.extract import filled
from benchmarks.made import some_words
from store.crew import cores
from store.database import open_store
from store.load import loading
from store.readers import parcels

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
_SIZE = 4_000
_OUTLETS = 40


class Figures(NamedTuple):
    """One load: seconds of the clock and of processors, megabytes held at once at most.

    ``writing`` is what of ``processor`` the process took that writes (and reads, if it is alone).
    """

    articles: int
    processes: int
    claims: int
    seconds: float
    processor: float
    writing: float
    megabytes: float

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds

    @property
    def each(self) -> float:
        """Milliseconds of processor time an article."""
        return 1000 * self.processor / self.articles


def article(number: int) -> str:
    """An article of 4 KB with a title, the same for the same number."""
    chance = Random(number)
    text = some_words(chance, 7).capitalize() + "\n\n"
    while len(text) < _SIZE:
        told, rest = filled(chance), [some_words(chance, 8 + chance.randrange(12)) for _ in "ab"]
        text += " ".join([told, *(f"{words.capitalize()}." for words in rest)]) + "\n\n"
    return text


def write(folder: Path, articles: int, *, files: bool) -> Path:
    """So many articles as text files in folders of their outlets, or as one file of JSON Lines."""
    if not files:
        path = folder / "articles.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(f"{json.dumps(_post(number))}\n" for number in range(articles))
        return path
    for number in range(articles):
        path = folder / f"outlet {number % _OUTLETS}" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article(number), "utf-8")
    return folder


def _post(number: int) -> dict[str, str]:
    return {
        "text": article(number),
        "source": f"Example {number % _OUTLETS}",
        "date": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
    }


def load(path: Path, articles: int, processes: int) -> Figures:
    """Load from a path into a new store beside it. To be called in a process of its own."""
    began, spent = time.perf_counter(), time.process_time()
    with open_store(path.parent / f"{articles}-{processes}.db") as store:
        outcomes = loading(store, parcels([path]), who="made", now=NOW, processes=processes)
        claims = sum(outcome.claims + outcome.aside for outcome in outcomes)
    took = time.perf_counter() - began
    writing = time.process_time() - spent
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    reading = readers.ru_utime + readers.ru_stime
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    held += readers.ru_maxrss * (processes if processes > 1 else 0)
    return Figures(articles, processes, claims, took, writing + reading, writing, held / 1000)


def measured(numbers: list[int], crews: list[int], *, files: bool) -> Iterator[Figures]:
    """A load of each number of articles by each number of processes."""
    for articles, processes in product(numbers, crews):
        with tempfile.TemporaryDirectory() as folder:
            inbox = Path(folder) / "inbox"
            inbox.mkdir()
            path = write(inbox, articles, files=files)
            with ProcessPoolExecutor(1, get_context("spawn")) as alone:
                yield alone.submit(load, path, articles, processes).result()


def main() -> None:
    """Print a line for each load."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--processes", type=int, nargs="+", default=[1, cores()])
    parser.add_argument("--files", action="store_true", help="text files, not JSON Lines")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if not asked.json:
        print("articles processes   claims  seconds  a second  ms each  writing   MB")
    for of in measured(asked.articles, asked.processes, files=asked.files):
        if asked.json:
            print(json.dumps({**of._asdict(), "rate": round(of.rate, 1)}))
        else:
            print(
                f"{of.articles:8} {of.processes:9} {of.claims:8} {of.seconds:8.1f} "
                f"{of.rate:9.0f} {of.each:8.2f} "
                f"{1000 * of.writing / of.articles:8.2f} {of.megabytes:4.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
