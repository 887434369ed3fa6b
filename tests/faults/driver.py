"""Commands as processes of their own, which may be killed; and what has to hold afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from store.database import open_store
from store.journal import entries
from store.samples import articles
from store.verify import verify

Words = list[str]
ARTICLES = [str(path) for path in articles() if path.name[:2] in ("01", "05", "08")]
"""A few of the sample articles: seven documents."""


@dataclass(frozen=True)
class Done:
    """What a process came to: exit status (negative: a signal's number), output, seconds.

    ``changes`` counts how often the store's files were seen to have changed; ``worked`` is the
    processor's time in seconds, ``memory`` the most it held, in bytes.
    """

    status: int
    killed: bool
    seconds: float
    changes: int
    worked: float
    memory: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The whole lines of the output as JSON; what a kill cut off was not said."""
        lines = self.out.splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]


class Driver:
    """Starts commands, one after the other; to be used in a ``with``."""

    def __enter__(self) -> Driver:
        self._room = tempfile.TemporaryDirectory()
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        self._zygote.wait()
        self._room.cleanup()

    def run(
        self,
        store: Path,
        *commands: Words,
        after: float | None = None,
        changes: int | None = None,
        largest: int | None = None,
        migration: bool = False,
        user: int | None = None,
        memory: int | None = None,
        cpu: int | None = None,
    ) -> Done:
        """Run commands on a store, in one process, until the first that fails.

        It is killed ``after`` seconds or so many ``changes`` of the store's files; no file of it
        may grow beyond ``largest`` bytes; with ``migration`` its format is one further; ``user``
        is whose process it is, by number; it gets so many bytes of ``memory`` and seconds of
        ``cpu`` and no more.
        """
        out = Path(self._room.name, "out")
        what = {"store": str(store), "commands": commands, "out": str(out), "user": user}
        how = {"after": after, "changes": changes, "largest": largest, "migration": migration}
        how |= {"memory": memory, "cpu": cpu}
        files = (out, Path(f"{out}.err"))
        for file in files:  # a kill may come before the command has opened them
            file.write_bytes(b"")
        answer = self._asked({**what, **how})
        texts = [file.read_text("utf-8") for file in files]
        return Done(**answer, out=texts[0], err=texts[1])

    def _asked(self, job: Mapping[str, Any]) -> dict[str, Any]:
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        self._zygote.stdin.write(json.dumps(job) + "\n")
        self._zygote.stdin.flush()
        answer: dict[str, Any] = json.loads(self._zygote.stdout.readline())
        return answer


def broken(path: Path) -> list[str]:
    """What is broken of a store, in words."""
    with open_store(path, create=False) as store:
        return [finding.sentence for finding in verify(store) if not finding.ok]


def journal(path: Path) -> dict[int, str]:
    """The sentences of the journal's entries by number."""
    with open_store(path) as store:
        return {entry.number: entry.sentence for entry in entries(store)}


def claims(path: Path) -> dict[str, dict[str, tuple[Any, ...]]]:
    """The claims of each document by key, with all that a person sees of them."""
    found: dict[str, dict[str, tuple[Any, ...]]] = {}
    with open_store(path) as store:
        for identity, key, *rest in store.db.execute(_CLAIMS):
            found.setdefault(identity, {})[key] = tuple(rest)
    return found


_CLAIMS = """
SELECT identity, key, quote, edtf, chain, places, flag, verdict, claims.tags, note, letter, digit
FROM documents LEFT JOIN claims ON claims.document_id = documents.id
"""
