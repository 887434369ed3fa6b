"""A process that starts commands: everything is imported once, each command is a fork of it.

It reads a line of JSON a command and answers with one. A kill falls into the work then, and not
into the half second in which Python imports; the one who forks is the one who kills, so that no
number of a process that has ended is ever killed.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import random
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

NEVER = 300.0
"""Seconds after which a command that hangs is killed, too."""


_BOUNDS = {
    "largest": resource.RLIMIT_FSIZE,
    "memory": resource.RLIMIT_AS,
    "cpu": resource.RLIMIT_CPU,
}


def main() -> None:
    """Answer until there are no more questions."""
    _warm()
    for line in sys.stdin:
        print(json.dumps(_done(json.loads(line))), flush=True)


def _warm() -> None:
    """Import whatever a command may, and read the vocabularies, by reading an article of ours.

    A command that becomes another user may not be let into the folder the code is in any more.
    """
    import store
    import tui.cli
    from store.readers import ReadProblem, read
    from tests.faults.driver import ARTICLES
    from tui.cli.options import analyser

    for room in (store, tui.cli):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    for document in read(map(Path, ARTICLES)):
        assert not isinstance(document, ReadProblem)
        analyser()(document)


def _done(job: dict[str, Any]) -> dict[str, Any]:
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        _run(job)
    killed, changes = _watched(pid, job)
    _, status, used = os.wait4(pid, 0)
    return {
        "status": os.waitstatus_to_exitcode(status),
        "killed": killed,
        "seconds": time.monotonic() - begun,
        "changes": changes,
        "worked": used.ru_utime + used.ru_stime,
        "memory": used.ru_maxrss * 1024,
    }


def _watched(pid: int, job: dict[str, Any]) -> tuple[bool, int]:
    """Wait for the command's end or its moment: a time, or a number of changes to the store.

    Whether it was killed, and how many changes were seen.
    """
    end = time.monotonic() + (job["after"] or NEVER)
    before, changes = _state(job["store"]), 0
    while time.monotonic() < end:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return False, changes
        state = _state(job["store"])
        changes += state != before
        before = state
        if job["changes"] and changes >= job["changes"]:
            break
        time.sleep(random.random() / 1000)
    os.kill(pid, signal.SIGKILL)
    return True, changes


def _state(store: str) -> list[tuple[int, int]]:
    """Size and time of the store's files; whatever was written shows in them."""
    state = []
    for end in ("", "-wal", "-journal"):
        try:
            status = Path(f"{store}{end}").stat()
        except OSError:
            continue
        state.append((status.st_size, status.st_mtime_ns))
    return state


def _run(job: dict[str, Any]) -> None:
    """Become the command: its output to a file, its exit status this process's."""
    from tui.cli import run

    out = os.open(job["out"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    err = os.open(f"{job['out']}.err", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    os.environ.update(CONFLICT_TUI_STORE=job["store"], CONFLICT_TUI_USER="tester")
    for bound, kind in _BOUNDS.items():
        if job[bound]:
            resource.setrlimit(kind, (job[bound], job[bound]))
    if job["user"]:
        os.setgroups([])
        os.setgid(job["user"])
        os.setuid(job["user"])
    if job["migration"]:
        _migrate_further()
    status = 70  # what an exception, which Python prints on its way out, ends with
    try:
        status = next(filter(None, map(run, job["commands"])), 0)
    finally:
        sys.stdout.flush()
        os._exit(status)


def _migrate_further() -> None:
    """Let this be a version whose format is one further, with a migration that takes a while."""
    import store.database as database
    import store.schema as schema

    further = schema.VERSION + 1
    sql = Path(__file__).with_name("migration.sql").read_text("utf-8")
    schema.MIGRATIONS = (*schema.MIGRATIONS, (further, sql))
    schema.VERSION = further
    database.__dict__["VERSION"] = further


if __name__ == "__main__":
    main()
