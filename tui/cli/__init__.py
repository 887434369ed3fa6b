"""The command line: arguments → store calls → text.

    conflict-tui load inbox/
    conflict-tui list flag:denied 2025-07 --json

Exit status: 0 all went well, 1 something failed, 2 the command line was wrong.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module

import click

from store.errors import ConflictError
from store.plain import hush
from tui.cli.options import Options, shared
from tui.cli.out import warn
from tui.start import open_app

# Which commands each room has. A room is imported when one of them is asked for: what reads texts
# takes 700 ms, and who lists or tags does not read any.
_COMMANDS = {
    "exporting": ("export",),
    "feeds": ("feeds",),
    "judging": ("tag", "judge", "grade", "note", "undo", "redo", "forget"),
    "keeping": ("verify", "backup", "restore", "recover"),
    "lexicons": ("lexicon",),
    "loading": ("load", "reread", "demo"),
    "looking": ("list", "show", "sources", "tags", "stats", "log"),
    "texts": ("extract", "dates"),
    "watching": ("watch",),
    "why": ("why",),
}
_ROOMS = {name: room for room, names in _COMMANDS.items() for name in names}


class _Rooms(click.Group):
    """The commands of all rooms."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(_ROOMS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ROOMS:
            return None
        room = import_module(f"tui.cli.{_ROOMS[cmd_name]}")
        commands: Iterable[click.Command] = room.COMMANDS
        return next(command for command in commands if command.name == cmd_name)


@click.group(
    cls=_Rooms,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="conflict-tui")
@shared
@click.option("--readonly", is_flag=True, help="Open the store without writing to it.")
@click.pass_context
def cli(context: click.Context, options: Options, readonly: bool) -> None:
    """A ledger of claims in conflict news. Without a command it opens the app."""
    context.obj = replace(options, readonly=readonly)
    if context.invoked_subcommand is None:
        context.exit(open_app(options.store, readonly=readonly))


def run(words: Sequence[str]) -> int:
    """Run the command line; the exit status. Errors are sentences on stderr."""
    hush()
    try:
        status = cli.main(list(words), prog_name="conflict-tui", standalone_mode=False)
    except click.exceptions.Abort:
        return 1
    except BrokenPipeError:  # who read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except click.ClickException as error:
        # It repeats words of the command line, and a file name among them can be anybody's.
        said = io.StringIO()
        error.show(said)
        for line in said.getvalue().splitlines():
            warn(line)
        return error.exit_code
    except ConflictError as error:
        warn(str(error))
        return 1
    return int(status or 0)
