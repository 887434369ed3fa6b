r"""Web archives (WARC): the pages that were captured; the capture is not the publication.

Responses with status 200 and resources are read by what they hold. A revisit says when a page was
captured again and had not changed; other answers, and what is no text, are counted.

>>> takes(Head(b"WARC/1.1\r\nWARC-Type: response"))
True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from store.readers.extras import absent
from store.readers.heads import Head
from store.readers.streams import Blob, told_damage
from store.readers.values import Given, ReadProblem, Stated

_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "text/markdown")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_REVISIT, _ABOUT = "page captured again that had not changed", "about the archive"
_UNTOLD = ("", _ABOUT)
# Revisits told one by one; a crawl that ran for months has a hundred thousand.
_SHOWN = 20


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
            for record in _records(ArchiveIterator(blob.stream)):
                kind = _aside(record)
                if kind == _REVISIT and left_out[kind] < _SHOWN:
                    yield _again(record, blob)
                elif not kind:
                    yield _page(record, blob)
                left_out[kind] += 1
    except ArchiveLoadFailed as error:
        yield ReadProblem(blob.path, f"The archive breaks off: {' '.join(str(error).split())}.")
    left_out[_REVISIT] -= _SHOWN
    left_out = +Counter({kind: n for kind, n in left_out.items() if kind not in _UNTOLD})
    if left_out:
        words = ", ".join(f"{number} × {kind}" for kind, number in sorted(left_out.items()))
        yield ReadProblem(blob.path, f"Left out: {words}.", False)


def _records(found: Iterator[Any]) -> Iterator[Any]:
    """The records; warcio takes it for granted that each of a page has an address."""
    from warcio.exceptions import ArchiveLoadFailed

    while True:
        try:
            record = next(found, None)
        except AttributeError as error:
            raise ArchiveLoadFailed("a record has no address") from error
        if record is None:
            return
        yield record


def _aside(record: Any) -> str:
    """What a record is that is not read; empty for a page."""
    if record.rec_type == "revisit":
        return _REVISIT
    if record.rec_type not in ("response", "resource"):
        return _ABOUT
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"answer with status {status}"
    kind = _kind(record)
    return "" if not kind or kind in _READ + _FEEDS else kind


def _kind(record: Any) -> str:
    return _content_type(record).split(";")[0].strip().lower()


def _charset(record: Any) -> str:
    found = _CHARSET.search(_content_type(record))
    return found[1] if found else ""


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _again(record: Any, blob: Blob) -> ReadProblem:
    """What a revisit tells: the page at an address as it was captured before, or one elsewhere."""
    address = _address(record, "WARC-Target-URI")
    of = _address(record, "WARC-Refers-To-Target-URI")
    day = _header(record, "WARC-Date")[:10]
    before = _header(record, "WARC-Refers-To-Date")[:10]
    there = f" of {of}" if of and of != address else ""
    since = f" since {before}" if before else ""
    sentence = f"Captured again on {day}: the page{there} had not changed{since}."
    return ReadProblem(f"{blob.path} ▸ {address}", sentence, False)


def _page(record: Any, blob: Blob) -> Blob:
    address = _address(record, "WARC-Target-URI")
    name = address.rstrip("/").rpartition("/")[2].partition("?")[0] or address
    stated = {
        "url": Stated(address, how="WARC-Target-URI"),
        "captured": Stated(_header(record, "WARC-Date"), how="WARC-Date"),
        "charset": Stated(_charset(record), how="Content-Type"),
    }
    return blob.inner(name or "page", _Whole(record), stated, f"{blob.path} ▸ {address}")


class _Whole:
    """The content of a record, which is damaged where the record ends before its length."""

    def __init__(self, record: Any) -> None:
        self._content, self._record = record.content_stream(), record.raw_stream

    def read(self, size: int, /) -> bytes:
        piece: bytes = self._content.read(size)
        if not piece and getattr(self._record, "limit", None):  # it may state no length
            raise EOFError("the record is not complete")
        return piece


def _address(record: Any, header: str) -> str:
    return _header(record, header).strip("<>")


def _header(record: Any, name: str) -> str:
    return str(record.rec_headers.get_header(name) or "")
