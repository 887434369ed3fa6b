"""What a person names to be read: files, folders, standard input; and which column is what.

>>> dict(the_columns(("text=Body", "published=Day")))
{'text': 'Body', 'published': 'Day'}
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

import click

from store.database import Store
from store.plain import printable
from store.readers import Input, stream_of
from tui import settings
from tui.cli.options import now
from tui.cli.out import warn

# The fields that one is asked for, in this order; only the text must have a column.
_ASKED = {
    "text": "Which column is the text",
    "published": "Which is the date of publication",
    "source": "Which is the source, who published it",
    "title": "Which is the title",
    "url": "Which is the address",
}


def is_address(word: str) -> bool:
    """Whether a word of the command line is a web address and no file.

    >>> is_address("https://daily.example/a"), is_address("https.txt")
    (True, False)
    """
    return word.startswith(("https://", "http://"))


def the_inputs(words: Iterable[str], store: Store | None = None) -> Iterator[Input]:
    """The inputs named on the command line, each got ready when it is wanted.

    A web address is fetched, and only what is newer where the store knows it; ``-`` is standard
    input.
    """
    for word in words:
        if word == "-":
            yield stream_of("standard input", sys.stdin.buffer)
        elif is_address(word):
            yield from _fetched(word, store)
        else:
            yield Path(word)


def _fetched(address: str, store: Store | None) -> Iterator[Input]:
    from store.web import pages, visitor

    with visitor(now) as visiting:
        yield from pages([address], visiting, store)


def the_files(words: Iterable[str]) -> list[Path]:
    """The files and folders among what is named: what can be weighed beforehand."""
    return [Path(word) for word in words if word != "-" and not is_address(word)]


def the_columns(options: Sequence[str]) -> Mapping[str, str]:
    """The columns given as FIELD=NAME. Raises UsageError for anything else."""
    from store.readers.columns import known_names

    found: dict[str, str] = {}
    for option in options:
        field, equals, name = option.partition("=")
        if not equals or field not in known_names():
            fields = ", ".join(known_names())
            raise click.UsageError(f"{option!r} is not FIELD=NAME, with a field of: {fields}.")
        found[field] = name
    return found


def asker(
    alone: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Callable[[tuple[str, ...]], Mapping[str, str]]:
    """What answers for the columns of a table: what was said before, else the person, if any.

    While the person is asked, nothing else is shown: ``alone`` sees to that.
    """

    def answer(header: tuple[str, ...]) -> Mapping[str, str]:
        if found := _remembered(header):
            return found
        with alone():
            return _asked(header)

    return answer


def _asked(header: tuple[str, ...]) -> Mapping[str, str]:
    if not _is_asked():
        return {}
    warn("The columns of this table:")
    for number, name in enumerate(header, 1):
        warn(f"  {number}  {name}")
    found = {}
    for field, question in _ASKED.items():
        name = _answer(question, header, needed=field == "text")
        if name:
            found[field] = name
    _remember(header, found)
    return found


def _is_asked() -> bool:
    """Whether there is a person to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _answer(question: str, header: tuple[str, ...], *, needed: bool) -> str:
    """The column that a person names, by number or name; empty for none."""
    hint = "number or name" if needed else "Enter: none"
    while True:
        answer = click.prompt(f"{question} ({hint})", default="", show_default=False, err=True)
        if answer in header:
            return str(answer)
        if answer.isdigit() and 0 < int(answer) <= len(header):
            return header[int(answer) - 1]
        if not answer and not needed:
            return ""
        warn(f"There is no column {printable(answer)!r}." if answer else "The text must be one.")


def _key(header: tuple[str, ...]) -> str:
    return json.dumps(header, ensure_ascii=False)


def _remembered(header: tuple[str, ...]) -> Mapping[str, str]:
    found = _all().get(_key(header))
    return found if isinstance(found, dict) and found.get("text") in header else {}


def _all() -> dict[str, object]:
    """All that was said; a file that cannot be read is as good as none."""
    try:
        kept = json.loads(settings.columns_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _remember(header: tuple[str, ...], columns: Mapping[str, str]) -> None:
    path = settings.columns_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = {**_all(), _key(header): dict(columns)}
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
