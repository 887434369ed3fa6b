"""Commands that decide: tag, judge, grade, note, undo, redo, forget. Each is one journalled act."""

from __future__ import annotations

from typing import get_args

import click

from store import edits, query
from store.database import Store
from store.edits import Edit, Forget, Grade, Judge, Note, NothingToUndo, Tag, Unchanged
from store.journal import Entry
from store.model import Verdict
from store.numbers import counted
from store.plain import printable
from store.query import DocumentLine
from tui import settings
from tui.cli.options import Options, RefusedError, now, shared, the_keys
from tui.cli.out import json_line, say

IDS = "ID[,ID]..."


# Only --help: -h would be found inside a tag that is taken off, as in -check.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("claims", metavar=IDS)
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED, metavar="TAG|-TAG...")
@shared
def tag(options: Options, claims: str, words: tuple[str, ...]) -> None:
    """Tag claims; -TAG takes a tag off. IDs are joined by commas, or - reads them from a pipe."""
    add = tuple(word.removeprefix("#") for word in words if not word.startswith("-"))
    remove = tuple(word[1:].removeprefix("#") for word in words if word.startswith("-"))
    with options.open(readonly=False) as store:
        _apply(store, options, Tag(the_keys(store, claims), add, remove))


@click.command()
@click.argument("claims", metavar=IDS)
@click.argument("verdict", type=click.Choice([*get_args(Verdict), "none"]))
@shared
def judge(options: Options, claims: str, verdict: str) -> None:
    """Set the verdict on claims; none takes it back."""
    wanted = next((v for v in get_args(Verdict) if v == verdict), None)
    with options.open(readonly=False) as store:
        _apply(store, options, Judge(the_keys(store, claims), wanted))


@click.command()
@click.argument("claims", metavar=IDS)
@click.argument("mark", metavar="GRADE")
@shared
def grade(options: Options, claims: str, mark: str) -> None:
    """Grade claims by the Admiralty code: B2, B or 2 alone (the other half stays), none."""
    letter, digit = _halves(mark)
    with options.open(readonly=False) as store:
        _apply(store, options, Grade(the_keys(store, claims), letter, digit))


def _halves(mark: str) -> tuple[str | None, str | None]:
    """The letter and the digit of a grade as typed, None for a half that stays as it is.

    Raises UsageError for anything else.
    """
    rest = mark.strip().upper()
    if rest == "NONE":
        return "", ""
    letter = rest[:1] if rest[:1] in set("ABCDEF") and rest else None
    digit = rest[1:] if letter else rest
    if digit in set("123456") or (letter and not digit):
        return letter, digit or None
    raise click.UsageError(f"{mark!r} is no grade; it is a letter A-F and a digit 1-6, as in B2.")


@click.command()
@click.argument("claims", metavar=IDS)
@click.argument("text")
@shared
def note(options: Options, claims: str, text: str) -> None:
    """Set the note on claims; an empty text removes it."""
    with options.open(readonly=False) as store:
        _apply(store, options, Note(the_keys(store, claims), text))


@click.command()
@shared
def undo(options: Options) -> int:
    """Take back the last act that has not been taken back."""
    with options.open(readonly=False) as store:
        return _told(options, edits.undo(store, settings.analyst(), now()))


@click.command()
@shared
def redo(options: Options) -> int:
    """Do again what undo took back last."""
    with options.open(readonly=False) as store:
        return _told(options, edits.redo(store, settings.analyst(), now()))


@click.command()
@click.argument("document", metavar="DOCUMENT")
@click.option("--yes", is_flag=True, help="Do not ask.")
@shared
def forget(options: Options, document: str, yes: bool) -> None:
    """Remove a document and all that was decided on its claims; it cannot be undone.

    DOCUMENT is its file name, its title or the beginning of its SHA-256.
    """
    with options.open(readonly=False) as store:
        line = _document(store, document)
        name = printable(line.title or line.name)
        question = f"Forget “{name}” and its {counted(line.claims, 'claim')} for good?"
        if not yes and not click.confirm(question, err=True):
            raise click.Abort
        _apply(store, options, Forget(line.identity))


def _document(store: Store, wanted: str) -> DocumentLine:
    """The one document meant. Raises RefusedError for none or several."""
    lines = query.documents(store)
    found = [line for line in lines if wanted in (line.name, line.title)]
    if len(wanted) >= 4:
        found = found or [line for line in lines if line.identity.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RefusedError(f"No document is called {wanted!r}, and no identity begins so.")
    names = ", ".join(f"{line.identity[:8]} ({line.source})" for line in found[:5])
    raise RefusedError(f"{wanted!r} fits {len(found)} documents: {names}.")


def _apply(store: Store, options: Options, edit: Edit) -> None:
    _told(options, edits.apply(store, edit, settings.analyst(), now()))


def _told(options: Options, answer: Entry | Unchanged | NothingToUndo) -> int:
    """Say what was done; 1 where there was nothing to take back."""
    if options.as_json:
        number = answer.number if isinstance(answer, Entry) else None
        click.echo(json_line({"entry": number, "sentence": answer.sentence}))
    else:
        say(answer.sentence)
    return int(isinstance(answer, NothingToUndo))


COMMANDS = (tag, judge, grade, note, undo, redo, forget)
