"""Which column of a table, or field of a JSON object, stands for what.

>>> columns_of(("id", "Body", "Date", "URL"))["text"], columns_of(("a", "b"))
('Body', {})
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from store.readers.values import Columns, Given

_NAMES = Path(__file__).with_name("columns.toml")
# A table of news has some dozens of columns; more are listed as "…".
_SHOWN = 12


def columns_of(header: Sequence[str], given: Columns | None = None) -> Columns:
    """The column of each field: as given, else by its name; {} where none is known for the text."""
    found = dict(given or {})
    plain = {_plain(name): name for name in reversed(header)}
    for field, names in known_names().items():
        column = next((plain[name] for name in names if name in plain), None)
        if column is not None and field not in found and column not in found.values():
            found[field] = column
    return found if found.get("text") in header else {}


def chosen(header: Sequence[str], given: Given) -> Columns | str:
    """The columns to read, asked for where nothing tells; a sentence where nobody answers."""
    found = columns_of(header, given.columns)
    if not found and given.ask is not None:
        found = columns_of(header, given.ask(tuple(header)))
    return found or unknown(header, given.columns)


def unknown(header: Sequence[str], given: Columns) -> str:
    """What to say where no column is the text."""
    names = ", ".join(map(repr, header[:_SHOWN])) + (" …" if len(header) > _SHOWN else "")
    wrong = given.get("text")
    which = f"No column is called {wrong!r}" if wrong else "Which column is the text is not clear"
    return f"{which}; there are {names}. Say it: --column text=NAME"


@cache
def known_names() -> dict[str, tuple[str, ...]]:
    """The names that fields go by, the likeliest first."""
    read = tomllib.loads(_NAMES.read_text("utf-8"))
    return {field: tuple(names) for field, names in read.items()}


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.strip().casefold()).strip("_")
