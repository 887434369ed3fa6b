"""Commands on vocabulary: lexicon where, show, check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from store import lexicon as vocabulary
from store.errors import ConflictError
from tui import settings
from tui.cli.options import Options, RefusedError, analyser, shared
from tui.cli.out import json_line, records, say


@click.group("lexicon")
def group() -> None:
    """The vocabulary that texts are read with: TOML files, yours laid over ours."""


@group.command()
@shared
def where(options: Options) -> None:
    """Say where the files lie; your own go into the last folder, LANGUAGE/TOPIC.toml."""
    rows = [
        {"whose": "ours", "folder": str(vocabulary.SHIPPED)},
        {"whose": "yours", "folder": str(settings.lexicon_folder())},
    ]
    records(rows, ("whose", "folder"), as_json=options.as_json)


@group.command()
@click.argument("topic", required=False)
@click.argument("language", default="en")
@shared
def show(options: Options, topic: str | None, language: str) -> None:
    """List the topics, or print the entries of one as they are in force."""
    if topic is None:
        records(_topics(), ("topic", "languages"), as_json=options.as_json)
        return
    entries = vocabulary.read(topic, language, settings.lexicon_folder())
    if not entries:
        raise RefusedError(f"There is no vocabulary on {topic!r} in {language!r}.")
    if options.as_json:
        click.echo(json_line(entries))
        return
    for name, values in _flat(entries):
        say(f"{name} = {', '.join(map(str, values)) if isinstance(values, list) else values}")


@group.command()
@shared
def check(options: Options) -> int:
    """Read all of your files; for a wrong one say which, at what line, and what was expected."""
    folder = settings.lexicon_folder()
    rows = [_checked(path, folder) for path in sorted(folder.glob("*/*.toml"))]
    records(rows, ("file", "state", "problem"), as_json=options.as_json)
    if not rows and not options.as_json:
        say(f"No files of your own in {folder}.")
    if not any(row["problem"] for row in rows):
        _try(analyser())
    return int(any(row["problem"] for row in rows))


def _checked(path: Path, folder: Path) -> dict[str, Any]:
    language, topic = path.parent.name, path.stem
    problem = ""
    try:
        vocabulary.read(topic, language, folder)
        problem = str(vocabulary.unread(path) or "")
    except ConflictError as error:
        problem = str(error)
    if not problem and topic not in {row["topic"] for row in _topics()}:
        problem = f"There is no topic {topic!r}; see: conflict-tui lexicon show."
    return {"file": str(path), "state": "wrong" if problem else "ok", "problem": problem}


def _try(analyse: Any) -> None:
    """Read one sentence a language with the vocabulary in force: an unusable entry raises here."""
    from store.model import Document

    for language in vocabulary.languages("cues"):
        analyse(
            Document("check", b"", "The ministry said so on July 31.", "check", language=language)
        )


def _topics() -> list[dict[str, Any]]:
    names = sorted({path.stem for path in vocabulary.SHIPPED.glob("*/*.toml")})
    return [{"topic": name, "languages": list(vocabulary.languages(name))} for name in names]


def _flat(entries: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in entries.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


COMMANDS = (group,)
