r"""Every format once: what it is called, by which of its first bytes it is known, who reads it.

The order matters: the strict signs come first, text takes what is left. A name is never asked,
but for tables, where a comma is no sign.

>>> recognised(Head(b"{\"text\": \"It was hit.\"}\n", "a.txt")).name
'JSON'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from store.readers import (
    archives,
    feed,
    html,
    json,
    mail,
    mbox,
    pdf,
    table,
    telegram,
    telegram_page,
    text,
    warc,
)
from store.readers.heads import Head
from store.readers.streams import Blob
from store.readers.values import Given, Item, ReadProblem

Found: TypeAlias = Item | Blob | ReadProblem


@dataclass(frozen=True, slots=True)
class Format:
    """One format: ``takes`` knows it by its head, ``items`` reads it from its start.

    ``items`` gives documents, problems in their place, and whatever lies inside to be read next.
    ``whole`` formats are read in one piece, and so wherever there is a processor free.
    """

    name: str
    takes: Callable[[Head], bool]
    items: Callable[[Blob, Given], Iterator[Found]]
    whole: bool = False


FORMATS: tuple[Format, ...] = (
    Format("zip archive", archives.is_zip, archives.zip_items),
    Format("tar archive", archives.is_tar, archives.tar_items),
    Format("compressed file", archives.is_compressed, archives.compressed_items),
    Format("web archive (WARC)", warc.takes, warc.items),
    Format("PDF", pdf.takes, pdf.items, whole=True),
    Format("mailbox (mbox)", mbox.takes, mbox.items),
    Format("mail", mail.takes, mail.items, whole=True),
    Format("feed", feed.takes, feed.items, whole=True),
    Format("Telegram export", telegram_page.takes, telegram_page.items, whole=True),
    Format("HTML page", html.takes, html.items, whole=True),
    Format("Telegram export", telegram.takes, telegram.items),
    Format("JSON", json.takes, json.items),
    Format("table (CSV, TSV)", table.takes, table.items),
    Format("text", text.takes, text.items, whole=True),
)


def recognised(head: Head) -> Format:
    """The format that the first bytes belong to; text takes what nothing else does."""
    return next(format for format in FORMATS if format.takes(head))
