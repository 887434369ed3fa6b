"""What every command shares: which store, JSON or not, and how arguments become values."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click

from store import query
from store.database import Store, open_store
from store.errors import SAVED, ConflictError, DamagedStoreError, OlderStoreError
from store.limits import Limits
from store.model import Analysis, Document
from store.query import Filter, FilterProblem, KeyProblem
from tui import settings
from tui.cli.out import warn
from tui.configured import configured


@dataclass(frozen=True)
class Options:
    """The options that any command takes."""

    store: str | None = None
    as_json: bool = False
    readonly: bool = False

    @property
    def path(self) -> Path:
        """The file of the store that is meant."""
        return settings.store_path(self.store)

    def open(self, *, readonly: bool = True, create: bool = False) -> Store:
        """The store; reading commands open it without the right to write.

        A damaged one is read as far as that goes, and one that others write to is waited for, each
        with a word on stderr.
        """
        store = self._opened(readonly or self.readonly, create)
        if store.damage:
            warn(str(DamagedStoreError(self.path, store.damage, SAVED)))
        store.on_wait = lambda: warn(f"Another program is writing to {self.path}; waiting for it.")
        return store

    def _opened(self, readonly: bool, create: bool) -> Store:
        """A store that only a command reads, and no person forbade to write, may be migrated."""
        try:
            return open_store(self.path, readonly=readonly, create=create)
        except OlderStoreError:
            if self.readonly:
                raise
        open_store(self.path).close()
        return open_store(self.path, readonly=readonly, create=create)


@dataclass(eq=False)
class RefusedError(ConflictError):
    """Something a person asked for that cannot be done, in a sentence."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--store`` and ``--json``; both may stand before its name as well."""

    @click.option("--store", metavar="NAME|PATH", help="The store to use.")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
    @wraps(command)
    def wrapped(*args: Any, store: str | None, as_json: bool, **more: Any) -> Any:
        above = click.get_current_context().find_object(Options) or Options()
        options = Options(store or above.store, as_json or above.as_json, above.readonly)
        return command(*args, options=options, **more)

    return wrapped


def analyser() -> Callable[[Document], Analysis]:
    """The pipeline with the user's own vocabulary laid over ours."""
    from store.pipeline import analyse

    return partial(analyse, lexicon=settings.lexicon_folder())


def the_limits() -> Limits:
    """How much of an input is read, as the settings file says. Raises SettingsError."""
    return configured(settings.settings_file()).limits


def now() -> datetime:
    """The moment a command runs: the one clock of the command line."""
    return datetime.now(UTC)


def today() -> date:
    """The day a command runs, where the person is."""
    return date.today()


def a_filter(words: tuple[str, ...], *, everything: bool = False, more: str = "") -> Filter:
    """The filter that words of a command line describe. Raises UsageError for a malformed one."""
    rest = (*(["show:all"] if everything else []), *([more] if more else []))
    line = " ".join([*map(requoted, words), *rest])
    answer = query.parse(line)
    if isinstance(answer, FilterProblem):
        raise click.UsageError(f"The filter {line!r} cannot be read: {answer.sentence}")
    return answer


def requoted(word: str) -> str:
    """A word as the filter line wants it, the quotation marks that the shell took put back.

    >>> requoted("place:Chasiv Yar")
    'place:"Chasiv Yar"'
    """
    if '"' in word or len(word.split()) < 2:
        return word
    field, colon, value = word.partition(":")
    return f'{field}:"{value}"' if colon and field.isidentifier() else f'"{word}"'


def the_id(store: Store, prefix: str) -> int:
    """The row id of the claim whose key begins so. Raises RefusedError for none or several."""
    answer = query.find(store, prefix)
    if isinstance(answer, KeyProblem):
        raise RefusedError(str(answer))
    return answer


def the_keys(store: Store, prefixes: str) -> tuple[str, ...]:
    """The whole keys for prefixes joined by commas; ``-`` reads them from standard input."""
    given = sys.stdin.read().split() if prefixes == "-" else prefixes.split(",")
    ids = [the_id(store, prefix.strip()) for prefix in given if prefix.strip()]
    return query.keys(store, ids)


def a_day(text: str | None) -> str | None:
    """A day, month or year that a person typed, as EDTF. Raises UsageError for anything else."""
    from store.dates import DateProblem, read_date

    if text is None:
        return None
    answer = read_date(text, today())
    if isinstance(answer, DateProblem):
        raise click.UsageError(str(answer))
    if any(mark in answer.edtf for mark in "/{X"):
        raise click.UsageError(
            f"A publication date is one day, month or year; {text!r} is {answer.edtf}."
        )
    return answer.edtf
