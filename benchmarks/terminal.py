"""A program in a terminal of its own: what it shows, and when it showed it.

The times are those at which the bytes came out of the program, in seconds since it was started;
what it takes to put them on the screen that is asked (``pyte``) is not in them.

>>> with Terminal(["printf", "ready"]) as terminal:
...     terminal.wait("ready") < 60
True
"""

from __future__ import annotations

import codecs
import fcntl
import os
import queue
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import pyte

SIZE = (120, 40)
PATIENCE = 30.0
"""Seconds after which what is waited for is not going to come."""
NOTHING = 2.0
"""Seconds after which a key is taken for one that paints nothing."""
REST = 0.06
"""Seconds of silence that end a paint."""
KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "pagedown": b"\x1b[6~",
    "pageup": b"\x1b[5~",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
}
# What a terminal is asked and answers at once: where the cursor is, and whether paints can be held.
_ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
# What pyte would print: the strings of DCS and APC, and controls that have a private sign.
_UNKNOWN = re.compile(r"\x1b\[[<=>?][\d;]*\$?[a-zA-Z](?<![hlnc])|\x1b[P_^X].*?\x1b\\", re.DOTALL)
_OPEN = re.compile(r"\x1b(?:\[[^a-zA-Z~]*|[P_^X](?:(?!\x1b\\).)*)?\Z", re.DOTALL)


class Chunk(NamedTuple):
    """What the program wrote at once, and when; None at its end."""

    at: float
    written: bytes | None


class Terminal:
    """Runs a program; to be left as a context, which ends it."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = SIZE) -> None:
        # Lets the reader have the processor back from the screen within half a millisecond.
        sys.setswitchinterval(0.0005)
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._chunks: queue.Queue[Chunk] = queue.Queue()
        self._fd, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        # Where it is installed its bytecode is kept; to compile it takes a third of a start.
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        self._began = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=inside, stdout=inside, stderr=inside, env=variables, close_fds=True
        )
        os.close(inside)
        threading.Thread(target=self._read, daemon=True).start()

    @property
    def now(self) -> float:
        """Seconds since the program was started."""
        return time.perf_counter() - self._began

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> float:
        """Press keys, by name or as they are typed, all at once; when that was."""
        pressed = b"".join(KEYS.get(key) or key.encode() for key in keys)
        at = self.now
        os.write(self._fd, pressed)
        return at

    def wait(self, pattern: str) -> float:
        """Until a pattern is on the screen: when what showed it was written."""
        wanted, last = re.compile(pattern), self.now
        while not wanted.search(self.text):
            found = self._next(PATIENCE)
            if found is None:
                raise TimeoutError(f"{pattern!r} did not come:\n{self.text}")
            last = found
        return last

    def settle(self, rest: float = REST) -> float | None:
        """Until nothing more is written: when the last of it was; None if nothing was."""
        last = self._next(NOTHING)
        while last is not None and (more := self._next(rest)) is not None:
            last = more
        return last

    def quiet(self, rest: float) -> None:
        """Until nothing was written for some seconds."""
        while self._next(rest) is not None:
            pass

    def processor(self) -> float:
        """The seconds of processor time it has taken; to a hundredth."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[float, float]:
        """The memory it has and the most it had, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return _megabytes(status, "VmRSS"), _megabytes(status, "VmHWM")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _next(self, patience: float) -> float | None:
        """Show the next chunk: when it was written; None if none comes."""
        try:
            chunk = self._chunks.get(timeout=patience)
        except queue.Empty:
            return None
        if chunk.written is None:
            return None
        self._show(chunk.written)
        return chunk.at

    def _show(self, written: bytes) -> None:
        text = self._rest + self._decoder.decode(written)
        unfinished = _OPEN.search(text)
        end = unfinished.start() if unfinished else len(text)
        text, self._rest = text[:end], text[end:]
        self._stream.feed(_UNKNOWN.sub("", text))

    def _read(self) -> None:
        for written in self._written():
            self._chunks.put(Chunk(self.now, written))
            for asked, answer in _ANSWERS.items():
                if asked in written:
                    os.write(self._fd, answer)
        self._chunks.put(Chunk(self.now, None))
        os.close(self._fd)

    def _written(self) -> Iterator[bytes]:
        while True:
            try:
                written = os.read(self._fd, 65536)
            except OSError:  # the program has closed its side
                return
            if not written:
                return
            yield written


def _megabytes(status: str, field: str) -> float:
    found = re.search(rf"{field}:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0
