"""The app in a terminal of its own: keys in, and what an emulator makes of the bytes that come."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import pyte

WIDTH, HEIGHT = 120, 40
ENVIRONMENT = {"TERM": "xterm-256color", "CONFLICT_TUI_USER": "tester"}
NEVER = 30.0
"""Seconds after which nothing is waited for any more."""


class Screen:
    """A program in a terminal: the app on a store. To be used in a ``with``."""

    def __init__(self, store: Path, *command: str, env: Mapping[str, str] | None = None) -> None:
        """Start the app, or another ``command`` with the store in its environment."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, *(command or ("-m", "tui"))],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            cwd=Path(__file__).parents[2],
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "CONFLICT_TUI_USER": "tester",
                "CONFLICT_TUI_STORE": str(store),
                **(env or {}),
            },
        )
        os.close(slave)
        self.sent = b""
        """All bytes that the terminal was sent."""
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._master)

    @property
    def title(self) -> str:
        """What the terminal calls its window."""
        return str(self._screen.title)

    @property
    def modes(self) -> list[object]:
        """How the terminal treats what is typed."""
        return list(termios.tcgetattr(self._master))

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self._screen.display)

    def type(self, keys: str) -> None:
        """Press keys."""
        with contextlib.suppress(OSError):
            os.write(self._master, keys.encode())

    def until(self, seen: Callable[[str], object], seconds: float = NEVER) -> bool:
        """Read until the screen shows something, for so long; whether it does."""
        end = time.monotonic() + seconds
        while not seen(self.text):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                return bool(seen(self.text))
        return True

    def settle(self, seconds: float = 0.05) -> None:
        """Read until nothing has come for so long; on a slow machine something may come later."""
        while self._read(seconds):
            continue

    def kill(self) -> None:
        """Kill it now, and read what it had sent."""
        self.process.kill()
        self.process.wait()
        while self._read(0):
            continue

    def leave(self) -> int:
        """Wait for its end; the exit status."""
        end = time.monotonic() + NEVER
        while self._read(end - time.monotonic()):
            continue
        return self.process.wait(NEVER)

    def _read(self, seconds: float) -> bool:
        """Read what comes within so long; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            sent = os.read(self._master, 65_536)
        except OSError:  # the other end is closed
            return False
        self.sent += sent
        self._stream.feed(sent)
        return bool(sent)
