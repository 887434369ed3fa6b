r"""Mailboxes (mbox): mails one after the other, streamed. A Maildir is a folder of mails.

>>> from store.readers.streams import blob_of
>>> box = b"From a@example.org Sun Aug  3 10:00:00 2025\nFrom: a@example.org\n\nIt was hit.\n"
>>> [item.name for item in items(blob_of("box", box), Given())]
['box:1']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.readers.heads import Head
from store.readers.mail import of_mail
from store.readers.streams import Blob, UnreadableError
from store.readers.values import Given, Item, ReadProblem

# The line that a mailbox puts before each mail: an address and a date, whose year it has.
_FROM = re.compile(rb"From \S+.{0,60}\d{4}(?: [+-]\d{4})?\r?$")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def takes(head: Head) -> bool:
    """What begins with the line before a mail, and a header after it."""
    first, _, rest = head.raw.lstrip().partition(b"\n")
    return bool(_FROM.match(first) and re.match(rb"[A-Za-z][\w-]*:", rest))


def items(blob: Blob, _given: Given) -> Iterator[Item | Blob | ReadProblem]:
    """The items of a mailbox."""
    for number, raw in enumerate(_mails(blob), 1):
        yield from of_mail(_QUOTED.sub(rb"\1", raw), blob, f"{blob.file}:{number}")


def _mails(blob: Blob) -> Iterator[bytes]:
    """The bytes of each mail. Raises UnreadableError for one that is too large."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in blob.lines():
        if blank and line.startswith(b"From ") and _FROM.match(line.rstrip(b"\r\n")):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
            blank = False
            continue
        blank = not line.strip()
        lines.append(line)
        size += len(line)
        if size > blob.limits.whole:
            raise UnreadableError("A mail in it is too large to be read.")
    blob.check()
    if lines:
        yield b"".join(lines)
