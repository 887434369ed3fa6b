"""Handing results on, one module a format; which there are stands here alone.

>>> sorted(FORMATS)
['csv', 'html', 'jsonl', 'md']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TextIO

from store.database import Store
from store.export.csv import to_csv
from store.export.html import to_html
from store.export.jsonl import to_jsonl
from store.export.markdown import to_markdown
from store.query import Filter


class Format(NamedTuple):
    """A format: what it is good for, and what writes the claims of a filter, saying how many."""

    meaning: str
    write: Callable[[Store, Filter, TextIO], int]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("a table, one claim a line, for spreadsheets", to_csv),
        "jsonl": Format("documents with claims and decisions; the documents load again", to_jsonl),
        "html": Format("a page to read and print, without scripts", to_html),
        "md": Format("the same in Markdown, for notes and wikis", to_markdown),
    }
)
"""By name, which is also how a file of the format ends."""


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A file to export to, which takes its name when it is complete; until then it is another.

    A link is followed; a pipe or a device is written to as it is. Raises OSError where it cannot
    be written.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


__all__ = ["FORMATS", "Format", "to_csv", "to_html", "to_jsonl", "to_markdown", "written"]
