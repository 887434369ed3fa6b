r"""Web archives (WARC): the pages that were captured; the capture is not the publication.

Responses with status 200 and resources are read by what they hold. Revisits repeat a page that is
there already; they, other answers, and what is no text are counted.

>>> takes(Head(b"WARC/1.1\r\nWARC-Type: response"))
True
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from store.readers.extras import absent
from store.readers.heads import Head
from store.readers.streams import Blob, told_damage
from store.readers.values import Given, ReadProblem, Stated

_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "text/markdown")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")


def takes(head: Head) -> bool:
    """The version line of a record."""
    return head.raw.startswith(b"WARC/")


def items(blob: Blob, _given: Given) -> Iterator[Blob | ReadProblem]:
    """The captured pages, as they stream by."""
    if problem := absent("warcio", "archive", blob.path):
        yield problem
        return
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left_out: Counter[str] = Counter()
    try:
        with told_damage():
            for record in ArchiveIterator(blob.stream):
                if kind := _aside(record):
                    left_out[kind] += 1
                else:
                    yield _page(record, blob)
    except ArchiveLoadFailed as error:
        yield ReadProblem(blob.path, f"The archive breaks off: {' '.join(str(error).split())}.")
    left_out.pop("about the archive", None)
    if left_out:
        words = ", ".join(f"{number} × {kind}" for kind, number in sorted(left_out.items()))
        yield ReadProblem(blob.path, f"Left out: {words}.", False)


def _aside(record: Any) -> str:
    """What a record is that is not read; empty for a page."""
    if record.rec_type == "revisit":
        return "revisit of a page that had not changed"
    if record.rec_type not in ("response", "resource"):
        return "about the archive"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"answer with status {status}"
    kind = _kind(record)
    return "" if not kind or kind in _READ + _FEEDS else f"{kind}"


def _kind(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").split(";")[0].strip().lower()


def _page(record: Any, blob: Blob) -> Blob:
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    captured = str(record.rec_headers.get_header("WARC-Date") or "")
    name = address.rstrip("/").rpartition("/")[2].partition("?")[0] or address
    stated = {
        "url": Stated(address, how="WARC-Target-URI"),
        "captured": Stated(captured, how="WARC-Date"),
    }
    return blob.inner(name or "page", record.content_stream(), stated, f"{blob.path} ▸ {address}")
